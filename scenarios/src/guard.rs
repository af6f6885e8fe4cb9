//! The guard: what stops real personal data before anything is kept, and what may be recorded of an answer.
//!
//! It reads text and says where a value looks like somebody's own. It deliberately knows neither names, addresses nor
//! birth dates, which no shape gives away: those are covered by the closed world of personas. It never keeps a text:
//! an [`Outcome`] refers to the persona's values or holds a vetted neutral one.
//!
//! To add a kind: a variant of [`Kind`], a file named after it that makes claims, one line in `look`, and its rank in
//! `claim.rs`.

pub mod detect;
mod near;
mod vet;

mod apart;
mod card;
mod claim;
mod context;
mod email;
mod iban;
mod nir;
mod normalise;
mod phone;
mod plate;
mod reading;
mod span;
mod spoken;
mod tax_number;

pub use detect::{Finding, Kind, detect, kinds};
pub use near::{Slip, slip, squash};
pub use vet::{Asked, Outcome, Vetted, clear, stopped, vet};
