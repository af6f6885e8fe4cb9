//! What a viewer sees of a rehearsal's screen: texts filled, values shown or withheld, nothing left to look up.
//!
//! It draws nothing. A value is withheld here, not in views: error texts and recaps quote values too.

use super::{
    command::Draft,
    control::{self, Control},
    decide::is_right,
    event::Objection,
    state::State,
    wording::{fill, in_french},
};
use crate::{
    field::Privacy,
    graph::{self, Exit, Field, Graph},
    guard::Outcome,
    typography::spaced,
};

/// Who looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Viewer {
    Learner,
    /// Staff, without the learner's agreement: no value is shown.
    Staff,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Screen {
    pub key: String,
    pub title: String,
    /// Path in the simulated address bar.
    pub path: String,
    /// Names of the steps and the rank of this screen's, when it is one.
    pub steps: Vec<String>,
    pub step: Option<usize>,
    pub paragraphs: Vec<String>,
    pub asked: Vec<Asked>,
    pub problems: Vec<ShownProblem>,
    pub button: String,
    pub can_go_back: bool,
    pub recap: Vec<RecapGroup>,
    pub finish: Option<Finish>,
    pub visit: u32,
    /// Whether the rehearsal stands on this screen; otherwise it was passed and is looked at again.
    pub current: bool,
}

/// One question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    pub key: String,
    pub label: String,
    pub help: Option<String>,
    pub optional: bool,
    pub control: Control,
    pub problem: Option<String>,
    /// What was understood of an answer to which nothing is objected, when it is written otherwise.
    pub understood: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShownProblem {
    pub field: String,
    /// Name of the line to put right, when the question has several.
    pub line: &'static str,
    pub message: String,
}

/// Answers of one screen, for a last reading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecapGroup {
    pub screen: String,
    pub title: String,
    pub rows: Vec<RecapRow>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecapRow {
    pub label: String,
    pub value: RecapValue,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RecapValue {
    Shown(String),
    /// Something else than the persona's value was typed: it is not kept.
    NotKept,
    /// A free text, to which nothing is compared: it is not kept either.
    FreeText,
    Nothing,
}

/// How it finished: the site's receipt, and what Miroir says of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finish {
    pub number: String,
    /// « 5 novembre 2026 ».
    pub date: String,
    pub receipt: Vec<RecapGroup>,
    pub title: String,
    pub text: String,
    pub all_right: bool,
    pub mistakes: Vec<FinishMistake>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FinishMistake {
    pub label: String,
    pub explanation: String,
}

/// The screen `key` as `viewer` sees it: the current one, or one already passed. `None` for any other.
pub fn screen(graph: &Graph, state: &State, key: &str, draft: &Draft, viewer: Viewer) -> Option<Screen> {
    let shown = graph.screen(key)?;
    let current = state.screen == key;
    if !current && (state.ended.is_some() || !state.trail.iter().any(|passed| passed == key)) {
        return None;
    }
    let eye = Eye { graph, state, draft, viewer };
    let steps: Vec<String> = graph.steps().into_iter().map(ToOwned::to_owned).collect();
    let problems = if current { eye.problems(shown) } else { Vec::new() };
    Some(Screen {
        key: shown.key.clone(),
        title: shown.title.clone(),
        path: shown.path.clone(),
        step: shown.step.as_ref().and_then(|step| steps.iter().position(|name| name == step)),
        steps,
        paragraphs: shown.paragraphs.iter().map(|text| eye.text(text)).collect(),
        asked: shown.fields.iter().map(|field| eye.asked(shown, field, &problems)).collect(),
        problems,
        button: shown.button.clone().unwrap_or_else(|| "Continuer".to_owned()),
        can_go_back: current && !state.trail.is_empty() && state.ended.is_none(),
        recap: shown.recap.iter().filter_map(|quoted| eye.group(quoted)).collect(),
        finish: eye.finish(shown),
        visit: state.visit,
        current,
    })
}

struct Eye<'a> {
    graph: &'a Graph,
    state: &'a State,
    draft: &'a Draft,
    viewer: Viewer,
}

