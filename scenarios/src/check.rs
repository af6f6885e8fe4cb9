//! The whole check of a text: how it is written, then what it says.

use crate::{
    date::Date,
    diagnostic::{self, Diagnostic},
    lint,
    model::Scenario,
    syntax,
    text::Text,
};

/// What `text` says, and everything that is wrong in it, in the order of the text.
///
/// A graph can be built from the scenario when no finding is an error.
pub fn check(text: &Text) -> (Scenario, Vec<Diagnostic>) {
    check_on(text, None)
}

/// The same on a day: what was read too long before it is told as well.
pub fn check_on(text: &Text, today: Option<Date>) -> (Scenario, Vec<Diagnostic>) {
    let reading = syntax::read(text);
    let mut findings = reading.findings;
    // What was not read cannot be missed.
    if reading.whole || !findings.iter().any(Diagnostic::is_error) {
        lint::add_to(&mut findings, &reading.scenario, text, today);
    }
    diagnostic::sort(&mut findings);
    (reading.scenario, findings)
}
