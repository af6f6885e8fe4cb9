//! A paper that does not exist, or that the persona does not carry.

use std::collections::BTreeSet;

use super::{findings::Findings, quotes::quotes};
use crate::{
    diagnostic::{Diagnostic, excerpt},
    model::Scenario,
    papers::Paper,
    reference::Reference,
    spelling::nearest,
    text::Span,
};

pub(super) fn look(scenario: &Scenario, findings: &mut Findings<'_>) {
    let carried = &scenario.persona.papers;
    for paper in carried {
        if Paper::from_key(&paper.value).is_none() && !findings.is_full() {
            findings.say(unknown(&paper.value, paper.span, ""));
        }
    }
    let keys: BTreeSet<&str> = carried.iter().map(|paper| paper.value.as_str()).collect();
    for quote in quotes(scenario) {
        let Reference::Paper(key) = quote.reference else { continue };
        if keys.contains(key.as_str()) || findings.ignores(keys.is_empty()) {
            continue;
        }
        if Paper::from_key(key).is_none() {
            findings.say(unknown(key, quote.span, "papier."));
            continue;
        }
        let message = format!("le personnage n’a pas le papier « {key} »");
        let mut finding = Diagnostic::error("papier-introuvable", quote.span, message);
        finding = match carried.last() {
            Some(last) => findings
                .add_after(finding, last.span, key)
                .label(last.span, "ses papiers sont énumérés ici")
                .help(format!("ajoutez « {key} » à la liste « papiers: » du personnage")),
            None => finding.help(format!("ajoutez « papiers: [{key}] » sous « personnage: »")),
        };
        findings.say(finding);
    }
}

/// `before` is what comes before the name, in the words written at `span`.
fn unknown(key: &str, span: Span, before: &str) -> Diagnostic {
    let message = format!("le papier « {} » n’existe pas", excerpt(key));
    let finding = Diagnostic::error("papier-introuvable", span, message);
    match nearest(key, Paper::ALL.map(Paper::key)) {
        Some(meant) => meant.written(finding, span, &format!("{before}{}", meant.word)),
        None => finding.help(format!("choisissez parmi : {}", Paper::ALL.map(Paper::key).join(", "))),
    }
}
