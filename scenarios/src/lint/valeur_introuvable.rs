//! A value that no persona has, or that this one was not asked to have.

use super::findings::Findings;
use crate::{
    diagnostic::Diagnostic,
    model::Scenario,
    persona::{TRAITS, VALUES, spelt},
    reference::Reference,
    spelling::nearest,
    text::{Span, Spanned},
};

pub(super) fn look(scenario: &Scenario, findings: &mut Findings<'_>) {
    let traits = &scenario.persona.traits;
    for asked in traits {
        if TRAITS.contains(&asked.value.as_str()) || findings.is_full() {
            continue;
        }
        let message = format!("un personnage ne peut pas avoir « {} »", findings.word(asked));
        let finding = Diagnostic::error("valeur-introuvable", asked.span, message);
        findings.say(match nearest(&asked.value, TRAITS.iter().copied()) {
            Some(meant) => meant.written(finding, asked.span, &spelt(meant.word)),
            None => finding.help(format!("choisissez parmi : {}", together(TRAITS.iter().copied()))),
        });
    }
    for quote in findings.quotes().iter() {
        let Reference::Persona(path) = &quote.reference else { continue };
        let Some(value) = VALUES.iter().find(|value| value.path == path) else {
            if findings.is_full() {
                return;
            }
            let message = format!("un personnage n’a pas de « {} »", name(quote.span, findings));
            let finding = Diagnostic::error("valeur-introuvable", quote.span, message);
            findings.say(match nearest(path, VALUES.iter().map(|value| value.path)) {
                Some(meant) => {
                    meant.written(finding, quote.span, &format!("personnage.{}", spelt(meant.word)))
                }
                None => finding.help(format!("choisissez parmi : {}", near(path))),
            });
            continue;
        };
        let Some(given) = value.given else { continue };
        // A trait nearly asked for is told by itself.
        let asked =
            |asked: &Spanned<String>| asked.value == given || nearest(&asked.value, [given]).is_some();
        if traits.iter().any(asked) || findings.ignores(traits.is_empty()) {
            continue;
        }
        let (name, wanted) = (name(quote.span, findings), spelt(given));
        let message = format!("le personnage n’a « {name} » que si le scénario lui demande « {wanted} »");
        let mut finding = Diagnostic::error("valeur-introuvable", quote.span, message);
        finding = match traits.last() {
            Some(last) => findings
                .add_after(finding, last.span, &wanted)
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
    let of_group = |value: &&str| value.split('.').next() == Some(group);
    let all = || VALUES.iter().map(|value| value.path);
    if all().any(|value| of_group(&value)) { together(all().filter(of_group)) } else { together(all()) }
}

fn together<'w>(words: impl Iterator<Item = &'w str>) -> String {
    words.map(spelt).collect::<Vec<_>>().join(", ")
}
