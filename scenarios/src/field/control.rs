//! How a question is asked on a page: lines, boxes, lists.
//!
//! It says what is to be drawn and what a form sends back; how it is drawn is the pages' affair.

use super::settings::Choice;

/// How a question is asked on a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Control<'s> {
    /// One or more lines to type in.
    Lines(&'static [Line]),
    /// Several lines of free text.
    Area,
    /// A line typed hidden.
    Secret,
    /// One of the persona's papers, from a simulated chooser.
    Papers,
    /// A box to tick.
    Tick,
    /// « Oui » or « Non ».
    YesNo,
    /// One of these, all visible.
    Radios(&'s [Choice]),
    /// Any number of these: the form sends one value for each ticked box, under the same name.
    Boxes(&'s [Choice]),
    /// One of many: a line to type in, which offers them. The form sends a label.
    Search(&'s [Choice]),
}

impl Control<'_> {
    /// Names of the lines of the question in a form, one a text typed; a lone one is empty.
    pub fn lines(&self) -> Vec<&'static str> {
        match self {
            Control::Lines(lines) => lines.iter().map(|line| line.name).collect(),
            _ => vec![""],
        }
    }

    /// Whether a form sends any number of values under one name.
    pub const fn is_many(&self) -> bool {
        matches!(self, Self::Boxes(_))
    }
}

/// One line to type in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line {
    /// Distinguishes the lines of one question in a form; empty when there is only one.
    pub name: &'static str,
    /// Its own label, when the question has several lines.
    pub label: Option<&'static str>,
    /// Width in characters of the longest usual answer.
    pub width: u8,
    pub keyboard: Keyboard,
    /// What follows the box, such as « € ».
    pub unit: &'static str,
}

impl Line {
    /// The only line of a question.
    pub(super) const fn alone(width: u8, keyboard: Keyboard) -> Self {
        Self { name: "", label: None, width, keyboard, unit: "" }
    }

    /// One line among several.
    pub(super) const fn named(
        name: &'static str,
        label: &'static str,
        width: u8,
        keyboard: Keyboard,
    ) -> Self {
        Self { name, label: Some(label), ..Self::alone(width, keyboard) }
    }

    pub(super) const fn followed_by(self, unit: &'static str) -> Self {
        Self { unit, ..self }
    }
}

/// The keyboard a phone should offer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keyboard {
    Text,
    Digits,
    /// Digits and a comma.
    Decimal,
    Email,
    Phone,
}
