//! The board: one line a seat, those who need help first; the group; the last minutes; acts.
//!
//! Every part has an id and is drawn alone, because a stream sends those that have changed. Above twelve people, the quiet
//! ones are tiles, so that thirty fit on a screen.

pub(in crate::mediator) mod acts;
mod head;
mod line;
mod samples;

use leptos::prelude::*;
use scenarios::{board::Why, rehearsal::Mode};

use crate::{
    live::{Live, NOTE, ORDER_BUTTON, SAID},
    people::{self, Who},
    routes::room::Room,
    shell::{Page, Refresh},
    ui::{
        Example,
        animal::Animal,
        button::{ButtonLink, Rank},
        icon::{Icon, icon},
        notice::{Notice, Tone},
    },
};

pub(in crate::mediator) use self::samples::{head as sample_head, seat as sample};
pub use self::{
    acts::{ACT, EVERYBODY, MESSAGE, PAGE, POINTED, SEAT, SURE, WORDS},
    head::{entry as head_part, group, minutes},
    line::{drawn as line, is_line, part_ids as line_part_ids, parts as line_parts, shell as line_shell},
};

/// Where the lines, the tiles, the group, the minutes and the counts stand.
pub const LINES: &str = "places";
pub const TILES: &str = "tuiles";
pub const GROUP: &str = "groupe";
pub const MINUTES: &str = "minutes";
pub const HEAD: &str = "entete";

/// Everything the board shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Board {
    pub head: Head,
    /// Those who need help first.
    pub seats: Vec<Seat>,
    pub group: Group,
    /// The last first: « 14 h 31 », and what happened.
    pub minutes: Vec<(String, String)>,
    pub now_ms: i64,
    /// What is said to whoever does not see: only what is new.
    pub said: String,
    /// How the last act ended.
    pub note: Option<Note>,
    /// Tells its stream what the page shows.
    pub shown: String,
    /// Without script, the page is asked for again by itself.
    pub follows: bool,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Head {
    pub room: String,
    pub title: String,
    /// Three by three; none once it is closed.
    pub code: Option<String>,
    /// « 14 h 05 ».
    pub began: String,
    pub ends: Option<String>,
    pub door: Door,
    /// Names in the catalogue, and titles.
    pub procedures: Vec<(String, String)>,
    pub present: usize,
    pub waiting: usize,
    pub calling: usize,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Door {
    #[default]
    Open,
    Waiting,
    Closed,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seat {
    pub id: String,
    pub animal: Animal,
    /// The most urgent first; there is always one.
    pub reasons: Vec<Reason>,
    /// Its procedure's name in the catalogue; none before it has begun.
    pub procedure: String,
    /// Title of the page, and name of its step.
    pub page: String,
    pub step: String,
    /// Milliseconds on the page, and hundredths of the group's median.
    pub since_ms: i64,
    pub pace: Option<i64>,
    pub refusals: u16,
    pub hints: u16,
    /// When its last fact happened: tells streams apart.
    pub acted_at_ms: i64,
    pub mode: Mode,
    /// What can be pointed at, and what is pointed at first.
    pub questions: Vec<(String, String)>,
    pub pointed: Option<String>,
    /// Pages to go back to: names and titles.
    pub pages: Vec<(String, String)>,
    /// Somebody looks over this shoulder.
    pub looked_at: bool,
    /// There is an exercise to act upon.
    pub begun: bool,
    /// The seat was given back.
    pub gone: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    pub why: Why,
    /// Label of the question it is about.
    pub about: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Group {
    /// How many are at each step.
    pub steps: Vec<(String, usize)>,
    /// What was refused most today: labels and times.
    pub hard: Vec<(String, u32)>,
}

/// How an act ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Note {
    Done(String),
    /// It could be done to nobody.
    Nobody,
    /// The room has ended meanwhile.
    Over,
    /// The message looks like somebody's real data.
    Real,
    TooLong,
    /// There was no word in it.
    Wordless,
}

impl Note {
    /// For an address: never what was typed.
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Done(_) => "fait",
            Self::Nobody => "personne",
            Self::Over => "termine",
            Self::Real => "vrai",
            Self::TooLong => "long",
            Self::Wordless => "vide",
        }
    }

    pub fn read(word: &str) -> Option<Self> {
        Some(match word {
            "fait" => Self::Done("C’est fait.".to_owned()),
            "personne" => Self::Nobody,
            "termine" => Self::Over,
            "vrai" => Self::Real,
            "long" => Self::TooLong,
            "vide" => Self::Wordless,
            _ => return None,
        })
    }

    /// Where it stands, said when it comes.
    pub(super) fn place(note: Option<Self>) -> AnyView {
        view! { <div id=NOTE role="status">{note.map(Self::drawn)}</div> }.into_any()
    }

    fn drawn(self) -> AnyView {
        match self {
            // On one line: it must not push the board off the screen.
            Self::Done(sentence) => {
                view! { <p class="board__done">{icon(Icon::Check)} " " {sentence}</p> }.into_any()
            }
            Self::Nobody => view! {
                <Notice tone=Tone::Warning title="Personne n’est concerné en ce moment.">
                    <p>"L’apprenant a changé de page, est parti, n’a pas commencé, passe une épreuve, ou a déjà eu tous les indices."</p>
                </Notice>
            }
            .into_any(),
            Self::Over => view! {
                <Notice tone=Tone::Warning title="L’atelier est terminé.">
                    <p>"Sa porte ne s’ouvre plus. Ceux qui sont là peuvent finir."</p>
                </Notice>
            }
            .into_any(),
            Self::Real => view! {
                <Notice tone=Tone::Warning title="Ce message ressemble à une vraie donnée. Il n’est pas parti.">
                    <p>"Écrivez-le sans numéro, sans adresse et sans nom."</p>
                </Notice>
            }
            .into_any(),
            Self::TooLong => view! {
                <Notice tone=Tone::Warning title="Ce message est trop long. Il n’est pas parti.">
                    <p>"Il a cent quarante lettres au plus."</p>
                </Notice>
            }
            .into_any(),
            Self::Wordless => view! {
                <Notice tone=Tone::Warning title="Rien n’est parti.">
                    <p>"Écrivez d’abord votre mot."</p>
                </Notice>
            }
            .into_any(),
        }
    }
}

