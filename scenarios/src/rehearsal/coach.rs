//! Graded help: what to say next, and about which question.
//!
//! It never gives a rung that was not asked for, and never blames.

use super::{decide::is_right, state::State, wording::fill};
use crate::{
    graph::{Field, Graph},
    guard::Outcome,
};

/// What the coach has to say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Advice {
    /// The question it is about.
    pub field: String,
    pub label: String,
    /// The screen that asks it, when it is not the current one.
    pub elsewhere: Option<String>,
    /// What the mistake is, when it has a name.
    pub explanation: Option<String>,
    /// Rungs given so far, weakest first.
    pub rungs: Vec<String>,
    /// Rungs there are in all.
    pub ladder: usize,
}

/// Help on the question that needs it most: one refused, else one passed with a mistake, else the first one open.
pub fn advise(graph: &Graph, state: &State) -> Option<Advice> {
    if state.ended.is_some() {
        return None;
    }
    let (field, elsewhere) = refused(graph, state)
        .or_else(|| passed_with_a_mistake(graph, state))
        .or_else(|| first_open(graph, state))?;
    let given = usize::from(state.hints.get(&field.key).copied().unwrap_or_default());
    let named = state.mistakes.get(&field.key);
    Some(Advice {
        field: field.key.clone(),
        label: field.label.clone(),
        elsewhere,
        explanation: named
            .and_then(|key| field.mistakes.iter().find(|mistake| mistake.key == *key))
            .map(|mistake| fill(&mistake.explanation, state)),
        rungs: field.hints.iter().take(given).map(|hint| fill(hint, state)).collect(),
        ladder: field.hints.len(),
    })
}

type Target<'a> = (&'a Field, Option<String>);

fn refused<'a>(graph: &'a Graph, state: &State) -> Option<Target<'a>> {
    let problem = state.problems.first()?;
    graph.screen(&state.screen)?.field(&problem.field).map(|field| (field, None))
}

/// A mistake with a name on a page already passed: it can still be put right before the end.
fn passed_with_a_mistake<'a>(graph: &'a Graph, state: &State) -> Option<Target<'a>> {
    state.mistakes.keys().find_map(|key| {
        let (screen, field) = graph.field(key)?;
        state.trail.contains(&screen.key).then(|| (field, Some(screen.key.clone())))
    })
}

fn first_open<'a>(graph: &'a Graph, state: &State) -> Option<Target<'a>> {
    let fields = &graph.screen(&state.screen)?.fields;
    let open = |field: &&Field| {
        !field.hints.is_empty()
            && state
                .answers
                .get(&field.key)
                .is_none_or(|outcome| *outcome == Outcome::Empty || !is_right(state, field, outcome))
    };
    fields.iter().find(open).map(|field| (field, None))
}
