//! « Je suis perdu » : where one is, what was done, what comes next.

use leptos::prelude::*;
use scenarios::rehearsal::Whereabouts;

use super::{
    card::back,
    exercise::{Exercise, page as framed_page},
    frame::{Place, Window},
    help,
};
use crate::{
    shell::Page,
    ui::{
        button::{ButtonLink, Rank},
        icon::Icon,
    },
};

pub fn page(exercise: Exercise<'_>, here: Option<Whereabouts>) -> Page {
    let content = match here {
        Some(here) => somewhere(exercise, here),
        None => view! {
            <h1>"Où suis-je\u{a0}?"</h1>
            <p>"Vous avez fini cet exercice. Il n’y a plus rien à faire."</p>
            <p>"Vous pouvez revoir la fin, recommencer, ou tout effacer."</p>
        }
        .into_any(),
    };
    let content = view! { {content} {back(exercise)} }.into_any();
    let body = exercise.framed(Place::Lost, Window::Desk, content);
    framed_page("Où suis-je\u{a0}?", body)
}

fn somewhere(exercise: Exercise<'_>, here: Whereabouts) -> AnyView {
    let site = exercise.graph.site.name.clone();
    let step = here.step.map(|step| {
        view! { <p>{format!("C’est l’étape {} sur {}.", step + 1, here.steps.len())}</p> }
    });
    let wrong = here.wrong_turn.then(|| {
        view! { <p>"Cette page ne mène pas à la démarche. Rien n’est perdu\u{a0}: on revient en arrière."</p> }
    });
    let done: Vec<_> = here.done.iter().map(|title| view! { <li>{title.clone()}</li> }.into_any()).collect();
    let done = if done.is_empty() {
        view! { <p>"Rien encore. Vous êtes au début."</p> }.into_any()
    } else {
        view! { <ol class="lost__done">{done}</ol> }.into_any()
    };
    let sent = here.sent.then(|| view! { <p><b>"Votre demande est envoyée."</b></p> });
    let next = match &here.next {
        Some(step) => help::moved(step),
        None => view! { <p>"Pendant l’épreuve, l’aide attend la fin. Relisez la page, puis essayez."</p> }
            .into_any(),
    };
    view! {
        <h1>"Où suis-je\u{a0}?"</h1>
        <p>"On se perd souvent sur un site. Vous n’avez rien cassé."</p>
        <h2>"Vous êtes ici"</h2>
        <p>"Sur le site «\u{a0}" {site} "\u{a0}», à la page «\u{a0}" <b>{here.page}</b> "\u{a0}»."</p>
        {step}
        {wrong}
        <h2>"Vous avez déjà fait"</h2>
        {done}
        {sent}
        <h2>"Maintenant"</h2>
        {next}
        <p>
            <ButtonLink label="Relire la fiche de mon personnage" href=exercise.routes().card() rank=Rank::Quiet icon=Icon::Card/>
        </p>
    }
    .into_any()
}
