//! A calculation inside a rehearsal: each entry is worth what its `dans-l-exercice` gives.
//!
//! A number in a name stands for that of the item: `personnage.enfants.1.naissance` is the birth of each child.
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
    /// Name of the entry, where its items are, and where their columns are within an item.
    List(String, Items, Vec<(String, Items)>),
}

/// Where values with a number stand: a path before the number, and a path after it, which may be empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Items {
    pub(super) list: String,
    pub(super) under: String,
}

impl Items {
    /// `mois.1.net-social`: what stands under each number of `mois`. Without a number, the whole is the list.
    pub(super) fn of(path: &str) -> Self {
        let words: Vec<&str> = path.split('.').collect();
        let number = words.iter().position(|word| word.bytes().all(|byte| byte.is_ascii_digit()));
        let (before, after) = match number {
            Some(at) => (&words[..at], &words[at + 1..]),
            None => (&words[..], &[][..]),
        };
        Self { list: before.join("."), under: after.join(".") }
    }

    /// The path of what `rest`, a number and perhaps more, tells under the list; the list itself when it is empty.
    fn at(&self, rest: &str) -> String {
        let (number, more) = rest.split_once('.').unwrap_or((rest, ""));
        let parts = if number.is_empty() {
            [&self.list, "", "", ""]
        } else {
            [&self.list, number, &self.under, more]
        };
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(".")
    }
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
    let expr = entry.in_exercise.as_ref()?;
    match &entry.shape {
        Shape::One { .. } => Some(Tie::Value(entry.path(), check(expr, outside).ok()?)),
        Shape::List { .. } => Some(Tie::List(entry.path(), Items::of(expr.as_path()?), Vec::new())),
        Shape::Items { entries, .. } => {
            let columns = entries.iter().map(|inside| (inside.path(), column(inside))).collect();
            Some(Tie::List(entry.path(), Items::of(expr.as_path()?), columns))
        }
    }
}

/// Where a column stands within an item: under its own name when nothing is said. Only a list has numbers that move.
fn column(entry: &Entry) -> Items {
    let named = entry.in_exercise.as_ref().and_then(Expr::as_path);
    let named = named.map_or_else(|| fold(&entry.name.value), str::to_owned);
    match entry.shape {
        Shape::One { .. } => Items { list: named, under: String::new() },
        Shape::List { .. } | Shape::Items { .. } => Items::of(&named),
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
            let Tie::List(name, items, columns) = tie else { return None };
            let rest = path.strip_prefix(name.as_str())?;
            if rest.is_empty() {
                return Some(items.at(""));
            }
            let rest = rest.strip_prefix('.')?;
            let Some((item, column)) = rest.split_once('.') else { return Some(items.at(rest)) };
            let (first, more) = column.split_once('.').unwrap_or((column, ""));
            let there = columns.iter().find(|(name, _)| name == first);
            let there = there.map_or_else(|| column.to_owned(), |(_, there)| there.at(more));
            Some(items.at(&format!("{item}.{there}")))
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
