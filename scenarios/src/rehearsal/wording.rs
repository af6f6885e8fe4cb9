//! Templates filled with what is known at one place of a rehearsal, values in French form.

use super::{screen::Viewer, world::Lived};
use crate::{
    date::Date,
    graph::{Part, Template},
    term::Value,
};

/// What stands where a value is withheld.
pub(super) const WITHHELD: &str = "•••";

/// A template in words. A value that is not to be had yet leaves « … ».
pub(super) fn fill(template: &Template, lived: &Lived<'_>) -> String {
    template
        .0
        .iter()
        .map(|part| match part {
            Part::Plain(text) => text.clone(),
            Part::Value(term) => match term.value(lived) {
                Value::Text(text) => in_french(&text),
                value => value.in_french(),
            },
        })
        .collect()
}

/// The same, as a viewer may read it.
pub(super) fn shown(template: &Template, lived: &Lived<'_>, viewer: Viewer) -> String {
    match viewer {
        Viewer::Learner => fill(template, lived),
        Viewer::Staff => withheld(template),
    }
}

fn withheld(template: &Template) -> String {
    let part = |part: &Part| match part {
        Part::Plain(text) => text.clone(),
        Part::Value(_) => WITHHELD.to_owned(),
    };
    template.0.iter().map(part).collect()
}

/// The same for everybody, whoever it is about: each value is « … ».
pub(super) fn general(template: &Template) -> String {
    let part = |part: &Part| match part {
        Part::Plain(text) => text.clone(),
        Part::Value(_) => "…".to_owned(),
    };
    from_its_first_word(&template.0.iter().map(part).collect::<String>())
}

fn from_its_first_word(text: &str) -> String {
    let mut letters = text.chars().skip_while(|letter| matches!(letter, '…' | ',') || letter.is_whitespace());
    letters.next().map_or_else(|| text.to_owned(), |first| first.to_uppercase().chain(letters).collect())
}

/// A value as people read it: a date in words, anything else as it is.
pub(super) fn in_french(value: &str) -> String {
    Date::from_iso(value).map_or_else(|_| value.to_owned(), Date::in_words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_for_everybody_reads_as_words() {
        for (filled, expected) in [
            ("…, salaire versé en …", "Salaire versé en …"),
            ("Êtes-vous né à … ?", "Êtes-vous né à … ?"),
            ("…", "…"),
            ("", ""),
        ] {
            assert_eq!(from_its_first_word(filled), expected);
        }
    }
}
