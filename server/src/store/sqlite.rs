//! The store in one `SQLite` file of the data folder: many readers, one writer, one fsync for all who wait.
//! It is not for several servers: a data folder has one owner (see [`DataFolder`]).
//!
//! Durability: WAL with `synchronous=FULL`, so a verb answers after its commit was synced to the disk.
//! Erasure: `secure_delete` writes zeros over what is deleted, and the write-ahead log, which still holds the former
//! pages, is emptied before an erasing verb answers. Sectors freed on the medium itself are the file system's business.

mod append;
mod begin;
mod erase;
mod fault;
mod key;
mod people;
mod reader;
mod rooms;
mod schema;
mod seat;
mod verb;
mod writer;

use std::time::Duration;

use async_trait::async_trait;

use super::{
    Append, AppendError, Appended, BeginError, Closure, DataFolder, FactRow, KeptRow, KeyError, NewKey,
    NewRehearsal, NewWorkshop, OpenError, Purged, RehearsalRow, SeatRow, Store, StoreError, TakeSeat,
};
use begin::{OpenWorkshop, StartAlone, StartRehearsal};
use erase::{DropClosures, EraseWorkshop, PurgeWorkshops};
use reader::Reader;
use seat::{Probe, ReplaceToken};
use writer::Writer;

/// How the store is tuned; the defaults suit a server.
#[derive(Debug, Clone)]
pub struct SqliteOptions {
    /// Connections that read at the same time.
    pub readers: u32,
    /// Verbs that may wait for the writer.
    pub queue: usize,
    /// How long a caller waits for a place in the queue before [`StoreError::Busy`].
    pub patience: Duration,
    /// A ceiling for the file, in pages of 4 KiB; beyond it the disk counts as full.
    pub max_pages: Option<u32>,
}

impl Default for SqliteOptions {
    fn default() -> Self {
        Self { readers: 4, queue: 1024, patience: Duration::from_secs(3), max_pages: None }
    }
}

pub struct SqliteStore {
    reader: Reader,
    writer: Writer,
}

impl SqliteStore {
    /// Opens the database of a data folder; creates it, or brings its schema up to date, if need be.
    pub async fn open(folder: DataFolder, options: &SqliteOptions) -> Result<Self, OpenError> {
        let connection = schema::open(&folder, options).await?;
        let reader = Reader::open(&folder, options).await?;
        Ok(Self { reader, writer: Writer::start(connection, folder, options) })
    }
}

#[async_trait]
impl Store for SqliteStore {
    async fn open_workshop(&self, workshop: NewWorkshop) -> Result<(), BeginError> {
        self.writer.write(OpenWorkshop(workshop)).await
    }

    async fn start_rehearsal(&self, rehearsal: NewRehearsal) -> Result<Appended, BeginError> {
        self.writer.write(StartRehearsal(rehearsal)).await
    }

    async fn start_alone(
        &self,
        workshop: NewWorkshop,
        rehearsal: NewRehearsal,
    ) -> Result<Appended, BeginError> {
        if rehearsal.workshop != workshop.workshop || rehearsal.seat != workshop.seat {
            return Err(BeginError::Gone);
        }
        self.writer.write(StartAlone(workshop, rehearsal)).await
    }

    async fn append(&self, append: Append) -> Result<Appended, AppendError> {
        self.writer.write(append).await
    }

    async fn rehearsal(&self, workshop: &str, rehearsal: &str) -> Result<Option<RehearsalRow>, StoreError> {
        self.reader.rehearsal(workshop, rehearsal).await
    }

    async fn latest_rehearsal(&self, workshop: &str, seat: &str) -> Result<Option<RehearsalRow>, StoreError> {
        self.reader.latest_rehearsal(workshop, seat).await
    }

    async fn facts(
        &self,
        workshop: &str,
        rehearsal: &str,
        after_seq: i64,
    ) -> Result<Vec<FactRow>, StoreError> {
        self.reader.facts(workshop, rehearsal, after_seq).await
    }

    async fn since(
        &self,
        workshop: &str,
        after_position: i64,
        limit: u32,
    ) -> Result<Vec<FactRow>, StoreError> {
        self.reader.since(workshop, after_position, limit).await
    }

    async fn closure(&self, digest: &str) -> Result<Option<Closure>, StoreError> {
        self.reader.closure(digest).await
    }

    async fn replace_token(
        &self,
        workshop: &str,
        seat: &str,
        token_digest: &str,
    ) -> Result<bool, StoreError> {
        self.writer
            .write(ReplaceToken {
                workshop: workshop.to_owned(),
                seat: seat.to_owned(),
                token_digest: token_digest.to_owned(),
            })
            .await
    }

    async fn make_key(&self, key: NewKey) -> Result<String, KeyError> {
        self.writer.write(key).await
    }

    async fn kept(&self, workshop: &str, seat: &str) -> Result<Option<KeptRow>, StoreError> {
        self.reader.kept(workshop, seat).await
    }

    async fn take_seat(&self, take: TakeSeat) -> Result<Option<SeatRow>, StoreError> {
        self.writer.write(take).await
    }

    async fn was_taken_from(
        &self,
        workshop: &str,
        seat: &str,
        token_digest: &str,
    ) -> Result<bool, StoreError> {
        self.reader.was_taken_from(workshop, seat, token_digest).await
    }

    async fn erase_workshop(&self, workshop: &str) -> Result<bool, StoreError> {
        self.writer.write(EraseWorkshop(workshop.to_owned())).await
    }

    async fn purge(&self, older_than_ms: i64) -> Result<Purged, StoreError> {
        let mut purged = Purged::default();
        loop {
            match self.writer.write(PurgeWorkshops { older_than_ms }).await? {
                0 => break,
                workshops => purged.workshops += workshops,
            }
        }
        purged.closures = self.writer.write(DropClosures).await?;
        Ok(purged)
    }

    async fn check(&self) -> Result<(), StoreError> {
        self.reader.check().await?;
        self.writer.write(Probe).await
    }

    async fn close(&self) {
        // The writer last: the last connection to leave folds the write-ahead log into the file.
        self.reader.close().await;
        self.writer.close().await;
    }
}
