//! A long text written again and again: who mends one forgets the others.

use std::collections::BTreeMap;

use super::{findings::Findings, shown::shown};
use crate::{diagnostic::Diagnostic, model::Scenario, text::Span};

/// Letters of a text that is short enough to be written again.
const SHORT: usize = 60;

/// Times a text may be written.
const OFTEN: usize = 2;

pub(super) fn look(scenario: &Scenario, findings: &mut Findings<'_>) {
    let mut places: BTreeMap<&str, Vec<Span>> = BTreeMap::new();
    for text in shown(scenario) {
        if text.words.chars().filter(|letter| letter.is_alphanumeric()).take(SHORT + 1).count() > SHORT {
            places.entry(findings.source(text.span)).or_default().push(text.span);
        }
    }
    let mut repeated: Vec<_> = places.into_values().filter(|places| places.len() > OFTEN).collect();
    repeated.sort_unstable();
    for places in repeated {
        let Some((first, others)) = places.split_first() else { continue };
        let message = format!("ce texte est écrit {} fois", places.len());
        let mut finding = Diagnostic::warning("texte-repete", *first, message);
        for other in others.iter().take(OFTEN) {
            finding = finding.label(*other, "il est aussi écrit ici");
        }
        findings.say(
            finding.help("raccourcissez-le, ou écrivez une fois la page ou le groupe avec « pour-chaque »"),
        );
    }
}
