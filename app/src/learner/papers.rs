//! The persona's papers: the table on which they lie, and each of them, visibly void.
//!
//! To add one: its model in `scenarios::papers`, a file here that draws it, a line in [`sheet`].

mod bill;
mod registration;

use leptos::prelude::*;
use scenarios::{date::Date, papers::Paper, persona::Persona};

use super::{
    card::back,
    exercise::{Exercise, page as framed_page},
    frame::{Place, Window},
};
use crate::{
    shell::Page,
    ui::{
        button::{Button, ButtonLink, Rank},
        icon::Icon,
    },
};

/// Said first on each sheet, and drawn across it by its style.
const VOID: &str = "SPÉCIMEN — ENTRAÎNEMENT";

/// All the papers.
pub fn list(exercise: Exercise<'_>) -> Page {
    let action = exercise.routes().papers();
    let papers: Vec<_> = exercise
        .state
        .persona
        .papers
        .iter()
        .map(|paper| {
            view! {
                <li>
                    <Button label=paper.title() rank=Rank::Secondary icon=Icon::Papers name="papier" value=paper.key()/>
                </li>
            }
            .into_any()
        })
        .collect();
    let content = view! {
        <h1>"Vos papiers"</h1>
        <p>"Ouvrez un papier pour le lire. Ce que vous avez tapé dans la démarche est gardé."</p>
        <form method="post" action=action>
            <ul class="sheets">{papers}</ul>
        </form>
        {back(exercise)}
    }
    .into_any();
    let body = exercise.framed(Place::Papers, Window::Desk, false, None, content);
    framed_page("Vos papiers", body)
}

/// One paper.
pub fn open(exercise: Exercise<'_>, paper: Paper) -> Page {
    let content = view! {
        <h1>{paper.title()}</h1>
        {sheet(paper, &exercise.state.persona)}
        <div class="row">
            <ButtonLink label="Revenir à la démarche" href=exercise.routes().root() icon=Icon::ArrowLeft/>
            <ButtonLink label="Tous les papiers" href=exercise.routes().papers() rank=Rank::Secondary icon=Icon::Papers/>
        </div>
    }
    .into_any();
    let body = exercise.framed(Place::Papers, Window::Desk, false, None, content);
    framed_page(paper.title(), body)
}

fn sheet(paper: Paper, persona: &Persona) -> AnyView {
    match paper {
        Paper::CarteGrise => registration::sheet(persona),
        Paper::FactureNouveauLogement => bill::sheet(persona, bill::Home::New),
        Paper::FactureAncienLogement => bill::sheet(persona, bill::Home::Former),
    }
}

/// One line of a sheet.
fn line(name: &'static str, value: impl Into<String>) -> AnyView {
    let value = value.into();
    view! { <div class="papers__field"><dt>{name}</dt><dd>{value}</dd></div> }.into_any()
}

fn value<'a>(persona: &'a Persona, path: &str) -> &'a str {
    persona.value(path).unwrap_or_default()
}

/// « 14/03/2016 », as papers print dates.
fn day(persona: &Persona, path: &str) -> String {
    let text = value(persona, path);
    Date::from_iso(text).map_or_else(|_| text.to_owned(), Date::in_digits)
}
