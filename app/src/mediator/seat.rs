//! One learner: the whole state, what can be done, what happened, and at the end the sheet.

use leptos::prelude::*;
use scenarios::{board::Why, rehearsal::Review};

use super::{
    board::{Head, Note, Seat, acts as board_acts},
    words::{self, skill_words},
};
use crate::{
    live::{Live, SAID},
    people::{self, Who},
    render::to_html,
    routes::room::Room,
    shell::Page,
    ui::{
        Example,
        animal::animal,
        bar::bar,
        button::{ButtonLink, Rank},
        icon::{Icon, icon},
    },
};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Followed {
    pub head: Head,
    pub seat: Seat,
    pub now_ms: i64,
    /// The last first.
    pub minutes: Vec<(String, String)>,
    pub review: Option<Review>,
    pub note: Option<Note>,
}

/// `shown` tells the page's stream what it shows.
pub fn page(who: &Who, followed: &Followed, shown: &str) -> Page {
    let title = format!("{} — {}", followed.seat.animal.name(), followed.head.title);
    let live = Room(&followed.head.room).seat_live(&followed.seat.id, shown);
    let body = view! {
        {content(followed)}
        <Live address=live parts=Vec::new() pointed=String::new()/>
    };
    people::staffed(who, None, &title, true, body.into_any())
}

/// What changes while the page lives, each part drawn alone.
pub fn parts(followed: &Followed) -> [String; 4] {
    [
        to_html(|| now(followed)),
        to_html(|| acts(followed)),
        to_html(|| happened(&followed.minutes)),
        to_html(|| looked_back(followed.review.as_ref())),
    ]
}

fn content(followed: &Followed) -> AnyView {
    let routes = Room(&followed.head.room);
    let refresh = routes.seat(&followed.seat.id);
    view! {
        <p class="followed__back">
            <ButtonLink label="Tableau de suivi" href=routes.board() rank=Rank::Quiet icon=Icon::ArrowLeft/>
            // Without script, not by itself: it would empty what is being written to the learner.
            <noscript><ButtonLink label="Actualiser" href=refresh rank=Rank::Quiet/></noscript>
        </p>
        {Note::place(followed.note.clone())}
        <p class="unseen" id=SAID role="status"></p>
        <div class="followed">
            {now(followed)} {acts(followed)} {happened(&followed.minutes)} {looked_back(followed.review.as_ref())}
        </div>
    }
    .into_any()
}

/// Why, where, and what is wanted most.
fn now(followed: &Followed) -> AnyView {
    let Followed { head, seat, now_ms, .. } = followed;
    let reasons: Vec<_> = seat
        .reasons
        .iter()
        .map(|reason| {
            let told = words::told(&reason.why, reason.about.as_deref(), *now_ms);
            view! {
                <li class=format!("seat__reason seat__reason--{}", told.shade)>
                    {icon(told.icon)} <span><b>{told.title}</b> <span class="seat__small">{told.detail}</span></span>
                </li>
            }
            .into_any()
        })
        .collect();
    let first = if waits(seat) { board_acts::for_one(head, seat) } else { board_acts::quick(head, seat) };
    view! {
        <section class="pane followed__now" id="place-maintenant" aria-labelledby="titre-place">
            <div class="followed__who">{animal(seat.animal)} <h1 id="titre-place">{seat.animal.name()}</h1></div>
            <ul class="seat__why" id="place-raisons">{reasons}</ul>
            {seat.begun.then(|| facts(seat))}
            {first}
        </section>
    }
    .into_any()
}

fn waits(seat: &Seat) -> bool {
    seat.reasons.iter().any(|reason| matches!(reason.why, Why::Waits { .. }))
}

fn acts(Followed { head, seat, .. }: &Followed) -> AnyView {
    let acts = (!seat.gone && !waits(seat)).then(|| {
        view! {
            <section class="pane" aria-labelledby="titre-actes">
                <h2 class="pane__title" id="titre-actes">"Ce que vous pouvez faire"</h2>
                <div class="acts__all">{board_acts::all_of_one(head, seat)}</div>
            </section>
        }
    });
    view! { <div class="followed__part" id="place-actes">{acts}</div> }.into_any()
}

fn looked_back(review: Option<&Review>) -> AnyView {
    let review = review.map(|review| view! { <div class="pane followed__sheet">{sheet(review)}</div> });
    view! { <div class="followed__part" id="place-bilan">{review}</div> }.into_any()
}