pub fn page(who: &Who, board: Board) -> Page {
    let title = format!("{} — tableau de suivi", board.head.title);
    let refresh = board.follows.then(|| Refresh::every(10).at(Room(&board.head.room).board()));
    let live = Room(&board.head.room).live(&board.shown);
    let body = view! {
        {content(board)}
        <Live address=live parts=Vec::new() pointed=String::new()/>
    };
    people::staffed(who, None, &title, true, body.into_any()).refresh(refresh)
}

fn content(board: Board) -> AnyView {
    let Board { head, seats, group: steps, minutes: last, now_ms, said, note, follows, .. } = board;
    let crowd = seats.len();
    let closed = head.code.is_none();
    let lines: Vec<_> = seats
        .iter()
        .enumerate()
        .filter(|(rank, seat)| is_line(seat, *rank, crowd))
        .map(|(_, seat)| line::line(&head, seat, now_ms))
        .collect();
    let tiles: Vec<_> = seats
        .iter()
        .enumerate()
        .filter(|(rank, seat)| !is_line(seat, *rank, crowd))
        .map(|(_, seat)| line::tile(&head, seat, now_ms))
        .collect();
    // Hidden by the style sheet as soon as somebody is there: they may come while the page lives.
    let empty = (crowd == 0).then(|| empty(&head, closed));
    // Shown by the style sheet when all of them are tiles.
    let quiet =
        (!closed).then(|| view! { <p class="board__quiet">"Personne n’a besoin de vous en ce moment."</p> });
    let room = head.room.clone();
    view! {
        {head_part(&head)}
        {Note::place(note)}
        <div class="board">
            <div class="board__seats">
                <h2 class="unseen">"Les places"</h2>
                <div class="board__tools">
                    <button class="button button--secondary board__order" type="button" id=ORDER_BUTTON hidden>
                        "Remettre dans l’ordre d’urgence"
                    </button>
                    <p class="unseen" id=SAID role="status">{said}</p>
                    <noscript>{follow(&room, follows)}</noscript>
                </div>
                <div class="board__table">
                    {columns()}
                    <ol class="board__lines" id=LINES data-ordonne="">{lines}</ol>
                </div>
                {quiet}
                <ol class="board__tiles" id=TILES data-ordonne="">{tiles}</ol>
                {empty}
            </div>
            <aside class="board__aside" aria-label="Le groupe">
                {group(&steps)}
                {minutes(&last)}
            </aside>
        </div>
    }
    .into_any()
}

