//! The names that a calculation knows: its entries, the parameters, and what the scenario knows outside.
//!
//! Named terms come on top: they are `term::Definitions`' affair.

use super::Entry;
use crate::{
    parameters::Parameters,
    term::{Kind, Scope, Sign},
};

/// Entries and parameters, before the names of the scenario.
pub(super) struct Names<'a> {
    pub(super) entries: &'a [Entry],
    pub(super) parameters: &'a Parameters,
    pub(super) outside: &'a dyn Scope,
}

impl Names<'_> {
    fn entry(&self, path: &str) -> Option<(&Entry, String)> {
        let (name, rest) = path.split_once('.').unwrap_or((path, ""));
        let entry = self.entries.iter().find(|entry| entry.path() == name)?;
        Some((entry, rest.to_owned()))
    }

    /// Whether `path` can be had without a rehearsal.
    pub(super) fn is_given(&self, path: &str) -> bool {
        path == "exercice.date"
            || self.parameters.get(path).is_some()
            // The number of an item is known wherever its list is.
            || path.strip_suffix(".*.rang").is_some_and(|list| self.is_given(list))
            || self.entry(path).is_some_and(|(entry, rest)| entry.shape.inside(&rest).is_some())
    }
}

impl Scope for Names<'_> {
    fn kind(&self, path: &str) -> Option<Kind> {
        match self.entry(path) {
            Some((entry, rest)) => entry.shape.inside(&rest).map(super::Shape::kind),
            None => self.parameters.kind(path).or_else(|| self.outside.kind(path)),
        }
    }

    fn names(&self) -> Vec<String> {
        let mut names = Vec::new();
        for entry in self.entries {
            gather("", entry, &mut names);
        }
        names.extend(self.parameters.names());
        names.extend(self.outside.names());
        names
    }

    fn sign(&self, path: &str) -> Sign {
        match self.entry(path) {
            Some((entry, rest)) => {
                let inside = entry.shape.inside(&rest);
                inside.map_or(Sign::Any, |shape| shape.sign(entry.optional || !rest.is_empty()))
            }
            None if self.parameters.get(path).is_some() => self.parameters.sign(path),
            None => self.outside.sign(path),
        }
    }

    fn canonical(&self, path: &str) -> String {
        self.outside.canonical(path)
    }
}

fn gather(under: &str, entry: &Entry, names: &mut Vec<String>) {
    let name = format!("{under}{}", entry.name.value.trim());
    if let super::Shape::Items { entries, .. } = &entry.shape {
        let item = format!("{}.*.", crate::reference::fold(&name));
        for inside in entries {
            gather(&item, inside, names);
        }
    }
    names.push(name);
}
