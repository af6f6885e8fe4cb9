//! What passes between a learner and the mediator of their room: a raised hand, a word, a place pointed at, a pause.
//!
//! Ready sentences have stored names; a mediator's own words are kept once the detector has passed them. The sentences
//! themselves are the interface's affair.

use serde::{Deserialize, Serialize};

use crate::guard::{Kind, Vetted, clear};

/// Why a hand is raised: one of a few ready sentences, never free text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Ask {
    /// « Je ne trouve pas le papier. »
    #[serde(rename = "papier")]
    Paper,
    /// « Je ne comprends pas la question. »
    #[serde(rename = "question")]
    Question,
    /// « Le site refuse ma réponse. »
    #[serde(rename = "refus")]
    Refused,
    /// « Je ne sais plus où je suis. »
    #[serde(rename = "perdu")]
    Lost,
    /// « Mon ordinateur ne répond plus bien. »
    #[serde(rename = "machine")]
    Machine,
    /// « Venez me voir, s'il vous plaît. »
    #[serde(rename = "venez")]
    Come,
}

impl Ask {
    pub const ALL: [Self; 6] =
        [Self::Question, Self::Paper, Self::Refused, Self::Lost, Self::Machine, Self::Come];

    /// The stored word, which buttons use too.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Paper => "papier",
            Self::Question => "question",
            Self::Refused => "refus",
            Self::Lost => "perdu",
            Self::Machine => "machine",
            Self::Come => "venez",
        }
    }

    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|ask| ask.word() == word)
    }
}

/// A sentence that a mediator chooses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Ready {
    /// « Vous êtes sur la bonne voie. »
    #[serde(rename = "bonne-voie")]
    RightWay,
    /// « Prenez votre temps. »
    #[serde(rename = "temps")]
    TakeTime,
    /// « Bravo, c'est une étape difficile. »
    #[serde(rename = "bravo")]
    WellDone,
    /// « J'arrive. »
    #[serde(rename = "arrive")]
    Coming,
    /// « C'est ici. »
    #[serde(rename = "ici")]
    Here,
    /// « Relisez la question. »
    #[serde(rename = "relisez")]
    ReadAgain,
    /// « Regardez sur le papier. »
    #[serde(rename = "papier")]
    LookAtPaper,
}

impl Ready {
    pub const ALL: [Self; 7] = [
        Self::RightWay,
        Self::TakeTime,
        Self::WellDone,
        Self::Coming,
        Self::Here,
        Self::ReadAgain,
        Self::LookAtPaper,
    ];
    /// Those that encourage.
    pub const ENCOURAGING: [Self; 4] = [Self::RightWay, Self::TakeTime, Self::WellDone, Self::Coming];
    /// Those that go with a place pointed at.
    pub const POINTING: [Self; 3] = [Self::Here, Self::ReadAgain, Self::LookAtPaper];

    pub const fn word(self) -> &'static str {
        match self {
            Self::RightWay => "bonne-voie",
            Self::TakeTime => "temps",
            Self::WellDone => "bravo",
            Self::Coming => "arrive",
            Self::Here => "ici",
            Self::ReadAgain => "relisez",
            Self::LookAtPaper => "papier",
        }
    }

    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|ready| ready.word() == word)
    }
}

/// Longest message of a mediator's own, in letters.
pub const LONGEST_MESSAGE: usize = 140;

/// What a mediator says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Words {
    Ready(Ready),
    /// The mediator's own, passed by the detector.
    Own(Vetted),
}

/// Why a mediator's own words are not sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unsaid {
    Nothing,
    TooLong,
    /// They look like somebody's real data.
    Real(Kind),
}

impl Words {
    /// A mediator's own words, on one line.
    pub fn own(typed: &str) -> Result<Self, Unsaid> {
        let line = typed.split_whitespace().collect::<Vec<_>>().join(" ");
        if line.is_empty() {
            return Err(Unsaid::Nothing);
        }
        if line.chars().count() > LONGEST_MESSAGE {
            return Err(Unsaid::TooLong);
        }
        clear(&line).map(Self::Own).map_err(Unsaid::Real)
    }
}

/// What a mediator asks of one learner. It stands until it is closed, or another takes its place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Call {
    /// A word, of encouragement or other.
    Say { words: Words },
    /// A question of the current page, pointed at.
    Point { field: String, words: Words },
    /// « Regardez par ici »: a pause.
    Look { words: Option<Words> },
    /// A page already seen, to go back to.
    Go { screen: String },
    /// Another procedure to begin, by its name in the catalogue.
    Next { procedure: String },
}

/// A hand that is up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hand {
    pub asks: Ask,
    /// The mediator has answered: « j'ai vu ».
    pub seen: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mediators_own_words_are_one_line_that_the_detector_passed() {
        let Ok(Words::Own(kept)) = Words::own("  Regardez \n en haut  ") else { panic!("harmless") };
        assert_eq!(kept.as_str(), "Regardez en haut");
        assert_eq!(Words::own(" \n "), Err(Unsaid::Nothing));
        assert_eq!(Words::own(&"a".repeat(LONGEST_MESSAGE + 1)), Err(Unsaid::TooLong));
        assert_eq!(Words::own("Appelez le 06 12 34 56 78"), Err(Unsaid::Real(Kind::Phone)));
    }

    #[test]
    fn words_of_buttons_are_the_stored_ones() {
        for ask in Ask::ALL {
            assert_eq!(serde_json::to_string(&ask).expect("plain"), format!("\"{}\"", ask.word()));
            assert_eq!(Ask::from_word(ask.word()), Some(ask));
        }
        for ready in Ready::ALL {
            assert_eq!(serde_json::to_string(&ready).expect("plain"), format!("\"{}\"", ready.word()));
            assert_eq!(Ready::from_word(ready.word()), Some(ready));
        }
    }
}
