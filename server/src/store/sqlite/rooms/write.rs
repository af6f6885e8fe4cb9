//! Verbs of rooms: opening, the door, coming in, standing, closing, models.

use sqlx::Row as _;
use sqlx::error::ErrorKind;
use sqlx::sqlite::SqliteRow;

use super::super::fault::{broken_rule, fault};
use super::super::verb::{Script, Verb};
use crate::store::{BeginError, Door, Join, NewModel, NewRoom, RoomSeatRow, Stand, Standing, StoreError};

pub(super) struct SetDoor {
    pub(super) workshop: String,
    pub(super) door: Door,
}

pub(super) struct CloseRoom {
    pub(super) workshop: String,
    pub(super) at_ms: i64,
}

pub(super) struct DropModel {
    pub(super) place: String,
    pub(super) id: String,
}

impl Verb for NewRoom {
    type Done = ();
    type Error = BeginError;

    fn script(&self) -> Script {
        Script::new(
            "INSERT INTO workshop (id, head, created_at_ms, touched_at_ms) VALUES ($1, 0, $2, $2);
             INSERT INTO room (workshop, place, opened_by, title, plan, seats, code, invitation, door, opened_at_ms, ends_at_ms)
             VALUES ($1, $3, $4, $5, $6, $7, $8, $9, $10, $2, $11)",
        )
        .bind(&self.workshop)
        .bind(self.at_ms)
        .bind(&self.place)
        .bind(&self.opened_by)
        .bind(&self.title)
        .bind(&self.plan)
        .bind(self.seats)
        .bind(&self.code)
        .bind(&self.invitation)
        .bind(self.door.word())
        .bind(self.ends_at_ms)
    }

    fn read(&self, _: &[SqliteRow]) -> Result<(), BeginError> {
        Ok(())
    }

    fn failed(&self, error: sqlx::Error) -> BeginError {
        match broken_rule(&error) {
            Some(ErrorKind::UniqueViolation) => BeginError::Taken,
            _ => fault(error).into(),
        }
    }
}

impl Verb for SetDoor {
    type Done = bool;
    type Error = StoreError;

    fn script(&self) -> Script {
        Script::new(
            "UPDATE room SET door = $2 WHERE workshop = $1 AND closed_at_ms IS NULL RETURNING workshop",
        )
        .bind(&self.workshop)
        .bind(self.door.word())
    }

    fn read(&self, rows: &[SqliteRow]) -> Result<bool, StoreError> {
        Ok(!rows.is_empty())
    }

    fn failed(&self, error: sqlx::Error) -> StoreError {
        fault(error)
    }
}

impl Verb for CloseRoom {
    type Done = bool;
    type Error = StoreError;

    fn script(&self) -> Script {
        Script::new(
            "UPDATE room SET closed_at_ms = $2, code = NULL, invitation = NULL, door = 'closed'
             WHERE workshop = $1 AND closed_at_ms IS NULL RETURNING workshop",
        )
        .bind(&self.workshop)
        .bind(self.at_ms)
    }

    fn read(&self, rows: &[SqliteRow]) -> Result<bool, StoreError> {
        Ok(!rows.is_empty())
    }

    fn failed(&self, error: sqlx::Error) -> StoreError {
        fault(error)
    }
}

/// Whether there is a place is looked at in the transaction that gives it: forty who come at once are never one too many.
impl Verb for Join {
    type Done = Option<RoomSeatRow>;
    type Error = StoreError;

    fn script(&self) -> Script {
        Script::new(
            "INSERT INTO seat (workshop, id, token_digest, joined_at_ms)
             SELECT r.workshop, $2, $3, $4 FROM room r
             WHERE r.workshop = $1 AND r.closed_at_ms IS NULL AND r.door <> 'closed'
               AND (r.ends_at_ms IS NULL OR r.ends_at_ms > $4)
               AND (SELECT count(*) FROM room_seat s WHERE s.workshop = $1 AND s.standing IN ('waiting', 'in')) < r.seats
               AND (SELECT count(*) FROM room_seat s WHERE s.workshop = $1) < $5;
             INSERT INTO room_seat (workshop, seat, number, standing, since_ms)
             SELECT r.workshop, s.id,
                    1 + (SELECT coalesce(max(number), 0) FROM room_seat WHERE workshop = $1),
                    CASE r.door WHEN 'waiting' THEN 'waiting' ELSE 'in' END, $4
             FROM room r JOIN seat s ON s.workshop = r.workshop AND s.id = $2
             WHERE r.workshop = $1
             RETURNING number, standing;
             UPDATE workshop SET touched_at_ms = max(touched_at_ms, $4)
             WHERE id = $1 AND EXISTS (SELECT 1 FROM room_seat WHERE workshop = $1 AND seat = $2)",
        )
        .bind(&self.workshop)
        .bind(&self.seat)
        .bind(&self.token_digest)
        .bind(self.at_ms)
        .bind(self.most)
    }

