//! What may go wrong with the store. Sentences for people are written by the callers.

use std::error::Error;
use std::io;
use std::path::PathBuf;
use std::sync::Arc;

use thiserror::Error;

/// The database's own words. Shared, because one failed commit answers many callers.
pub(super) type Cause = Arc<dyn Error + Send + Sync>;

/// The machine's fault, not the caller's.
#[derive(Debug, Clone, Error)]
pub enum StoreError {
    #[error("the disk is full")]
    Full(#[source] Cause),
    /// Waited, and the queue stayed full or the file locked. Nothing was done: it may be tried again.
    #[error("the store has too much to do")]
    Busy,
    #[error("the store is closed")]
    Closed,
    #[error("the database is damaged")]
    Corrupt(#[source] Cause),
    #[error("the database failed")]
    Failed(#[source] Cause),
}

#[derive(Debug, Error)]
pub enum AppendError {
    /// Somebody added facts since `expected_seq`: read again, decide again.
    #[error("the rehearsal moved on")]
    Conflict,
    #[error("the submission is already recorded")]
    AlreadyRecorded,
    #[error("there is no such rehearsal")]
    Gone,
    #[error(transparent)]
    Store(#[from] StoreError),
}

#[derive(Debug, Error)]
pub enum BeginError {
    #[error("the id is already taken")]
    Taken,
    #[error("there is no such workshop or seat")]
    Gone,
    #[error(transparent)]
    Store(#[from] StoreError),
}

#[derive(Debug, Error)]
pub enum KeyError {
    /// It opens another seat already.
    #[error("the key is already taken")]
    Taken,
    #[error("there is no such seat")]
    Gone,
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Why a server cannot start on its data.
#[derive(Debug, Error)]
pub enum OpenError {
    #[error("another process uses the data folder {}", .0.display())]
    InUse(PathBuf),
    #[error("cannot use the data folder {}", .folder.display())]
    Folder { folder: PathBuf, source: io::Error },
    /// Its migrations go further than ours.
    #[error("the database was written by a newer version (migration {0})")]
    Newer(i64),
    /// One of its migrations is not the text we know under that number.
    #[error("the database was written by a variant of this program (migration {0})")]
    Variant(i64),
    #[error("the file is a database of another program")]
    Foreign,
    #[error(transparent)]
    Store(#[from] StoreError),
}
