//! Personal data: what is stopped, and what may be recorded of an answer.
//!
//! It never keeps a text: an [`Outcome`] refers to the persona's values or holds a vetted neutral one.

pub mod detect;
mod near;
mod vet;

pub use detect::{Finding, Kind, detect, kinds};
pub use near::{Slip, slip, squash};
pub use vet::{Asked, Outcome, Vetted, stopped, vet};
