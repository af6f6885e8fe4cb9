//! Everything that a rehearsal is pinned to, as one text: what a host edits later moves nobody.
//!
//! A scenario that reads nothing but itself is its own closure.

use std::collections::BTreeMap;

use scenarios::{
    check_parameters, graph::Graph, model::Scenario, parameters::Parameters, shared::Shared, text::Text,
};
use serde::{Deserialize, Serialize};

/// A scenario's text, and what it reads of its surroundings.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(super) struct Closure {
    scenario: String,
    /// Names and texts of the files of figures, those that come first before the others.
    #[serde(default, rename = "parametres", skip_serializing_if = "Vec::is_empty")]
    parameters: Vec<(String, String)>,
    /// Names and texts of the shared parts used.
    #[serde(default, rename = "communs", skip_serializing_if = "BTreeMap::is_empty")]
    shared: BTreeMap<String, String>,
}

impl Closure {
    /// The closure of a scenario read from `text`, which is followed by the parts of `shared` that it uses.
    pub(super) fn of(
        text: &Text,
        scenario: &Scenario,
        figures: &[(String, String)],
        shared: &Shared,
    ) -> Self {
        let reads_figures = scenario.calculation.is_some()
            || ["ramètre.", "rametre."].iter().any(|name| text.content.contains(name));
        let parameters = if reads_figures { figures.to_vec() } else { Vec::new() };
        let is_used = |part: &Text| text.others().any(|(name, _)| name == part.name);
        let used = shared.iter().filter(|(_, part)| is_used(part));
        let shared = used.map(|(name, part)| (name.to_owned(), part.content.clone())).collect();
        Self { scenario: text.own().to_owned(), parameters, shared }
    }

    /// As it is stored.
    pub(super) fn write(&self) -> String {
        if self.parameters.is_empty() && self.shared.is_empty() {
            return self.scenario.clone();
        }
        serde_json::to_string(self).unwrap_or_else(|_| self.scenario.clone())
    }

    /// From what is stored: a text that is no JSON is a scenario.
    pub(super) fn read(body: &str) -> Self {
        let alone = || Self { scenario: body.to_owned(), ..Self::default() };
        if body.starts_with('{') { serde_json::from_str(body).unwrap_or_else(|_| alone()) } else { alone() }
    }

    /// The graph, without asking the lints: what was begun can be finished.
    pub(super) fn graph(&self, name: &str) -> Option<Graph> {
        let mut shared = Shared::default();
        for (part, content) in &self.shared {
            shared.add(part, Text::new(part, content));
        }
        let text = shared.joined(Text::new(name, &self.scenario));
        let (scenario, _) = scenarios::syntax::parse_with(&text, &shared);
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
            shared: BTreeMap::from([("connexion".into(), "titre: Se connecter".into())]),
        };
        assert_eq!(Closure::read(&closure.write()), closure);
        let alone = Closure { scenario: "titre: Essai".into(), ..Closure::default() };
        assert_eq!((alone.write().as_str(), Closure::read("titre: Essai")), ("titre: Essai", alone.clone()));
    }
}
