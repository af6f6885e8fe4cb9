//! The one writer: takes what waits, does it in one transaction, and answers once the disk has it.
//! What a verb writes is in the verb's own file; this one knows only that verbs may be refused or fail.
//!
//! A verb that is refused is rolled back alone, to its savepoint. When the transaction itself is lost half-way
//! (`SQLite` gives it up by itself on some errors, such as a full disk), each verb of the batch is done again on its own,
//! so that only those which cannot be done are told so. When the commit fails, nobody is told "done".
//! A verb belongs to the writer from the moment it is queued: a caller that went away changes nothing.

use std::time::Duration;

use sqlx::sqlite::SqliteRow;
use sqlx::{Connection, Row, SqliteConnection};
use tokio::sync::{mpsc, oneshot};
use tokio::time::sleep;
use tokio_util::sync::CancellationToken;

use super::SqliteOptions;
use super::fault::fault;
use super::verb::{BEGIN, Script, UNDO, Verb};
use crate::store::{DataFolder, StoreError};

/// Verbs that share one fsync, at most.
const BATCH: usize = 128;

/// Between two attempts to empty the log while a long reading holds it.
const SCRUB_AGAIN: Duration = Duration::from_secs(1);

/// The callers' side.
pub(super) struct Writer {
    queue: mpsc::Sender<Box<dyn Job>>,
    patience: Duration,
    closing: CancellationToken,
    closed: CancellationToken,
}

impl Writer {
    pub(super) fn start(connection: SqliteConnection, folder: DataFolder, options: &SqliteOptions) -> Self {
        let (queue, waiting) = mpsc::channel(options.queue);
        let (closing, closed) = (CancellationToken::new(), CancellationToken::new());
        let desk = Desk { connection, folder, waiting, closing: closing.clone(), to_scrub: false };
        let at_the_end = closed.clone().drop_guard();
        tokio::spawn(async move {
            desk.serve().await;
            drop(at_the_end);
        });
        Self { queue, patience: options.patience, closing, closed }
    }

    pub(super) async fn write<V: Verb>(&self, verb: V) -> Result<V::Done, V::Error> {
        let (answer, answered) = oneshot::channel();
        let job = Box::new(Pending { verb, answer, result: None });
        self.queue.send_timeout(job, self.patience).await.map_err(|refused| match refused {
            mpsc::error::SendTimeoutError::Timeout(_) => StoreError::Busy,
            mpsc::error::SendTimeoutError::Closed(_) => StoreError::Closed,
        })?;
        answered.await.unwrap_or_else(|_| Err(StoreError::Closed.into()))
    }

    /// Returns when what was queued is done, the file closed, and the folder free.
    pub(super) async fn close(&self) {
        self.closing.cancel();
        self.closed.cancelled().await;
    }
}

/// A verb on its way, whatever its type.
trait Job: Send {
    fn script(&self) -> Script;
    /// Takes what the script gave, and says whether the verb was done; if not, what it wrote must be undone.
    fn done(&mut self, rows: Result<Vec<SqliteRow>, sqlx::Error>) -> bool;
    fn erases(&self) -> bool;
    fn answer(self: Box<Self>, commit: Result<(), StoreError>);
}

struct Pending<V: Verb> {
    verb: V,
    answer: oneshot::Sender<Result<V::Done, V::Error>>,
    result: Option<Result<V::Done, V::Error>>,
}

impl<V: Verb> Job for Pending<V> {
    fn script(&self) -> Script {
        self.verb.script()
    }

    fn done(&mut self, rows: Result<Vec<SqliteRow>, sqlx::Error>) -> bool {
        let result = match rows {
            Ok(rows) => self.verb.read(&rows),
            Err(error) => Err(self.verb.failed(error)),
        };
        self.result.insert(result).is_ok()
    }

    fn erases(&self) -> bool {
        self.verb.erases()
    }

