//! A question with choices that has none.

use super::findings::Findings;
use crate::{
    diagnostic::Diagnostic,
    field::{Kind, Setting},
    model::Scenario,
};

pub(super) fn look(scenario: &Scenario, findings: &mut Findings<'_>) {
    for field in scenario.fields() {
        let Some(kind) = Kind::from_word(&field.kind.value) else { continue };
        let none = field.settings.choices.as_ref().is_none_or(|choices| choices.value.is_empty());
        if !none || !kind.rules().takes().contains(&Setting::Choices) {
            continue;
        }
        let name = findings.word(&field.key);
        let message = format!("le champ « {name} » ne propose aucun choix");
        let help = format!("ajoutez « choix: [Oui, Non] » sous « {name}: », avec vos réponses");
        findings.say(Diagnostic::error("choix-manquant", field.kind.span, message).help(help));
    }
}
