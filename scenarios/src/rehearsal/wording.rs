//! Templates filled with what a state knows, and values in French form.

use super::state::State;
use crate::{
    date::Date,
    graph::{Part, Template},
};

/// A template in words. A value that is not to be had yet leaves « … ».
pub(super) fn fill(template: &Template, state: &State) -> String {
    template
        .0
        .iter()
        .map(|part| match part {
            Part::Plain(text) => text.clone(),
            Part::Value(reference) => {
                state.value(reference).map_or_else(|| "…".to_owned(), |value| in_french(&value))
            }
        })
        .collect()
}

/// A value as people read it: a date in words, anything else as it is.
pub(super) fn in_french(value: &str) -> String {
    Date::from_iso(value).map_or_else(|_| value.to_owned(), Date::in_words)
}