    /// A refusal, too, stands only if the commit does: it may be due to a neighbour.
    fn answer(self: Box<Self>, commit: Result<(), StoreError>) {
        let answer = match (commit, self.result) {
            (Err(error), _) => Err(error.into()),
            (Ok(()), Some(result)) => result,
            (Ok(()), None) => Err(StoreError::Closed.into()),
        };
        // The caller may have gone; the verb is done all the same.
        drop(self.answer.send(answer));
    }
}

/// The writer's side.
struct Desk {
    connection: SqliteConnection,
    folder: DataFolder,
    waiting: mpsc::Receiver<Box<dyn Job>>,
    closing: CancellationToken,
    /// Whether the write-ahead log still holds pages with something erased.
    to_scrub: bool,
}

/// How a transaction was lost.
enum Lost {
    /// By a verb that failed, and knows why.
    HalfWay,
    AtItsEnds(StoreError),
}

impl Desk {
    async fn serve(mut self) {
        let mut batch = Vec::with_capacity(BATCH);
        loop {
            tokio::select! {
                biased;
                () = self.closing.cancelled(), if !self.waiting.is_closed() => self.waiting.close(),
                count = self.waiting.recv_many(&mut batch, BATCH) => {
                    if count == 0 {
                        break;
                    }
                    self.settle(&mut batch).await;
                }
                () = sleep(SCRUB_AGAIN), if self.to_scrub => self.scrub().await,
            }
        }
        if let Err(error) = self.connection.close().await {
            tracing::warn!(error = &error as &dyn std::error::Error, "the database did not close cleanly");
        }
        drop(self.folder);
    }

    /// Does the batch and answers everyone in it.
    async fn settle(&mut self, batch: &mut Vec<Box<dyn Job>>) {
        match self.commit(batch).await {
            Err(Lost::HalfWay) if batch.len() > 1 => {
                for mut job in batch.drain(..) {
                    let commit = self.commit(std::slice::from_mut(&mut job)).await;
                    job.answer(standing(commit));
                }
            }
            commit => {
                let commit = standing(commit);
                batch.drain(..).for_each(|job| job.answer(commit.clone()));
            }
        }
    }

    async fn commit(&mut self, jobs: &mut [Box<dyn Job>]) -> Result<(), Lost> {
        let done = self.transaction(jobs).await;
        if done.is_err() {
            // SQLite did so already after every failure we know how to cause; were one left open, no verb would pass.
            drop(self.execute("ROLLBACK").await);
        } else if jobs.iter().any(|job| job.erases()) {
            self.scrub().await;
        }
        done
    }

    /// One transaction, one savepoint for each job, one fsync.
    async fn transaction(&mut self, jobs: &mut [Box<dyn Job>]) -> Result<(), Lost> {
        self.execute(BEGIN).await.map_err(Lost::AtItsEnds)?;
        for job in jobs {
            let rows = job.script().run(&mut self.connection).await;
            if !job.done(rows) {
                self.execute(UNDO).await.map_err(|_| Lost::HalfWay)?;
            }
        }
        self.execute("COMMIT").await.map_err(Lost::AtItsEnds)
    }

    async fn execute(&mut self, sql: &'static str) -> Result<(), StoreError> {
        sqlx::query(sql).execute(&mut self.connection).await.map(drop).map_err(fault)
    }

    /// Moves the write-ahead log into the file and empties it. If a reading holds it, the next turn tries again.
    async fn scrub(&mut self) {
        let report = sqlx::query("PRAGMA wal_checkpoint(TRUNCATE)").fetch_one(&mut self.connection).await;
        self.to_scrub = !matches!(report.map(|row| row.try_get::<i64, _>("busy")), Ok(Ok(0)));
    }
}

/// Whether what each job has to say stands. It does if the job itself lost the transaction: it is an error.
fn standing(commit: Result<(), Lost>) -> Result<(), StoreError> {
    match commit {
        Ok(()) | Err(Lost::HalfWay) => Ok(()),
        Err(Lost::AtItsEnds(error)) => Err(error),
    }
}
