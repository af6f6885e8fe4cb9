//! A page from which the end can never be reached.

use super::{findings::Findings, way::Way};
use crate::{diagnostic::Diagnostic, model::Scenario};

pub(super) fn look(scenario: &Scenario, findings: &mut Findings<'_>) {
    let way = Way::of(scenario);
    // Without any end, `sans-fin` says it once for all.
    if !(0..scenario.screens.len()).any(|at| way.ends(at)) {
        return;
    }
    let finishes = way.finishes();
    let (mut told, mut first) = (false, None);
    for (at, screen) in scenario.screens.iter().enumerate().filter(|(at, _)| !finishes[*at]) {
        let name = findings.word(&screen.key);
        let back = screen
            .following()
            .find(|page| scenario.screens.iter().take(at + 1).any(|earlier| earlier.key.value == page.value));
        match back {
            // Every circle has a page that leads back: it is the one to mend.
            Some(written) => {
                let target = scenario.screens.iter().find(|earlier| earlier.key.value == written.value);
                let message = format!("la page « {name} » ramène en arrière, et on tourne en rond");
                let finding = Diagnostic::error("impasse", written.span, message)
                    .label(target.map_or(screen.key.span, |target| target.key.span), "on revient ici")
                    .help("dites la page qui vient vraiment après, ou supprimez « suite: »");
                findings.say(finding);
                told = true;
            }
            None if way.next(at).is_empty() => {
                let message = format!("rien ne vient après la page « {name} », et elle n’a pas de « reçu »");
                let finding = Diagnostic::error("impasse", screen.key.span, message).help(
                    "déplacez la page avant celle qui a le « reçu », ou écrivez « suite: » et le nom d’une page",
                );
                findings.say(finding);
                told = true;
            }
            None => first = first.or(Some((screen.key.span, name))),
        }
    }
    if let Some((span, name)) = first.filter(|_| !told) {
        let message = format!("depuis la page « {name} », on tourne en rond");
        findings.say(
            Diagnostic::error("impasse", span, message)
                .help("ajoutez une « suite » ou un lien qui mène à la dernière page"),
        );
    }
}
