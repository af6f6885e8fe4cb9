//! The `SQLite` store: the common suite, then what belongs to a file on a disk.

use std::path::Path;
use std::sync::Arc;

use server::store::sqlite::{SqliteOptions, SqliteStore};
use server::store::{DataFolder, Store};
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{AssertSqlSafe, ConnectOptions, SqliteConnection};
use tempfile::TempDir;

use crate::store_conformance::{House, conformance};

conformance!(Folder);

pub(crate) struct Folder(TempDir);

impl Folder {
    pub(crate) fn path(&self) -> &Path {
        self.0.path()
    }

    /// A connection that goes past the store.
    pub(crate) async fn behind(&self) -> SqliteConnection {
        SqliteConnectOptions::new().filename(self.path().join("miroir.db")).connect().await.unwrap()
    }

    pub(crate) async fn open_with(&self, options: &SqliteOptions) -> Arc<dyn Store> {
        let folder = DataFolder::lock(self.path()).unwrap();
        Arc::new(SqliteStore::open(folder, options).await.unwrap())
    }
}

impl House for Folder {
    async fn build() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    async fn open(&self) -> Arc<dyn Store> {
        self.open_with(&SqliteOptions::default()).await
    }

    async fn rows(&self, table: &str) -> i64 {
        let sql = format!("SELECT count(*) FROM {table}");
        sqlx::query_scalar(AssertSqlSafe(sql)).fetch_one(&mut self.behind().await).await.unwrap()
    }
}
