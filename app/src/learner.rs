//! The learner's space. It knows no other space.

pub mod guard;
