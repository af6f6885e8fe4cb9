//! The engine, played: given events, when a command, then events; and the laws that hold whatever one plays.

#![expect(clippy::expect_used, reason = "what goes wrong in a test stops it")]

mod actor;
mod coach;
mod constructs;
mod cookies;
mod estimate;
mod household;
mod journey;
mod kinds;
mod laws;
mod modes;
mod persona;
