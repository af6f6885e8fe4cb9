//! Erasing: a workshop goes with its seats, rehearsals, facts and submissions (the schema's cascades).

use sqlx::sqlite::SqliteRow;

use super::fault::fault;
use super::verb::{Script, Verb};
use crate::store::StoreError;

/// Workshops purged by one verb: between two, the learners' verbs have their turn.
const SLICE: u32 = 50;

pub(super) struct EraseWorkshop(pub(super) String);

/// Erases some of the workshops last touched before a moment; says how many, 0 when none is left.
pub(super) struct PurgeWorkshops {
    pub(super) older_than_ms: i64,
}

/// Erases the closures no rehearsal refers to; says how many.
pub(super) struct DropClosures;

impl Verb for EraseWorkshop {
    type Done = bool;
    type Error = StoreError;

    fn script(&self) -> Script {
        Script::new("DELETE FROM workshop WHERE id = $1 RETURNING id").bind(&self.0)
    }

    fn read(&self, rows: &[SqliteRow]) -> Result<bool, StoreError> {
        Ok(!rows.is_empty())
    }

    fn failed(&self, error: sqlx::Error) -> StoreError {
        fault(error)
    }

    fn erases(&self) -> bool {
        true
    }
}

impl Verb for PurgeWorkshops {
    type Done = usize;
    type Error = StoreError;

    fn script(&self) -> Script {
        Script::new(
            "DELETE FROM workshop WHERE id IN
             (SELECT id FROM workshop WHERE touched_at_ms < $1 ORDER BY touched_at_ms LIMIT $2) RETURNING id",
        )
        .bind(self.older_than_ms)
        .bind(SLICE)
    }

    fn read(&self, rows: &[SqliteRow]) -> Result<usize, StoreError> {
        Ok(rows.len())
    }

    fn failed(&self, error: sqlx::Error) -> StoreError {
        fault(error)
    }

    fn erases(&self) -> bool {
        true
    }
}

impl Verb for DropClosures {
    type Done = usize;
    type Error = StoreError;

    fn script(&self) -> Script {
        Script::new(
            "DELETE FROM closure WHERE NOT EXISTS (SELECT 1 FROM rehearsal WHERE rehearsal.closure = digest)
             RETURNING digest",
        )
    }

    fn read(&self, rows: &[SqliteRow]) -> Result<usize, StoreError> {
        Ok(rows.len())
    }

    fn failed(&self, error: sqlx::Error) -> StoreError {
        fault(error)
    }
}
