//! Words of the administration in the clone's texts: a link from the first time each is said to its plain sentence.
//!
//! The sentences themselves stand in Miroir's column, and not in the clone. A link to a place of the same page reloads
//! nothing: what was typed stays, with or without JavaScript.

use std::cell::RefCell;

use leptos::prelude::*;
use scenarios::{glossary, graph::Word};

/// The id of the sentence about the word of that rank.
pub fn id(rank: usize) -> String {
    format!("mot-{rank}")
}

/// The id of the place where the word of that rank is first said.
pub fn place(rank: usize) -> String {
    format!("dit-{rank}")
}

/// The words explained on a page, and which of them were already linked.
pub(super) struct Words<'a> {
    all: &'a [Word],
    linked: RefCell<Vec<bool>>,
}

impl<'a> Words<'a> {
    pub(super) fn new(all: &'a [Word]) -> Self {
        Self { all, linked: RefCell::new(vec![false; all.len()]) }
    }

    /// The text, with a link at each word said for the first time.
    pub(super) fn in_text(&self, text: &str) -> AnyView {
        let mut found: Vec<(usize, usize, usize)> = Vec::new();
        for (rank, word) in self.all.iter().enumerate().filter(|(rank, _)| !self.linked.borrow()[*rank]) {
            let Some((from, to)) = glossary::said(text, &word.word) else { continue };
            // Of two words that overlap, the longer one: « impôt sur le revenu », not « impôt ».
            let overlaps = |other: &(usize, usize, usize)| other.0 < to && from < other.1;
            if found.iter().any(|other| overlaps(other) && other.1 - other.0 >= to - from) {
                continue;
            }
            found.retain(|other| !overlaps(other));
            found.push((from, to, rank));
        }
        found.sort_unstable();
        let mut pieces = Vec::new();
        let mut end = 0;
        for (from, to, rank) in found {
            self.linked.borrow_mut()[rank] = true;
            pieces.push(text[end..from].to_owned().into_any());
            let (href, id, word) = (format!("#{}", id(rank)), place(rank), text[from..to].to_owned());
            pieces.push(view! { <a class="word" href=href id=id>{word}</a> }.into_any());
            end = to;
        }
        pieces.push(text[end..].to_owned().into_any());
        pieces.into_any()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::to_html;

    fn html(words: &[&str], texts: &[&str]) -> String {
        let all: Vec<Word> =
            words.iter().map(|word| Word { word: (*word).into(), says: "…".into() }).collect();
        let texts: Vec<String> = texts.iter().map(|text| (*text).to_owned()).collect();
        to_html(move || {
            let words = Words::new(&all);
            texts.iter().map(|text| words.in_text(text)).collect::<Vec<_>>()
        })
    }

    #[test]
    fn a_word_is_linked_where_it_is_said_first_and_only_there() {
        let html = html(&["foyer"], &["Votre foyer, un foyer", "Le foyer"]);
        assert_eq!(html.matches("<a ").count(), 1, "{html}");
        assert!(html.contains(r##"href="#mot-0""##) && html.contains(r#"id="dit-0""#), "{html}");
    }

    #[test]
    fn of_two_words_that_overlap_the_longer_one_is_linked() {
        let html = html(&["impôt", "impôt sur le revenu"], &["L’impôt sur le revenu"]);
        assert!(html.contains("#mot-1") && !html.contains("#mot-0"), "{html}");
    }

    #[test]
    fn a_text_without_a_word_is_left_as_it_is_and_escaped() {
        assert!(html(&["foyer"], &["a < b"]).contains("a &lt; b"));
    }
}
