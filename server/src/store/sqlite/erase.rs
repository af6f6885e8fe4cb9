//! Erasing: a workshop goes with its seats, rehearsals, facts and submissions (the schema's cascades).

use async_trait::async_trait;
use sqlx::SqliteConnection;

use super::fault::fault;
use super::writer::Write;
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

#[async_trait]
impl Write for EraseWorkshop {
    type Done = bool;
    type Error = StoreError;

    async fn write(&self, connection: &mut SqliteConnection) -> Result<bool, StoreError> {
        let erased = sqlx::query("DELETE FROM workshop WHERE id = $1")
            .bind(&self.0)
            .execute(connection)
            .await
            .map_err(fault)?;
        Ok(erased.rows_affected() > 0)
    }

    fn erases(&self) -> bool {
        true
    }
}

#[async_trait]
impl Write for PurgeWorkshops {
    type Done = u64;
    type Error = StoreError;

    async fn write(&self, connection: &mut SqliteConnection) -> Result<u64, StoreError> {
        let erased = sqlx::query(
            "DELETE FROM workshop WHERE id IN
             (SELECT id FROM workshop WHERE touched_at_ms < $1 ORDER BY touched_at_ms LIMIT $2)",
        )
        .bind(self.older_than_ms)
        .bind(SLICE)
        .execute(connection)
        .await
        .map_err(fault)?;
        Ok(erased.rows_affected())
    }

    fn erases(&self) -> bool {
        true
    }
}

#[async_trait]
impl Write for DropClosures {
    type Done = u64;
    type Error = StoreError;

    async fn write(&self, connection: &mut SqliteConnection) -> Result<u64, StoreError> {
        let erased = sqlx::query(
            "DELETE FROM closure WHERE NOT EXISTS (SELECT 1 FROM rehearsal WHERE rehearsal.closure = digest)",
        )
        .execute(connection)
        .await
        .map_err(fault)?;
        Ok(erased.rows_affected())
    }
}
