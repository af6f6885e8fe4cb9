//! The envelope: card, identifiers, steps in plain words and papers of one person, to print in one go.
//!
//! It prints nothing by itself: the browser does, and the page says how.

use leptos::prelude::*;
use scenarios::{
    persona::{ON_CARD, Persona},
    rehearsal,
};

use super::{
    card,
    exercise::{Exercise, page as framed_page},
    frame::{Place, Window},
    papers,
};
use crate::{
    shell::Page,
    ui::{
        button::{ButtonLink, Rank},
        icon::Icon,
        summary_list::SummaryList,
    },
};

/// What one types to log in; the rest of the card says who one is.
const CODES: &[&str] =
    &["courriel", "telephone", "numero-de-securite-sociale", "numero-allocataire", "mot-de-passe"];

pub fn page(exercise: Exercise<'_>) -> Page {
    let title = title(exercise);
    let content = view! {
        <div class="envelope">
            <h1>{title.clone()}</h1>
            {how(exercise)}
            {kit(exercise)}
        </div>
    }
    .into_any();
    let body = exercise.framed(Place::Papers, Window::Desk, content);
    framed_page(title, body)
}

/// « L'enveloppe de … ».
pub fn title(exercise: Exercise<'_>) -> String {
    let value = |path| exercise.state.persona.value(path).unwrap_or_default();
    format!("L’enveloppe de {} {}", value("prenom"), value("nom"))
}

/// What is in it.
pub fn kit(exercise: Exercise<'_>) -> AnyView {
    let persona = &exercise.state.persona;
    let who: Vec<&str> = ON_CARD.iter().copied().filter(|path| !CODES.contains(path)).collect();
    view! {
            <p class="envelope__about">
                "Démarche\u{a0}: " <b>{exercise.graph.title.clone()}</b>
                ". Cette personne n’existe pas. Utilisez ses informations, jamais les vôtres."
            </p>
            <section class="envelope__part">
                <h2>"Votre personnage"</h2>
                <SummaryList rows=card::rows(persona, &who)/>
                {card::household(persona)}
            </section>
            {codes(persona)}
            {steps(rehearsal::envelope(exercise.graph, exercise.state))}
            {sheets(exercise)}
    }
    .into_any()
}

/// Back to the procedure, or on to the envelope.
pub(super) fn ways(exercise: Exercise<'_>) -> AnyView {
    let routes = exercise.routes();
    view! {
        <div class="row">
            <ButtonLink label="Revenir à la démarche" href=routes.root() icon=Icon::ArrowLeft/>
            <ButtonLink label="Tout imprimer\u{a0}: l’enveloppe" href=routes.envelope() rank=Rank::Secondary icon=Icon::Print/>
        </div>
    }
    .into_any()
}

/// On the screen alone: how a browser prints.
fn how(exercise: Exercise<'_>) -> AnyView {
    let routes = exercise.routes();
    view! {
        <section class="envelope__how">
            <h2>"Pour imprimer cette page"</h2>
            <ul>
                <li>"Gardez la touche " <kbd>"Ctrl"</kbd> " appuyée, puis appuyez sur " <kbd>"P"</kbd> "."</li>
                <li>"Ou ouvrez le menu du navigateur. Choisissez «\u{a0}Imprimer\u{a0}»."</li>
                <li>"Sur un téléphone, ouvrez le menu du navigateur. Choisissez «\u{a0}Partager\u{a0}», puis «\u{a0}Imprimer\u{a0}»."</li>
            </ul>
            <p>"La fiche, les étapes et les papiers s’impriment ensemble. Ce cadre ne s’imprime pas."</p>
            <div class="row">
                <ButtonLink label="Revenir à la démarche" href=routes.root() icon=Icon::ArrowLeft/>
                <ButtonLink label="Tous les papiers" href=routes.papers() rank=Rank::Secondary icon=Icon::Papers/>
            </div>
        </section>
    }
    .into_any()
}

fn codes(persona: &Persona) -> Option<AnyView> {
    let rows = card::rows(persona, CODES);
    (!rows.is_empty()).then(|| {
        view! {
            <section class="envelope__part envelope__codes">
                <h2>"Pour vous connecter"</h2>
                <SummaryList rows/>
            </section>
        }
        .into_any()
    })
}

fn steps(steps: Vec<String>) -> Option<AnyView> {
    let steps: Vec<_> = steps.into_iter().map(|step| view! { <li>{step}</li> }.into_any()).collect();
    (!steps.is_empty()).then(|| {
        view! {
            <section class="envelope__part">
                <h2>"Les étapes"</h2>
                <ol class="envelope__steps">{steps}</ol>
            </section>
        }
        .into_any()
    })
}

/// Every paper, numbered, so that a missing one is seen.
fn sheets(exercise: Exercise<'_>) -> Option<AnyView> {
    let (graph, state) = (exercise.graph, exercise.state);
    let carried = rehearsal::carried(graph, state);
    let sheets = carried
        .into_iter()
        .filter_map(|paper| Some((paper.title, rehearsal::paper(graph, state, &paper.id)?)));
    let sheets: Vec<_> = sheets.collect();
    let count = sheets.len();
    let drawn: Vec<_> = sheets
        .into_iter()
        .enumerate()
        .map(|(at, (title, sheet))| {
            view! {
                <section class="envelope__paper">
                    <h3>"Papier " {at + 1} " sur " {count} "\u{a0}: " {title}</h3>
                    {papers::sheet(&state.persona, sheet, None)}
                </section>
            }
            .into_any()
        })
        .collect();
    (count > 0).then(|| view! { <h2 class="envelope__papers">"Les papiers"</h2> {drawn} }.into_any())
}
