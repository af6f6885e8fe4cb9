//! The machine: network, disk, clock, chance.

pub mod embedded;
pub mod web;
