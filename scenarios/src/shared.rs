//! The parts that scenarios share, such as a log-in: each a text with a name, to be put where a scenario names it.
//!
//! Pure data: where they come from is the affair of whoever hands them in, how they are read that of `syntax`.

use std::collections::BTreeMap;

use crate::{reference::fold, text::Text};

/// The shared parts that scenarios may use.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Shared(BTreeMap<String, Text>);

impl Shared {
    /// Adds the part `name`, in place of the one of that name; the name of its text is the one shown to its author.
    pub fn add(&mut self, name: &str, text: Text) {
        self.0.insert(fold(name), text);
    }

    pub fn get(&self, name: &str) -> Option<&Text> {
        self.0.get(&fold(name))
    }

    /// These parts, and those of `others` whose names are not taken.
    #[must_use]
    pub fn over(mut self, others: &Self) -> Self {
        for (name, text) in &others.0 {
            self.0.entry(name.clone()).or_insert_with(|| text.clone());
        }
        self
    }

    /// Names and texts, in the order of the names.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Text)> {
        self.0.iter().map(|(name, text)| (name.as_str(), text))
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
