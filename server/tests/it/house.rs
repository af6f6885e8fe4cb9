//! A Miroir of its own for each test: a data folder, a store, the real router, without a socket.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use axum::Router;
use server::backend::Backend;
use server::library::Library;
use server::store::sqlite::{SqliteOptions, SqliteStore};
use server::store::{DataFolder, FactRow, Store};
use server::web::assets::Assets;
use server::web::{self, Reach};
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{AssertSqlSafe, ConnectOptions as _, SqliteConnection};
use tempfile::TempDir;

pub(crate) struct House {
    folder: TempDir,
    pub(crate) store: Arc<dyn Store>,
    pub(crate) backend: Arc<Backend>,
    pub(crate) router: Router,
    reach: Reach,
    scenarios: Option<PathBuf>,
}

impl House {
    /// Reached without TLS, with the bundled catalogue.
    pub(crate) async fn opens() -> Self {
        Self::with(Reach::default(), None, &SqliteOptions::default()).await
    }

    /// Reached over TLS, as `miroir.exemple.org`.
    pub(crate) async fn opens_over_tls() -> Self {
        let reach = Reach { tls: true, public_host: Some("miroir.exemple.org".to_owned()) };
        Self::with(reach, None, &SqliteOptions::default()).await
    }

    pub(crate) async fn with(reach: Reach, scenarios: Option<&Path>, options: &SqliteOptions) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        Self::open(folder, reach, scenarios.map(Path::to_owned), options).await
    }

    async fn open(
        folder: TempDir,
        reach: Reach,
        scenarios: Option<PathBuf>,
        options: &SqliteOptions,
    ) -> Self {
        let data = DataFolder::lock(folder.path()).expect("a free folder");
        let store: Arc<dyn Store> = Arc::new(SqliteStore::open(data, options).await.expect("a store"));
        let (backend, router) = front(Arc::clone(&store), &reach, scenarios.clone());
        Self { folder, store, backend, router, reach, scenarios }
    }

    /// Stops, and starts again on the same data; the memory of the former process is gone.
    pub(crate) async fn restarts(self) -> Self {
        self.restarts_with(&SqliteOptions::default()).await
    }

    pub(crate) async fn restarts_with(self, options: &SqliteOptions) -> Self {
        self.store.close().await;
        let Self { folder, store, backend, router, reach, scenarios } = self;
        drop((store, backend, router));
        Self::open(folder, reach, scenarios, options).await
    }

    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Every byte of every file of the data folder.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        let files = std::fs::read_dir(self.path()).expect("the data folder");
        files.flat_map(|file| std::fs::read(file.expect("a file").path()).expect("readable")).collect()
    }

    /// A connection that goes past the store.
    async fn behind(&self) -> SqliteConnection {
        let settings = SqliteConnectOptions::new().filename(self.path().join("miroir.db"));
        settings.connect().await.expect("a second connection")
    }

    pub(crate) async fn rows(&self, table: &str) -> i64 {
        let sql = AssertSqlSafe(format!("SELECT count(*) FROM {table}"));
        sqlx::query_scalar(sql).fetch_one(&mut self.behind().await).await.expect("a count")
    }

    /// Changes the store from behind, as time would.
    pub(crate) async fn runs(&self, sql: &'static str) {
        sqlx::query(sql).execute(&mut self.behind().await).await.expect("a statement");
    }

    /// The facts of a workshop, in order.
    pub(crate) async fn facts(&self, workshop: &str) -> Vec<FactRow> {
        self.store.since(workshop, 0, u32::MAX).await.expect("the facts")
    }
}

/// What stands before a store.
pub(crate) fn front(
    store: Arc<dyn Store>,
    reach: &Reach,
    scenarios: Option<PathBuf>,
) -> (Arc<Backend>, Router) {
    let backend = Arc::new(Backend::new(store, Library::open(scenarios)));
    let router = web::router(Arc::clone(&backend), &Assets::embedded(), reach.clone());
    (backend, router)
}
