//! Verbs of the staff. Each that changes something writes its line of the journal with it.

use sqlx::Row as _;
use sqlx::error::ErrorKind;
use sqlx::sqlite::SqliteRow;

use super::super::fault::{broken_rule, fault};
use super::super::verb::{Script, Verb};
use crate::store::{
    AccountError, ChangeAccount, EndSessions, InvitationRow, JournalLine, NewAccount, NewSession, PlaceRow,
    PurgePeople, StoreError,
};

pub(super) struct MakeAccount(pub(super) NewAccount, pub(super) JournalLine);
pub(super) struct Change(pub(super) ChangeAccount, pub(super) JournalLine);
pub(super) struct TakeStep {
    pub(super) account: String,
    pub(super) step: i64,
}
pub(super) struct Open(pub(super) NewSession, pub(super) JournalLine);
pub(super) struct See {
    pub(super) token_digest: String,
    pub(super) at_ms: i64,
}
pub(super) struct End {
    pub(super) account: String,
    pub(super) which: EndSessions,
    pub(super) line: JournalLine,
}
pub(super) struct NamePlace(pub(super) PlaceRow, pub(super) JournalLine);
pub(super) struct Invite(pub(super) InvitationRow, pub(super) JournalLine);
pub(super) struct Withdraw(pub(super) String, pub(super) JournalLine);
pub(super) struct Note(pub(super) JournalLine);

/// Arguments `$1` to `$5`; written if `when` holds.
fn line(when: &str) -> String {
    format!("INSERT INTO journal (at_ms, place, account, act, about) SELECT $1, $2, $3, $4, $5 {when}")
}

fn bind_line(script: Script, line: &JournalLine) -> Script {
    script.bind(line.at_ms).bind(&line.place).bind(&line.account).bind(&line.act).bind(&line.about)
}

impl Verb for MakeAccount {
    type Done = ();
    type Error = AccountError;

    fn script(&self) -> Script {
        let Self(new, journal) = self;
        // What must hold, told by the row that comes back.
        let holds = "($14 IS NULL OR EXISTS (SELECT 1 FROM invitation WHERE token_digest = $14 AND good_until_ms > $13))
             AND ($15 = 0 OR NOT EXISTS (SELECT 1 FROM account))";
        let made = "WHERE EXISTS (SELECT 1 FROM account WHERE id = $6)";
        let script = Script::new(&format!(
            "INSERT INTO place (id, name, made_at_ms) SELECT $10, $11, $13 WHERE {holds} ON CONFLICT DO NOTHING;
             INSERT INTO account (id, login, name, role, place, password, last_step, made_at_ms)
             SELECT $6, $7, $8, $9, $10, $12, 0, $13 WHERE {holds} RETURNING id;
             DELETE FROM invitation WHERE token_digest = $14;
             {}",
            line(made)
        ));
        bind_line(script, journal)
            .bind(&new.id)
            .bind(&new.login)
            .bind(&new.name)
            .bind(new.role.word())
            .bind(&new.place.id)
            .bind(&new.place.name)
            .bind(&new.password)
            .bind(new.at_ms)
            .bind(&new.invitation)
            .bind(i64::from(new.first))
    }

    fn read(&self, rows: &[SqliteRow]) -> Result<(), AccountError> {
        if rows.is_empty() { Err(AccountError::Gone) } else { Ok(()) }
    }

    fn failed(&self, error: sqlx::Error) -> AccountError {
        match broken_rule(&error) {
            Some(ErrorKind::UniqueViolation) => AccountError::Taken,
            _ => fault(error).into(),
        }
    }
}

impl Verb for Change {
    type Done = bool;
    type Error = StoreError;

    fn script(&self) -> Script {
        let Self(change, journal) = self;
        let (changes_factor, factor) = match &change.second_factor {
            None => (0_i64, None),
            Some(factor) => (1, factor.clone()),
        };
        // Whoever is no host any more must not be the last one.
        let allowed = "id = $6 AND closed_at_ms IS NULL
             AND (role <> 'host' OR ($12 IS NULL AND coalesce($8, 'host') = 'host')
                  OR EXISTS (SELECT 1 FROM account other WHERE other.role = 'host' AND other.closed_at_ms IS NULL AND other.id <> $6))";
        let script = Script::new(&format!(
            "{};
             DELETE FROM staff_session WHERE account = $6 AND ($12 IS NOT NULL OR token_digest <> $13)
               AND EXISTS (SELECT 1 FROM account WHERE {allowed});
             DELETE FROM invitation WHERE made_by = $6 AND ($12 IS NOT NULL OR coalesce($8, 'host') <> 'host')
               AND EXISTS (SELECT 1 FROM account WHERE {allowed});
             UPDATE account SET name = coalesce($7, name), role = coalesce($8, role), place = coalesce($14, place), password = coalesce($9, password),
               second_factor = CASE $10 WHEN 1 THEN $11 ELSE second_factor END, closed_at_ms = $12
             WHERE {allowed} RETURNING id",
            line(&format!("WHERE EXISTS (SELECT 1 FROM account WHERE {allowed})"))
        ));
        bind_line(script, journal)
            .bind(&change.account)
            .bind(&change.name)
            .bind(change.role.map(crate::store::Role::word))
            .bind(&change.password)
            .bind(changes_factor)
            .bind(factor)
            .bind(change.close_at_ms)
            .bind(&change.only_session)
            .bind(&change.place)
    }

