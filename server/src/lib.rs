//! The machine: network, disk, clock, chance. A map of its modules; the binary `miroir` is a thin `main`.

pub mod commands;
pub mod config;
pub mod report;

pub mod web;

pub mod backend;
pub mod figures;
pub mod library;
pub mod personas;
pub mod shared;
pub mod store;

pub mod chance;
pub mod clock;
pub mod embedded;
pub mod telemetry;
