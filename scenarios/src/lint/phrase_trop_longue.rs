//! A sentence that a beginner would have to read twice.

use super::{findings::Findings, shown::QUOTED, shown::shown};
use crate::{diagnostic::Diagnostic, model::Scenario};

/// Words of the longest sentence that is let through. We advise 15.
const MOST: usize = 25;

pub(super) fn look(scenario: &Scenario, findings: &mut Findings<'_>) {
    for text in shown(scenario) {
        for sentence in sentences(&text.words) {
            let words = sentence.split_whitespace().filter(|word| is_word(word)).count();
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

fn is_word(written: &str) -> bool {
    written.contains(QUOTED) || written.chars().any(char::is_alphanumeric)
}

/// What stands between the signs that end a sentence, and a space.
fn sentences(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        rest = rest.trim_start();
        if rest.is_empty() {
            return None;
        }
        let ends = |(at, sign): &(usize, char)| {
            let after = rest[at + sign.len_utf8()..].chars().next();
            *sign == '\n' || matches!(sign, '.' | '!' | '?') && after.is_none_or(char::is_whitespace)
        };
        let end = rest.char_indices().find(ends).map_or(rest.len(), |(at, sign)| at + sign.len_utf8());
        let (sentence, others) = rest.split_at(end);
        rest = others;
        Some(sentence.trim_end())
    })
}
