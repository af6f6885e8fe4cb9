//! How connections are set up, and how a file gets our tables. The binary carries its migrations.
//! Queries are elsewhere.
//!
//! To change the schema, add a file to `migrations/sqlite` and a line to [`migrations`]; a published file never changes.

use std::sync::Arc;
use std::time::Duration;

use sqlx::migrate::{MigrateError, Migration, MigrationType, Migrator};
use sqlx::sqlite::{SqliteConnectOptions, SqliteSynchronous};
use sqlx::{ConnectOptions, SqlSafeStr, SqliteConnection};

use super::SqliteOptions;
use super::fault::fault;
use crate::store::{DataFolder, OpenError, StoreError};

/// "Miro": marks the file as ours.
pub(super) const MARK: i64 = 0x4d69_726f;
pub(super) const SET_MARK: &str = "PRAGMA application_id = 0x4d69726f";

/// How long a connection waits for a lock that another program (a backup) holds on the file.
pub(super) const LOCK_PATIENCE: Duration = Duration::from_secs(5);

/// Opens the writing connection, on a file that is then ours and up to date.
pub(super) async fn open(
    folder: &DataFolder,
    options: &SqliteOptions,
) -> Result<SqliteConnection, OpenError> {
    let mut settings = settings(folder)
        .create_if_missing(true)
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .pragma("secure_delete", "ON")
        // In KiB: a large batch must not spill, nor read again what it just wrote.
        .pragma("cache_size", "-8000")
        // In pages: a page written by ten commits is moved into the file once.
        .pragma("wal_autocheckpoint", "4000");
    if let Some(pages) = options.max_pages {
        settings = settings.pragma("max_page_count", pages.to_string());
    }
    let mut connection = settings.connect().await.map_err(fault)?;
    refuse_foreign(&mut connection).await?;
    // Only now: it is written into the file.
    sqlx::query("PRAGMA journal_mode = WAL").execute(&mut connection).await.map_err(fault)?;
    // `run` borrows in a way that keeps this future from being `Send` (a known limit of sqlx).
    let migrator = Migrator::with_migrations(migrations());
    migrator.run_direct(None, &mut connection, false).await.map_err(not_migrated)?;
    sqlx::query(SET_MARK).execute(&mut connection).await.map_err(fault)?;
    Ok(connection)
}

/// What a reading connection is opened with.
pub(super) fn reading(folder: &DataFolder) -> SqliteConnectOptions {
    settings(folder).pragma("query_only", "ON")
}

fn settings(folder: &DataFolder) -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .filename(folder.path().join("miroir.db"))
        .busy_timeout(LOCK_PATIENCE)
        // Temporary files would outlive an erasure.
        .pragma("temp_store", "MEMORY")
        .disable_statement_logging()
}

fn migrations() -> Vec<Migration> {
    let texts = [
        (1, "facts", include_str!("../../../migrations/sqlite/0001_facts.sql")),
        (2, "keys", include_str!("../../../migrations/sqlite/0002_keys.sql")),
        (3, "rooms", include_str!("../../../migrations/sqlite/0003_rooms.sql")),
        (4, "people", include_str!("../../../migrations/sqlite/0004_people.sql")),
    ];
    texts
        .into_iter()
        .map(|(version, name, text)| {
            Migration::new(version, name.into(), MigrationType::Simple, text.into_sql_str(), false)
        })
        .collect()
}

/// A file with tables and without our mark belongs to somebody else.
async fn refuse_foreign(connection: &mut SqliteConnection) -> Result<(), OpenError> {
    let mark: i64 =
        sqlx::query_scalar("PRAGMA application_id").fetch_one(&mut *connection).await.map_err(fault)?;
    let strange: i64 = sqlx::query_scalar(
        "SELECT count(*) FROM sqlite_schema WHERE type = 'table'
         AND NOT EXISTS (SELECT 1 FROM sqlite_schema WHERE name = '_sqlx_migrations')",
    )
    .fetch_one(connection)
    .await
    .map_err(fault)?;
    match mark {
        MARK => Ok(()),
        // New, or left half-way by a crash during its first opening.
        0 if strange == 0 => Ok(()),
        _ => Err(OpenError::Foreign),
    }
}

fn not_migrated(error: MigrateError) -> OpenError {
    match error {
        MigrateError::VersionMissing(version) => OpenError::Newer(version),
        MigrateError::VersionMismatch(version) => OpenError::Variant(version),
        MigrateError::Execute(error) | MigrateError::ExecuteMigration(error, _) => fault(error).into(),
        other => StoreError::Failed(Arc::new(other)).into(),
    }
}
