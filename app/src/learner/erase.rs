//! « J'ai terminé : effacer »: one question, then nothing is left.

use leptos::prelude::*;

use super::{
    exercise::{Exercise, page as framed_page},
    frame::{Place, Window},
};
use crate::{
    routes::HOME,
    shell::{Page, plain},
    ui::{
        Example,
        button::{Button, ButtonLink, Rank},
        icon::{Icon, icon},
    },
};

/// Asked before, because nothing comes back after.
pub fn ask(exercise: Exercise<'_>) -> Page {
    let (told, more) = match exercise.room {
        None => ("Votre exercice sera effacé. Personne ne pourra le revoir, vous non plus.", None),
        Some(_) => (
            "Vous quitterez l’atelier. Personne ne pourra plus ouvrir votre exercice, vous non plus.",
            Some(ROOM_STAYS),
        ),
    };
    let content = view! {
        <h1>"Tout effacer\u{a0}?"</h1>
        <p>{told}</p>
        {more.map(|more| view! { <p>{more}</p> })}
        <form method="post" action=exercise.routes().erase() data-oubli="">
            <div class="row">
                <Button label="Oui, tout effacer" rank=Rank::Danger icon=Icon::Eraser/>
                <ButtonLink label="Non, revenir à la démarche" href=exercise.routes().root() rank=Rank::Secondary/>
            </div>
        </form>
    }
    .into_any();
    let body = exercise.framed(Place::Procedure, Window::Desk, content);
    framed_page("Tout effacer", body)
}

/// A room keeps what its mediator has seen, until it goes.
const ROOM_STAYS: &str = "Le bilan de l’atelier reste, sans votre nom. Il s’efface avec l’atelier.";

const ERASED: [&str; 3] = [
    "Tout est effacé",
    "Il ne reste rien de votre exercice, ni ici, ni ailleurs.",
    "Vous pouvez laisser la place, ou recommencer.",
];

const SEAT_GIVEN: [&str; 3] = [
    "Votre place est rendue",
    "Personne ne peut plus ouvrir votre exercice, ni ici, ni ailleurs.",
    ROOM_STAYS,
];

pub fn done() -> Page {
    Page::new(ERASED[0], plain(farewell(ERASED))).forgets(true)
}

/// The same from a room.
pub fn seat_given() -> Page {
    Page::new(SEAT_GIVEN[0], plain(farewell(SEAT_GIVEN))).forgets(true)
}

fn farewell([title, nothing_left, more]: [&'static str; 3]) -> impl IntoView {
    view! {
        <div class="farewell">
            <span class="farewell__sign" aria-hidden="true">{icon(Icon::Check)}</span>
            <h1 class="farewell__title">{title}</h1>
            <p class="farewell__text">{nothing_left}</p>
            <p class="farewell__text">{more}</p>
            <div class="row">
                <ButtonLink label="Retour à l’accueil" href=HOME icon=Icon::Home/>
            </div>
        </div>
    }
}

pub fn examples() -> Vec<Example> {
    vec![Example::new(ERASED[0], farewell(ERASED)), Example::new(SEAT_GIVEN[0], farewell(SEAT_GIVEN))]
}
