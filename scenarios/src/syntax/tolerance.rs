//! « tolérer »: the warnings that the author lets be, each with its reason.
//!
//! Whether there is such a warning is `lint`'s affair.

use super::{fields::Fields, read};
use crate::model::Tolerance;

pub(crate) fn tolerance(fields: &mut Fields<'_, '_>) -> Option<Tolerance> {
    let rule = fields.required("règle", read::word);
    let within = fields.optional("dans", read::word);
    let reason = fields.required("raison", read::text);
    Some(Tolerance { rule: rule?, within, reason: reason? })
}
