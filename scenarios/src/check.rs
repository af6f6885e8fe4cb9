//! The whole check of a text: how it is written, then what it says.

use crate::{
    Surroundings,
    diagnostic::{self, Diagnostic},
    lint,
    model::Scenario,
    parameters::Parameters,
    shared::Shared,
    syntax,
    text::{Span, Text},
};

/// What `text` says, and everything that is wrong in it, in the order of the text, when nothing stands around it.
///
/// A graph can be built from the scenario when no finding is an error.
pub fn check(text: &Text) -> (Scenario, Vec<Diagnostic>) {
    check_with(text, &Surroundings::default())
}

/// The same, with what stands around the text.
pub fn check_with(text: &Text, around: &Surroundings<'_>) -> (Scenario, Vec<Diagnostic>) {
    let reading = syntax::read(text, around.shared);
    let mut findings = reading.findings;
    // What was not read cannot be missed.
    if reading.whole || !findings.iter().any(Diagnostic::is_error) {
        lint::add_to(&mut findings, &reading.scenario, text, around);
    }
    diagnostic::sort(&mut findings);
    (reading.scenario, findings)
}

/// Everything that is wrong in a part that scenarios share, in the order of its text.
///
/// It is looked at inside a small scenario, whose persona has everything; what is only wrong there is not told.
pub fn check_shared(text: &Text, around: &Surroundings<'_>) -> Vec<Diagnostic> {
    let mut shared = Shared::default();
    shared.add("partie", text.clone());
    let whole = shared.joined(Text::new("", include_str!("check/around.yaml")));
    let (_, findings) = check_with(&whole, &Surroundings { shared: &shared, ..*around });
    let start = whole.own().len() + 1;
    let own = |span: &Span| span.start >= start;
    findings
        .into_iter()
        .filter(|finding| own(&finding.span))
        .map(|mut finding| {
            finding.labels.retain(|(span, _)| own(span));
            finding.fix = finding.fix.filter(|fix| own(&fix.span));
            finding.moved(|at| at - start)
        })
        .collect()
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
