//! The site over HTTP, as learners and strangers meet it.

mod guard;
mod journey;
mod origin;
