//! On the server there is nothing to keep: the page is drawn from what was received.

pub(super) fn keep(_: String, _: String, _: Vec<String>, _: String, _: String, _: String) {}
