//! How far the hints go that a learner may ask for, whatever the way of rehearsing.

use serde::{Deserialize, Serialize};

use super::{coach::PAGE, mode::Mode};

/// From all of them to none. What a mediator gives is beside it: that goes to the last hint.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
pub enum HintReach {
    /// To the last hint, which shows the answer.
    #[default]
    #[serde(rename = "reponse")]
    Answer,
    /// What is wrong, where to look, which question: the answer is for the learner to find.
    #[serde(rename = "endroit")]
    Place,
    /// Only what a mediator gives.
    #[serde(rename = "mediateur")]
    Mediator,
}

impl HintReach {
    pub const ALL: [Self; 3] = [Self::Answer, Self::Place, Self::Mediator];

    /// The stored word, which forms use too.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Answer => "reponse",
            Self::Place => "endroit",
            Self::Mediator => "mediateur",
        }
    }

    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reach| reach.word() == word)
    }

    /// Whether a learner may go on in that way: discovering shows every answer.
    pub fn allows(self, mode: Mode) -> bool {
        self == Self::Answer || mode != Mode::Discover
    }

    /// Rungs that may be asked for, of a ladder about a question or a page. A page has no answer to keep back.
    pub(super) fn rungs(self, about: &str, ladder: usize) -> usize {
        match self {
            Self::Answer => ladder,
            Self::Place if about.starts_with(PAGE) => ladder,
            Self::Place => ladder.saturating_sub(1),
            Self::Mediator => 0,
        }
    }
}
