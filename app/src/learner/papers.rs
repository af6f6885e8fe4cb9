//! The persona's papers: the table on which they lie, and each of them, visibly void.
//!
//! A scenario writes letters by itself: `letter` draws them all. To add one that has a look of its own: its model in
//! `scenarios::papers`, a file here that draws it, a line in [`drawn`]. Every amount is shown through a [`Drawn`], so that
//! a hint can mark its place.

mod bill;
mod letter;
mod registration;

use leptos::prelude::*;
use scenarios::{
    date::{Date, Month},
    papers::{Paper, numbered},
    persona::{self, Persona},
    rehearsal::{self, CarriedPaper, Sheet},
    term::Kind,
};

use super::{
    card::back,
    exercise::{Exercise, page as framed_page},
    frame::{Place, Window},
};
use crate::{
    routes::HERE,
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

/// One paper. `marked` is the place that a hint shows.
pub fn open(exercise: Exercise<'_>, sheet: Sheet, marked: Option<&str>) -> Page {
    let title = match &sheet {
        Sheet::Drawn(paper, numbers) => paper.full_title(&exercise.state.persona, numbers),
        Sheet::Written(letter) => letter.title.clone(),
    };
    let sheet = self::sheet(&exercise.state.persona, sheet, marked);
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

/// The sheet alone.
pub(super) fn sheet(persona: &Persona, sheet: Sheet, marked: Option<&str>) -> AnyView {
    match sheet {
        Sheet::Drawn(paper, numbers) => drawn(paper, &Drawn { persona, numbers: &numbers, marked }),
        Sheet::Written(letter) => letter::sheet(*letter, marked),
    }
}

fn drawn(paper: Paper, sheet: &Drawn<'_>) -> AnyView {
    match paper {
        Paper::CarteGrise => registration::sheet(sheet),
        Paper::FactureNouveauLogement => bill::sheet(sheet, bill::Home::New),
        Paper::FactureAncienLogement => bill::sheet(sheet, bill::Home::Former),
        Paper::BulletinDePaie
        | Paper::BulletinDePaieEnfant
        | Paper::ReleveDeChomage
        | Paper::DecompteIndemnitesJournalieres
        | Paper::CourrierPensionAlimentaire
        | Paper::QuittanceDeLoyer
        | Paper::ReleveBancaire
        | Paper::DeclarationPreremplie
        | Paper::AvisDImpot
        | Paper::BulletinDeDecembre
        | Paper::CarteDIdentite => letter::plain(sheet, paper),
    }
}

/// The values that a drawn paper shows, and the place of which is marked.
#[derive(Clone, Copy)]
struct Drawn<'a> {
    persona: &'a Persona,
    /// Of the items it is about: they stand for the `*` of paths, from the left.
    numbers: &'a [usize],
    marked: Option<&'a str>,
}

impl<'a> Drawn<'a> {
    /// As the persona holds it; empty when it does not.
    fn value(&self, path: &str) -> &'a str {
        self.persona.value(&numbered(path, self.numbers)).unwrap_or_default()
    }

    fn has(&self, path: &str) -> bool {
        self.persona.value(&numbered(path, self.numbers)).is_some()
    }

    /// « 14/03/2016 », « juillet 2026 », « 1 478,00 € »: as papers print it.
    fn printed(&self, path: &str) -> String {
        let text = self.value(path);
        let kind = persona::kind(path).map(|value| &value.kind);
        let printed = match kind {
            Some(Kind::Date) => Date::from_iso(text).ok().map(Date::in_digits),
            Some(Kind::Month) => Month::from_iso(text).ok().map(Month::in_words),
            Some(Kind::Money) => (!text.is_empty()).then(|| amount(text)),
            _ => None,
        };
        printed.unwrap_or_else(|| text.to_owned())
    }

    /// The value at `path`, where a hint can point.
    fn place(&self, path: &str) -> AnyView {
        place(self.printed(path), path.rsplit('.').next().unwrap_or_default(), self.marked)
    }

    /// A name and the value at `path`, where a hint can point.
    fn line(&self, name: impl Into<String>, path: &str) -> AnyView {
        line(name, self.place(path))
    }
}

/// « 1 478,00 € », always with its cents.
fn amount(stored: &str) -> String {
    let (whole, cents) = stored.split_once('.').unwrap_or((stored, "00"));
    let mut grouped = String::new();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at) % 3 == 0 {
            grouped.push('\u{202f}');
        }
        grouped.push(digit);
    }
    format!("{grouped},{cents:0<2}\u{a0}€")
}

/// A value that bears the name `key`, marked when a hint points at it: in colour, with a sign, and in words.
fn place(value: String, key: &str, marked: Option<&str>) -> AnyView {
    if marked != Some(key) {
        return value.into_any();
    }
    view! { <mark class="papers__here" id=HERE>{value} <span class="papers__arrow">"C’est ici"</span></mark> }
        .into_any()
}

/// One line of a sheet.
fn line(name: impl Into<String>, value: impl IntoView + 'static) -> AnyView {
    let name = name.into();
    view! { <div class="papers__field"><dt>{name}</dt><dd>{value.into_any()}</dd></div> }.into_any()
}
