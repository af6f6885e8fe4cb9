//! A page to which no way leads.

use super::{findings::Findings, way::Way};
use crate::{diagnostic::Diagnostic, model::Scenario};

pub(super) fn look(scenario: &Scenario, findings: &mut Findings<'_>) {
    let way = Way::of(scenario);
    let reached = way.reached();
    for (at, screen) in scenario.screens.iter().enumerate().filter(|(at, _)| !reached[*at]) {
        let name = findings.word(&screen.key);
        let message = format!("aucune page ne mène à « {name} »");
        let mut finding = Diagnostic::warning("page-inatteignable", screen.key.span, message);
        let above = at.checked_sub(1).and_then(|above| scenario.screens.get(above));
        finding = match above {
            Some(above) if way.ends(at - 1) => finding
                .label(above.key.span, "la démarche finit ici, car cette page a un « reçu »")
                .help(format!("déplacez « {name} » au-dessus de « {} »", findings.word(&above.key))),
            Some(above) => match above.following().next() {
                Some(next) => finding
                    .label(next.span, "ici, la suite saute la page")
                    .help(format!("écrivez « suite: {name} », ou supprimez la page")),
                None => finding.help("supprimez la page, ou dites d’une autre page qu’elle en est la suite"),
            },
            None => finding.help("supprimez la page"),
        };
        findings.say(finding);
    }
}
