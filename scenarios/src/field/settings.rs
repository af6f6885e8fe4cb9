//! What an author sets of a question, beside its kind: choices, bounds, length.
//!
//! Plain data, already resolved: how it is written is `syntax`' affair, and which kinds heed it is theirs
//! ([`super::Rules::takes`]).

/// What a scenario sets of one question.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Settings {
    /// What can be answered, in order.
    pub choices: Vec<Choice>,
    /// Least accepted, in canonical form; for boxes how many are ticked, for a password how many characters.
    pub least: Option<String>,
    /// Most accepted, likewise.
    pub most: Option<String>,
    /// Most characters of a text; exactly as many digits of a code or of a social-security number.
    pub longest: Option<u16>,
    /// Whether an amount is asked with its cents.
    pub cents: bool,
}

/// One possible answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// What is recorded: lower case, no accents, no spaces.
    pub key: String,
    /// What people read.
    pub label: String,
}

/// A setting, as the scenario language names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Setting {
    Choices,
    Least,
    Most,
    /// « au-plus-tard: aujourd’hui ».
    NotAfterToday,
    Longest,
    Cents,
}

impl Settings {
    pub(super) fn choice(&self, key: &str) -> Option<&Choice> {
        self.choices.iter().find(|choice| choice.key == key)
    }

    /// Choices alone, each with its key and its label.
    pub(super) fn of(choices: &[(&str, &str)]) -> Self {
        let choices = choices.iter().map(|(key, label)| Choice::new(*key, *label)).collect();
        Self { choices, ..Self::default() }
    }
}

impl Choice {
    pub fn new(key: impl Into<String>, label: impl Into<String>) -> Self {
        Self { key: key.into(), label: label.into() }
    }
}

impl Setting {
    pub const fn key(self) -> &'static str {
        match self {
            Self::Choices => "choix",
            Self::Least => "au-moins",
            Self::Most => "au-plus",
            Self::NotAfterToday => "au-plus-tard",
            Self::Longest => "longueur",
            Self::Cents => "centimes",
        }
    }
}
