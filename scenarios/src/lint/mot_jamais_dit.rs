//! A word explained that no text says: nobody will ever meet the explanation.

use super::{findings::Findings, shown::shown};
use crate::{diagnostic::Diagnostic, glossary::said, model::Scenario};

pub(super) fn look(scenario: &Scenario, findings: &mut Findings<'_>) {
    if scenario.words.is_empty() {
        return;
    }
    let texts = shown(scenario);
    for word in &scenario.words {
        let own = word.says.span;
        let is_said = |text: &super::shown::Shown<'_>| {
            text.span != own && said(&text.words, &word.word.value).is_some()
        };
        if texts.iter().any(is_said) || findings.is_full() {
            continue;
        }
        let message = format!("le mot « {} » n’est dit dans aucun texte", word.word.value);
        findings.say(
            Diagnostic::warning("mot-jamais-dit", word.word.span, message)
                .help("écrivez-le comme dans vos pages, au singulier, ou retirez cette ligne"),
        );
    }
}
