//! Everything that a rehearsal is pinned to, as one text: what a host edits later moves nobody.
//!
//! A scenario that reads nothing but itself is its own closure.

use scenarios::{check_parameters, graph::Graph, model::Scenario, parameters::Parameters, text::Text};
use serde::{Deserialize, Serialize};

/// A scenario's text, and what it reads of its surroundings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Closure {
    scenario: String,
    /// Names and texts of the files of figures, those that come first before the others.
    #[serde(default, rename = "parametres", skip_serializing_if = "Vec::is_empty")]
    parameters: Vec<(String, String)>,
}

impl Closure {
    /// The closure of a scenario read from `text`.
    pub(super) fn of(text: &str, scenario: &Scenario, figures: &[(String, String)]) -> Self {
        let reads_figures =
            scenario.calculation.is_some() || text.contains("ramètre.") || text.contains("rametre.");
        let parameters = if reads_figures { figures.to_vec() } else { Vec::new() };
        Self { scenario: text.to_owned(), parameters }
    }

    /// As it is stored.
    pub(super) fn write(&self) -> String {
        if self.parameters.is_empty() {
            return self.scenario.clone();
        }
        serde_json::to_string(self).unwrap_or_else(|_| self.scenario.clone())
    }

    /// From what is stored: a text that is no JSON is a scenario.
    pub(super) fn read(body: &str) -> Self {
        let alone = || Self { scenario: body.to_owned(), parameters: Vec::new() };
        if body.starts_with('{') { serde_json::from_str(body).unwrap_or_else(|_| alone()) } else { alone() }
    }

    /// The graph, without asking the lints: what was begun can be finished.
    pub(super) fn graph(&self, name: &str) -> Option<Graph> {
        let (scenario, _) = scenarios::syntax::parse(&Text::new(name, &self.scenario));
        let parameters =
            self.parameters.iter().rev().fold(Parameters::default(), |known, (name, content)| {
                check_parameters(&Text::new(name, content)).0.over(known)
            });
        Graph::build_with(&scenario, &parameters).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_closure_is_read_back_as_it_was_written() {
        let closure = Closure {
            scenario: "titre: Essai".into(),
            parameters: vec![("impot.yaml".into(), "impôt: {}".into())],
        };
        assert_eq!(Closure::read(&closure.write()), closure);
        let alone = Closure { scenario: "titre: Essai".into(), parameters: Vec::new() };
        assert_eq!((alone.write().as_str(), Closure::read("titre: Essai")), ("titre: Essai", alone.clone()));
    }
}
