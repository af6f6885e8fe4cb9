//! On the server nobody is absent.

pub(super) fn watch(_: String) {}
