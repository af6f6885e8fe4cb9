//! Adding facts: positions come from the workshop's own row, in the transaction that writes the facts.

use std::sync::{Arc, LazyLock};

use async_trait::async_trait;
use sqlx::error::ErrorKind;
use sqlx::sqlite::SqliteRow;
use sqlx::{AssertSqlSafe, Row, SqliteConnection};

use super::fault::{broken_rule, fault};
use super::writer::Write;
use crate::store::{Append, AppendError, Appended, NewFact, StoreError};

/// Facts written by one statement, at most.
const ROWS: usize = 16;

/// `INSERT` for one fact, for two… for [`ROWS`].
static INSERTS: LazyLock<Vec<Arc<str>>> = LazyLock::new(|| (1..=ROWS).map(insert).collect());

const MOVE_ON: &str = "
UPDATE rehearsal SET seq = seq + $4 WHERE workshop = $1 AND id = $2 AND seq = $3 RETURNING seq;
UPDATE workshop SET head = head + $4, touched_at_ms = max(touched_at_ms, $5) WHERE id = $1 RETURNING head";

const RECORD_AND_MOVE_ON: &str = "
INSERT INTO submission (workshop, rehearsal, submission) VALUES ($1, $2, $6);
UPDATE rehearsal SET seq = seq + $4 WHERE workshop = $1 AND id = $2 AND seq = $3 RETURNING seq;
UPDATE workshop SET head = head + $4, touched_at_ms = max(touched_at_ms, $5) WHERE id = $1 RETURNING head";

#[async_trait]
impl Write for Append {
    type Done = Appended;
    type Error = AppendError;

    async fn write(&self, connection: &mut SqliteConnection) -> Result<Appended, AppendError> {
        let appended = self.move_on(connection).await?;
        let place = Place { workshop: &self.workshop, rehearsal: &self.rehearsal, at_ms: self.at_ms };
        insert_facts(connection, place, appended, &self.facts).await?;
        Ok(appended)
    }
}

impl Append {
    /// Takes the positions, and the submission id if there is one.
    async fn move_on(&self, connection: &mut SqliteConnection) -> Result<Appended, AppendError> {
        let query = sqlx::query(if self.submission.is_some() { RECORD_AND_MOVE_ON } else { MOVE_ON })
            .bind(&self.workshop)
            .bind(&self.rehearsal)
            .bind(self.expected_seq)
            .bind(count(&self.facts))
            .bind(self.at_ms);
        let query = match &self.submission {
            Some(submission) => query.bind(submission),
            None => query,
        };
        match query.fetch_all(&mut *connection).await {
            Ok(rows) => match rows.as_slice() {
                [seq, head] => Ok(Appended { head: number(head)?, seq: number(seq)? }),
                _ => Err(self.why_not(connection).await?),
            },
            Err(error) => Err(match broken_rule(&error) {
                Some(ErrorKind::UniqueViolation) => AppendError::AlreadyRecorded,
                Some(ErrorKind::ForeignKeyViolation) => AppendError::Gone,
                _ => fault(error).into(),
            }),
        }
    }

    async fn why_not(&self, connection: &mut SqliteConnection) -> Result<AppendError, StoreError> {
        let found = sqlx::query("SELECT 1 FROM rehearsal WHERE workshop = $1 AND id = $2")
            .bind(&self.workshop)
            .bind(&self.rehearsal)
            .fetch_optional(connection)
            .await
            .map_err(fault)?;
        Ok(if found.is_some() { AppendError::Conflict } else { AppendError::Gone })
    }
}

/// Where facts belong, and when they happened.
#[derive(Clone, Copy)]
pub(super) struct Place<'a> {
    pub(super) workshop: &'a str,
    pub(super) rehearsal: &'a str,
    pub(super) at_ms: i64,
}

/// Writes facts into the last positions of `appended`, which must have been taken for them.
pub(super) async fn insert_facts(
    connection: &mut SqliteConnection,
    place: Place<'_>,
    appended: Appended,
    facts: &[NewFact],
) -> Result<(), StoreError> {
    let mut head = appended.head - count(facts);
    let mut seq = appended.seq - count(facts);
    for chunk in facts.chunks(ROWS) {
        let mut query = sqlx::query(AssertSqlSafe(Arc::clone(&INSERTS[chunk.len() - 1])))
            .bind(place.workshop)
            .bind(place.rehearsal)
            .bind(place.at_ms)
            .bind(head)
            .bind(seq);
        for NewFact { fact, body } in chunk {
            query = query.bind(fact.as_ref()).bind(body);
        }
        query.execute(&mut *connection).await.map_err(fault)?;
        head += count(chunk);
        seq += count(chunk);
    }
    Ok(())
}

pub(super) fn count(facts: &[NewFact]) -> i64 {
    i64::try_from(facts.len()).unwrap_or(i64::MAX)
}

pub(super) fn number(row: &SqliteRow) -> Result<i64, StoreError> {
    row.try_get(0).map_err(fault)
}

fn insert(rows: usize) -> Arc<str> {
    let rows: Vec<_> = (0..rows)
        .map(|row| {
            let (place, fact, body) = (row + 1, 6 + 2 * row, 7 + 2 * row);
            format!("($1, $4 + {place}, $2, $5 + {place}, $3, ${fact}, ${body})")
        })
        .collect();
    let values = rows.join(", ");
    format!("INSERT INTO fact (workshop, position, rehearsal, seq, at_ms, fact, body) VALUES {values}").into()
}
