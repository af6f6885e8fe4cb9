//! What an author sets of a question, as written: choices, bounds, length.
//!
//! Whether its kind heeds it is told by `lint`; what it becomes is `field::Settings`.

use crate::text::Spanned;

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Settings {
    /// What can be answered; its place is that of the word « choix ».
    pub choices: Option<Spanned<Vec<Choice>>>,
    /// Least accepted, in the author's words: `0`, `2026-01-01`.
    pub least: Option<Spanned<String>>,
    pub most: Option<Spanned<String>>,
    pub longest: Option<Spanned<u32>>,
    pub cents: Option<Spanned<bool>>,
}

/// One possible answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// Lower case, no accents, no spaces.
    pub key: Spanned<String>,
    pub label: Spanned<String>,
}
