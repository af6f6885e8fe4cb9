//! What a calculation takes: each entry's name, kind and bounds.
//!
//! It holds no value.

use crate::{
    term::{Expr, Kind, Sign, Value},
    text::Spanned,
};

/// One value or one list that a calculation takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// As written: the key in what is given. Names are compared folded.
    pub name: Spanned<String>,
    /// What it is called in an explanation.
    pub what: Option<String>,
    pub shape: Shape,
    pub optional: bool,
    /// The term that gives it in a rehearsal.
    pub in_exercise: Option<Expr>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shape {
    One {
        kind: Kind,
        /// « entier »: without decimals.
        whole: bool,
        least: Option<Value>,
        most: Option<Value>,
    },
    /// « liste de montants de 3 à 3 »: items with one value.
    List { item: Box<Self>, least: usize, most: usize },
    /// « chacun: … »: items with several values.
    Items { entries: Vec<Entry>, least: usize, most: usize },
}

impl Entry {
    /// What it is in words, or its name.
    pub fn label(&self) -> &str {
        self.what.as_deref().unwrap_or_else(|| self.name.value.trim())
    }

    /// How terms read it.
    pub fn path(&self) -> String {
        crate::reference::fold(self.name.value.trim())
    }
}

/// The innermost entry that `path` names, such as `adultes.1.salaires.2`.
pub(super) fn at<'e>(entries: &'e [Entry], path: &str) -> Option<&'e Entry> {
    let (name, rest) = path.split_once('.').unwrap_or((path, ""));
    let entry = entries.iter().find(|entry| entry.path() == name)?;
    match &entry.shape {
        Shape::Items { entries, .. } => match rest.split_once('.') {
            Some((_, inside)) => at(entries, inside),
            None => Some(entry),
        },
        Shape::One { .. } | Shape::List { .. } => Some(entry),
    }
}

impl Shape {
    pub fn kind(&self) -> Kind {
        match self {
            Self::One { kind, .. } => kind.clone(),
            Self::List { .. } | Self::Items { .. } => Kind::List,
        }
    }

    /// The shape of what `path` names inside, `*` standing for an item.
    pub(super) fn inside(&self, path: &str) -> Option<&Self> {
        if path.is_empty() {
            return Some(self);
        }
        let (item, rest) = path.split_once('.').unwrap_or((path, ""));
        match self {
            Self::One { .. } => None,
            Self::List { item: inside, .. } => (item == "*" && rest.is_empty()).then_some(inside),
            Self::Items { entries, .. } => {
                let (name, rest) = rest.split_once('.').unwrap_or((rest, ""));
                let entry = entries.iter().find(|entry| entry.path() == name).filter(|_| item == "*")?;
                entry.shape.inside(rest)
            }
        }
    }

    /// What its bounds tell of a number that may be absent, and then counts as 0.
    pub(super) fn sign(&self, may_be_absent: bool) -> Sign {
        let Self::One { least: Some(least), .. } = self else { return Sign::Any };
        match Sign::of_number(least.amount()) {
            Sign::Positive if may_be_absent => Sign::NotNegative,
            Sign::Negative => Sign::Any,
            sign => sign,
        }
    }
}
