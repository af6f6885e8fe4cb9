//! The language of terms, from outside: what each writing is worth, what is wrong in the others, laws on any text.

#![expect(clippy::expect_used, reason = "what goes wrong in a test stops it")]

mod house;

mod laws;
mod named;
mod problems;
mod telling;
mod values;
