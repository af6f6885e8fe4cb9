//! What a question shows: its control, with what was typed or chosen.
//!
//! It draws nothing, and shows no secret again.

use crate::{
    field::{self, Choice, Kind, Line, Settings},
    graph::Field,
};

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Control {
    /// Lines to type in, each with what it shows.
    Lines(Vec<(Line, String)>),
    /// Several lines of free text, and what they show.
    Area(String),
    /// A line typed hidden, always shown empty.
    Secret,
    /// The papers to choose from, and the name of the chosen one.
    Papers(Vec<Choice>, Option<String>),
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

impl Control {
    /// What a form sends when nothing is changed, one text a part.
    pub fn typed(&self) -> Vec<String> {
        match self {
            Self::Lines(lines) => lines.iter().map(|(_, value)| value.clone()).collect(),
            Self::Area(value) | Self::Search(_, value) => vec![value.clone()],
            Self::Secret => vec![String::new()],
            Self::Papers(_, chosen) | Self::Radios(_, chosen) => chosen.iter().cloned().collect(),
            Self::Tick(ticked) => vec![if *ticked { "oui".to_owned() } else { String::new() }],
            Self::YesNo(chosen) => {
                chosen.iter().map(|yes| (if *yes { "oui" } else { "non" }).to_owned()).collect()
            }
            Self::Boxes(_, ticked) => ticked.clone(),
        }
    }
}

/// The control of a question of this kind, showing `values`, one a part.
pub(super) fn control(kind: Kind, settings: &Settings, mut values: Vec<String>) -> Control {
    let asked = kind.rules().control(settings);
    if let field::Control::Lines(lines) = asked {
        let value = |at: usize| values.get(at).cloned().unwrap_or_default();
        return Control::Lines(lines.iter().enumerate().map(|(at, line)| (*line, value(at))).collect());
    }
    if let field::Control::Boxes(choices) = asked {
        return Control::Boxes(choices.to_vec(), values);
    }
    let value = values.drain(..).next().unwrap_or_default();
    let chosen = Some(value.clone()).filter(|value| !value.is_empty());
    match asked {
        field::Control::Papers => Control::Papers(settings.choices.clone(), chosen),
        field::Control::Tick => Control::Tick(!value.is_empty()),
        field::Control::YesNo => Control::YesNo((!value.is_empty()).then_some(value == "oui")),
        field::Control::Radios(choices) => Control::Radios(choices.to_vec(), chosen),
        field::Control::Search(choices) => Control::Search(choices.to_vec(), value),
        field::Control::Area => Control::Area(value),
        field::Control::Secret | field::Control::Lines(_) | field::Control::Boxes(_) => Control::Secret,
    }
}

/// What was understood of `values`, unless they say just that.
pub(super) fn understood(field: &Field, settings: &Settings, values: &[String]) -> Option<String> {
    let parts: Vec<&str> = values.iter().map(String::as_str).collect();
    let rules = field.kind.rules();
    let canonical = rules.parse(&parts, settings).ok()?;
    rules.understood(&canonical, settings).filter(|understood| parts != [understood.as_str()])
}
