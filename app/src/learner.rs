//! The learner's space: what one sees around and inside a rehearsal. It knows no other space.

#[cfg(feature = "ssr")]
pub mod frame;

pub mod guard;
