//! What `miroir` does from a terminal, one file per command. Options are read here, work is done elsewhere.

pub mod check;
