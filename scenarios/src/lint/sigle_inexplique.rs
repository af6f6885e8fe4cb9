//! An acronym that the scenario never explains: a beginner cannot guess it.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    findings::Findings,
    shown::{Shown, shown},
};
use crate::{diagnostic::Diagnostic, model::Scenario, reference::fold, text::Span};

/// What everybody says as a word, and what is shouted: capitals that are not acronyms.
const KNOWN: &[&str] = &[
    "CB", "CD", "CV", "DVD", "EDF", "ET", "GPS", "ICI", "MAIS", "MMS", "MOINS", "NE", "NON", "OK", "OU",
    "OUI", "PAS", "PC", "PDF", "PIN", "PLUS", "SANS", "SEUL", "SIM", "SMS", "SNCF", "SOS", "TOUS", "TOUT",
    "TV", "UN", "UNE", "USB",
];

/// Letters before « (CAF) » or after « CAF : » among which its meaning is looked for.
const NEAR: usize = 120;

pub(super) fn look(scenario: &Scenario, findings: &mut Findings<'_>) {
    let texts = shown(scenario);
    let initials = scenario.site.initials.value.as_str();
    let mut first: BTreeMap<&str, Span> = BTreeMap::new();
    let mut explained: BTreeSet<&str> = scenario.words.iter().map(|word| word.word.value.as_str()).collect();
    for text in &texts {
        for (at, acronym) in acronyms(text) {
            if explained.contains(acronym) {
                continue;
            }
            if is_explained(&text.words, at, acronym) {
                explained.insert(acronym);
            } else if acronym != initials {
                first.entry(acronym).or_insert(text.span);
            }
        }
    }
    for (acronym, span) in first.into_iter().filter(|(acronym, _)| !explained.contains(acronym)) {
        if findings.is_full() {
            return;
        }
        let message = format!("le sigle « {acronym} » n’est expliqué nulle part");
        findings.say(
            Diagnostic::warning("sigle-inexplique", findings.within(span, acronym), message).help(format!(
                "dites-le une fois en entier : « {acronym} (ce que ces lettres veulent dire) »"
            )),
        );
    }
}

/// Two to six capitals that stand alone, and where they begin.
fn acronyms<'t>(text: &'t Shown<'_>) -> impl Iterator<Item = (usize, &'t str)> {
    let mut end = 0;
    text.words.split_inclusive(|letter: char| !is_of_word(letter)).filter_map(move |piece| {
        let at = end;
        end += piece.len();
        let word = piece.trim_end_matches(|letter: char| !is_of_word(letter));
        let capitals = (2..=6).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_uppercase());
        let number = word.bytes().all(|byte| matches!(byte, b'I' | b'V' | b'X'));
        (capitals && !number && KNOWN.binary_search(&word).is_err()).then_some((at, word))
    })
}

/// Signs that make one word, such as « AA-000-AA » or « prenom@CAF.example », are of no acronym.
fn is_of_word(letter: char) -> bool {
    letter.is_alphanumeric() || matches!(letter, '-' | '_' | '@' | '/')
}

/// « CAF (caisse d’allocations familiales) », « caisse d’allocations familiales (CAF) » or « CAF : la caisse… ».
fn is_explained(text: &str, at: usize, acronym: &str) -> bool {
    let follows = text[at + acronym.len()..].trim_start_matches([' ', '\u{a0}', '»']);
    if !follows.starts_with(['(', ':', ',', ')']) {
        return false;
    }
    let (before, after) = near(text, at, at + acronym.len());
    let initial = fold(&acronym[..1]);
    let begins = |words: &str| {
        words
            .split(|letter: char| !letter.is_alphanumeric())
            .any(|word| word.chars().nth(1).is_some_and(char::is_lowercase) && fold_initial(word) == initial)
    };
    let rest = after.trim_start_matches([' ', '\u{a0}', '»']);
    if let Some(inside) = rest.strip_prefix('(') {
        return begins(inside.split(')').next().unwrap_or_default());
    }
    if let Some(said) = rest.strip_prefix([':', ',']) {
        return begins(said.split(['.', ';']).next().unwrap_or_default());
    }
    let Some(whole) = before.trim_end_matches(['«', ' ', '\u{a0}']).strip_suffix('(') else { return false };
    rest.starts_with(')') && begins(whole)
}

/// The letters just before `start`, and those just after `end`.
fn near(text: &str, start: usize, end: usize) -> (&str, &str) {
    let (before, after) = (&text[..start], &text[end..]);
    let from = before.char_indices().rev().take(NEAR).last().map_or(start, |(at, _)| at);
    let to = after.char_indices().nth(NEAR).map_or(after.len(), |(at, _)| at);
    (&before[from..], &after[..to])
}

fn fold_initial(word: &str) -> String {
    word.chars().next().map(|letter| fold(letter.encode_utf8(&mut [0; 4]))).unwrap_or_default()
}
