//! The `SQLite` store: the common suite, then what belongs to a file on a disk.

use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use server::store::sqlite::{SqliteOptions, SqliteStore};
use server::store::{BeginError, DataFolder, NewKey, OpenError, Store, StoreError};
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{AssertSqlSafe, ConnectOptions, SqliteConnection};
use tempfile::TempDir;
use tokio::sync::Barrier;
use tokio::task::JoinSet;

use crate::store_conformance::{
    House, append, assert_without_holes, closure, conformance, fact, rehearsal, submit, workshop,
};

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

    pub(crate) async fn try_open(&self, options: &SqliteOptions) -> Result<Arc<dyn Store>, OpenError> {
        let store = SqliteStore::open(DataFolder::lock(self.path())?, options).await?;
        Ok(Arc::new(store))
    }

    /// Every byte of every file.
    fn bytes(&self) -> Vec<u8> {
        let files = fs::read_dir(self.path()).unwrap();
        files.flat_map(|file| fs::read(file.unwrap().path()).unwrap()).collect()
    }
}

impl House for Folder {
    async fn build() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    async fn open(&self) -> Arc<dyn Store> {
        self.try_open(&SqliteOptions::default()).await.unwrap()
    }

    async fn rows(&self, table: &str) -> i64 {
        let sql = format!("SELECT count(*) FROM {table}");
        sqlx::query_scalar(AssertSqlSafe(sql)).fetch_one(&mut self.behind().await).await.unwrap()
    }
}

pub(crate) async fn run(connection: &mut SqliteConnection, sql: &'static str) {
    sqlx::query(sql).execute(connection).await.unwrap();
}

#[tokio::test]
async fn a_second_server_is_kept_out_of_the_folder() {
    let house = Folder::build().await;
    let store = house.open().await;
    let second = house.try_open(&SqliteOptions::default()).await.err();
    assert!(matches!(second, Some(OpenError::InUse(_))), "{second:?}");
    store.close().await;
    house.open().await;
}

#[tokio::test]
async fn a_database_from_the_future_is_refused() {
    let house = Folder::build().await;
    house.open().await.close().await;
    let mut behind = house.behind().await;
    run(&mut behind, "INSERT INTO _sqlx_migrations VALUES (9999, 'later', '', TRUE, x'00', 0)").await;
    let refused = house.try_open(&SqliteOptions::default()).await.err();
    assert!(matches!(refused, Some(OpenError::Newer(9999))), "{refused:?}");

    run(&mut behind, "DELETE FROM _sqlx_migrations WHERE version = 9999").await;
    run(&mut behind, "UPDATE _sqlx_migrations SET checksum = x'00'").await;
    let refused = house.try_open(&SqliteOptions::default()).await.err();
    assert!(matches!(refused, Some(OpenError::Variant(1))), "{refused:?}");
}

#[tokio::test]
async fn a_file_of_another_program_is_refused_and_left_alone() {
    let house = Folder::build().await;
    fs::write(house.path().join("miroir.db"), "Dear diary, ".repeat(1_000)).unwrap();
    let refused = house.try_open(&SqliteOptions::default()).await.err();
    assert!(matches!(refused, Some(OpenError::Store(StoreError::Corrupt(_)))), "{refused:?}");

    let house = Folder::build().await;
    let path = house.path().join("miroir.db");
    let mut other =
        SqliteConnectOptions::new().filename(&path).create_if_missing(true).connect().await.unwrap();
    run(&mut other, "CREATE TABLE song (title TEXT)").await;
    let before = fs::read(&path).unwrap();
    let refused = house.try_open(&SqliteOptions::default()).await.err();
    assert!(matches!(refused, Some(OpenError::Foreign)), "{refused:?}");
    assert!(fs::read(&path).unwrap() == before, "the file was touched");
}

/// A trace in any file would be one: the database, its log, temporary files.
#[tokio::test]
async fn what_is_erased_is_nowhere_in_the_folder() {
    let house = Folder::build().await;
    let store = house.open().await;
    let body = "canary".repeat(2_000);
    for name in ["erased", "purged"] {
        store.start_alone(workshop(name, 0), rehearsal(name, "r", 0)).await.unwrap();
        for seq in 1..20 {
            let body = body[..usize::try_from(seq).unwrap() * 500].to_owned();
            store.append(append(name, "r", seq, vec![fact("answered", body)])).await.unwrap();
        }
        let pictures = format!("quatre images de {name}");
        store.make_key(NewKey { workshop: name.into(), seat: "s".into(), pictures, at_ms: 0 }).await.unwrap();
    }
    assert!(finds(&house.bytes(), b"canary") && finds(&house.bytes(), b"quatre images de erased"));
    assert!(store.erase_workshop("erased").await.unwrap());
    assert!(!finds(&house.bytes(), b"erased"), "a workshop's id is left");
    assert!(finds(&house.bytes(), b"canary"));
    store.purge(10_000).await.unwrap();
    assert!(!finds(&house.bytes(), b"canary"), "a body is left");
    assert!(!finds(&house.bytes(), b"quatre images"), "a key is left");
}

