//! The page of a rehearsal: the clone's screen in its frame, help beside it.

use leptos::prelude::*;
use scenarios::rehearsal::{self, Advice, Call, STOPPED, Screen};

use super::{
    exercise::{Exercise, page as framed_page},
    frame::{Column, Furniture, Place},
    guard::{Guard, GuardWords},
    help,
    hints::{Hints, Places},
    journal, papers, words,
};
use crate::{
    mirror::{self, field::POINTED},
    routes::BESIDE,
    shell::Page,
    ui::{
        button::PAGE_FORM,
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
    /// The number of the last sending of which the server keeps a draft; empty when there is none.
    pub received: String,
}

pub fn page(rehearsing: Rehearsing<'_>) -> Page {
    let Rehearsing { exercise, screen, advice, detour, submission, received } = rehearsing;
    let action = exercise.routes().page(&screen.key);
    let over = screen.finish.as_ref().and_then(|finish| finish.verdict.as_ref());
    let can_finish = rehearsal::can_finish(exercise.graph, exercise.state);
    let coach = match over {
        Some(over) => {
            let review = rehearsal::review(exercise.graph, exercise.state);
            let ready = exercise.graph.for_real.as_ref().map(|_| exercise.routes());
            Some(help::verdict(over, &review, exercise.scenario, ready))
        }
        None if screen.current => Some(help::panel(exercise.state, advice.as_ref(), can_finish)),
        None => None,
    };
    let has_form = over.is_none();
    let advice = advice.as_ref();
    let pointed = match &exercise.state.call {
        // A mediator points before the coach does.
        Some(Call::Point { field, .. }) => Some(field.as_str()),
        _ => advice.filter(|advice| advice.points).map(|advice| advice.about.as_str()),
    };
    let column = Column {
        coach,
        // Once there is no form, nobody types any more.
        paper: if has_form { papers::beside(exercise, advice) } else { None },
        shelf: if has_form { papers::shelf(exercise) } else { None },
        words: words::pane(&screen.words),
        room: None,
    };
    let guard = has_form.then(|| {
        let known = exercise.state.persona.values.values().cloned().collect::<Vec<_>>();
        let words = GuardWords { error: "Erreur\u{a0}: ".to_owned(), stopped: STOPPED.to_owned() };
        view! { <Guard form=PAGE_FORM.to_owned() known words/> }
    });
    let journal = has_form.then(|| journal::sheet(&exercise.state.persona, received));
    let hints =
        (has_form && screen.current).then(|| view! { <Hints form=PAGE_FORM.to_owned() places=places()/> });
    let content = view! {
        {notice(detour, &screen)}
        {mirror::screen::screen(&screen, action, submission, mirror::screen::Beside { pointed, below: journal })}
        {guard}
        {hints}
    }
    .into_any();
    let furniture = Furniture {
        banner: mirror::cookies::banner(screen.cookies.as_ref()),
        menu: mirror::screen::menu(&screen),
    };
    let window = exercise.site(&screen.path);
    let body = exercise.framed_with(furniture, Place::Procedure, window, has_form, column, content);
    framed_page(screen.title.clone(), body)
        .wrong(screen.problems.iter().any(|problem| !problem.news))
        .forgets(!has_form)
}

fn places() -> Places {
    Places { coach: help::PART.to_owned(), pointed: POINTED.to_owned(), paper: BESIDE.to_owned() }
}

fn notice(detour: Option<Detour>, screen: &Screen) -> Option<AnyView> {
    let sentence = match detour {
        Some(detour) => detour.sentence(),
        None if !screen.current => "Cette page est déjà remplie. Vous pouvez la changer, puis continuer.",
        None => return None,
    };
    Some(view! { <Notice tone=Tone::Info>{sentence}</Notice> }.into_any())
}