/// Where, since when, how often.
fn facts(seat: &Seat) -> AnyView {
    let pace = seat.pace.map(|pace| {
        let times = format!("{},{}\u{a0}fois le temps du groupe", pace / 100, pace % 100 / 10);
        fact("Rythme", times)
    });
    view! {
        <dl class="followed__facts" id="place-faits">
            {fact("Page", if seat.step.is_empty() { seat.page.clone() } else { format!("{}, {}", seat.page, seat.step) })}
            {fact("Depuis", words::minutes(seat.since_ms))}
            {pace}
            {fact("Refus", seat.refusals.to_string())}
            {fact("Indices", seat.hints.to_string())}
            {fact("Façon de s’entraîner", words::mode_words(seat.mode).to_owned())}
        </dl>
    }
    .into_any()
}

fn fact(name: &'static str, value: String) -> AnyView {
    view! { <div class="followed__fact"><dt>{name}</dt><dd>{value}</dd></div> }.into_any()
}

fn happened(minutes: &[(String, String)]) -> AnyView {
    let none = minutes.is_empty().then(|| view! { <p>"Rien pour l’instant."</p> });
    let minutes: Vec<_> = minutes
        .iter()
        .map(|(when, what)| view! { <li><b>{when.clone()}</b> " · " {what.clone()}</li> }.into_any())
        .collect();
    view! {
        <section class="pane" id="place-passe" aria-labelledby="titre-passe">
            <h2 class="pane__title" id="titre-passe">"Ce qui s’est passé"</h2>
            {none}
            <ul class="board__list board__list--small">{minutes}</ul>
        </section>
    }
    .into_any()
}

/// What was learnt: counted, and without anything that was typed.
pub(super) fn sheet(review: &Review) -> AnyView {
    let hard: Vec<_> = review
        .hard
        .iter()
        .map(|hard| {
            let told = [
                (hard.refused > 0).then(|| counted(hard.refused.into(), "refus", "refus")),
                (hard.mistaken > 0 && hard.refused == 0 && !hard.wrong)
                    .then(|| "erreur corrigée ensuite".to_owned()),
                (hard.hints > 0).then(|| counted(hard.hints.into(), "indice", "indices")),
                hard.wrong.then(|| "la réponse est à revoir".to_owned()),
            ];
            let told = told.into_iter().flatten().collect::<Vec<_>>().join(", ");
            view! { <li>{hard.label.clone()} "\u{a0}: " {told}</li> }.into_any()
        })
        .collect();
    let practise: Vec<_> =
        review.practise.iter().map(|skill| view! { <li>{skill_words(*skill)}</li> }.into_any()).collect();
    let (some, more) = (!hard.is_empty(), !practise.is_empty());
    let (alone, asked, shown) = (review.alone, review.sought(), review.shown);
    let shown = (shown > 0).then(|| {
        let questions = counted(u32::try_from(shown).unwrap_or(u32::MAX), "question", "questions");
        view! { <p>{questions} " où la réponse était montrée."</p> }
    });
    view! {
        <section class="sheet">
            <h3>"Comment cela s’est passé"</h3>
            {(asked == 0 && shown.is_none()).then(|| view! { <p>"Rien à mesurer pour l’instant."</p> })}
            {(asked > 0).then(|| view! {
                <p class="sheet__alone">
                    <span><b>{alone} " sur " {asked}</b> " questions réussies du premier coup, sans aide."</span>
                    {bar(alone, asked)}
                </p>
            })}
            {shown}
            {some.then(|| view! { <h4>"Ce qui a été difficile"</h4><ul>{hard}</ul> })}
            {more.then(|| view! { <h4>"À travailler"</h4><ul>{practise}</ul> })}
        </section>
    }
    .into_any()
}

fn counted(count: u32, one: &str, many: &str) -> String {
    format!("{count}\u{a0}{}", if count > 1 { many } else { one })
}

pub(super) fn examples() -> Vec<Example> {
    use scenarios::rehearsal::{Hard, Skill};
    let hard =
        Hard { label: "Net social d’août".to_owned(), refused: 2, mistaken: 0, hints: 1, wrong: false };
    let review = Review {
        asked: 9,
        alone: 6,
        shown: 0,
        hard: vec![hard],
        wrong_turns: 0,
        stops: 0,
        practise: vec![Skill::ReadPapers],
    };
    let seat = Seat { id: "seul".to_owned(), ..super::board::sample(4, vec![Why::Circles]) };
    let followed = Followed {
        head: super::board::sample_head(1),
        seat,
        now_ms: 60 * 60_000,
        minutes: vec![("14\u{a0}h\u{a0}31".to_owned(), "lève la main".to_owned())],
        review: Some(review),
        note: None,
    };
    vec![Example::new("Une place", content(&followed))]
}
