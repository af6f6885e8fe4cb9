//! Keys of pictures: making one, and giving a seat to whoever shows it.

use sqlx::Row as _;
use sqlx::error::ErrorKind;
use sqlx::sqlite::SqliteRow;

use super::fault::{broken_rule, fault};
use super::verb::{Script, Verb};
use crate::store::{KeyError, NewKey, SeatRow, StoreError, TakeSeat};

impl Verb for NewKey {
    type Done = String;
    type Error = KeyError;

    fn script(&self) -> Script {
        Script::new(
            "INSERT INTO picture_key (workshop, seat, pictures, made_at_ms)
             SELECT $1, $2, $3, $4
             WHERE NOT EXISTS (SELECT 1 FROM picture_key WHERE workshop = $1 AND seat = $2);
             UPDATE workshop SET touched_at_ms = max(touched_at_ms, $4) WHERE id = $1;
             SELECT pictures FROM picture_key WHERE workshop = $1 AND seat = $2",
        )
        .bind(&self.workshop)
        .bind(&self.seat)
        .bind(&self.pictures)
        .bind(self.at_ms)
    }

    fn read(&self, rows: &[SqliteRow]) -> Result<String, KeyError> {
        let row = rows.first().ok_or(KeyError::Gone)?;
        row.try_get("pictures").map_err(|error| fault(error).into())
    }

    fn failed(&self, error: sqlx::Error) -> KeyError {
        match broken_rule(&error) {
            Some(ErrorKind::UniqueViolation) => KeyError::Taken,
            Some(ErrorKind::ForeignKeyViolation) => KeyError::Gone,
            _ => fault(error).into(),
        }
    }
}

impl Verb for TakeSeat {
    type Done = Option<SeatRow>;
    type Error = StoreError;

    fn script(&self) -> Script {
        Script::new(
            "INSERT INTO former_pass (workshop, seat, token_digest, taken_at_ms)
             SELECT s.workshop, s.id, s.token_digest, $3
             FROM picture_key k JOIN seat s ON s.workshop = k.workshop AND s.id = k.seat
             WHERE k.pictures = $1 AND s.token_digest <> $2
             ON CONFLICT DO NOTHING;
             UPDATE workshop SET touched_at_ms = max(touched_at_ms, $3)
             WHERE id = (SELECT workshop FROM picture_key WHERE pictures = $1);
             UPDATE seat SET token_digest = $2
             WHERE (workshop, id) = (SELECT workshop, seat FROM picture_key WHERE pictures = $1)
             RETURNING workshop, id AS seat",
        )
        .bind(&self.pictures)
        .bind(&self.token_digest)
        .bind(self.at_ms)
    }

    fn read(&self, rows: &[SqliteRow]) -> Result<Option<SeatRow>, StoreError> {
        let seat =
            |row: &SqliteRow| Ok(SeatRow { workshop: row.try_get("workshop")?, seat: row.try_get("seat")? });
        rows.first().map(seat).transpose().map_err(fault)
    }

    fn failed(&self, error: sqlx::Error) -> StoreError {
        fault(error)
    }
}
