//! What a term is worth.

use crate::date::Date;

/// A value, or its absence: an unanswered question is worth [`Value::Nothing`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    Nothing,
    Date(Date),
    YesNo(bool),
    Text(String),
}
