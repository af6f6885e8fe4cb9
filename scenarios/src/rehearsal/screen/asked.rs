//! One question as it is shown: its words, what it holds, what was objected to it.

use super::{Eye, Viewer};
use crate::{
    field::{Privacy, Settings},
    graph::Field,
    guard::Outcome,
    rehearsal::{
        control::{self, Control},
        event::{self, Objection},
        questions::Question,
    },
    term::Value,
    typography::spaced,
};

/// One question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// The field's key, then the numbers of the items it is about.
    pub key: String,
    pub label: String,
    pub help: Option<String>,
    pub optional: bool,
    /// Whether its answers could tell who somebody is.
    pub privacy: Privacy,
    pub control: Control,
    pub problem: Option<String>,
    /// The question has just come up: what is said of it is no reproach.
    pub news: bool,
    /// What was understood of an answer to which nothing is objected, when it is written otherwise.
    pub understood: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShownProblem {
    pub field: String,
    /// Name of the line to put right, when the question has several.
    pub line: &'static str,
    pub message: String,
    pub label: String,
    /// The question has just come up.
    pub news: bool,
}

impl Eye<'_> {
    pub(super) fn asked(&self, question: &Question<'_>, problems: &[ShownProblem]) -> Asked {
        let (field, settings) = (question.field, question.settings());
        let values = self.values(question, &settings);
        let problem = problems.iter().find(|problem| problem.field == question.id);
        let understood = problem.is_none().then(|| control::understood(field, &settings, &values)).flatten();
        Asked {
            key: question.id.clone(),
            label: self.text(&field.label, &question.lived),
            help: field.help.as_ref().map(|help| self.text(help, &question.lived)),
            optional: question.is_optional(),
            privacy: field.kind.rules().privacy(),
            control: control::control(field.kind, &settings, values),
            problem: problem.map(|problem| problem.message.clone()),
            news: problem.is_some_and(|problem| problem.news),
            understood,
        }
    }

    /// What the lines of a question show: the draft first, else what the recorded outcome refers to, else what the site
    /// had written there.
    fn values(&self, question: &Question<'_>, settings: &Settings) -> Vec<String> {
        let field = question.field;
        let rules = field.kind.rules();
        // Codes and passwords are typed anew each time, as everywhere.
        if self.viewer == Viewer::Staff || rules.privacy() == Privacy::Secret {
            return Vec::new();
        }
        if let Some(typed) = self.draft.answers.get(&question.id).filter(|_| self.draft.screen == self.key) {
            return typed.clone();
        }
        match self.state.answers.get(&question.id) {
            Some(Outcome::Persona(reference)) => {
                self.state.value(reference).map(|value| rules.parts(&value, settings)).unwrap_or_default()
            }
            Some(Outcome::Neutral(value)) => rules.parts(value.as_str(), settings),
            None => prefilled(question, settings),
            _ => Vec::new(),
        }
    }

    pub(super) fn problems(&self, there: &[Question<'_>]) -> Vec<ShownProblem> {
        let shown = |problem: &event::Problem| {
            let question = there.iter().find(|question| question.id == problem.field)?;
            let settings = question.settings();
            let line = line(question.field, &problem.objection, &settings);
            let message = self.message(question, &problem.objection, &settings)?;
            let label = self.text(&question.field.label, &question.lived);
            Some(ShownProblem { field: question.id.clone(), line, message, label, news: problem.is_news() })
        };
        self.state.problems.iter().filter_map(shown).collect()
    }

    /// The sentence for an objection; none when the graph no longer has it, which pinning makes impossible.
    fn message(&self, question: &Question<'_>, objection: &Objection, settings: &Settings) -> Option<String> {
        let field = question.field;
        let message = match objection {
            Objection::Missing => Some(field.kind.missing(settings)),
            Objection::Appeared if question.is_optional() => {
                Some("Cette question vient d’apparaître. Répondez, ou continuez.".to_owned())
            }
            Objection::Appeared => Some("Cette question vient d’apparaître. Répondez-y aussi.".to_owned()),
            Objection::Malformed(code) => field.kind.message(code, settings),
            Objection::TooLate => Some(
                "Cette date n’est pas encore arrivée. Tapez la date d’aujourd’hui, ou une date passée."
                    .to_owned(),
            ),
            Objection::Refused(rank) => {
                field.refusals.get(*rank).map(|refusal| self.text(&refusal.message, &question.lived))
            }
            Objection::Real(_) => Some(STOPPED.to_owned()),
        };
        message.map(|message| spaced(&message))
    }
}

/// What the site had written there.
fn prefilled(question: &Question<'_>, settings: &Settings) -> Vec<String> {
    let Some(term) = &question.field.prefilled else { return Vec::new() };
    match term.value(&question.lived) {
        Value::Nothing => Vec::new(),
        // As the kind would write it: a choice by its key.
        value => question
            .canonical(&value.stored())
            .map(|canonical| question.field.kind.rules().parts(&canonical, settings))
            .unwrap_or_default(),
    }
}

/// Name of the line to put right: the one the objection is about, else the first.
fn line(field: &Field, objection: &Objection, settings: &Settings) -> &'static str {
    let named = match objection {
        Objection::Malformed(code) => field.kind.problem(code).map(|problem| problem.line),
        _ => None,
    };
    let first = || field.kind.rules().control(settings).lines().first().copied();
    named.filter(|line| !line.is_empty()).or_else(first).unwrap_or_default()
}

/// Said when real personal data was stopped, by the browser as by the server.
pub const STOPPED: &str = "On n’utilise pas ses vrais numéros ici. Prenez ceux de votre personnage.";
