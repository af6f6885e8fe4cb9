//! A field of a kind that does not exist.

use super::findings::Findings;
use crate::{diagnostic::Diagnostic, model::Scenario, reference::fold, spelling::closest};

/// The kinds of fields, as authors write them.
pub const KIND_WORDS: [&str; 9] = [
    "courriel",
    "code-reçu",
    "plaque",
    "numéro-de-formule",
    "voie",
    "code-postal-et-commune",
    "date",
    "document",
    "attestation",
];

pub(super) fn look(scenario: &Scenario, findings: &mut Findings<'_>) {
    for field in scenario.screens.iter().flat_map(|screen| &screen.fields) {
        let kind = &field.kind;
        // An absent kind is told by the reading.
        if kind.value.is_empty()
            || KIND_WORDS.iter().any(|word| fold(word) == kind.value)
            || findings.is_full()
        {
            continue;
        }
        let message = format!("le genre « {} » n’existe pas", findings.word(kind));
        let finding = Diagnostic::error("genre-inconnu", kind.span, message);
        findings.say(match closest(&kind.value, KIND_WORDS) {
            Some(meant) => finding.help(format!("écrivez « {meant} »")).doubtful_fix(kind.span, meant),
            None => finding.help(format!("choisissez parmi : {}", KIND_WORDS.join(", "))),
        });
    }
}
