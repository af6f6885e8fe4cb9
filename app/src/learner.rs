//! The learner's space: what one sees around and inside a rehearsal. It knows no other space.

#[cfg(feature = "ssr")]
pub mod card;
#[cfg(feature = "ssr")]
pub mod comfort;
#[cfg(feature = "ssr")]
pub mod envelope;
#[cfg(feature = "ssr")]
pub mod erase;
#[cfg(feature = "ssr")]
pub mod exercise;
#[cfg(feature = "ssr")]
pub mod frame;
#[cfg(feature = "ssr")]
mod help;
#[cfg(feature = "ssr")]
pub mod mailbox;
#[cfg(feature = "ssr")]
pub mod papers;
#[cfg(feature = "ssr")]
pub mod rehearse;
#[cfg(feature = "ssr")]
pub mod welcome;

pub mod aloud;
pub mod connection;
pub mod guard;
pub mod hints;
pub mod idle;
pub mod journal;
