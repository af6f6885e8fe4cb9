//! The whole check of a text: how it is written, then what it says.

use crate::{
    calculation,
    diagnostic::{self, Diagnostic},
    lint,
    model::Scenario,
    parameters::Parameters,
    syntax,
    text::Text,
};

/// What `text` says, and everything that is wrong in it, in the order of the text.
///
/// A graph can be built from the scenario when no finding is an error.
pub fn check(text: &Text) -> (Scenario, Vec<Diagnostic>) {
    check_with(text, &Parameters::default())
}

/// The same, for a text whose calculation may read `parameters`.
pub fn check_with(text: &Text, parameters: &Parameters) -> (Scenario, Vec<Diagnostic>) {
    let reading = syntax::read(text);
    let mut findings = reading.findings;
    // What was not read cannot be missed.
    if reading.whole || !findings.iter().any(Diagnostic::is_error) {
        lint::add_to(&mut findings, &reading.scenario, text);
    }
    if reading.whole
        && let Some((_, wrong)) = calculation::program(&reading.scenario, parameters, &|_| false)
    {
        findings.extend(wrong);
    }
    diagnostic::sort(&mut findings);
    (reading.scenario, findings)
}

/// The figures of a file of parameters, and everything that is wrong in it, in the order of the text.
pub fn check_parameters(text: &Text) -> (Parameters, Vec<Diagnostic>) {
    let (read, findings) = syntax::read_parameters(text);
    let mut parameters = Parameters::default();
    for parameter in read {
        parameters.add(parameter);
    }
    (parameters, findings)
}
