//! The site over HTTP, as learners and strangers meet it.

mod accounts;
mod around;
mod broken_store;
mod come_back;
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
mod rooms;
mod second_factor;
mod socket;
mod twice;
