//! A clone that does not say in what it differs from the real site.

use super::findings::Findings;
use crate::{diagnostic::Diagnostic, model::Scenario};

pub(super) fn look(scenario: &Scenario, findings: &mut Findings<'_>) {
    if scenario.differences.is_empty() && !scenario.site.name.value.is_empty() {
        findings.say(
            Diagnostic::warning(
                "ecart-non-dit",
                scenario.site.name.span,
                "rien ne dit en quoi ce site diffère du vrai",
            )
            .help("ajoutez « écarts: » et une phrase pour chaque différence"),
        );
    }
}
