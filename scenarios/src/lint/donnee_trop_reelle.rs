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

/// Digits of the shortest plate.
const FEWEST_DIGITS: usize = 3;

/// Bytes that the guard is given in all, so that any text is checked in time: several times the longest procedure.
const MOST: usize = 200_000;

pub(super) fn look(scenario: &Scenario, findings: &mut Findings<'_>) {
    let mut left = MOST;
    for text in shown(scenario) {
        look_into(&text.words, text.span, &mut left, findings);
    }
    for text in scenario.differences.iter().chain(scenario.sources.iter().map(|source| &source.what)) {
        look_into(&text.value, text.span, &mut left, findings);
    }
    let names = Names::of(scenario);
    for quoted in terms(scenario, &names) {
        if let Expr::Literal(Value::Text(text), span) = quoted.term {
            look_into(text, *span, &mut left, findings);
        }
    }
}

fn look_into(text: &str, span: Span, left: &mut usize, findings: &mut Findings<'_>) {
    if findings.is_full() || !could_hold_one(text) {
        return;
    }
    let Some(rest) = left.checked_sub(text.len()) else { return };
    *left = rest;
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

/// Spares most texts the guard. Numbers said in words are for those who type: nobody writes a scenario so.
fn could_hold_one(text: &str) -> bool {
    let digits = text.chars().filter(|letter| letter.is_numeric()).take(FEWEST_DIGITS).count();
    digits == FEWEST_DIGITS || text.contains(['@', '＠'])
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
