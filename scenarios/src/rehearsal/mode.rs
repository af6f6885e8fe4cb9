//! Four ways of rehearsing the same scenario: shown, guided, alone, tested.

use serde::{Deserialize, Serialize};

/// How much help there is, from the most to none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
pub enum Mode {
    /// What to do on each page is shown, the answers too.
    #[serde(rename = "decouvrir")]
    Discover,
    /// A first hint comes by itself where it would help; the others are asked for.
    #[default]
    #[serde(rename = "guide")]
    Guided,
    /// Help on request only; nothing is said of a mistake before it is asked for.
    #[serde(rename = "seul")]
    Alone,
    /// No help. The result comes at the end.
    #[serde(rename = "epreuve")]
    Test,
}

impl Mode {
    pub const ALL: [Self; 4] = [Self::Discover, Self::Guided, Self::Alone, Self::Test];

    /// The stored word, which addresses and buttons use too.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Discover => "decouvrir",
            Self::Guided => "guide",
            Self::Alone => "seul",
            Self::Test => "epreuve",
        }
    }

    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|mode| mode.word() == word)
    }
}
