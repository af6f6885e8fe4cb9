//! What an answer is: right, a slip, a mistake with a name, something the site refuses.

use super::{
    command::{Answers, Reading},
    event::Objection,
    questions::{Question, Wanted, held, questions},
    state::State,
    world::Lived,
};
use crate::{
    field::Kind,
    graph::{EndingWhen, Graph, Mistake, Required, Screen, When},
    guard::{self, Outcome},
    reference::Reference,
    term::{Term, Value},
};

/// Sorts what was typed on a screen, before anything of it can become a fact.
pub fn read(graph: &Graph, state: &State, screen: &str, answers: &Answers) -> Vec<Reading> {
    let Some(shown) = graph.screen(screen) else { return Vec::new() };
    let known = state.known();
    let lived = Lived::on(graph, state, shown, screen);
    questions(shown, &lived, Wanted::Possible)
        .iter()
        .map(|question| {
            let typed: Vec<&str> = answers
                .get(&question.id)
                .map(|parts| parts.iter().map(String::as_str).collect())
                .unwrap_or_default();
            read_one(question, &typed, &known)
        })
        .collect()
}

/// A question as a form sends it back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expected {
    /// The field's key, then the numbers of the items it is about.
    pub id: String,
    /// Names of its lines; a lone one is empty.
    pub lines: Vec<&'static str>,
    /// Whether a form sends any number of values under one name.
    pub many: bool,
}

/// Everything that the form of a page may send, whatever the answers call for.
pub fn expected(graph: &Graph, state: &State, screen: &str) -> Vec<Expected> {
    let Some(shown) = graph.screen(screen) else { return Vec::new() };
    let asked = questions(shown, &Lived::on(graph, state, shown, screen), Wanted::Possible);
    let expected = |question: &Question<'_>| {
        let control = question.field.kind.rules().control(&question.field.settings);
        Expected { id: question.id.clone(), lines: control.lines(), many: control.is_many() }
    };
    asked.iter().map(expected).collect()
}

pub(super) fn read_one(question: &Question<'_>, typed: &[&str], known: &[(Reference, String)]) -> Reading {
    let (rules, settings) = (question.field.kind.rules(), question.settings());
    let parsed = rules.parse(typed, &settings);
    let expected = question.field.expected.as_ref().and_then(|term| question.lived.reference(term));
    let outcome = guard::vet(&guard::Asked {
        typed: &typed.join(" "),
        canonical: parsed.as_deref().ok(),
        privacy: rules.privacy(),
        expected: expected.as_ref(),
        known,
        in_form: &|value| question.canonical(value).unwrap_or_else(|| value.to_owned()),
    });
    let malformed = parsed.err().map(|problem| problem.code.to_owned());
    Reading { field: question.id.clone(), outcome, malformed, stopped_before: None }
}

impl Question<'_> {
    /// A value of the persona as the kind would read it.
    pub(super) fn canonical(&self, value: &str) -> Option<String> {
        let (rules, settings) = (self.field.kind.rules(), self.settings());
        let parts = rules.parts(value, &settings);
        let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
        rules.parse(&parts, &settings).ok()
    }

    pub(crate) fn is_optional(&self) -> bool {
        match &self.field.required {
            Required::Always => false,
            Required::Never => true,
            Required::Unless(condition) => self.lived.holds(Some(condition)),
        }
    }

    /// Whether an answer is the expected one; always, when none is.
    pub(crate) fn is_right(&self, outcome: &Outcome) -> bool {
        self.field.expected.as_ref().is_none_or(|expected| self.is(outcome, expected))
    }

    fn is(&self, outcome: &Outcome, term: &Term) -> bool {
        match outcome {
            Outcome::Persona(found) => {
                self.lived.reference(term).as_ref() == Some(found) || self.is_worth(found, term)
            }
            Outcome::Neutral(typed) => {
                let typed = self.field.kind.rules().value(typed.as_str());
                let wanted = term.value(&self.lived);
                // What somebody has not got is worth zero: typing it is as good as leaving it out.
                typed.same(&wanted) || (wanted.is_nothing() && typed.same(&Value::count(0)))
            }
            // Nothing is the right answer to a question that has none.
            Outcome::Empty => term.value(&self.lived) == Value::Nothing,
            _ => false,
        }
    }

    /// Two values of a persona may be written alike: a first name, a town.
    fn is_worth(&self, found: &Reference, term: &Term) -> bool {
        let text = |reference: &Reference| self.lived.state.value(reference);
        let wanted = self.lived.reference(term).as_ref().and_then(text);
        wanted.is_some() && wanted == text(found)
    }

    fn holds(&self, outcome: &Outcome, when: &When) -> bool {
        match when {
            // Who chose nothing said nothing wrong.
            _ if *outcome == Outcome::Empty && self.is_chosen() => false,
            When::Different => *outcome != Outcome::Empty && !self.is_right(outcome),
            When::Slip => matches!(outcome, Outcome::Slip(_)),
            // A wrong line of a paper may show the right amount.
            When::Is(term) => {
                let expected = self.field.expected.as_ref();
                *outcome != Outcome::Empty
                    && self.is(outcome, term)
                    && !expected.is_some_and(|expected| self.is(outcome, expected))
            }
            When::Holds(condition) => self.lived.holds(Some(condition)),
        }
    }

    fn is_chosen(&self) -> bool {
        matches!(self.field.kind, Kind::YesNo | Kind::Choice | Kind::Document | Kind::Honour)
    }

    /// The mistake worth naming in this answer, if there is one.
    pub(crate) fn mistake(&self, outcome: &Outcome) -> Option<&Mistake> {
        // A condition may hold of a right answer, or of one that the site cannot read and says why.
        let right = self.field.expected.is_some() && self.is_right(outcome);
        if right || matches!(outcome, Outcome::Unreadable | Outcome::Real(_)) {
            return None;
        }
        self.field.mistakes.iter().find(|mistake| self.holds(outcome, &mistake.when))
    }

    /// What the site, or the guard, objects to an answer: the guard first, then the scenario's own words, then the form.
    pub(super) fn objection(&self, outcome: &Outcome, malformed: Option<&str>) -> Option<Objection> {
        match outcome {
            Outcome::Real(kind) => return Some(Objection::Real(*kind)),
            Outcome::Empty => return (!self.is_optional()).then_some(Objection::Missing),
            _ => {}
        }
        let refusal = |precise: bool| {
            let refusals = &self.field.refusals;
            let found = refusals.iter().position(|refusal| {
                matches!(refusal.when, When::Is(_) | When::Holds(_)) == precise
                    && self.holds(outcome, &refusal.when)
            });
            found.map(Objection::Refused)
        };
        let form = || malformed.map(|code| Objection::Malformed(code.to_owned()));
        let too_late =
            || (self.field.not_after_today && self.is_after_today(outcome)).then_some(Objection::TooLate);
        refusal(true).or_else(form).or_else(too_late).or_else(|| refusal(false))
    }

    fn is_after_today(&self, outcome: &Outcome) -> bool {
        let today = self.lived.state.today.to_string();
        matches!(outcome, Outcome::Neutral(date) if date.as_str() > today.as_str())
    }

    /// The settings of the scenario, and what only a rehearsal knows: the papers to choose from.
    pub(crate) fn settings(&self) -> crate::field::Settings {
        let mut settings = self.field.settings.clone();
        if self.field.kind == Kind::Document {
            let papers = super::papers::carried(self.lived.graph, self.lived.state);
            settings.choices =
                papers.into_iter().map(|paper| crate::field::Choice::new(paper.id, paper.title)).collect();
        }
        settings
    }
}

