//! Why an answer is not the expected one, as far as the facts tell: a slip of the fingers, a wrong line, a
//! misunderstanding that the scenario names, a rule of the site.
//!
//! It never tells the answer: it speaks of what was typed.

use super::{event::Objection, papers, questions::Question, wording::fill, world::Lived};
use crate::{
    field::Kind as FieldKind,
    graph::{When, base, numbers},
    guard::{Outcome, Slip},
    papers::{Paper, numbered},
    persona::{self, Persona},
    reference::Reference,
    term::{Kind, starred},
};

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cause {
    /// Nearly the expected value: a finger slipped.
    Slip(Slip),
    /// A value of the persona, but another one.
    WrongLine(Line),
    /// The scenario names it, in these words.
    Misunderstood(String),
    /// The site wants it otherwise, and says so on the page.
    Rule,
    /// Nothing was answered, where the papers have something to say.
    Forgotten,
    /// Neither the papers nor the card say this.
    NotTheirs,
}

/// A line of a paper, of the card or of a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line {
    /// What the line is called, and the title of the paper that shows it; none when it is on the card.
    Named { line: String, paper: Option<String> },
    /// A code that a message carries, but not that one.
    OtherCode,
    /// Another paper, by its title.
    Paper(String),
}

/// Why the answer to `question` is not the expected one; `None` when nothing is wrong with it, or nothing was answered.
pub(super) fn cause(question: &Question<'_>) -> Option<Cause> {
    let state = question.lived.state;
    let outcome = state.answers.get(&question.id)?;
    let named = state.mistakes.get(&question.id);
    let named = named.and_then(|key| question.field.mistakes.iter().find(|mistake| mistake.key == *key));
    let told = || named.map(|mistake| Cause::Misunderstood(fill(&mistake.explanation, &question.lived)));
    // « Autre chose » is said of whatever is not told better.
    let vague = named.is_some_and(|mistake| matches!(mistake.when, When::Different));
    match named {
        Some(_) if vague => found(question, outcome)
            .filter(|cause| matches!(cause, Cause::Slip(_) | Cause::WrongLine(_)))
            .or_else(told),
        Some(_) => told(),
        None => found(question, outcome),
    }
}

/// What the facts tell without the scenario's own words.
fn found(question: &Question<'_>, outcome: &Outcome) -> Option<Cause> {
    let problems = &question.lived.state.problems;
    let objection = problems.iter().find(|problem| problem.field == question.id);
    let is_wrong = question.field.expected.is_some() && !question.is_right(outcome);
    if !is_wrong && objection.is_none() {
        return None;
    }
    match (outcome, objection.map(|problem| &problem.objection)) {
        (Outcome::Empty, None) => Some(Cause::Forgotten),
        // What the site or the guard says of these is all there is to say.
        (Outcome::Empty | Outcome::Real(_), _) => None,
        // The site says which sign is missing, or too many; a comparison without signs would say otherwise.
        (Outcome::Slip(slip), Some(Objection::Malformed(_)))
            if *slip == Slip::Several || question.field.kind == FieldKind::Email =>
        {
            Some(Cause::Rule)
        }
        (Outcome::Slip(slip), _) => Some(Cause::Slip(*slip)),
        (Outcome::Persona(reference), _) if is_wrong => Some(line(reference, &question.lived)),
        (_, Some(Objection::Malformed(_) | Objection::TooLate)) | (Outcome::Unreadable, _) => {
            Some(Cause::Rule)
        }
        _ if !is_wrong => Some(Cause::Rule),
        (Outcome::Neutral(value), _) => Some(neutral(question, value.as_str())),
        _ => Some(Cause::NotTheirs),
    }
}

/// Another line that shows this value; else a slip, when it is nearly the expected amount.
fn neutral(question: &Question<'_>, typed: &str) -> Cause {
    let persona = &question.lived.state.persona;
    let expected = question.field.expected.as_ref().and_then(|term| question.lived.reference(term));
    let expected = match &expected {
        Some(Reference::Persona(path)) => Some(path.as_str()),
        _ => None,
    };
    // A count or a choice is too often the same as another: amounts and days alone tell a line, and only one that can be
    // seen on a paper.
    let tells = |path: &str| {
        let star = starred(path);
        persona::kind(&star).is_some_and(|value| matches!(value.kind, Kind::Money | Kind::Date))
            && shown_on(persona, path, &star).is_some()
    };
    let alike = |expected: Option<&str>, path: &str| {
        expected.map_or(0, |expected| {
            expected.split('.').zip(path.split('.')).take_while(|(a, b)| a == b).count()
        })
    };
    let other = persona
        .values
        .iter()
        .filter(|(path, value)| is_written(question, value, typed) && tells(path))
        .map(|(path, _)| path)
        .max_by_key(|path| alike(expected, path));
    if let Some(path) = other {
        return Cause::WrongLine(named(path, &question.lived));
    }
    let meant = expected.and_then(|path| question.canonical(persona.value(path)?));
    match meant.and_then(|meant| crate::guard::slip(typed, &meant)) {
        Some(slip) => Cause::Slip(slip),
        None => Cause::NotTheirs,
    }
}

/// Whether `typed` is that value; where cents are not asked for, without them.
fn is_written(question: &Question<'_>, value: &str, typed: &str) -> bool {
    let written = |value: &str| question.canonical(value).as_deref() == Some(typed);
    let whole = value.split_once('.').filter(|_| question.field.kind == FieldKind::Amount);
    written(value)
        || whole.is_some_and(|(euros, cents)| {
            let up = euros.parse().is_ok_and(|euros: i64| written(&(euros + 1).to_string()));
            written(euros) || (up && cents >= "50")
        })
}

fn line(reference: &Reference, lived: &Lived<'_>) -> Cause {
    match reference {
        Reference::Persona(path) => Cause::WrongLine(named(path, lived)),
        Reference::Paper(id) => papers::title(lived.graph, lived.state, id)
            .map_or(Cause::NotTheirs, |title| Cause::WrongLine(Line::Paper(title))),
        Reference::Code(_) | Reference::OwnCode => Cause::WrongLine(Line::OtherCode),
        Reference::ReceiptNumber | Reference::Today => Cause::NotTheirs,
    }
}

/// « Net à payer », and the paper that shows it, whose title says the month.
fn named(path: &str, lived: &Lived<'_>) -> Line {
    let star = starred(path);
    let line = persona::kind(&star).map_or(path, |value| value.label).to_owned();
    let paper = shown_on(&lived.state.persona, path, &star);
    Line::Named { line, paper: paper.and_then(|id| papers::title(lived.graph, lived.state, &id)) }
}

/// The first paper that the persona carries and that shows the value at `path` as one of its own.
fn shown_on(persona: &Persona, path: &str, star: &str) -> Option<String> {
    let shows = |id: &&String| {
        Paper::from_key(base(id)).is_some_and(|paper| {
            // A payslip also shows the month in which it is paid: that month is not numbered as payslips are.
            let item = paper.about().rsplit_once('.').map_or("", |(item, _)| item);
            let own = paper.depth() == 0 || star.starts_with(item);
            own && paper.shows().contains(&star) && numbered(star, &numbers(id)) == path
        })
    };
    persona.papers.iter().find(shows).cloned()
}
