//! What a writing verb is to the writer: one script, and a way to read its rows.
//! A script is sent to the connection's thread in one go: crossing over once per verb is what makes the writer quick.
//!
//! To add a verb: a struct with its arguments, a `Verb` for it, a line in `Store`.

use sqlx::sqlite::{SqliteArguments, SqliteRow};
use sqlx::{AssertSqlSafe, Encode, Sqlite, SqliteConnection, Type};

use crate::store::StoreError;

/// A writing verb. Its script may run twice, when the first transaction was lost.
pub(super) trait Verb: Send + 'static {
    type Done: Send + 'static;
    type Error: From<StoreError> + Send + 'static;

    fn script(&self) -> Script;

    /// What the rows of the script say. After an error, all that the script wrote is rolled back.
    fn read(&self, rows: &[SqliteRow]) -> Result<Self::Done, Self::Error>;

    /// What the failure of the script says.
    fn failed(&self, error: sqlx::Error) -> Self::Error;

    /// Whether what it deletes must leave the write-ahead log too.
    fn erases(&self) -> bool {
        false
    }
}

/// SQL statements, in a savepoint of their own, with their common arguments (`$1`, `$2`…).
pub(super) struct Script(sqlx::query::Query<'static, Sqlite, SqliteArguments>);

/// Before the first script.
pub(super) const BEGIN: &str = "BEGIN IMMEDIATE; SAVEPOINT verb";
/// After a script that failed or was refused.
pub(super) const UNDO: &str = "ROLLBACK TO verb";

impl Script {
    /// `sql` must be made of constants: values are bound.
    pub(super) fn new(sql: &str) -> Self {
        Self(sqlx::query(AssertSqlSafe(format!("RELEASE verb; SAVEPOINT verb; {sql}"))))
    }

    pub(super) fn bind<'t, T: Encode<'t, Sqlite> + Type<Sqlite>>(self, value: T) -> Self {
        Self(self.0.bind(value))
    }

    pub(super) async fn run(self, connection: &mut SqliteConnection) -> Result<Vec<SqliteRow>, sqlx::Error> {
        self.0.fetch_all(connection).await
    }
}
