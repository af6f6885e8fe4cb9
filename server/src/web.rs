//! What knows HTTP. Nothing here knows SQL or a scenario's rules.

pub mod assets;
mod stylesheet;
