//! Terms: the amounts, dates and conditions that a scenario computes, as data in the language.
//!
//! Small, typed, bounded and total: what is wrong is told when a scenario is read; computing cannot fail, does not loop
//! and always gives a value. A term knows neither pages nor rehearsals: it is told the kinds of names by a [`Scope`] and
//! their values by a [`World`]. Every term answers the same five questions: what it reads, what it is, what is wrong in
//! it, what it is worth, and how it is said.

mod token;

mod expr;
mod functions;
mod parse;

mod check;
mod node;

mod evaluate;
mod number;
mod scale;
mod value;

mod telling;
mod wording;

mod definitions;
mod within;

pub use check::{Sign, check};
pub use definitions::{Definition, Definitions, Found, Known, Worked};
pub use expr::{Adding, Comparison, Each, Expr, Problem, Scaling};
pub use functions::{FOLDS, FUNCTIONS, Fold, Function, Row};
pub use node::Term;
pub use parse::{MAX_DEPTH, MAX_LENGTH, parse};
pub use scale::{Band, NotAScale, Scale, Unit};
pub use telling::{Because, Told, Vocabulary};
pub use value::Value;
pub use within::{Bound, Within};

pub(crate) use check::{is_like, starred};
pub(crate) use number::decimal;
#[cfg(feature = "authoring")]
pub(crate) use number::{hundredth, whole};
pub(crate) use wording::percent as in_percents;

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
    /// A table of bands: parameters only. What its bands give is the kind of its path, then `.*`; a number otherwise.
    Scale,
    /// What stands under a number: the items of a list are named by its path, then `.*`.
    List,
}

impl Kind {
    /// « un nombre », « une date »…
    pub const fn in_words(&self) -> &'static str {
        match self {
            Self::Number => "un nombre",
            Self::Money => "un montant en euros",
            Self::Date => "une date",
            Self::Month => "un mois",
            Self::YesNo => "« oui » ou « non »",
            Self::Text => "un texte",
            Self::Choice(_) => "un choix",
            Self::Scale => "un barème",
            Self::List => "une liste",
        }
    }
}

/// What names are known, and of what kind: how a term is checked.
pub trait Scope {
    /// The kind of what `path` names, such as `personnage.enfants.*.naissance`; a number in a path is written `*`.
    fn kind(&self, path: &str) -> Option<Kind>;

    /// Names known, as authors write them, for « did you mean ».
    fn names(&self) -> Vec<String>;

    /// What is known of the number at `path`, so that a division by it can be allowed.
    fn sign(&self, _path: &str) -> Sign {
        Sign::Any
    }

    /// What `path` reads in the end, when its first word is a variable: `adulte.nom` reads `adultes.*.nom`.
    fn canonical(&self, path: &str) -> String {
        path.to_owned()
    }
}

/// What names are worth: how a term is computed.
pub trait World {
    /// The value at `path`, such as `personnage.enfants.2.naissance`; [`Value::Nothing`] when it is not to be had.
    fn value(&self, path: &str) -> Value;

    /// How many items the list at `path` has.
    fn count(&self, path: &str) -> usize;
}