/// What each column is, for whoever sees; each cell says it again for whoever does not.
fn columns() -> AnyView {
    view! {
        <p class="board__columns" aria-hidden="true">
            <span>"Place"</span> <span>"Pourquoi"</span> <span>"Où"</span> <span>"Depuis"</span> <span>"Refus"</span>
            <span>"Indices"</span> <span></span>
        </p>
    }
    .into_any()
}

fn follow(room: &str, follows: bool) -> AnyView {
    let board = Room(room).board();
    if follows {
        view! { <ButtonLink label="Arrêter l’actualisation" href=format!("{board}?suivre=non") rank=Rank::Quiet icon=Icon::Pause/> }
            .into_any()
    } else {
        view! { <ButtonLink label="Actualiser toutes les 10 secondes" href=board rank=Rank::Quiet/> }
            .into_any()
    }
}

fn empty(head: &Head, closed: bool) -> AnyView {
    if closed {
        return view! { <p class="board__empty">"Personne n’est venu dans cet atelier."</p> }.into_any();
    }
    let code = head.code.clone().unwrap_or_default();
    view! {
        <div class="board__empty">
            <p>"Personne n’est encore entré. Donnez le code, ou projetez-le."</p>
            <p class="board__code">{code}</p>
            <ButtonLink label="Projeter le code" href=Room(&head.room).project() icon=Icon::Screen/>
        </div>
    }
    .into_any()
}

pub(super) fn examples() -> Vec<Example> {
    let (present, now) = (samples::head(15), samples::now());
    let closed = Head { code: None, ..samples::head(0) };
    let list = |items: Vec<AnyView>, class| view! { <ol class=class>{items}</ol> }.into_any();
    // Without their acts: the whole board shows them.
    let lines = samples::each().into_iter().map(|seat| Seat { gone: true, ..seat });
    let lines = lines.map(|seat| line::line(&present, &seat, now)).collect();
    let tiles = samples::each().into_iter().map(|seat| Seat { id: format!("{}-petite", seat.id), ..seat });
    let tiles = tiles.map(|seat| line::tile(&present, &seat, now)).collect();
    vec![
        Example::new("Le tableau de suivi, trente personnes", content(samples::whole())),
        Example::new("Une ligne pour chaque raison, et pour deux à la fois", list(lines, "board__lines")),
        Example::new("Les mêmes, en petit", list(tiles, "board__tiles")),
        Example::new("Personne n’est encore là", empty(&present, false)),
        Example::new("Personne n’est venu", empty(&closed, true)),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::to_html;

    fn drawn(board: Board) -> String {
        to_html(|| content(board))
    }

    fn count(html: &str, what: &str) -> usize {
        html.matches(what).count()
    }

    #[test]
    fn among_thirty_a_few_have_a_line_and_everybody_has_a_place() {
        let html = drawn(samples::whole());
        assert_eq!(count(&html, "id=\"place-"), 30);
        assert_eq!(
            count(&html, "class=\"tile "),
            25,
            "five lines at the most, so that all of it is on the screen"
        );
    }

    #[test]
    fn up_to_twelve_everybody_has_a_line() {
        let mut board = samples::whole();
        board.seats.truncate(12);
        let html = drawn(board);
        assert_eq!((count(&html, "class=\"seat "), count(&html, "class=\"tile ")), (12, 0));
    }

    #[test]
    fn several_reasons_are_all_told_in_a_line_and_in_a_tile() {
        let now = samples::now();
        let seat = samples::each().into_iter().find(|seat| seat.reasons.len() > 1).expect("two reasons");
        let room = samples::head(1);
        for html in [to_html(|| line::line(&room, &seat, now)), to_html(|| line::tile(&room, &seat, now))] {
            assert!(html.contains("Demande de l’aide") && html.contains("refus sur"), "{html}");
        }
    }

    #[test]
    fn every_button_of_a_line_says_for_whom() {
        for seat in samples::each() {
            let html = to_html(|| line::line(&samples::head(1), &seat, samples::now()));
            let whom = format!("pour {}", seat.animal.called());
            assert!(html.contains("<button"), "{html}");
            for button in html.split("<button").skip(1) {
                assert!(button.split("</button>").next().is_some_and(|it| it.contains(&whom)), "{button}");
            }
        }
    }

    #[test]
    fn a_room_that_is_over_offers_its_report_and_no_act_for_all() {
        let mut board = samples::whole();
        board.head.code = None;
        let html = drawn(board);
        assert!(html.contains("Atelier terminé") && html.contains("/bilan"), "{html}");
        assert!(!html.contains("value=\"toutes\""), "no form for everybody");
    }
}
