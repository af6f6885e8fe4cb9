//! Opening workshops and starting rehearsals.

use sqlx::error::ErrorKind;
use sqlx::sqlite::SqliteRow;

use super::append::{bind_facts, count, move_on, named};
use super::fault::{broken_rule, fault};
use super::verb::{Script, Verb};
use crate::store::{Appended, BeginError, NewRehearsal, NewWorkshop};

pub(super) struct OpenWorkshop(pub(super) NewWorkshop);

pub(super) struct StartRehearsal(pub(super) NewRehearsal);

/// Both; the rehearsal must be in the workshop.
pub(super) struct StartAlone(pub(super) NewWorkshop, pub(super) NewRehearsal);

const START: &str = "
INSERT INTO closure (digest, scenario, body, kept_at_ms) VALUES ($8, $7, $9, $5) ON CONFLICT DO NOTHING;
INSERT INTO rehearsal (workshop, id, seat, scenario, closure, seq, started_at_ms)
VALUES ($1, $2, $6, $7, $8, $3, $5);";

impl Verb for OpenWorkshop {
    type Done = ();
    type Error = BeginError;

    fn script(&self) -> Script {
        let Self(new) = self;
        Script::new(
            "INSERT INTO workshop (id, head, created_at_ms, touched_at_ms) VALUES ($1, 0, $4, $4);
             INSERT INTO seat (workshop, id, token_digest, joined_at_ms) VALUES ($1, $2, $3, $4)",
        )
        .bind(&new.workshop)
        .bind(&new.seat)
        .bind(&new.token_digest)
        .bind(new.at_ms)
    }

    fn read(&self, _: &[SqliteRow]) -> Result<(), BeginError> {
        Ok(())
    }

    fn failed(&self, error: sqlx::Error) -> BeginError {
        refused(error)
    }
}

impl Verb for StartRehearsal {
    type Done = Appended;
    type Error = BeginError;

    fn script(&self) -> Script {
        let Self(new) = self;
        let script = Script::new(&format!("{START}{}", move_on(new.facts.len(), 10)));
        bind_facts(bind_start(script, new), &new.facts)
    }

    fn read(&self, rows: &[SqliteRow]) -> Result<Appended, BeginError> {
        started(&self.0, rows)
    }

    fn failed(&self, error: sqlx::Error) -> BeginError {
        refused(error)
    }
}

impl Verb for StartAlone {
    type Done = Appended;
    type Error = BeginError;

    fn script(&self) -> Script {
        let Self(workshop, new) = self;
        let open = "
            INSERT INTO workshop (id, head, created_at_ms, touched_at_ms) VALUES ($1, 0, $11, $11);
            INSERT INTO seat (workshop, id, token_digest, joined_at_ms) VALUES ($1, $6, $10, $11);";
        let script = Script::new(&format!("{open}{START}{}", move_on(new.facts.len(), 12)));
        let script = bind_start(script, new).bind(&workshop.token_digest).bind(workshop.at_ms);
        bind_facts(script, &new.facts)
    }

    fn read(&self, rows: &[SqliteRow]) -> Result<Appended, BeginError> {
        started(&self.1, rows)
    }

    fn failed(&self, error: sqlx::Error) -> BeginError {
        refused(error)
    }
}

/// `$1` to `$9`.
fn bind_start(script: Script, new: &NewRehearsal) -> Script {
    script
        .bind(&new.workshop)
        .bind(&new.rehearsal)
        .bind(0_i64)
        .bind(count(&new.facts))
        .bind(new.at_ms)
        .bind(&new.seat)
        .bind(&new.scenario)
        .bind(&new.closure.digest)
        .bind(new.closure.body.clone())
}

fn started(new: &NewRehearsal, rows: &[SqliteRow]) -> Result<Appended, BeginError> {
    let head = named("head", rows)?.ok_or(BeginError::Gone)?;
    Ok(Appended { head, seq: count(&new.facts) })
}

fn refused(error: sqlx::Error) -> BeginError {
    match broken_rule(&error) {
        Some(ErrorKind::UniqueViolation) => BeginError::Taken,
        Some(ErrorKind::ForeignKeyViolation) => BeginError::Gone,
        _ => fault(error).into(),
    }
}