/// What stands where a value is withheld.
const WITHHELD: &str = "•••";

impl Eye<'_> {
    fn text(&self, template: &graph::Template) -> String {
        match self.viewer {
            Viewer::Learner => fill(template, self.state),
            Viewer::Staff => withheld(template),
        }
    }

    fn asked(&self, screen: &graph::Screen, field: &Field, problems: &[ShownProblem]) -> Asked {
        let values = self.values(screen, field);
        let problem = problems.iter().find(|problem| problem.field == field.key);
        let understood = problem.is_none().then(|| control::understood(field, &values)).flatten();
        Asked {
            key: field.key.clone(),
            label: field.label.clone(),
            help: field.help.clone(),
            optional: field.optional,
            control: control::control(field, values, &self.state.persona.papers),
            problem: problem.map(|problem| problem.message.clone()),
            understood,
        }
    }

    /// What the lines of a question show: the draft first, else what the recorded outcome refers to.
    fn values(&self, screen: &graph::Screen, field: &Field) -> Vec<String> {
        let rules = field.kind.rules();
        // Codes and passwords are typed anew each time, as everywhere.
        if self.viewer == Viewer::Staff || rules.privacy() == Privacy::Secret {
            return Vec::new();
        }
        if let Some(typed) = self.draft.answers.get(&field.key).filter(|_| self.draft.screen == screen.key) {
            return typed.clone();
        }
        let parts = |value: &str| rules.parts(value, &field.settings);
        match self.state.answers.get(&field.key) {
            Some(Outcome::Persona(reference)) => {
                self.state.value(reference).map(|value| parts(&value)).unwrap_or_default()
            }
            Some(Outcome::Neutral(value)) => parts(value.as_str()),
            _ => Vec::new(),
        }
    }

    fn problems(&self, screen: &graph::Screen) -> Vec<ShownProblem> {
        let shown = |problem: &super::event::Problem| {
            let field = screen.field(&problem.field)?;
            Some(ShownProblem {
                field: field.key.clone(),
                line: line(field, &problem.objection),
                message: message(field, &problem.objection)?,
            })
        };
        self.state.problems.iter().filter_map(shown).collect()
    }

    fn group(&self, key: &str) -> Option<RecapGroup> {
        let screen = self.graph.screen(key)?;
        let rows = screen
            .fields
            .iter()
            .map(|field| RecapRow { label: field.label.clone(), value: self.recap_value(field) })
            .collect();
        Some(RecapGroup { screen: screen.key.clone(), title: screen.title.clone(), rows })
    }

    fn recap_value(&self, field: &Field) -> RecapValue {
        let outcome = self.state.answers.get(&field.key);
        let rules = field.kind.rules();
        let value = match outcome {
            None | Some(Outcome::Empty) => return RecapValue::Nothing,
            Some(Outcome::Persona(_)) if rules.privacy() == Privacy::Secret => Some(WITHHELD.to_owned()),
            Some(Outcome::Persona(reference)) => self.state.value(reference).map(|value| in_french(&value)),
            Some(Outcome::Neutral(value)) => Some(in_french(&rules.shown(value.as_str(), &field.settings))),
            Some(_) => None,
        };
        match (value, self.viewer) {
            (None, _) if field.expected.is_none() => RecapValue::FreeText,
            (None, _) => RecapValue::NotKept,
            (Some(value), Viewer::Learner) => RecapValue::Shown(value),
            (Some(_), Viewer::Staff) => RecapValue::Shown(WITHHELD.to_owned()),
        }
    }

    fn finish(&self, screen: &graph::Screen) -> Option<Finish> {
        let Exit::Receipt(quoted) = &screen.exit else { return None };
        let ending = self.graph.ending(self.state.ended.as_deref()?)?;
        let mistakes: Vec<FinishMistake> = self
            .graph
            .screens()
            .iter()
            .flat_map(|screen| &screen.fields)
            .filter_map(|field| self.mistake(field))
            .collect();
        Some(Finish {
            number: self.state.receipt_number(),
            date: self.state.today.in_words(),
            receipt: quoted.iter().filter_map(|key| self.group(key)).collect(),
            title: ending.title.clone(),
            text: ending.text.clone(),
            all_right: mistakes.is_empty(),
            mistakes,
        })
    }

    fn mistake(&self, field: &Field) -> Option<FinishMistake> {
        let outcome = self.state.answers.get(&field.key)?;
        if is_right(self.state, field, outcome) {
            return None;
        }
        let named = self.state.mistakes.get(&field.key);
        let named = named.and_then(|key| field.mistakes.iter().find(|mistake| mistake.key == *key));
        let explanation = match (named, outcome) {
            (Some(mistake), _) => self.text(&mistake.explanation),
            (None, Outcome::Slip(_)) => {
                "Il y a une faute de frappe. Comparez chaque lettre avec le papier.".to_owned()
            }
            _ => "Ce n’est pas ce qui est écrit sur les papiers de votre personnage.".to_owned(),
        };
        Some(FinishMistake { label: field.label.clone(), explanation })
    }
}

