//! A figure read by the scenario that nobody has looked up for longer than it is good for.

use std::collections::BTreeSet;

use super::{findings::Findings, quotes::terms};
use crate::{
    diagnostic::Diagnostic, model::Scenario, names::Names, parameters::SPACE, term::Expr, text::Span,
};

pub(super) fn look(scenario: &Scenario, findings: &mut Findings<'_>) {
    let around = findings.around;
    let Some(today) = around.today else { return };
    let mut told = BTreeSet::new();
    for (path, span) in read(scenario) {
        let Some(parameter) = around.parameters.get(&path).filter(|found| found.is_out_of_date(today)) else {
            continue;
        };
        let Some(newest) = parameter.values.last().filter(|_| told.insert(path)) else { continue };
        let message = format!(
            "« {} » a été relu le {}, et il doit l’être tous les {} mois",
            findings.written(span),
            newest.read_on.value.in_words(),
            parameter.good_for.unwrap_or_default()
        );
        findings.say(
            Diagnostic::warning("parametre-perime", span, message)
                .help("relisez la source du paramètre, puis écrivez sa valeur et la date dans son fichier"),
        );
    }
}

/// The parameters that the scenario reads, in the order of the text.
fn read(scenario: &Scenario) -> Vec<(String, Span)> {
    let names = Names::of(scenario);
    let quoted = terms(scenario, &names).into_iter().map(|quoted| quoted.term);
    let calculation = scenario.calculation.iter();
    let computed = calculation.flat_map(|calculation| -> Vec<&Expr> {
        let limits = calculation.limits.iter().map(|limit| &limit.when);
        calculation.terms.iter().map(|term| &term.expr).chain(limits).chain(&calculation.at).collect()
    });
    let paths = quoted.chain(computed).flat_map(Expr::paths);
    let of_parameters = |path: &str| path.split_once('.').is_some_and(|(space, _)| space == SPACE);
    let mut read: Vec<_> = paths.filter(|(path, _)| of_parameters(path)).collect();
    read.sort_by_key(|(_, span)| *span);
    read
}
