//! A value that no persona has, or that this one was not asked to have.

use super::{findings::Findings, quotes::quotes};
use crate::{
    diagnostic::Diagnostic,
    model::Scenario,
    persona::{TRAITS, VALUES},
    reference::Reference,
    spelling::closest,
    text::Span,
};

pub(super) fn look(scenario: &Scenario, findings: &mut Findings<'_>) {
    let traits = &scenario.persona.traits;
    for asked in traits {
        if TRAITS.contains(&asked.value.as_str()) || findings.is_full() {
            continue;
        }
        let message = format!("un personnage ne peut pas avoir « {} »", findings.word(asked));
        let finding = Diagnostic::error("valeur-introuvable", asked.span, message);
        findings.say(match closest(&asked.value, TRAITS.iter().copied()) {
            Some(meant) => finding.help(format!("écrivez « {meant} »")).doubtful_fix(asked.span, meant),
            None => finding.help(format!("choisissez parmi : {}", TRAITS.join(", "))),
        });
    }
    for quote in quotes(scenario) {
        let Reference::Persona(path) = &quote.reference else { continue };
        let Some(value) = VALUES.iter().find(|value| value.path == path) else {
            if findings.is_full() {
                return;
            }
            let message = format!("un personnage n’a pas de « {} »", name(quote.span, findings));
            let finding = Diagnostic::error("valeur-introuvable", quote.span, message);
            findings.say(finding.help(match closest(path, VALUES.iter().map(|value| value.path)) {
                Some(meant) => format!("écrivez « personnage.{meant} »"),
                None => format!("choisissez parmi : {}", near(path)),
            }));
            continue;
        };
        let Some(wanted) = value.given else { continue };
        if traits.iter().any(|asked| asked.value == wanted) || findings.ignores(traits.is_empty()) {
            continue;
        }
        let name = name(quote.span, findings);
        let message = format!("le personnage n’a « {name} » que si le scénario lui demande « {wanted} »");
        let mut finding = Diagnostic::error("valeur-introuvable", quote.span, message);
        finding = match traits.last() {
            Some(last) => finding
                .label(last.span, "ce qu’il doit avoir est énuméré ici")
                .help(format!("ajoutez « {wanted} » à la liste « a: » du personnage")),
            None => finding.help(format!("ajoutez « a: [{wanted}] » sous « personnage: »")),
        };
        findings.say(finding);
    }
}

/// The value in the author's words, without « personnage. ».
fn name(span: Span, findings: &Findings<'_>) -> String {
    let written = findings.written(span);
    written.split_once('.').map_or(written.as_str(), |(_, value)| value).to_owned()
}

/// The values of the same group as `path`, or all groups.
fn near(path: &str) -> String {
    let group = path.split('.').next().unwrap_or_default();
    let same: Vec<_> = VALUES
        .iter()
        .map(|value| value.path)
        .filter(|value| value.split('.').next() == Some(group))
        .collect();
    if same.is_empty() {
        VALUES.iter().map(|value| value.path).collect::<Vec<_>>().join(", ")
    } else {
        same.join(", ")
    }
}
