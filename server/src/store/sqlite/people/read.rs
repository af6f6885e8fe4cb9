//! What is read of the staff.

use sqlx::Row as _;
use sqlx::sqlite::SqliteRow;

use super::super::fault::fault;
use super::super::reader::Reader;
use crate::store::{AccountRow, InvitationRow, JournalLine, PlaceRow, Role, SessionRow, StoreError};

const ACCOUNT: &str = "SELECT a.id, a.login, a.name, a.role, a.place, p.name AS place_name, a.password, a.second_factor, a.closed_at_ms
 FROM account a JOIN place p ON p.id = a.place";
const SESSION: &str = "SELECT token_digest, account, browser, opened_at_ms, seen_at_ms FROM staff_session";

const INVITATION: &str =
    "SELECT i.token_digest, i.role, i.place, p.name AS place_name, i.made_by, i.made_at_ms, i.good_until_ms
 FROM invitation i JOIN place p ON p.id = i.place";

impl Reader {
    pub(super) async fn has_no_account(&self) -> Result<bool, StoreError> {
        let one: Option<i64> = sqlx::query_scalar("SELECT 1 FROM account LIMIT 1")
            .fetch_optional(self.pool())
            .await
            .map_err(fault)?;
        Ok(one.is_none())
    }

    /// `column` is one of ours.
    pub(super) async fn account(
        &self,
        column: &'static str,
        value: &str,
    ) -> Result<Option<AccountRow>, StoreError> {
        let row = sqlx::query(sqlx::AssertSqlSafe(format!("{ACCOUNT} WHERE {column} = $1")))
            .bind(value)
            .fetch_optional(self.pool())
            .await
            .map_err(fault)?;
        row.as_ref().map(to_account).transpose().map_err(fault)
    }

    pub(super) async fn accounts(&self, place: Option<&str>) -> Result<Vec<AccountRow>, StoreError> {
        let sql = format!("{ACCOUNT} WHERE a.place = coalesce($1, a.place) ORDER BY p.name, a.name, a.id");
        let rows =
            sqlx::query(sqlx::AssertSqlSafe(sql)).bind(place).fetch_all(self.pool()).await.map_err(fault)?;
        rows.iter().map(to_account).collect::<Result<_, _>>().map_err(fault)
    }

    pub(super) async fn session(&self, token_digest: &str) -> Result<Option<SessionRow>, StoreError> {
        let row = sqlx::query(sqlx::AssertSqlSafe(format!("{SESSION} WHERE token_digest = $1")))
            .bind(token_digest)
            .fetch_optional(self.pool())
            .await
            .map_err(fault)?;
        row.as_ref().map(to_session).transpose().map_err(fault)
    }

    pub(super) async fn sessions(&self, account: &str) -> Result<Vec<SessionRow>, StoreError> {
        let sql = format!("{SESSION} WHERE account = $1 ORDER BY seen_at_ms DESC");
        let rows = sqlx::query(sqlx::AssertSqlSafe(sql))
            .bind(account)
            .fetch_all(self.pool())
            .await
            .map_err(fault)?;
        rows.iter().map(to_session).collect::<Result<_, _>>().map_err(fault)
    }

    pub(super) async fn places(&self) -> Result<Vec<PlaceRow>, StoreError> {
        let rows: Vec<(String, String)> = sqlx::query_as("SELECT id, name FROM place ORDER BY name, id")
            .fetch_all(self.pool())
            .await
            .map_err(fault)?;
        Ok(rows.into_iter().map(|(id, name)| PlaceRow { id, name }).collect())
    }

    pub(super) async fn invitation(&self, token_digest: &str) -> Result<Option<InvitationRow>, StoreError> {
        let row = sqlx::query(sqlx::AssertSqlSafe(format!("{INVITATION} WHERE i.token_digest = $1")))
            .bind(token_digest)
            .fetch_optional(self.pool())
            .await
            .map_err(fault)?;
        row.as_ref().map(to_invitation).transpose().map_err(fault)
    }

    pub(super) async fn invitations(&self, now_ms: i64) -> Result<Vec<InvitationRow>, StoreError> {
        let sql =
            format!("{INVITATION} WHERE i.good_until_ms > $1 ORDER BY i.made_at_ms DESC, i.token_digest");
        let rows =
            sqlx::query(sqlx::AssertSqlSafe(sql)).bind(now_ms).fetch_all(self.pool()).await.map_err(fault)?;
        rows.iter().map(to_invitation).collect::<Result<_, _>>().map_err(fault)
    }

    pub(super) async fn journal(
        &self,
        place: Option<&str>,
        limit: u32,
    ) -> Result<Vec<JournalLine>, StoreError> {
        let rows: Vec<(i64, String, String, String, String)> = sqlx::query_as(
            "SELECT at_ms, place, account, act, about FROM journal
             WHERE place = coalesce($1, place) ORDER BY position DESC LIMIT $2",
        )
        .bind(place)
        .bind(limit)
        .fetch_all(self.pool())
        .await
        .map_err(fault)?;
        let line = |(at_ms, place, account, act, about)| JournalLine { at_ms, place, account, act, about };
        Ok(rows.into_iter().map(line).collect())
    }
}

fn role(row: &SqliteRow) -> Result<Role, sqlx::Error> {
    // A word that this version does not know gives the least.
    Ok(Role::read(row.try_get("role")?).unwrap_or(Role::Mediator))
}

fn place(row: &SqliteRow) -> Result<PlaceRow, sqlx::Error> {
    Ok(PlaceRow { id: row.try_get("place")?, name: row.try_get("place_name")? })
}

fn to_account(row: &SqliteRow) -> Result<AccountRow, sqlx::Error> {
    Ok(AccountRow {
        id: row.try_get("id")?,
        login: row.try_get("login")?,
        name: row.try_get("name")?,
        role: role(row)?,
        place: place(row)?,
        password: row.try_get("password")?,
        second_factor: row.try_get("second_factor")?,
        closed_at_ms: row.try_get("closed_at_ms")?,
    })
}

fn to_invitation(row: &SqliteRow) -> Result<InvitationRow, sqlx::Error> {
    Ok(InvitationRow {
        token_digest: row.try_get("token_digest")?,
        role: role(row)?,
        place: place(row)?,
        made_by: row.try_get("made_by")?,
        made_at_ms: row.try_get("made_at_ms")?,
        good_until_ms: row.try_get("good_until_ms")?,
    })
}

fn to_session(row: &SqliteRow) -> Result<SessionRow, sqlx::Error> {
    Ok(SessionRow {
        token_digest: row.try_get("token_digest")?,
        account: row.try_get("account")?,
        browser: row.try_get("browser")?,
        opened_at_ms: row.try_get("opened_at_ms")?,
        seen_at_ms: row.try_get("seen_at_ms")?,
    })
}
