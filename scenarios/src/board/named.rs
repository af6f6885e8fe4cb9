//! The names of screens and questions as a board says them: filled from the persona, never from what was typed.

use crate::{
    graph::Graph,
    rehearsal::{self, Event, State},
};

/// What is needed to name the pages of one rehearsal: it knows how the rehearsal began, and nothing since.
#[derive(Debug, Clone)]
pub struct Named {
    blank: State,
}

impl Named {
    /// From the first event of a rehearsal; `None` for any other.
    pub fn from_start(event: &Event) -> Option<Self> {
        State::begin(event).map(|blank| Self { blank })
    }

    /// The title of a screen.
    pub fn screen(&self, graph: &Graph, id: &str) -> String {
        rehearsal::title_before_answers(graph, &self.blank, id)
    }

    /// The label of a question, as it stands on the screen `on`.
    pub fn question(&self, graph: &Graph, on: &str, id: &str) -> String {
        rehearsal::label_before_answers(graph, &self.blank, on, id)
    }

    /// The questions of a screen that can be pointed at: names and labels.
    pub fn questions(&self, graph: &Graph, on: &str) -> Vec<(String, String)> {
        rehearsal::labels_before_answers(graph, &self.blank, on)
    }

    /// The step that a screen belongs to, by its rank among the steps of the procedure.
    pub fn step(graph: &Graph, screen: &str) -> Option<usize> {
        let step = graph.screen(screen)?.step.as_deref()?;
        graph.steps().into_iter().position(|name| name == step)
    }
}