    fn read(&self, rows: &[SqliteRow]) -> Result<bool, StoreError> {
        Ok(!rows.is_empty())
    }

    fn failed(&self, error: sqlx::Error) -> StoreError {
        fault(error)
    }
}

impl Verb for Withdraw {
    type Done = bool;
    type Error = StoreError;

    fn script(&self) -> Script {
        let Self(token_digest, journal) = self;
        let script = Script::new(&format!(
            "{}; DELETE FROM invitation WHERE token_digest = $6 RETURNING made_at_ms",
            line("WHERE EXISTS (SELECT 1 FROM invitation WHERE token_digest = $6)")
        ));
        bind_line(script, journal).bind(token_digest)
    }

    fn read(&self, rows: &[SqliteRow]) -> Result<bool, StoreError> {
        Ok(!rows.is_empty())
    }

    fn failed(&self, error: sqlx::Error) -> StoreError {
        fault(error)
    }
}

impl Verb for TakeStep {
    type Done = bool;
    type Error = StoreError;

    fn script(&self) -> Script {
        Script::new("UPDATE account SET last_step = $2 WHERE id = $1 AND last_step < $2 RETURNING id")
            .bind(&self.account)
            .bind(self.step)
    }

    fn read(&self, rows: &[SqliteRow]) -> Result<bool, StoreError> {
        Ok(!rows.is_empty())
    }

    fn failed(&self, error: sqlx::Error) -> StoreError {
        fault(error)
    }
}

/// Verbs that write, and have nothing to tell.
macro_rules! told_nothing {
    ($($verb:ty),*) => {
        $(impl Verb for $verb {
            type Done = ();
            type Error = StoreError;

            fn script(&self) -> Script {
                self.to_script()
            }

            fn read(&self, _: &[SqliteRow]) -> Result<(), StoreError> {
                Ok(())
            }

            fn failed(&self, error: sqlx::Error) -> StoreError {
                fault(error)
            }
        })*
    };
}

told_nothing!(Open, See, End, NamePlace, Invite, Note);

impl Open {
    fn to_script(&self) -> Script {
        let Self(session, journal) = self;
        let script = Script::new(&format!(
            "INSERT INTO staff_session (token_digest, account, browser, opened_at_ms, seen_at_ms)
             VALUES ($6, $7, $8, $9, $9); {}",
            line("")
        ));
        bind_line(script, journal)
            .bind(&session.token_digest)
            .bind(&session.account)
            .bind(&session.browser)
            .bind(session.at_ms)
    }
}

impl See {
    fn to_script(&self) -> Script {
        Script::new("UPDATE staff_session SET seen_at_ms = max(seen_at_ms, $2) WHERE token_digest = $1")
            .bind(&self.token_digest)
            .bind(self.at_ms)
    }
}

impl End {
    fn to_script(&self) -> Script {
        let (rule, token_digest) = match &self.which {
            EndSessions::One(digest) => ("token_digest = $7", digest),
            EndSessions::AllBut(digest) => ("token_digest <> $7", digest),
        };
        let sql = format!("DELETE FROM staff_session WHERE account = $6 AND {rule}; {}", line(""));
        bind_line(Script::new(&sql), &self.line).bind(&self.account).bind(token_digest)
    }
}

impl NamePlace {
    fn to_script(&self) -> Script {
        let Self(place, journal) = self;
        let script = Script::new(&format!(
            "INSERT INTO place (id, name, made_at_ms) VALUES ($6, $7, $1) ON CONFLICT (id) DO UPDATE SET name = $7; {}",
            line("")
        ));
        bind_line(script, journal).bind(&place.id).bind(&place.name)
    }
}

impl Invite {
    fn to_script(&self) -> Script {
        let Self(invitation, journal) = self;
        let script = Script::new(&format!(
            "INSERT INTO invitation (token_digest, role, place, made_by, made_at_ms, good_until_ms)
             VALUES ($6, $7, $8, $9, $10, $11); {}",
            line("")
        ));
        bind_line(script, journal)
            .bind(&invitation.token_digest)
            .bind(invitation.role.word())
            .bind(&invitation.place.id)
            .bind(&invitation.made_by)
            .bind(invitation.made_at_ms)
            .bind(invitation.good_until_ms)
    }
}

impl Note {
    fn to_script(&self) -> Script {
        bind_line(Script::new(&line("")), &self.0)
    }
}

impl Verb for PurgePeople {
    type Done = usize;
    type Error = StoreError;

    fn script(&self) -> Script {
        Script::new(
            "UPDATE journal_limit SET before_ms = $1;
             INSERT INTO journal (at_ms, place, account, act, about)
             SELECT $4, '', '', 'purge', count(*) FROM journal WHERE at_ms < $1 HAVING count(*) > 0;
             DELETE FROM journal WHERE at_ms < $1 RETURNING position;
             UPDATE journal_limit SET before_ms = 0;
             DELETE FROM staff_session WHERE seen_at_ms < $2 OR opened_at_ms < $3;
             DELETE FROM invitation WHERE good_until_ms <= $4",
        )
        .bind(self.journal_before_ms)
        .bind(self.seen_before_ms)
        .bind(self.opened_before_ms)
        .bind(self.now_ms)
    }

    fn read(&self, rows: &[SqliteRow]) -> Result<usize, StoreError> {
        Ok(rows.iter().filter(|row| row.try_get::<i64, _>("position").is_ok()).count())
    }

    fn failed(&self, error: sqlx::Error) -> StoreError {
        fault(error)
    }
}
