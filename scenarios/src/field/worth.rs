//! What an answer is worth in a term, from its canonical form.
//!
//! The only place where kinds of question meet values of terms.

use crate::{
    date::{Date, Month},
    term::{Kind, Value, decimal},
};

/// The value of `canonical`, an answer or a value of the persona of this kind: `1234.56`, `2026-11-05`, `2026-11`, `oui`.
pub(crate) fn worth(kind: &Kind, canonical: &str) -> Value {
    match kind {
        Kind::YesNo => Value::YesNo(canonical == "oui"),
        Kind::Date => Date::from_iso(canonical).map_or(Value::Nothing, Value::Date),
        Kind::Month => Month::from_iso(canonical).map_or(Value::Nothing, Value::Month),
        Kind::Number => decimal(canonical).map_or(Value::Nothing, Value::Number),
        Kind::Money => decimal(canonical).map_or(Value::Nothing, Value::Money),
        _ => Value::Text(canonical.to_owned()),
    }
}
