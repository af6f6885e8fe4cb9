//! The learner's space: what one sees around and inside a rehearsal. It knows no other space.

#[cfg(feature = "ssr")]
pub mod card;
#[cfg(feature = "ssr")]
pub mod envelope;
#[cfg(feature = "ssr")]
pub mod erase;
#[cfg(feature = "ssr")]
pub mod exercise;
#[cfg(feature = "ssr")]
pub mod frame;
#[cfg(feature = "ssr")]
pub mod help;
#[cfg(feature = "ssr")]
pub mod later;
#[cfg(feature = "ssr")]
pub mod lost;
#[cfg(feature = "ssr")]
pub mod mailbox;
#[cfg(feature = "ssr")]
pub mod papers;
#[cfg(feature = "ssr")]
pub mod ready;
#[cfg(feature = "ssr")]
pub mod rehearse;
#[cfg(feature = "ssr")]
pub mod take_up;
#[cfg(feature = "ssr")]
pub mod telephone;
#[cfg(feature = "ssr")]
pub mod welcome;
#[cfg(feature = "ssr")]
pub mod words;

pub mod guard;
