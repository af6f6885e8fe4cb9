//! On the server there is nothing to hear.

pub(super) fn listen(_address: String, _parts: Vec<String>, _pointed: String) {}
