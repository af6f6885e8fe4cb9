//! The scenario language, the rehearsal engine and the guard.

pub mod guard;
