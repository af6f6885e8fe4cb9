//! On the server nobody points.

pub(super) fn watch() {}
