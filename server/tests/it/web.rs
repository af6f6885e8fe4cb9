//! The site over HTTP, as learners and strangers meet it.

mod broken_store;
mod comfort;
mod cookies;
mod envelope;
mod erase;
mod failures;
mod guard;
mod headers;
mod hostile;
mod journal;
mod journey;
mod markup;
mod origin;
mod restart;
mod socket;
mod twice;
