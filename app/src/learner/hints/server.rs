//! On the server a hint is a page like any other.

pub(super) fn watch(_: String, _: String, _: String) {}
