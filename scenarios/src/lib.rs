//! The scenario language and the rehearsal engine: text, model, graph, rehearsal.
//!
//! Pure: no clock, no chance, no files, no network. Whatever it needs of the outside is a value handed in.

pub mod text;

pub mod diagnostic;
mod spelling;
#[cfg(feature = "authoring")]
pub mod syntax;

pub mod model;

mod names;

pub mod graph;

pub mod rehearsal;

pub mod board;

pub mod essai;

pub mod map;

pub mod calculation;
pub mod date;
pub mod drawing;
pub mod field;
pub mod glossary;
pub mod guard;
pub mod papers;
pub mod parameters;
pub mod persona;
pub mod reference;
pub mod shared;
pub mod term;
pub mod typography;

#[cfg(feature = "authoring")]
mod check;
#[cfg(feature = "authoring")]
pub mod lint;
#[cfg(feature = "authoring")]
pub mod remedy;
mod surroundings;

#[cfg(feature = "authoring")]
pub use check::{check, check_parameters, check_shared, check_with};
pub use surroundings::Surroundings;
