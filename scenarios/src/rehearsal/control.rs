//! What a question shows: its control, with what was typed or chosen.
//!
//! It draws nothing, and shows no secret again.

use crate::{
    field::{self, Choice, Line},
    graph::Field,
    papers::Paper,
};

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Control {
    /// Lines to type in, each with what it shows.
    Lines(Vec<(Line, String)>),
    /// Several lines of free text, and what they show.
    Area(String),
    /// A line typed hidden, always shown empty.
    Secret,
    /// The papers to choose from, and the chosen one.
    Papers(Vec<Paper>, Option<Paper>),
    Tick(bool),
    /// « Oui » or « Non », and the chosen one.
    YesNo(Option<bool>),
    /// The choices, and the key of the chosen one.
    Radios(Vec<Choice>, Option<String>),
    /// The choices, and the keys of the ticked ones.
    Boxes(Vec<Choice>, Vec<String>),
    /// The choices that a line offers, and what it shows.
    Search(Vec<Choice>, String),
}

/// The control of `field`, showing `values`, one a part.
pub(super) fn control(field: &Field, mut values: Vec<String>, papers: &[Paper]) -> Control {
    let asked = field.kind.rules().control(&field.settings);
    if let field::Control::Lines(lines) = asked {
        let value = |at: usize| values.get(at).cloned().unwrap_or_default();
        return Control::Lines(lines.iter().enumerate().map(|(at, line)| (*line, value(at))).collect());
    }
    if let field::Control::Boxes(choices) = asked {
        return Control::Boxes(choices.to_vec(), values);
    }
    let value = values.drain(..).next().unwrap_or_default();
    match asked {
        field::Control::Papers => Control::Papers(papers.to_vec(), Paper::from_key(&value)),
        field::Control::Tick => Control::Tick(!value.is_empty()),
        field::Control::YesNo => Control::YesNo((!value.is_empty()).then_some(value == "oui")),
        field::Control::Radios(choices) => {
            Control::Radios(choices.to_vec(), Some(value).filter(|value| !value.is_empty()))
        }
        field::Control::Search(choices) => Control::Search(choices.to_vec(), value),
        field::Control::Area => Control::Area(value),
        field::Control::Secret | field::Control::Lines(_) | field::Control::Boxes(_) => Control::Secret,
    }
}

/// What was understood of `values`, unless they say just that.
pub(super) fn understood(field: &Field, values: &[String]) -> Option<String> {
    let parts: Vec<&str> = values.iter().map(String::as_str).collect();
    let rules = field.kind.rules();
    let canonical = rules.parse(&parts, &field.settings).ok()?;
    rules.understood(&canonical, &field.settings).filter(|understood| parts != [understood.as_str()])
}
