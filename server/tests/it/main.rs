//! What the server promises, checked from outside.
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on says where")]

mod actor;
mod binary;
mod catalogue;
mod house;
mod logs;
mod mediator;
mod page;
mod rooms;

mod store_conformance;
mod store_crash;
mod store_full;
mod store_model;
mod store_people;
mod store_sqlite;
mod taxes;
mod tidy;

mod command_line;
mod computations;
mod kill;
mod web;
