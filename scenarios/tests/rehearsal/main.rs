//! The engine, played: given events, when a command, then events; and the laws that hold whatever one plays.

mod actor;
mod journey;
mod laws;
