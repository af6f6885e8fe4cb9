//! The machine: network, disk, clock, chance. A map of its modules; the binary `miroir` is a thin `main`.

pub mod commands;
pub mod report;
