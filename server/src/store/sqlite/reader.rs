//! Everything that is read, over a few connections that cannot write.

use std::sync::Arc;

use sqlx::SqlitePool;
use sqlx::sqlite::SqlitePoolOptions;

use super::SqliteOptions;
use super::fault::fault;
use super::schema;
use crate::store::{Closure, DataFolder, FactRow, KeptRow, RehearsalRow, StoreError};

pub(super) struct Reader {
    pool: SqlitePool,
}

impl Reader {
    pub(super) async fn open(folder: &DataFolder, options: &SqliteOptions) -> Result<Self, StoreError> {
        let pool = SqlitePoolOptions::new()
            .max_connections(options.readers)
            .acquire_timeout(schema::LOCK_PATIENCE)
            // Connections to a file do not go stale.
            .test_before_acquire(false)
            .idle_timeout(None)
            .max_lifetime(None)
            .connect_with(schema::reading(folder))
            .await
            .map_err(fault)?;
        Ok(Self { pool })
    }

    /// For what is read elsewhere.
    pub(super) const fn pool(&self) -> &SqlitePool {
        &self.pool
    }

    pub(super) async fn rehearsal(
        &self,
        workshop: &str,
        rehearsal: &str,
    ) -> Result<Option<RehearsalRow>, StoreError> {
        let row = sqlx::query_as(
            "SELECT r.workshop, r.id, r.seat, s.token_digest, r.scenario, r.closure, r.seq, r.started_at_ms
             FROM rehearsal r JOIN seat s ON s.workshop = r.workshop AND s.id = r.seat
             WHERE r.workshop = $1 AND r.id = $2",
        )
        .bind(workshop)
        .bind(rehearsal)
        .fetch_optional(&self.pool)
        .await
        .map_err(fault)?;
        Ok(row.map(to_rehearsal))
    }

    pub(super) async fn latest_rehearsal(
        &self,
        workshop: &str,
        seat: &str,
    ) -> Result<Option<RehearsalRow>, StoreError> {
        let row = sqlx::query_as(
            "SELECT r.workshop, r.id, r.seat, s.token_digest, r.scenario, r.closure, r.seq, r.started_at_ms
             FROM rehearsal r JOIN seat s ON s.workshop = r.workshop AND s.id = r.seat
             WHERE r.workshop = $1 AND r.seat = $2
             ORDER BY r.started_at_ms DESC, r.id DESC LIMIT 1",
        )
        .bind(workshop)
        .bind(seat)
        .fetch_optional(&self.pool)
        .await
        .map_err(fault)?;
        Ok(row.map(to_rehearsal))
    }

    pub(super) async fn facts(
        &self,
        workshop: &str,
        rehearsal: &str,
        after_seq: i64,
    ) -> Result<Vec<FactRow>, StoreError> {
        let rows = sqlx::query_as(
            "SELECT position, rehearsal, seq, at_ms, fact, body FROM fact
             WHERE workshop = $1 AND rehearsal = $2 AND seq > $3 ORDER BY seq",
        )
        .bind(workshop)
        .bind(rehearsal)
        .bind(after_seq)
        .fetch_all(&self.pool)
        .await
        .map_err(fault)?;
        Ok(rows.into_iter().map(to_fact).collect())
    }

    pub(super) async fn since(
        &self,
        workshop: &str,
        after_position: i64,
        limit: u32,
    ) -> Result<Vec<FactRow>, StoreError> {
        let rows = sqlx::query_as(
            "SELECT position, rehearsal, seq, at_ms, fact, body FROM fact
             WHERE workshop = $1 AND position > $2 ORDER BY position LIMIT $3",
        )
        .bind(workshop)
        .bind(after_position)
        .bind(limit)
        .fetch_all(&self.pool)
        .await
        .map_err(fault)?;
        Ok(rows.into_iter().map(to_fact).collect())
    }

    pub(super) async fn closure(&self, digest: &str) -> Result<Option<Closure>, StoreError> {
        let body: Option<String> = sqlx::query_scalar("SELECT body FROM closure WHERE digest = $1")
            .bind(digest)
            .fetch_optional(&self.pool)
            .await
            .map_err(fault)?;
        Ok(body.map(|body| Closure { digest: digest.to_owned(), body: Arc::from(body) }))
    }

    pub(super) async fn kept(&self, workshop: &str, seat: &str) -> Result<Option<KeptRow>, StoreError> {
        let row: Option<(Option<String>, i64)> = sqlx::query_as(
            "SELECT k.pictures, w.touched_at_ms
             FROM seat s JOIN workshop w ON w.id = s.workshop
             LEFT JOIN picture_key k ON k.workshop = s.workshop AND k.seat = s.id
             WHERE s.workshop = $1 AND s.id = $2",
        )
        .bind(workshop)
        .bind(seat)
        .fetch_optional(&self.pool)
        .await
        .map_err(fault)?;
        Ok(row.map(|(pictures, touched_at_ms)| KeptRow { pictures, touched_at_ms }))
    }

    pub(super) async fn was_taken_from(
        &self,
        workshop: &str,
        seat: &str,
        token_digest: &str,
    ) -> Result<bool, StoreError> {
        let found: Option<i64> = sqlx::query_scalar(
            "SELECT 1 FROM former_pass WHERE workshop = $1 AND seat = $2 AND token_digest = $3",
        )
        .bind(workshop)
        .bind(seat)
        .bind(token_digest)
        .fetch_optional(&self.pool)
        .await
        .map_err(fault)?;
        Ok(found.is_some())
    }

    /// Reads a page of the file.
    pub(super) async fn check(&self) -> Result<(), StoreError> {
        sqlx::query("SELECT head FROM workshop LIMIT 1")
            .fetch_optional(&self.pool)
            .await
            .map(drop)
            .map_err(fault)
    }

    pub(super) async fn close(&self) {
        self.pool.close().await;
    }
}

type RehearsalColumns = (String, String, String, String, String, String, i64, i64);

fn to_rehearsal(columns: RehearsalColumns) -> RehearsalRow {
    let (workshop, rehearsal, seat, token_digest, scenario, closure, seq, started_at_ms) = columns;
    RehearsalRow { workshop, rehearsal, seat, token_digest, scenario, closure, seq, started_at_ms }
}

fn to_fact(
    (position, rehearsal, seq, at_ms, fact, body): (i64, String, i64, i64, String, String),
) -> FactRow {
    FactRow { position, rehearsal, seq, at_ms, fact, body }
}
