//! A field of a kind that does not exist.

use super::findings::Findings;
use crate::{diagnostic::Diagnostic, field::Kind, model::Scenario, spelling::nearest};

pub(super) fn look(scenario: &Scenario, findings: &mut Findings<'_>) {
    for field in scenario.fields() {
        let kind = &field.kind;
        // An absent kind is told by the reading.
        if kind.value.is_empty() || Kind::from_word(&kind.value).is_some() || findings.is_full() {
            continue;
        }
        let message = format!("le genre « {} » n’existe pas", findings.word(kind));
        let finding = Diagnostic::error("genre-inconnu", kind.span, message);
        findings.say(match nearest(&kind.value, words()) {
            Some(meant) => meant.instead(finding, kind.span),
            None => finding.help(format!("choisissez parmi : {}", words().join(", "))),
        });
    }
}

/// The kinds, as authors write them.
fn words() -> [&'static str; Kind::ALL.len()] {
    Kind::ALL.map(|kind| kind.rules().word())
}
