//! What people see: pages rendered on the server, and the few islands that run in the browser.
//!
//! Compiled twice: native with `ssr`, to wasm with `hydrate`. Never both.

#![recursion_limit = "256"] // Views are types nested as deep as their elements.

#[cfg(all(feature = "ssr", feature = "hydrate"))]
compile_error!("`ssr` and `hydrate` are two builds of this crate: choose one");

#[cfg(feature = "ssr")]
pub mod render;
#[cfg(feature = "ssr")]
pub mod shell;

#[cfg(feature = "ssr")]
pub mod comfort;
#[cfg(feature = "ssr")]
pub mod failure;
#[cfg(feature = "ssr")]
pub mod gallery;
#[cfg(feature = "ssr")]
pub mod routes;

#[cfg(feature = "ssr")]
pub mod ui;

#[cfg(feature = "ssr")]
pub mod said;

#[cfg(feature = "ssr")]
pub mod mirror;

#[cfg(feature = "ssr")]
pub mod mediator;
#[cfg(feature = "ssr")]
pub mod people;

pub mod islands;
pub mod learner;
pub mod live;
