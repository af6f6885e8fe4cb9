//! A scenario that never ends: no page has a receipt.

use super::findings::Findings;
use crate::{diagnostic::Diagnostic, model::Scenario};

pub(super) fn look(scenario: &Scenario, findings: &mut Findings<'_>) {
    let Some(last) = scenario.screens.last() else { return };
    if !scenario.last_pages().contains(&true) {
        let name = findings.word(&last.key);
        let finding = Diagnostic::error("sans-fin", last.key.span, "aucune page n’a de « reçu »").help(
            format!("ajoutez « reçu: » à la page « {name} », avec les pages dont il montre les réponses"),
        );
        findings.say(finding);
    }
}
