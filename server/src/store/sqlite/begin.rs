//! Opening workshops and starting rehearsals.

use async_trait::async_trait;
use sqlx::SqliteConnection;
use sqlx::error::ErrorKind;

use super::append::{Place, count, insert_facts, number};
use super::fault::{broken_rule, fault};
use super::writer::Write;
use crate::store::{Appended, BeginError, NewRehearsal, NewWorkshop};

pub(super) struct OpenWorkshop(pub(super) NewWorkshop);

pub(super) struct StartRehearsal(pub(super) NewRehearsal);

pub(super) struct StartAlone(pub(super) NewWorkshop, pub(super) NewRehearsal);

#[async_trait]
impl Write for OpenWorkshop {
    type Done = ();
    type Error = BeginError;

    async fn write(&self, connection: &mut SqliteConnection) -> Result<(), BeginError> {
        open(connection, &self.0).await
    }
}

#[async_trait]
impl Write for StartRehearsal {
    type Done = Appended;
    type Error = BeginError;

    async fn write(&self, connection: &mut SqliteConnection) -> Result<Appended, BeginError> {
        start(connection, &self.0).await
    }
}

#[async_trait]
impl Write for StartAlone {
    type Done = Appended;
    type Error = BeginError;

    async fn write(&self, connection: &mut SqliteConnection) -> Result<Appended, BeginError> {
        let Self(workshop, rehearsal) = self;
        if rehearsal.workshop != workshop.workshop || rehearsal.seat != workshop.seat {
            return Err(BeginError::Gone);
        }
        open(connection, workshop).await?;
        start(connection, rehearsal).await
    }
}

async fn open(connection: &mut SqliteConnection, new: &NewWorkshop) -> Result<(), BeginError> {
    sqlx::query(
        "INSERT INTO workshop (id, head, created_at_ms, touched_at_ms) VALUES ($1, 0, $4, $4);
         INSERT INTO seat (workshop, id, token_digest, joined_at_ms) VALUES ($1, $2, $3, $4)",
    )
    .bind(&new.workshop)
    .bind(&new.seat)
    .bind(&new.token_digest)
    .bind(new.at_ms)
    .execute(connection)
    .await
    .map(drop)
    .map_err(refused)
}

async fn start(connection: &mut SqliteConnection, new: &NewRehearsal) -> Result<Appended, BeginError> {
    let seq = count(&new.facts);
    let rows = sqlx::query(
        "INSERT INTO closure (digest, scenario, body, kept_at_ms) VALUES ($5, $4, $6, $7) ON CONFLICT DO NOTHING;
         INSERT INTO rehearsal (workshop, id, seat, scenario, closure, seq, started_at_ms)
         VALUES ($1, $2, $3, $4, $5, $8, $7);
         UPDATE workshop SET head = head + $8, touched_at_ms = max(touched_at_ms, $7) WHERE id = $1 RETURNING head",
    )
    .bind(&new.workshop)
    .bind(&new.rehearsal)
    .bind(&new.seat)
    .bind(&new.scenario)
    .bind(&new.closure.digest)
    .bind(new.closure.body.clone())
    .bind(new.at_ms)
    .bind(seq)
    .fetch_all(&mut *connection)
    .await
    .map_err(refused)?;
    let [head] = rows.as_slice() else { return Err(BeginError::Gone) };
    let appended = Appended { head: number(head)?, seq };
    let place = Place { workshop: &new.workshop, rehearsal: &new.rehearsal, at_ms: new.at_ms };
    insert_facts(connection, place, appended, &new.facts).await?;
    Ok(appended)
}

fn refused(error: sqlx::Error) -> BeginError {
    match broken_rule(&error) {
        Some(ErrorKind::UniqueViolation) => BeginError::Taken,
        Some(ErrorKind::ForeignKeyViolation) => BeginError::Gone,
        _ => fault(error).into(),
    }
}