/// Every question of the pages passed, as they stand.
pub(crate) fn counted<'a>(graph: &'a Graph, state: &'a State) -> Vec<Question<'a>> {
    let passed = graph.screens().iter().flat_map(|screen| {
        let ids = state.passed.iter().filter(|id| crate::graph::base(id) == screen.key);
        ids.map(move |id| (screen, id))
    });
    passed
        .flat_map(|(screen, id)| questions(screen, &Lived::on(graph, state, screen, id), Wanted::Shown))
        .collect()
}

/// Lists of rows of the pages passed that have not as many rows as they should: their title, and how many are missing.
pub(crate) fn rows_missing(graph: &Graph, state: &State) -> Vec<(String, usize)> {
    let mut missing = Vec::new();
    for screen in graph.screens() {
        for id in state.passed.iter().filter(|id| crate::graph::base(id) == screen.key) {
            let lived = Lived::on(graph, state, screen, id);
            for (_, rows, lived) in held(screen, &lived, Wanted::Shown).rows {
                let there = lived.rows(rows).len();
                let wanted = lived.rows_expected(rows).unwrap_or(there);
                if there < wanted {
                    missing.push((rows.add.clone(), wanted - there));
                }
            }
        }
    }
    missing
}

/// The ending that a state calls for.
pub(super) fn ending(graph: &Graph, state: &State) -> Option<String> {
    let all_right = is_all_right(graph, state);
    let outside = Lived::new(graph, state);
    let holds = |when: &EndingWhen| match when {
        EndingWhen::AllRight => all_right,
        EndingWhen::SomeMistake => !all_right,
        EndingWhen::Holds(condition) => outside.holds(Some(condition)),
    };
    graph.endings().iter().find(|ending| holds(&ending.when)).map(|ending| ending.key.clone())
}

/// Whether closing the site now finishes the rehearsal: the request was sent, or its author foresaw leaving before.
pub fn can_finish(graph: &Graph, state: &State) -> bool {
    let outside = Lived::new(graph, state);
    let foreseen = || {
        graph.endings().iter().any(|ending| match &ending.when {
            EndingWhen::Holds(condition) => outside.holds(Some(condition)),
            EndingWhen::AllRight | EndingWhen::SomeMistake => false,
        })
    };
    state.ended.is_none() && (state.registered || foreseen())
}

fn is_all_right(graph: &Graph, state: &State) -> bool {
    let right = |question: &Question<'_>| {
        state.answers.get(&question.id).is_none_or(|outcome| question.is_right(outcome))
    };
    counted(graph, state).iter().all(right) && rows_missing(graph, state).is_empty()
}

/// The questions of the current page that were not on it before these answers.
pub(super) fn appeared(screen: &Screen, before: &Lived<'_>, after: &Lived<'_>) -> Vec<String> {
    let ids = |lived: &Lived<'_>| -> Vec<String> {
        questions(screen, lived, Wanted::Shown).into_iter().map(|question| question.id).collect()
    };
    let shown = ids(before);
    ids(after).into_iter().filter(|id| !shown.contains(id)).collect()
}
