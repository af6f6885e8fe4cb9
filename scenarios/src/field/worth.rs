//! What an answer is worth in a term, from its canonical form.
//!
//! The only place where kinds of question meet values of terms.

use crate::{
    date::Date,
    term::{Kind, Value},
};

/// The value of `canonical`, an answer of this kind.
///
/// Numbers, amounts (`1234.56`) and months (`2026-11`) are given as texts until terms have values for them.
pub(super) fn worth(kind: &Kind, canonical: &str) -> Value {
    match kind {
        Kind::YesNo => Value::YesNo(canonical == "oui"),
        Kind::Date => Date::from_iso(canonical).map_or(Value::Nothing, Value::Date),
        _ => Value::Text(canonical.to_owned()),
    }
}
