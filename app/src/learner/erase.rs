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
    let content = view! {
        <h1>"Tout effacer\u{a0}?"</h1>
        <p>"Votre exercice sera effacé. Personne ne pourra le revoir, vous non plus."</p>
        <form method="post" action=exercise.routes().erase() data-oubli="">
            <div class="row">
                <Button label="Oui, tout effacer" rank=Rank::Danger icon=Icon::Eraser/>
                <ButtonLink label="Non, revenir à la démarche" href=exercise.routes().root() rank=Rank::Secondary/>
            </div>
        </form>
    }
    .into_any();
    let body = exercise.framed(Place::Procedure, Window::Desk, false, None, content);
    framed_page("Tout effacer", body)
}

pub fn done() -> Page {
    Page::new("Tout est effacé", plain(farewell())).forgets(true)
}

fn farewell() -> impl IntoView {
    view! {
        <div class="farewell">
            <span class="farewell__sign" aria-hidden="true">{icon(Icon::Check)}</span>
            <h1 class="farewell__title">"Tout est effacé"</h1>
            <p class="farewell__text">"Il ne reste rien de votre exercice, ni ici, ni ailleurs."</p>
            <p class="farewell__text">"Vous pouvez laisser la place, ou recommencer."</p>
            <div class="row">
                <ButtonLink label="Retour à l’accueil" href=HOME icon=Icon::Home/>
            </div>
        </div>
    }
}

pub fn examples() -> Vec<Example> {
    vec![Example::new("Tout est effacé", farewell())]
}
