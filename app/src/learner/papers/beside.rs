//! The paper that lies beside the clone, in Miroir's column, so that one reads the one while typing in the other. Where
//! there is no room beside, it lies below.

use leptos::prelude::*;
use scenarios::rehearsal::{self, Advice, CarriedPaper, Mark, Sheet};

use super::{
    super::{exercise::Exercise, pointer::Pointer},
    sheet,
};
use crate::{
    routes::{BESIDE, Gesture},
    shell::CONTENT,
    ui::{
        button::{ButtonLink, Go, GoButton, Rank},
        details::Details,
        icon::Icon,
        pane::Pane,
    },
};

/// The paper laid there, its place marked when the last hint shows one.
pub(in crate::learner) fn beside(exercise: Exercise<'_>, advice: Option<&Advice>) -> Option<AnyView> {
    let id = exercise.state.beside.as_deref()?;
    let papers = rehearsal::carried(exercise.graph, exercise.state);
    let paper = papers.iter().find(|paper| paper.id == id)?;
    let sheet = rehearsal::paper(exercise.graph, exercise.state, id)?;
    Some(lying(exercise, paper, sheet, marked(advice, id)))
}

/// The ways to lay another paper there.
pub(in crate::learner) fn shelf(exercise: Exercise<'_>) -> Option<AnyView> {
    let papers = rehearsal::carried(exercise.graph, exercise.state);
    let laid = exercise.state.beside.as_deref();
    let others: Vec<_> = papers.iter().filter(|paper| laid != Some(paper.id.as_str())).map(other).collect();
    (!others.is_empty()).then(|| {
        let summary = if laid.is_some() { "Prendre un autre papier" } else { "Garder un papier à côté" };
        view! {
            <Pane><Details summary><ul class="sheets sheets--short">{others}</ul></Details></Pane>
        }
        .into_any()
    })
}

/// The place that the last hint shows on this very paper.
fn marked<'a>(advice: Option<&'a Advice>, id: &str) -> Option<&'a str> {
    let shown = advice?.rungs.iter().rev().find_map(|rung| rung.shows.as_ref());
    shown.filter(|mark: &&Mark| mark.paper == id).map(|mark| mark.line.as_str())
}

fn lying(exercise: Exercise<'_>, paper: &CarriedPaper, open: Sheet, marked: Option<&str>) -> AnyView {
    let away = Go::submit(Gesture::PutAway.write());
    view! {
        <section class="beside" id=BESIDE tabindex="-1" aria-label=format!("Papier à côté\u{a0}: {}", paper.title)>
            <div class="beside__ways">
                <ButtonLink label="Retour à la page" href=format!("#{CONTENT}") rank=Rank::Quiet icon=Icon::ArrowLeft/>
                <GoButton label="Ranger" about=paper.title.clone() go=away rank=Rank::Quiet/>
            </div>
            {sheet(&exercise.state.persona, open, marked)}
            <Pointer/>
        </section>
    }
    .into_any()
}

fn other(paper: &CarriedPaper) -> AnyView {
    let go = Go::submit(Gesture::Lay(paper.id.clone()).write());
    view! { <li><GoButton label=paper.title.clone() go rank=Rank::Quiet icon=Icon::Papers/></li> }.into_any()
}
