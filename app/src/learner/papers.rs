//! The persona's papers: the table on which they lie, and each of them, visibly void.
//!
//! A scenario writes most papers by itself: `letter` draws them all. To add one that has a look of its own: its model in
//! `scenarios::papers`, a file here that draws it, a line in [`drawn`].

mod bill;
mod letter;
mod registration;

use leptos::prelude::*;
use scenarios::{
    date::Date,
    papers::Paper,
    persona::Persona,
    rehearsal::{self, CarriedPaper, Sheet},
};

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

/// All the papers; those received from the site come last.
pub fn list(exercise: Exercise<'_>) -> Page {
    let action = exercise.routes().papers();
    let (downloaded, carried): (Vec<_>, Vec<_>) =
        rehearsal::carried(exercise.graph, exercise.state).into_iter().partition(|paper| paper.downloaded);
    let received = (!downloaded.is_empty()).then(|| {
        view! { <h2>"Vos téléchargements"</h2> <ul class="sheets">{lines(downloaded)}</ul> }
    });
    let content = view! {
        <h1>"Vos papiers"</h1>
        <p>"Ouvrez un papier pour le lire. Ce que vous avez tapé dans la démarche est gardé."</p>
        <form method="post" action=action>
            <ul class="sheets">{lines(carried)}</ul>
            {received}
        </form>
        {back(exercise)}
    }
    .into_any();
    let body = exercise.framed(Place::Papers, Window::Desk, false, None, content);
    framed_page("Vos papiers", body)
}

fn lines(papers: Vec<CarriedPaper>) -> Vec<AnyView> {
    let line = |paper: CarriedPaper| {
        view! {
            <li>
                <Button label=paper.title rank=Rank::Secondary icon=Icon::Papers name="papier" value=paper.id/>
            </li>
        }
        .into_any()
    };
    papers.into_iter().map(line).collect()
}

/// One paper.
pub fn open(exercise: Exercise<'_>, sheet: Sheet) -> Page {
    let title = match &sheet {
        Sheet::Drawn(paper) => paper.title().to_owned(),
        Sheet::Written(letter) => letter.title.clone(),
    };
    let sheet = match sheet {
        Sheet::Drawn(paper) => drawn(paper, &exercise.state.persona),
        Sheet::Written(letter) => letter::sheet(*letter),
    };
    let content = view! {
        <h1>{title.clone()}</h1>
        {sheet}
        <div class="row">
            <ButtonLink label="Revenir à la démarche" href=exercise.routes().root() icon=Icon::ArrowLeft/>
            <ButtonLink label="Tous les papiers" href=exercise.routes().papers() rank=Rank::Secondary icon=Icon::Papers/>
        </div>
    }
    .into_any();
    let body = exercise.framed(Place::Papers, Window::Desk, false, None, content);
    framed_page(title, body)
}

fn drawn(paper: Paper, persona: &Persona) -> AnyView {
    match paper {
        Paper::CarteGrise => registration::sheet(persona),
        Paper::FactureNouveauLogement => bill::sheet(persona, bill::Home::New),
        Paper::FactureAncienLogement => bill::sheet(persona, bill::Home::Former),
    }
}

/// One line of a sheet.
fn line(name: impl Into<String>, value: impl Into<String>) -> AnyView {
    let (name, value) = (name.into(), value.into());
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