fn finds(bytes: &[u8], trace: &[u8]) -> bool {
    bytes.windows(trace.len()).any(|window| window == trace)
}

#[tokio::test]
async fn an_erasure_waits_for_a_long_reading_then_leaves_nothing() {
    let house = Folder::build().await;
    let store = house.open().await;
    store.start_alone(workshop("canary", 0), rehearsal("canary", "r", 0)).await.unwrap();
    let mut behind = house.behind().await;
    run(&mut behind, "BEGIN").await;
    run(&mut behind, "SELECT * FROM workshop").await;
    assert!(store.erase_workshop("canary").await.unwrap());
    run(&mut behind, "COMMIT").await;
    // Nothing else is asked from the store: it comes back to it by itself.
    let gone = async {
        while finds(&house.bytes(), b"canary") {
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(Duration::from_mins(1), gone).await.expect("it never came back to it");
}

/// While another program holds the file, verbs pile up behind the first: afterwards, they are done in one batch.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn in_one_batch_only_those_who_must_are_refused() {
    let house = Folder::build().await;
    let store = house.open().await;
    store.start_alone(workshop("w", 0), rehearsal("w", "r", 0)).await.unwrap();
    let mut behind = house.behind().await;
    run(&mut behind, "BEGIN IMMEDIATE").await;
    let mut verbs = JoinSet::new();
    let queued = Arc::new(Barrier::new(41));
    for verb in 0..40 {
        let (store, queued) = (Arc::clone(&store), Arc::clone(&queued));
        verbs.spawn(async move {
            let name = format!("r{verb}");
            let verb = async {
                match verb % 4 {
                    0 => store.append(submit("w", "r", 1, "f")).await.is_ok(),
                    1 => store.append(submit("w", "nowhere", 1, "f")).await.is_ok(),
                    2 => store.append(append("w", "r", 7, vec![fact("answered", 1)])).await.is_ok(),
                    _ => store.start_rehearsal(rehearsal("w", &name, 0)).await.is_ok(),
                }
            };
            // The verb first: it is in the queue by the time the barrier is asked.
            tokio::join!(biased; verb, queued.wait()).0
        });
    }
    queued.wait().await;
    run(&mut behind, "COMMIT").await;
    let done = verbs.join_all().await.into_iter().filter(|done| *done).count();
    assert_eq!(done, 1 + 10, "one of the twins, and every start");
    let facts = store.since("w", 0, u32::MAX).await.unwrap();
    assert_eq!(facts.len(), 1 + 1 + 10);
    assert_without_holes(&facts);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_full_queue_is_told_and_what_was_accepted_is_done() {
    let house = Folder::build().await;
    let options = SqliteOptions { queue: 1, patience: Duration::from_millis(1), ..SqliteOptions::default() };
    let store = house.try_open(&options).await.unwrap();
    let mut behind = house.behind().await;
    run(&mut behind, "BEGIN IMMEDIATE").await;
    let mut verbs = JoinSet::new();
    // The writer takes one batch and waits for the lock; the queue holds one more; the next one is told.
    for verb in 0..200 {
        let store = Arc::clone(&store);
        verbs.spawn(async move {
            let name = format!("w{verb}");
            store.start_alone(workshop(&name, 0), rehearsal(&name, "r", 0)).await
        });
    }
    let told = verbs.join_next().await.unwrap().unwrap();
    assert!(
        matches!(told, Err(BeginError::Store(StoreError::Busy))),
        "nobody else can have an answer: {told:?}"
    );
    run(&mut behind, "COMMIT").await;
    let done = verbs.join_all().await.into_iter().flatten().count();
    assert!(done > 0);
    assert_eq!(house.rows("workshop").await, i64::try_from(done).unwrap());
}

#[tokio::test]
async fn a_closing_store_finishes_what_it_accepted() {
    let house = Folder::build().await;
    let store = house.open().await;
    let mut behind = house.behind().await;
    run(&mut behind, "BEGIN IMMEDIATE").await;
    let accepted = store.start_alone(workshop("w", 0), rehearsal("w", "r", 0));
    let closing = store.close();
    let unlocking = run(&mut behind, "COMMIT");
    // In this order, on one thread: the verb is queued, the store closes, the writer gets the lock.
    let (accepted, (), ()) = tokio::join!(biased; accepted, closing, unlocking);
    accepted.unwrap();
    assert_eq!(house.open().await.closure("d1").await.unwrap(), Some(closure("d1")));
}
