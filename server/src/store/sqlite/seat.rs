//! The small verbs: a seat's token, and the health check's writing that changes nothing.

use async_trait::async_trait;
use sqlx::SqliteConnection;

use super::fault::fault;
use super::schema::SET_MARK;
use super::writer::Write;
use crate::store::StoreError;

pub(super) struct ReplaceToken {
    pub(super) workshop: String,
    pub(super) seat: String,
    pub(super) token_digest: String,
}

/// Writes the file's mark again: one page, synced, on the same way as any verb.
pub(super) struct Probe;

#[async_trait]
impl Write for ReplaceToken {
    type Done = bool;
    type Error = StoreError;

    async fn write(&self, connection: &mut SqliteConnection) -> Result<bool, StoreError> {
        let replaced = sqlx::query("UPDATE seat SET token_digest = $3 WHERE workshop = $1 AND id = $2")
            .bind(&self.workshop)
            .bind(&self.seat)
            .bind(&self.token_digest)
            .execute(connection)
            .await
            .map_err(fault)?;
        Ok(replaced.rows_affected() > 0)
    }
}

#[async_trait]
impl Write for Probe {
    type Done = ();
    type Error = StoreError;

    async fn write(&self, connection: &mut SqliteConnection) -> Result<(), StoreError> {
        sqlx::query(SET_MARK).execute(connection).await.map(drop).map_err(fault)
    }
}
