//! The small verbs: a seat's token, and the health check's writing that changes nothing.

use sqlx::sqlite::SqliteRow;

use super::fault::fault;
use super::schema::SET_MARK;
use super::verb::{Script, Verb};
use crate::store::StoreError;

pub(super) struct ReplaceToken {
    pub(super) workshop: String,
    pub(super) seat: String,
    pub(super) token_digest: String,
}

/// Writes the file's mark again: one page, synced, on the same way as any verb.
pub(super) struct Probe;

impl Verb for ReplaceToken {
    type Done = bool;
    type Error = StoreError;

    fn script(&self) -> Script {
        Script::new("UPDATE seat SET token_digest = $3 WHERE workshop = $1 AND id = $2 RETURNING id")
            .bind(&self.workshop)
            .bind(&self.seat)
            .bind(&self.token_digest)
    }

    fn read(&self, rows: &[SqliteRow]) -> Result<bool, StoreError> {
        Ok(!rows.is_empty())
    }

    fn failed(&self, error: sqlx::Error) -> StoreError {
        fault(error)
    }
}

impl Verb for Probe {
    type Done = ();
    type Error = StoreError;

    fn script(&self) -> Script {
        Script::new(SET_MARK)
    }

    fn read(&self, _: &[SqliteRow]) -> Result<(), StoreError> {
        Ok(())
    }

    fn failed(&self, error: sqlx::Error) -> StoreError {
        fault(error)
    }
}
