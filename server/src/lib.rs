//! The machine: network, disk, clock, chance. A map of its modules; the binary `miroir` is a thin `main`.

pub mod config;
pub mod embedded;
pub mod personas;
pub mod store;
pub mod web;
