//! A value that could be a real person's own, in a text of the scenario.
//!
//! What looks real is the guard's affair: this only says where to look.

use super::{findings::Findings, quotes::terms, shown::shown};
use crate::{
    diagnostic::{Diagnostic, excerpt},
    guard::{self, Kind},
    model::Scenario,
    names::Names,
    term::{Expr, Value},
    text::Span,
};

pub(super) fn look(scenario: &Scenario, findings: &mut Findings<'_>) {
    for text in shown(scenario) {
        look_into(&text.words, text.span, findings);
    }
    for text in scenario.differences.iter().chain(scenario.sources.iter().map(|source| &source.what)) {
        look_into(&text.value, text.span, findings);
    }
    let names = Names::of(scenario);
    for quoted in terms(scenario, &names) {
        if let Expr::Literal(Value::Text(text), span) = quoted.term {
            look_into(text, *span, findings);
        }
    }
}

fn look_into(text: &str, span: Span, findings: &mut Findings<'_>) {
    // Numbers said in words are for those who type: nobody writes a scenario so.
    if findings.is_full() || !text.chars().any(|letter| letter.is_numeric() || matches!(letter, '@' | '＠'))
    {
        return;
    }
    for found in guard::detect(text) {
        let value = text.get(found.start..found.end).unwrap_or_default();
        let kind = found.kind.in_french();
        let message = format!("« {} » pourrait appartenir à quelqu’un ({kind})", excerpt(value));
        findings.say(
            Diagnostic::error("donnee-trop-reelle", findings.within(span, value), message)
                .help(format!("écrivez plutôt {}", fictitious(found.kind))),
        );
    }
}

/// What can be written instead, which can belong to nobody.
const fn fictitious(kind: Kind) -> &'static str {
    match kind {
        Kind::Nir => "« 1 99 99 99 999 999 99 »",
        Kind::NumeroFiscal => "« 99 99 999 999 999 »",
        Kind::Iban => "« FR00 0000 0000 0000 0000 0000 000 »",
        Kind::Card => "« 0000 0000 0000 0000 »",
        Kind::Phone => "« 06 39 98 00 00 »",
        Kind::Email => "une adresse qui finit par « .example »",
        Kind::Plate => "« AA-000-AA »",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_offered_instead_could_be_nobody_s() {
        for kind in Kind::ALL {
            assert_eq!(guard::kinds(&format!("Tapez : {}", fictitious(kind))), [], "{kind:?}");
        }
    }
}
