//! Adding facts: positions come from the workshop's own row, in the transaction that writes the facts.

use sqlx::error::ErrorKind;
use sqlx::sqlite::SqliteRow;
use sqlx::{Column, Row};

use super::fault::{broken_rule, fault};
use super::verb::{Script, Verb};
use crate::store::{Append, AppendError, Appended, NewFact, StoreError};

/// `recorded` comes back unless the submission is known. Without the rehearsal, the foreign key breaks.
const RECORD: &str = "
INSERT INTO submission (workshop, rehearsal, submission) VALUES ($1, $2, $6)
ON CONFLICT DO NOTHING RETURNING 1 AS recorded;";
/// For those who have no submission: `found` comes back if there is such a rehearsal.
const FIND: &str = "
SELECT 1 AS found FROM rehearsal WHERE workshop = $1 AND id = $2;";

impl Verb for Append {
    type Done = Appended;
    type Error = AppendError;

    fn script(&self) -> Script {
        let first = if self.submission.is_some() { RECORD } else { FIND };
        let facts = move_on(self.facts.len(), 7);
        let script = Script::new(&format!("{first}{facts}"))
            .bind(&self.workshop)
            .bind(&self.rehearsal)
            .bind(self.expected_seq)
            .bind(count(&self.facts))
            .bind(self.at_ms)
            .bind(&self.submission);
        bind_facts(script, &self.facts)
    }

    fn read(&self, rows: &[SqliteRow]) -> Result<Appended, AppendError> {
        if self.submission.is_some() {
            named("recorded", rows)?.ok_or(AppendError::AlreadyRecorded)?;
        } else {
            named("found", rows)?.ok_or(AppendError::Gone)?;
        }
        let head = named("head", rows)?.ok_or(AppendError::Conflict)?;
        Ok(Appended { head, seq: self.expected_seq + count(&self.facts) })
    }

    fn failed(&self, error: sqlx::Error) -> AppendError {
        match broken_rule(&error) {
            Some(ErrorKind::ForeignKeyViolation) => AppendError::Gone,
            _ => fault(error).into(),
        }
    }
}

/// Statements that add so many facts to rehearsal `$2` of workshop `$1`, at time `$5`, if its `seq` is `$3`; they do
/// nothing otherwise. `$4` is the number of facts, their names and bodies are bound from `first` on.
/// One row comes back, `head`, if the facts were added.
pub(super) fn move_on(facts: usize, first: usize) -> String {
    let values: Vec<_> = (0..facts)
        .map(|fact| format!("({}, ${}, ${})", fact + 1, first + 2 * fact, first + 2 * fact + 1))
        .collect();
    let insert = if values.is_empty() {
        String::new()
    } else {
        // Columns of VALUES are called column1, column2…
        format!(
            "INSERT INTO fact (workshop, position, rehearsal, seq, at_ms, fact, body)
             SELECT $1, w.head - $4 + column1, $2, $3 + column1, $5, column2, column3
             FROM workshop w, rehearsal r, (VALUES {})
             WHERE w.id = $1 AND r.workshop = $1 AND r.id = $2 AND r.seq = $3;",
            values.join(", ")
        )
    };
    format!(
        "UPDATE workshop SET head = head + $4, touched_at_ms = max(touched_at_ms, $5)
         WHERE id = $1 AND (SELECT seq FROM rehearsal WHERE workshop = $1 AND id = $2) = $3 RETURNING head;
         {insert}
         UPDATE rehearsal SET seq = seq + $4 WHERE workshop = $1 AND id = $2 AND seq = $3"
    )
}

pub(super) fn bind_facts(script: Script, facts: &[NewFact]) -> Script {
    facts.iter().fold(script, |script, NewFact { fact, body }| script.bind(fact.as_ref()).bind(body))
}

pub(super) fn count(facts: &[NewFact]) -> i64 {
    i64::try_from(facts.len()).unwrap_or(i64::MAX)
}

/// The number in the row whose only column has this name, if there is such a row.
pub(super) fn named(name: &str, rows: &[SqliteRow]) -> Result<Option<i64>, StoreError> {
    rows.iter()
        .find(|row| row.columns().iter().any(|column| column.name() == name))
        .map(|row| row.try_get(name).map_err(fault))
        .transpose()
}
