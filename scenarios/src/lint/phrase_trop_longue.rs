//! A sentence that a beginner would have to read twice.

use super::{
    findings::Findings,
    sentences::{count, sentences},
    shown::{QUOTED, shown},
};
use crate::{diagnostic::Diagnostic, model::Scenario};

/// Words of the longest sentence that is let through. We advise 15.
const MOST: usize = 25;

pub(super) fn look(scenario: &Scenario, findings: &mut Findings<'_>) {
    for text in shown(scenario) {
        for sentence in sentences(&text.words) {
            let words = count(sentence);
            if words <= MOST || findings.is_full() {
                continue;
            }
            let span = findings.within(text.span, sentence.split(QUOTED).next().unwrap_or_default());
            let message = format!("cette phrase a {words} mots, et un débutant s’y perd");
            findings.say(
                Diagnostic::warning("phrase-trop-longue", span, message)
                    .help("coupez-la en deux ou trois : 15 mots se lisent d’un coup"),
            );
        }
    }
}
