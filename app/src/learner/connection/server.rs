//! On the server there is no connection to watch: whoever reads the page has it.

pub(super) fn watch(_: String, _: String, _: String, _: String, _: String) {}
