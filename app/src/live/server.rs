//! On the server there is nothing to hear.

#![expect(clippy::needless_pass_by_value, reason = "the browser's side owns them")]

pub(super) fn listen(_address: String, _parts: Vec<String>, _pointed: String) {}
