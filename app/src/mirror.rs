//! The clone: a screen of the imitated site. It knows scenarios and components, no space.

pub mod cookies;
pub mod field;
pub mod kinds;
mod pieces;
pub mod receipt;
pub mod screen;
pub mod site;
pub mod words;
