//! What a learner sees around and inside a rehearsal.

pub mod frame;
