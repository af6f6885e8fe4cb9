//! A calculation inside a rehearsal: each entry is worth what its `dans-l-exercice` gives.
//!
//! Nothing is refused here: an answer may be wrong or missing, and the terms are worth what they can.

use super::{Entry, Program, Shape};
use crate::{
    date::Date,
    parameters::Figures,
    reference::fold,
    term::{Expr, Scope, Term, Value, World, check},
};

/// The entries of a program, tied to the names of a scenario.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Exercise {
    ties: Vec<Tie>,
}

/// Where an entry comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Tie {
    Value(String, Term),
    /// Name of the entry, path of the list, and what its columns are called there.
    List(String, String, Vec<(String, String)>),
}

impl Exercise {
    /// Ties the entries that say where they come from; what is wrong in them was told by `Program::build`.
    pub fn new(program: &Program, outside: &dyn Scope) -> Self {
        Self { ties: program.entries.iter().filter_map(|entry| tie(entry, outside)).collect() }
    }

    /// The entries and the figures of the day `at`, before the names of `inner`.
    pub fn world<'a>(&'a self, inner: &'a dyn World, figures: &'a Figures<'a>) -> Tied<'a> {
        Tied { exercise: self, inner, figures }
    }
}

impl Program {
    /// The day on which figures are read, in a world where the entries have values.
    pub fn day(&self, world: &dyn World, today: Date) -> Date {
        self.at.as_ref().and_then(|at| at.value(world).date()).unwrap_or(today)
    }
}

fn tie(entry: &Entry, outside: &dyn Scope) -> Option<Tie> {
    let term = check(entry.in_exercise.as_ref()?, outside).ok()?;
    match &entry.shape {
        Shape::One { .. } => Some(Tie::Value(entry.path(), term)),
        Shape::List { .. } => Some(Tie::List(entry.path(), term.as_list()?.to_owned(), Vec::new())),
        Shape::Items { entries, .. } => {
            let there = |inside: &Entry| {
                let named = inside.in_exercise.as_ref().and_then(Expr::as_path);
                (inside.path(), named.map_or_else(|| fold(&inside.name.value), str::to_owned))
            };
            let columns = entries.iter().map(there).collect();
            Some(Tie::List(entry.path(), term.as_list()?.to_owned(), columns))
        }
    }
}

/// A world in which the entries of a calculation have values.
pub struct Tied<'a> {
    exercise: &'a Exercise,
    inner: &'a dyn World,
    figures: &'a Figures<'a>,
}

impl Tied<'_> {
    /// The path of the rehearsal that `path`, in a list of the calculation, stands for.
    fn there(&self, path: &str) -> Option<String> {
        self.exercise.ties.iter().find_map(|tie| {
            let Tie::List(name, list, columns) = tie else { return None };
            let rest = path.strip_prefix(name.as_str())?;
            if rest.is_empty() {
                return Some(list.clone());
            }
            let rest = rest.strip_prefix('.')?;
            let Some((item, column)) = rest.split_once('.') else { return Some(format!("{list}.{rest}")) };
            let (first, more) = column.split_once('.').map_or((column, ""), |(first, more)| (first, more));
            let there = columns.iter().find(|(name, _)| name == first).map_or(first, |(_, there)| there);
            let dot = if more.is_empty() { "" } else { "." };
            Some(format!("{list}.{item}.{there}{dot}{more}"))
        })
    }
}

impl World for Tied<'_> {
    fn value(&self, path: &str) -> Value {
        let tied = self.exercise.ties.iter().find_map(|tie| match tie {
            Tie::Value(name, term) if name == path => Some(term),
            _ => None,
        });
        if let Some(term) = tied {
            return term.value(self.inner);
        }
        if let Some(there) = self.there(path) {
            return self.inner.value(&there);
        }
        match self.figures.value(path) {
            Value::Nothing => self.inner.value(path),
            figure => figure,
        }
    }

    fn count(&self, path: &str) -> usize {
        self.inner.count(&self.there(path).unwrap_or_else(|| path.to_owned()))
    }
}
