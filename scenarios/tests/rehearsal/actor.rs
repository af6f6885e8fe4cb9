//! A learner who plays the small procedure, without server or pages.

use std::collections::BTreeMap;

use super::{household::camille_at_home, persona::camille};

use scenarios::{
    check,
    date::Date,
    graph::Graph,
    persona::Persona,
    rehearsal::{self, Answers, Command, Draft, Event, Screen, Stale, Start, State, Viewer},
    shared::Shared,
    syntax,
    text::Text,
};

const SCENARIO: &str = include_str!("../../procedures/ants/changement-adresse/scenario.yaml");
const LOG_IN: &str = include_str!("../../communs/connexion-par-courriel.yaml");
const HOUSEHOLD: &str = include_str!("../catalogue/essai/foyer/scenario.yaml");

/// The scenario with every construct of the language.
pub(crate) fn household() -> Graph {
    let text = Text::new("foyer.yaml", HOUSEHOLD);
    let (scenario, findings) = check(&text);
    let told: Vec<String> = findings.iter().map(|finding| finding.short(&text)).collect();
    assert!(told.is_empty(), "{told:#?}");
    Graph::build(&scenario).expect("a scenario without findings is sound")
}

pub(crate) fn beginning(persona: Persona) -> Start {
    Start { persona, today: Date::new(2026, 11, 23).expect("a day"), secret: 42 }
}

pub(crate) fn graph() -> Graph {
    let mut shared = Shared::default();
    shared.add("connexion-par-courriel", Text::new("connexion-par-courriel.yaml", LOG_IN));
    let text = shared.joined(Text::new("scenario.yaml", SCENARIO));
    let (scenario, findings) = syntax::parse_with(&text, &shared);
    assert!(findings.is_empty(), "{findings:?}");
    Graph::build(&scenario).expect("the small procedure is sound")
}

pub(crate) struct Learner {
    pub(crate) graph: Graph,
    pub(crate) events: Vec<Event>,
    pub(crate) state: State,
    submissions: u32,
}

impl Learner {
    pub(crate) fn begins() -> Self {
        Self::plays(graph())
    }

    pub(crate) fn plays(graph: Graph) -> Self {
        Self::with(graph, camille())
    }

    pub(crate) fn at_home() -> Self {
        Self::with(household(), camille_at_home())
    }

    pub(crate) fn with(graph: Graph, persona: Persona) -> Self {
        let events = rehearsal::start(&graph, beginning(persona));
        let state = State::fold(&events).expect("a start");
        Self { graph, events, state, submissions: 0 }
    }

    pub(crate) fn does(&mut self, command: Command) -> Result<Vec<Event>, Stale> {
        let events = rehearsal::decide(&self.graph, &self.state, command)?;
        for event in &events {
            self.state.apply(event);
        }
        self.events.extend(events.iter().cloned());
        Ok(events)
    }

    /// Types `answers` on the current page and presses its button.
    pub(crate) fn submits(&mut self, answers: &[(&str, &[&str])]) -> Vec<Event> {
        self.submissions += 1;
        let submission = format!("S{}", self.submissions);
        let command = self.submission(&submission, &self.state.screen.clone(), answers);
        self.does(command).expect("the page is the current one")
    }

    pub(crate) fn submission(&self, submission: &str, screen: &str, answers: &[(&str, &[&str])]) -> Command {
        let answers: Answers = answers
            .iter()
            .map(|(field, parts)| {
                ((*field).to_owned(), parts.iter().map(|part| (*part).to_owned()).collect())
            })
            .collect::<BTreeMap<_, _>>();
        let readings = rehearsal::read(&self.graph, &self.state, screen, &answers);
        Command::Submit {
            screen: screen.to_owned(),
            visit: self.state.visit,
            submission: submission.to_owned(),
            readings,
        }
    }

    pub(crate) fn code(&self) -> String {
        self.state.mails.last().map(|mail| self.state.code(mail.number)).expect("a message has arrived")
    }

    pub(crate) fn sees(&self) -> Screen {
        rehearsal::screen(&self.graph, &self.state, &self.state.screen, &Draft::default(), Viewer::Learner)
            .expect("the current screen is always shown")
    }

    /// Logs in: address, then code.
    pub(crate) fn logs_in(&mut self) {
        self.submits(&[("courriel", &["camille.essai@courriel.example"])]);
        let code = self.code();
        self.submits(&[("code", &[&code])]);
        assert_eq!(self.state.screen, "vehicule");
    }

    pub(crate) fn names_the_vehicle(&mut self) {
        self.submits(&[("immatriculation", &["ga 000 zz"]), ("formule", &["2099 zz 00001"])]);
        assert_eq!(self.state.screen, "adresse");
    }

    pub(crate) fn gives_the_address(&mut self, street: &str) {
        self.submits(&[
            ("voie", &[street]),
            ("ville", &["96120", "Valfranche"]),
            ("date", &["3/11/2026"]),
            ("justificatif", &["facture-nouveau-logement"]),
        ]);
    }

    pub(crate) fn reaches_the_recap(&mut self) {
        self.logs_in();
        self.names_the_vehicle();
        self.gives_the_address("7 rue des Essais");
        assert_eq!(self.state.screen, "recapitulatif");
    }

    pub(crate) fn signs(&mut self) {
        self.submits(&[("honneur", &["oui"])]);
    }
}
