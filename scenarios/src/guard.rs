//! The guard: what stops real personal data before anything is kept.
//!
//! It reads text and says where a value looks like somebody's own. It deliberately knows neither names, addresses nor
//! birth dates, which no shape gives away: those are covered by the closed world of personas.
//!
//! To add a kind: a variant of [`Kind`], a file named after it that makes claims, one line in `look`, and its rank in
//! `claim.rs`.

pub mod detect;

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
