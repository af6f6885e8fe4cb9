//! From `SQLite`'s result codes (<https://www.sqlite.org/rescode.html>) to what callers can act upon.

use std::sync::Arc;

use sqlx::error::ErrorKind;

use crate::store::StoreError;

const BUSY: i32 = 5;
const LOCKED: i32 = 6;
const CORRUPT: i32 = 11;
const FULL: i32 = 13;
const NOT_A_DATABASE: i32 = 26;

pub(super) fn fault(error: sqlx::Error) -> StoreError {
    match error {
        sqlx::Error::PoolTimedOut => return StoreError::Busy,
        sqlx::Error::PoolClosed => return StoreError::Closed,
        _ => {}
    }
    match primary_code(&error) {
        Some(BUSY | LOCKED) => StoreError::Busy,
        Some(FULL) => StoreError::Full(Arc::new(error)),
        Some(CORRUPT | NOT_A_DATABASE) => StoreError::Corrupt(Arc::new(error)),
        _ => StoreError::Failed(Arc::new(error)),
    }
}

/// Which rule of the schema the statement broke, if that is what happened.
pub(super) fn broken_rule(error: &sqlx::Error) -> Option<ErrorKind> {
    match error.as_database_error()?.kind() {
        ErrorKind::Other => None,
        kind => Some(kind),
    }
}

/// An extended code carries its primary code in the lowest byte.
fn primary_code(error: &sqlx::Error) -> Option<i32> {
    let extended: i32 = error.as_database_error()?.code()?.parse().ok()?;
    Some(extended & 0xff)
}
