//! Sentences and their words, and how easily a scenario reads.

use super::shown::{QUOTED, shown};
use crate::model::Scenario;

/// How easily the texts that a learner reads are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Readability {
    pub sentences: usize,
    /// Words of the sentence in the middle, when they are put in order of length.
    pub median: usize,
    /// Words of the longest sentence.
    pub longest: usize,
}

/// Measures every sentence of `scenario`; a value between braces is a word.
pub fn readability(scenario: &Scenario) -> Readability {
    let texts = shown(scenario);
    let mut lengths: Vec<usize> =
        texts.iter().flat_map(|text| sentences(&text.words)).map(count).filter(|words| *words > 0).collect();
    lengths.sort_unstable();
    let at = |rank: usize| lengths.get(rank).copied().unwrap_or_default();
    Readability {
        sentences: lengths.len(),
        median: at(lengths.len() / 2),
        longest: lengths.last().copied().unwrap_or_default(),
    }
}

/// Words of a sentence.
pub(super) fn count(sentence: &str) -> usize {
    let is_word = |written: &&str| written.contains(QUOTED) || written.chars().any(char::is_alphanumeric);
    sentence.split_whitespace().filter(is_word).count()
}

/// What stands between the signs that end a sentence, and a space.
pub(super) fn sentences(text: &str) -> impl Iterator<Item = &str> {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_end_with_a_sign_and_a_space() {
        let text = "Tapez 1 478,05 €. Est-ce juste ? Oui\nMerci.";
        let lengths: Vec<usize> = sentences(text).map(count).collect();
        assert_eq!(lengths, [3, 2, 1, 1]);
    }
}
