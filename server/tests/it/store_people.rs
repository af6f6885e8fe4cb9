//! The journal in `SQLite`: whoever goes past the store meets its triggers.

use server::store::{JournalLine, PurgePeople};
use sqlx::SqliteConnection;

use crate::store_conformance::House as _;
use crate::store_sqlite::{Folder, run};

fn line(at_ms: i64) -> JournalLine {
    JournalLine {
        at_ms,
        place: "p".into(),
        account: "claire".into(),
        act: "looked".into(),
        about: String::new(),
    }
}

/// Each way of changing what is written, and why it fails.
async fn assert_kept(behind: &mut SqliteConnection) {
    for (sql, why) in [
        ("UPDATE journal SET account = 'paul'", "the journal is not changed"),
        (
            "UPDATE journal SET at_ms = 0 WHERE position = (SELECT max(position) FROM journal)",
            "the journal is not changed",
        ),
        ("DELETE FROM journal", "the journal is not cut"),
        (
            "DELETE FROM journal WHERE position = (SELECT max(position) FROM journal)",
            "the journal is not cut",
        ),
        (
            "INSERT OR REPLACE INTO journal (position, at_ms, place, account, act, about)
             SELECT position, 0, '', '', '', '' FROM journal LIMIT 1",
            "the journal is not changed",
        ),
        ("INSERT INTO journal_limit (only_one, before_ms) VALUES (2, 99)", "CHECK constraint failed"),
    ] {
        let refused = sqlx::query(sql).execute(&mut *behind).await.unwrap_err().to_string();
        assert!(refused.contains(why), "{sql}: {refused}");
    }
}

#[tokio::test]
async fn the_journal_is_neither_changed_nor_cut_even_from_behind() {
    let house = Folder::build().await;
    let store = house.open().await;
    for at_ms in [10, 20, 30] {
        store.note(line(at_ms)).await.unwrap();
    }
    let mut behind = house.behind().await;
    assert_kept(&mut behind).await;

    // A purge opens a door for itself and closes it behind.
    let purge = PurgePeople { journal_before_ms: 15, seen_before_ms: 0, opened_before_ms: 0, now_ms: 40 };
    assert_eq!(store.purge_people(purge).await.unwrap(), 1);
    assert_kept(&mut behind).await;
    assert_eq!(store.journal(None, 10).await.unwrap().len(), 3);

    // Without a limit, nothing is old.
    run(&mut behind, "DELETE FROM journal_limit").await;
    assert_kept(&mut behind).await;
}
