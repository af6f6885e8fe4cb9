//! Terms: the amounts, dates and conditions that a scenario computes, as data in the language.
//!
//! Small, typed, bounded and total: what is wrong is told when a scenario is read; computing cannot fail, does not loop
//! and always gives a value. A term knows neither pages nor rehearsals: it is told the kinds of names by a [`Scope`] and
//! their values by a [`World`].

mod expr;
mod value;

pub use expr::{Expr, Problem, parse};
pub use value::Value;

/// What a name or a term is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    Number,
    /// Euros.
    Money,
    Date,
    Month,
    YesNo,
    Text,
    /// One of these words: the answer to a question with choices.
    Choice(Vec<String>),
    /// A table of bands: parameters only.
    Scale,
    /// What stands under a number: the items of a list are named by its path, then `.*`.
    List,
}

/// What names are known, and of what kind: how a term is checked.
pub trait Scope {
    /// The kind of what `path` names, such as `personnage.enfants.*.naissance`; a number in a path is written `*`.
    fn kind(&self, path: &str) -> Option<Kind>;

    /// Names known, as authors write them, for « did you mean ».
    fn names(&self) -> Vec<String>;
}

/// What names are worth: how a term is computed.
pub trait World {
    /// The value at `path`, such as `personnage.enfants.2.naissance`; [`Value::Nothing`] when it is not to be had.
    fn value(&self, path: &str) -> Value;

    /// How many items the list at `path` has.
    fn count(&self, path: &str) -> usize;
}