fn withheld(template: &graph::Template) -> String {
    let part = |part: &graph::Part| match part {
        graph::Part::Plain(text) => text.clone(),
        graph::Part::Value(_) => WITHHELD.to_owned(),
    };
    template.0.iter().map(part).collect()
}

/// Name of the line to put right: the one the objection is about, else the first.
fn line(field: &Field, objection: &Objection) -> &'static str {
    let named = match objection {
        Objection::Malformed(code) => field.kind.problem(code).map(|problem| problem.line),
        _ => None,
    };
    let first = || field.kind.rules().control(&field.settings).lines().first().copied();
    named.filter(|line| !line.is_empty()).or_else(first).unwrap_or_default()
}

/// The sentence for an objection; none when the graph no longer has it, which pinning makes impossible.
fn message(field: &Field, objection: &Objection) -> Option<String> {
    let message = match objection {
        Objection::Missing => Some(field.kind.missing(&field.settings)),
        Objection::Malformed(code) => field.kind.message(code, &field.settings),
        Objection::TooLate => Some(
            "Cette date n’est pas encore arrivée. Tapez la date d’aujourd’hui, ou une date passée."
                .to_owned(),
        ),
        Objection::Refused(rank) => field.refusals.get(*rank).map(|refusal| refusal.message.clone()),
        Objection::Real(_) => Some(STOPPED.to_owned()),
    };
    message.map(|message| spaced(&message))
}

/// Said when real personal data was stopped, by the browser as by the server.
pub const STOPPED: &str = "On n’utilise pas ses vrais numéros ici. Prenez ceux de votre personnage.";

/// One line of the mailbox.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MailLine {
    pub number: u32,
    pub from: String,
    pub subject: String,
    pub opened: bool,
}

/// A message, open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenMail {
    pub number: u32,
    pub from: String,
    pub address: String,
    pub subject: String,
    pub body: Vec<String>,
}

/// The mailbox, newest first.
pub fn mails(graph: &Graph, state: &State) -> Vec<MailLine> {
    let line = |arrived: &super::state::Arrived| {
        let mail = graph.mail(&arrived.mail)?;
        Some(MailLine {
            number: arrived.number,
            from: mail.from.clone(),
            subject: fill(&mail.subject, state),
            opened: arrived.opened,
        })
    };
    state.mails.iter().rev().filter_map(line).collect()
}

/// The message of that number.
pub fn mail(graph: &Graph, state: &State, number: u32) -> Option<OpenMail> {
    let arrived = state.mails.iter().find(|arrived| arrived.number == number)?;
    let mail = graph.mail(&arrived.mail)?;
    let as_then = state.as_of_mail(number);
    Some(OpenMail {
        number,
        from: mail.from.clone(),
        address: mail.address.clone(),
        subject: fill(&mail.subject, &as_then),
        body: mail.body.iter().map(|paragraph| fill(paragraph, &as_then)).collect(),
    })
}
