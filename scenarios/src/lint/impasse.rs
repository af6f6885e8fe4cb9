//! A page from which the receipt can never be reached.

use super::{findings::Findings, way::Way};
use crate::{diagnostic::Diagnostic, model::Scenario};

pub(super) fn look(scenario: &Scenario, findings: &mut Findings<'_>) {
    // Without any receipt, `sans-fin` says it once for all.
    if scenario.screens.iter().all(|screen| screen.receipt.is_empty()) {
        return;
    }
    let way = Way::of(scenario);
    let finishes = way.finishes(scenario);
    for (at, screen) in scenario.screens.iter().enumerate().filter(|(at, _)| !finishes[*at]) {
        let name = findings.word(&screen.key);
        match (way.next(at), &screen.next) {
            // Every circle has a page that leads back: it is the one to mend.
            (Some(next), Some(written)) if next <= at => {
                let message = format!("la page « {name} » ramène en arrière, et on tourne en rond");
                let finding = Diagnostic::error("impasse", written.span, message)
                    .label(scenario.screens[next].key.span, "on revient ici")
                    .help("dites la page qui vient vraiment après, ou supprimez « suite: »");
                findings.say(finding);
            }
            (None, None) => {
                let message = format!("rien ne vient après la page « {name} », et elle n’a pas de « reçu »");
                let finding = Diagnostic::error("impasse", screen.key.span, message)
                    .help("déplacez la page avant celle qui a le « reçu », ou écrivez « suite: » et le nom d’une page");
                findings.say(finding);
            }
            _ => {}
        }
    }
}
