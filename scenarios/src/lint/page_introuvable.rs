//! A page that is named and does not exist.

use std::collections::BTreeSet;

use super::findings::Findings;
use crate::{diagnostic::Diagnostic, model::Scenario, spelling::closest};

pub(super) fn look(scenario: &Scenario, findings: &mut Findings<'_>) {
    let pages: BTreeSet<&str> = scenario.screens.iter().map(|screen| screen.key.value.as_str()).collect();
    for screen in &scenario.screens {
        for name in screen.next.iter().chain(&screen.recap).chain(&screen.receipt) {
            if pages.contains(name.value.as_str()) || findings.ignores(pages.is_empty()) {
                continue;
            }
            let message = format!("la page « {} » n’existe pas", findings.word(name));
            let finding = Diagnostic::error("page-introuvable", name.span, message);
            let meant = closest(&name.value, scenario.screens.iter().map(|screen| screen.key.value.as_str()));
            let meant = scenario.screens.iter().find(|screen| Some(screen.key.value.as_str()) == meant);
            findings.say(match meant {
                Some(meant) => {
                    let meant = findings.word(&meant.key);
                    finding.help(format!("écrivez « {meant} »")).doubtful_fix(name.span, meant)
                }
                None => finding.help("choisissez une page du fichier, ou ajoutez celle-ci sous « pages: »"),
            });
        }
    }
}
