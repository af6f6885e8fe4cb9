//! A server has no voice.

pub(super) fn speak(_: String, _: String) {}
