//! The page of a rehearsal: the clone's screen in its frame, the coach beside it.

use leptos::prelude::*;
use scenarios::rehearsal::{self, Advice, Rung, STOPPED, Screen, Verdict};

use super::{
    exercise::{Exercise, page as framed_page},
    frame::{Furniture, Place},
    guard::{Guard, GuardWords},
};
use crate::{
    mirror,
    routes::{EXERCISES, Gesture, PROCEDURE},
    shell::Page,
    ui::{
        button::{Button, Go, GoButton, PAGE_FORM, Rank},
        coach::Coach,
        icon::Icon,
        notice::{Notice, Tone},
    },
};

/// Why a learner is on this page rather than on the one that was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Detour {
    /// The page sent was no longer the current one.
    OldPage,
    /// Nothing can be sent after the end.
    Ended,
}

impl Detour {
    /// Read from an address.
    pub fn read(word: &str) -> Option<Self> {
        match word {
            "ancienne-page" => Some(Self::OldPage),
            "deja-fini" => Some(Self::Ended),
            _ => None,
        }
    }

    pub const fn word(self) -> &'static str {
        match self {
            Self::OldPage => "ancienne-page",
            Self::Ended => "deja-fini",
        }
    }

    const fn sentence(self) -> &'static str {
        match self {
            Self::OldPage => {
                "Vous aviez déjà continué dans une autre fenêtre. Voici la page où vous en êtes. Rien n’est perdu."
            }
            Self::Ended => "Votre demande était déjà envoyée. Voici sa confirmation.",
        }
    }
}

/// Everything the page shows.
pub struct Rehearsing<'a> {
    pub exercise: Exercise<'a>,
    pub screen: Screen,
    pub advice: Option<Advice>,
    pub detour: Option<Detour>,
    /// A new number for the next sending.
    pub submission: String,
}

pub fn page(rehearsing: Rehearsing<'_>) -> Page {
    let Rehearsing { exercise, screen, advice, detour, submission } = rehearsing;
    let action = exercise.routes().page(&screen.key);
    let over = screen.finish.as_ref().and_then(|finish| finish.verdict.as_ref());
    let can_finish = rehearsal::can_finish(exercise.graph, exercise.state);
    let coach = match over {
        Some(over) => Some(verdict(over, exercise.scenario)),
        None if screen.current => coach(advice.as_ref(), can_finish),
        None => None,
    };
    let has_form = over.is_none();
    let guard = has_form.then(|| {
        let known = exercise.state.persona.values.values().cloned().collect::<Vec<_>>();
        let words = GuardWords { error: "Erreur\u{a0}: ".to_owned(), stopped: STOPPED.to_owned() };
        view! { <Guard form=PAGE_FORM.to_owned() known words/> }
    });
    let content = view! {
        {notice(detour, &screen)}
        {mirror::screen::screen(&screen, action, submission)}
        {guard}
    }
    .into_any();
    let furniture = Furniture {
        banner: mirror::cookies::banner(screen.cookies.as_ref()),
        menu: mirror::screen::menu(&screen),
    };
    let window = exercise.site(&screen.path);
    let body = exercise.framed_with(furniture, Place::Procedure, window, has_form, coach, content);
    framed_page(screen.title.clone(), body).wrong(!screen.problems.is_empty())
}

fn notice(detour: Option<Detour>, screen: &Screen) -> Option<AnyView> {
    let sentence = match detour {
        Some(detour) => detour.sentence(),
        None if !screen.current => "Cette page est déjà remplie. Vous pouvez la changer, puis continuer.",
        None => return None,
    };
    Some(view! { <Notice tone=Tone::Info>{sentence}</Notice> }.into_any())
}

/// Help on the page, and the way to say that all is done.
fn coach(advice: Option<&Advice>, can_finish: bool) -> Option<AnyView> {
    let finish = can_finish.then(|| {
        let go = Go::submit(Gesture::Finish.write());
        view! { <GoButton label="J’ai fini cette démarche" go rank=Rank::Secondary/> }.into_any()
    });
    // Where there is nothing to say, the coach does not ask.
    let speaks = |advice: &&Advice| advice.ladder > 0 || advice.lost || advice.explanation.is_some();
    let help = advice.filter(speaks).map(help);
    (help.is_some() || finish.is_some()).then(|| view! { {help} {finish} }.into_any())
}

fn help(advice: &Advice) -> AnyView {
    let given = advice.rungs.len();
    let more = given < advice.ladder;
    let button = match (&advice.elsewhere, more) {
        (Some(screen), _) => {
            let go = Go::submit(Gesture::Modify(screen.clone()).write());
            Some(view! { <GoButton label="Revenir à cette page" go rank=Rank::Coach/> }.into_any())
        }
        (None, true) => {
            let label = if given == 0 { "Donnez-moi un indice" } else { "Un autre indice" };
            Some(view! { <GoButton label go=Go::submit(Gesture::Hint.write()) rank=Rank::Coach/> }.into_any())
        }
        (None, false) => None,
    };
    // A whole sentence, as that of a statement on honour, is not quoted again.
    let short = advice.label.chars().count() <= 40;
    let opening = match (&advice.explanation, given) {
        _ if advice.lost => "Ce n’est pas par ici. Revenez à la page d’avant.".to_owned(),
        (Some(explanation), _) => format!("«\u{a0}{}\u{a0}»\u{a0}: {explanation}", advice.label),
        (None, 0) if short => format!("Vous hésitez sur «\u{a0}{}\u{a0}»\u{a0}?", advice.label),
        (None, 0) => "Vous hésitez\u{a0}?".to_owned(),
        (None, _) if short => format!("Pour «\u{a0}{}\u{a0}»\u{a0}:", advice.label),
        (None, _) => "Un indice\u{a0}:".to_owned(),
    };
    let rungs: Vec<_> = advice.rungs.iter().map(rung_said).collect();
    let count = |number| u8::try_from(number).unwrap_or(u8::MAX);
    let (rung, of) = (count(given), count(advice.ladder));
    view! { <Coach title="Un coup de main" rung of button=button><p>{opening}</p>{rungs}</Coach> }.into_any()
}

/// A rung, and the way to the place on the paper that it shows.
fn rung_said(rung: &Rung) -> AnyView {
    let show = rung.shows.as_ref().map(|mark| {
        let go = Go::submit(Gesture::Show { paper: mark.paper.clone(), place: mark.line.clone() }.write());
        view! {
            <p class="coach__show">
                <GoButton label="Montrez-moi sur le papier" go rank=Rank::Coach icon=Icon::Papers/>
                <span class="unseen">{mark.title.clone()}</span>
            </p>
        }
    });
    view! { <p>{rung.says.clone()}</p> {show} }.into_any()
}

/// What Miroir says at the end, apart from the imitated site.
fn verdict(finish: &Verdict, scenario: &str) -> AnyView {
    let mistakes: Vec<_> = finish
        .mistakes
        .iter()
        .map(|mistake| {
            view! { <li><b>{mistake.label.clone()}</b>"\u{a0}: " {mistake.explanation.clone()}</li> }
                .into_any()
        })
        .collect();
    let again = view! {
        <form method="post" action=EXERCISES>
            <input type="hidden" name=PROCEDURE value=scenario.to_owned()/>
            <Button label="Recommencer avec une autre personne" rank=Rank::Coach/>
        </form>
    }
    .into_any();
    let text = finish.text.clone();
    view! {
        <Coach title=finish.title.clone() button=Some(again)>
            <p>{text}</p>
            {(!mistakes.is_empty()).then(|| view! { <ul>{mistakes}</ul> })}
        </Coach>
    }
    .into_any()
}
