//! « Je suis perdu » : where one is, what was done, what comes next, in the words of the imitated site.

use super::{
    mode::Mode,
    shown::{self, Step},
    state::State,
    wording::fill,
    world::Lived,
};
use crate::graph::Graph;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Whereabouts {
    /// Title of the current page.
    pub page: String,
    /// Names of the steps of the procedure, and the rank of the current one.
    pub steps: Vec<String>,
    pub step: Option<usize>,
    /// Titles of the pages passed that are on the way, in order, once each.
    pub done: Vec<String>,
    /// The page leads nowhere. Not told during a test.
    pub wrong_turn: bool,
    /// What to do now; it never tells an answer. Nothing during a test.
    pub next: Option<Step>,
    /// The request was registered.
    pub sent: bool,
}

/// Where the learner is; `None` once it is over.
pub fn whereabouts(graph: &Graph, state: &State) -> Option<Whereabouts> {
    let screen = graph.screen(&state.screen)?;
    if state.ended.is_some() {
        return None;
    }
    let title = |id: &String| {
        let screen = graph.screen(id)?;
        Some(fill(&screen.title, &Lived::on(graph, state, screen, id)))
    };
    let mut done: Vec<String> = Vec::new();
    for passed in state.trail.iter().filter(|id| state.passed.contains(*id)).filter_map(title) {
        if !done.contains(&passed) {
            done.push(passed);
        }
    }
    let steps: Vec<String> = graph.steps().into_iter().map(ToOwned::to_owned).collect();
    let next = (state.mode != Mode::Test).then(|| shown::step(graph, state)).flatten();
    let next = next.map(|step| match step {
        Step::Answer { button, .. } => Step::Answer { answers: Vec::new(), button },
        other => other,
    });
    Some(Whereabouts {
        page: title(&state.screen)?,
        step: screen.step.as_ref().and_then(|step| steps.iter().position(|name| name == step)),
        steps,
        done,
        wrong_turn: screen.detour && state.mode != Mode::Test,
        next,
        sent: state.registered,
    })
}
