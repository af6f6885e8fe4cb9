//! The persona's papers: the table on which they lie, and each of them, visibly void.
//!
//! A scenario writes letters by itself: `letter` draws them all. To add one that has a look of its own: its model in
//! `scenarios::papers`, a file here that draws it, a line in [`drawn`]. Every amount is shown through a [`Drawn`], so that
//! a hint can mark its place.

mod amounts;
mod beside;
mod drawn;

mod bank;
mod bill;
mod december;
mod identity;
mod letter;
mod payslip;
mod registration;
mod rent;
mod statement;
mod support;
mod tax_notice;
mod tax_return;

mod examples;

use leptos::prelude::*;
use scenarios::{
    papers::Paper,
    persona::Persona,
    rehearsal::{self, CarriedPaper, Sheet},
};

pub(super) use self::beside::{beside, shelf};
use self::drawn::{Drawn, line, place};
pub use self::examples::examples;
use super::{
    envelope,
    exercise::{Exercise, page as framed_page},
    frame::{Place, Window},
    pointer::Pointer,
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

/// The name of the button that lays a paper beside the clone.
pub const LAY: &str = "poser";

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
        {envelope::ways(exercise)}
    }
    .into_any();
    let body = exercise.framed(Place::Papers, Window::Desk, content);
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
pub fn open(exercise: Exercise<'_>, id: String, sheet: Sheet, marked: Option<&str>) -> Page {
    let title = match &sheet {
        Sheet::Drawn(paper, numbers) => paper.full_title(&exercise.state.persona, numbers),
        Sheet::Written(letter) => letter.title.clone(),
    };
    let sheet = self::sheet(&exercise.state.persona, sheet, marked);
    let lay = exercise.state.ended.is_none().then(|| {
        let action = exercise.routes().papers();
        view! {
            <form class="papers__lay" method="post" action=action>
                <Button label="Garder ce papier à côté de la démarche" rank=Rank::Secondary icon=Icon::Attach name=LAY value=id/>
            </form>
        }
    });
    let content = view! {
        <h1>{title.clone()}</h1>
        {sheet}
        <Pointer/>
        {lay}
        <div class="row">
            <ButtonLink label="Revenir à la démarche" href=exercise.routes().root() icon=Icon::ArrowLeft/>
            <ButtonLink label="Tous les papiers" href=exercise.routes().papers() rank=Rank::Secondary icon=Icon::Papers/>
        </div>
    }
    .into_any();
    let body = exercise.framed(Place::Papers, Window::Desk, content);
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
        Paper::BulletinDePaie => payslip::sheet(sheet, payslip::Worker::Adult),
        Paper::BulletinDePaieEnfant => payslip::sheet(sheet, payslip::Worker::Child),
        Paper::ReleveDeChomage => statement::sheet(sheet, statement::Benefit::Unemployment),
        Paper::DecompteIndemnitesJournalieres => statement::sheet(sheet, statement::Benefit::SickLeave),
        Paper::CourrierPensionAlimentaire => support::sheet(sheet),
        Paper::QuittanceDeLoyer => rent::sheet(sheet),
        Paper::ReleveBancaire => bank::sheet(sheet),
        Paper::DeclarationPreremplie => tax_return::sheet(sheet),
        Paper::AvisDImpot => tax_notice::sheet(sheet),
        Paper::BulletinDeDecembre => december::sheet(sheet),
        Paper::CarteDIdentite => identity::sheet(sheet),
    }
}

#[cfg(test)]
mod tests;
