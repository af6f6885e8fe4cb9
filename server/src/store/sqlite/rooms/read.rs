//! What is read of rooms.

use sqlx::Row as _;
use sqlx::sqlite::SqliteRow;

use super::super::fault::fault;
use super::super::reader::Reader;
use crate::store::{Door, ModelRow, RoomCall, RoomRow, RoomSeatRow, Standing, StoreError};

const ROOM: &str =
    "SELECT r.workshop, r.place, r.opened_by, r.title, r.plan, r.seats, r.code, r.invitation, r.door,
        r.opened_at_ms, r.ends_at_ms, r.closed_at_ms, w.touched_at_ms,
        (SELECT count(*) FROM room_seat s WHERE s.workshop = r.workshop AND s.standing IN ('in', 'left')) AS given
 FROM room r JOIN workshop w ON w.id = r.workshop";

const SEAT: &str = "SELECT r.seat, r.number, r.standing, r.since_ms, s.token_digest, s.joined_at_ms
 FROM room_seat r JOIN seat s ON s.workshop = r.workshop AND s.id = r.seat";

impl Reader {
    pub(super) async fn room(&self, workshop: &str) -> Result<Option<RoomRow>, StoreError> {
        let row = sqlx::query(sqlx::AssertSqlSafe(format!("{ROOM} WHERE r.workshop = $1")))
            .bind(workshop)
            .fetch_optional(self.pool())
            .await
            .map_err(fault)?;
        row.as_ref().map(to_room).transpose().map_err(fault)
    }

    pub(super) async fn room_called(&self, call: &RoomCall) -> Result<Option<String>, StoreError> {
        let (sql, word) = match call {
            RoomCall::Code(code) => ("SELECT workshop FROM room WHERE code = $1", code),
            RoomCall::Invitation(token) => ("SELECT workshop FROM room WHERE invitation = $1", token),
        };
        sqlx::query_scalar(sql).bind(word).fetch_optional(self.pool()).await.map_err(fault)
    }

    pub(super) async fn rooms_of(&self, place: &str, limit: u32) -> Result<Vec<RoomRow>, StoreError> {
        let sql = format!("{ROOM} WHERE r.place = $1 ORDER BY r.opened_at_ms DESC LIMIT $2");
        let rows = sqlx::query(sqlx::AssertSqlSafe(sql))
            .bind(place)
            .bind(limit)
            .fetch_all(self.pool())
            .await
            .map_err(fault)?;
        rows.iter().map(to_room).collect::<Result<_, _>>().map_err(fault)
    }

    pub(super) async fn rooms_to_close(&self, now_ms: i64) -> Result<Vec<String>, StoreError> {
        sqlx::query_scalar("SELECT workshop FROM room WHERE closed_at_ms IS NULL AND ends_at_ms <= $1")
            .bind(now_ms)
            .fetch_all(self.pool())
            .await
            .map_err(fault)
    }

    pub(super) async fn room_seats(&self, workshop: &str) -> Result<Vec<RoomSeatRow>, StoreError> {
        let sql = format!("{SEAT} WHERE r.workshop = $1 ORDER BY r.number");
        let rows = sqlx::query(sqlx::AssertSqlSafe(sql))
            .bind(workshop)
            .fetch_all(self.pool())
            .await
            .map_err(fault)?;
        rows.iter().map(to_seat).collect::<Result<_, _>>().map_err(fault)
    }

    pub(super) async fn room_seat(
        &self,
        workshop: &str,
        seat: &str,
    ) -> Result<Option<RoomSeatRow>, StoreError> {
        let row = sqlx::query(sqlx::AssertSqlSafe(format!("{SEAT} WHERE r.workshop = $1 AND r.seat = $2")))
            .bind(workshop)
            .bind(seat)
            .fetch_optional(self.pool())
            .await
            .map_err(fault)?;
        row.as_ref().map(to_seat).transpose().map_err(fault)
    }

    pub(super) async fn models(&self, place: &str) -> Result<Vec<ModelRow>, StoreError> {
        let rows: Vec<(String, String, String)> =
            sqlx::query_as("SELECT id, name, plan FROM room_model WHERE place = $1 ORDER BY name, id")
                .bind(place)
                .fetch_all(self.pool())
                .await
                .map_err(fault)?;
        Ok(rows.into_iter().map(|(id, name, plan)| ModelRow { id, name, plan }).collect())
    }
}

fn to_room(row: &SqliteRow) -> Result<RoomRow, sqlx::Error> {
    Ok(RoomRow {
        workshop: row.try_get("workshop")?,
        place: row.try_get("place")?,
        opened_by: row.try_get("opened_by")?,
        title: row.try_get("title")?,
        plan: row.try_get("plan")?,
        seats: row.try_get("seats")?,
        code: row.try_get("code")?,
        invitation: row.try_get("invitation")?,
        door: Door::read(row.try_get("door")?),
        opened_at_ms: row.try_get("opened_at_ms")?,
        ends_at_ms: row.try_get("ends_at_ms")?,
        closed_at_ms: row.try_get("closed_at_ms")?,
        touched_at_ms: row.try_get("touched_at_ms")?,
        given: row.try_get("given")?,
    })
}

fn to_seat(row: &SqliteRow) -> Result<RoomSeatRow, sqlx::Error> {
    Ok(RoomSeatRow {
        seat: row.try_get("seat")?,
        number: row.try_get("number")?,
        standing: Standing::read(row.try_get("standing")?),
        since_ms: row.try_get("since_ms")?,
        token_digest: row.try_get("token_digest")?,
        joined_at_ms: row.try_get("joined_at_ms")?,
    })
}