    fn read(&self, rows: &[SqliteRow]) -> Result<Option<RoomSeatRow>, StoreError> {
        let seat = |row: &SqliteRow| {
            Ok(RoomSeatRow {
                seat: self.seat.clone(),
                number: row.try_get("number")?,
                standing: Standing::read(row.try_get("standing")?),
                since_ms: self.at_ms,
                token_digest: self.token_digest.clone(),
                joined_at_ms: self.at_ms,
            })
        };
        rows.first().map(seat).transpose().map_err(fault)
    }

    fn failed(&self, error: sqlx::Error) -> StoreError {
        fault(error)
    }
}

impl Verb for Stand {
    type Done = Vec<String>;
    type Error = StoreError;

    fn script(&self) -> Script {
        let from = |standing: Standing| self.from.contains(&standing).then_some(standing.word());
        Script::new(
            "UPDATE seat SET token_digest = coalesce($7, token_digest)
             WHERE workshop = $1 AND id IN
               (SELECT seat FROM room_seat WHERE workshop = $1 AND seat = coalesce($2, seat) AND standing IN ($3, $4));
             DELETE FROM picture_key WHERE workshop = $1 AND $5 IN ('left', 'removed') AND seat IN
               (SELECT seat FROM room_seat WHERE workshop = $1 AND seat = coalesce($2, seat) AND standing IN ($3, $4));
             UPDATE workshop SET touched_at_ms = max(touched_at_ms, $6) WHERE id = $1;
             UPDATE room_seat SET standing = $5, since_ms = $6
             WHERE workshop = $1 AND seat = coalesce($2, seat) AND standing IN ($3, $4) RETURNING seat",
        )
        .bind(&self.workshop)
        .bind(&self.seat)
        .bind(from(Standing::Waiting))
        .bind(from(Standing::In))
        .bind(self.to.word())
        .bind(self.at_ms)
        .bind(&self.token_digest)
    }

    fn read(&self, rows: &[SqliteRow]) -> Result<Vec<String>, StoreError> {
        rows.iter().map(|row| row.try_get("seat")).collect::<Result<_, _>>().map_err(fault)
    }

    fn failed(&self, error: sqlx::Error) -> StoreError {
        fault(error)
    }
}

/// A model of the same name takes the place of the former one.
impl Verb for NewModel {
    type Done = ();
    type Error = StoreError;

    fn script(&self) -> Script {
        Script::new(
            "DELETE FROM room_model WHERE place = $1 AND name = $3;
             INSERT INTO room_model (place, id, name, plan, made_at_ms) VALUES ($1, $2, $3, $4, $5)",
        )
        .bind(&self.place)
        .bind(&self.id)
        .bind(&self.name)
        .bind(&self.plan)
        .bind(self.at_ms)
    }

    fn read(&self, _: &[SqliteRow]) -> Result<(), StoreError> {
        Ok(())
    }

    fn failed(&self, error: sqlx::Error) -> StoreError {
        fault(error)
    }
}

impl Verb for DropModel {
    type Done = bool;
    type Error = StoreError;

    fn script(&self) -> Script {
        Script::new("DELETE FROM room_model WHERE place = $1 AND id = $2 RETURNING id")
            .bind(&self.place)
            .bind(&self.id)
    }

    fn read(&self, rows: &[SqliteRow]) -> Result<bool, StoreError> {
        Ok(!rows.is_empty())
    }

    fn failed(&self, error: sqlx::Error) -> StoreError {
        fault(error)
    }
}
