//! The explanation of a calculation as a page of text: in brief, what was given, then chapter by chapter.
//!
//! It is plain text, for any terminal: titles are numbered, lines are whole sentences that can be read aloud.

use scenarios::calculation::{Explanation, Step};

/// The whole explanation, with an empty line after each part.
pub(super) fn page(explanation: &Explanation) -> String {
    let brief = explanation.results.iter().map(|(label, value)| (label.clone(), value.in_french()));
    let mut parts = vec![list("En bref", brief)];
    parts.push(list("Ce que vous avez donné", explanation.given.iter().cloned()));
    let mut chapter: Option<&str> = None;
    let mut number = 0;
    for step in &explanation.steps {
        if step.chapter.as_deref() != chapter {
            chapter = step.chapter.as_deref();
            number += 1;
            parts.push(format!("{number}. {}\n", chapter.unwrap_or("Le reste")));
        }
        parts.push(told(step));
    }
    parts.join("\n")
}

fn list(title: &str, lines: impl Iterator<Item = (String, String)>) -> String {
    let lines = lines.map(|(label, value)| format!("  {label}\u{a0}: {value}"));
    let lines: Vec<String> = std::iter::once(title.to_owned()).chain(lines).collect();
    format!("{}\n", lines.join("\n"))
}

/// « Décote : 130 € », how it was found, why, and where that was read.
fn told(step: &Step) -> String {
    let told = &step.told;
    let mut lines = vec![format!("{}\u{a0}: {}", step.label, step.value)];
    lines.extend((!told.words.is_empty()).then(|| sentence(&told.words)));
    lines.extend((!told.because.is_empty()).then(|| because(&told.because)));
    lines.extend(told.compared.iter().map(|compared| sentence(compared)));
    lines.extend(told.bands.iter().map(|band| format!("- {band}")));
    lines.extend(step.says.clone());
    if !step.sources.is_empty() {
        lines.push(format!("Source\u{a0}: {}", step.sources.join("\u{a0}; ")));
    }
    format!("{}\n", lines.join("\n  "))
}

/// « Parce que vous vivez seul(e) et qu’un enfant vit chez vous. »
fn because(reasons: &[String]) -> String {
    let first = reasons.first().map(|reason| that("parce que", "parce qu’", reason)).unwrap_or_default();
    let others = reasons.iter().skip(1).map(|reason| format!(" et {}", that("que", "qu’", reason)));
    sentence(&others.fold(first, |said, other| said + &other))
}

fn that(word: &str, before_vowel: &str, reason: &str) -> String {
    let is_vowel = |letter: char| "aeiouyàâéèêëîïôöùûü".contains(letter);
    if reason.chars().next().is_some_and(is_vowel) {
        format!("{before_vowel}{reason}")
    } else {
        format!("{word} {reason}")
    }
}

/// With a capital and a full stop.
fn sentence(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().map(|first| first.to_uppercase().collect::<String>()).unwrap_or_default();
    format!("{first}{}.", letters.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reasons_make_one_sentence() {
        let reasons = ["vous vivez seul(e)".to_owned(), "un enfant vit chez vous".to_owned()];
        assert_eq!(because(&reasons), "Parce que vous vivez seul(e) et qu’un enfant vit chez vous.");
        assert_eq!(because(&["il y a un enfant".to_owned()]), "Parce qu’il y a un enfant.");
    }
}
