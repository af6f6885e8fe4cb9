//! Names of screens and questions for whoever looks on: told as before any answer, so that no value is in them.

use super::{
    questions::{Wanted, questions},
    state::State,
    wording::{fill, general},
    world::Lived,
};
use crate::graph::Graph;

/// `blank` is the state that the rehearsal began with.
pub(crate) fn title_before_answers(graph: &Graph, blank: &State, id: &str) -> String {
    graph
        .screen(id)
        .map(|screen| fill(&screen.title, &Lived::on(graph, blank, screen, id)))
        .unwrap_or_default()
}

pub(crate) fn label_before_answers(graph: &Graph, blank: &State, on: &str, id: &str) -> String {
    let named = labels_before_answers(graph, blank, on).into_iter().find(|(name, _)| name == id);
    let unplaced = || {
        let (_, field) = graph.field(id)?;
        Some(general(&field.label))
    };
    named.map(|(_, label)| label).or_else(unplaced).unwrap_or_default()
}

/// Those of a screen, whatever the answers would call for.
pub(crate) fn labels_before_answers(graph: &Graph, blank: &State, on: &str) -> Vec<(String, String)> {
    let Some(screen) = graph.screen(on) else { return Vec::new() };
    let lived = Lived::on(graph, blank, screen, on);
    let asked = questions(screen, &lived, Wanted::Possible);
    asked.into_iter().map(|question| (question.id, fill(&question.field.label, &question.lived))).collect()
}
