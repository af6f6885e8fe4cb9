//! A way of finishing without its ending, or with two.

use super::findings::Findings;
use crate::{
    diagnostic::Diagnostic,
    model::{EndingWhen, Scenario},
};

static WAYS: [(EndingWhen, &str); 2] =
    [(EndingWhen::AllRight, "tout-juste"), (EndingWhen::SomeMistake, "une-erreur")];

pub(super) fn look(scenario: &Scenario, findings: &mut Findings<'_>) {
    let Some(any) = scenario.endings.first() else { return };
    for (way, word) in &WAYS {
        let mut endings = scenario.endings.iter().filter(|ending| ending.when.value == *way);
        let Some(first) = endings.next() else {
            let finding = Diagnostic::error(
                "fin-manquante",
                any.key.span,
                format!("aucune fin n’est prévue pour « {word} »"),
            )
            .help(format!("ajoutez sous « fins: » une fin avec « quand: {word} »"));
            findings.say(finding);
            continue;
        };
        for other in endings {
            let finding = Diagnostic::error(
                "fin-manquante",
                other.when.span,
                format!("deux fins sont prévues pour « {word} »"),
            )
            .label(first.when.span, "la première est ici")
            .help("gardez-en une seule, ou changez le « quand: » de l’autre");
            findings.say(finding);
        }
    }
}
