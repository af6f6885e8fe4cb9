//! The `SQLite` store on a disk that has no more room: by quota, by one verb too big, and when the commit itself fails.

use std::env;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;

use server::store::sqlite::{SqliteOptions, SqliteStore};
use server::store::{Append, AppendError, BeginError, Closure, DataFolder, NewRehearsal, Store, StoreError};
use tokio::sync::Barrier;
use tokio::task::JoinSet;

use crate::store_conformance::{House, append, assert_without_holes, fact, rehearsal, submit, workshop};
use crate::store_sqlite::{Folder, run};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_full_disk_loses_nothing_that_was_acknowledged() {
    let house = Folder::build().await;
    let options = SqliteOptions { max_pages: Some(200), ..SqliteOptions::default() };
    let store = house.try_open(&options).await.unwrap();
    for name in ["w", "ballast"] {
        store.start_alone(workshop(name, 0), rehearsal(name, "r", 0)).await.unwrap();
    }
    let heavy = || vec![fact("answered", "x".repeat(3_000))];
    for seq in 1..100 {
        store.append(append("ballast", "r", seq, heavy())).await.unwrap();
    }

    let mut learners = JoinSet::new();
    for learner in 0..20 {
        let store = Arc::clone(&store);
        learners.spawn(async move {
            let name = format!("r{learner}");
            let mut acknowledged = Vec::new();
            let new = NewRehearsal { facts: Vec::new(), ..rehearsal("w", &name, 0) };
            if store.start_rehearsal(new).await.is_err() {
                return acknowledged;
            }
            for seq in 0.. {
                let facts = vec![fact("answered", "x".repeat(3_000))];
                let answer = Append { facts, ..submit("w", &name, seq, &format!("f{seq}")) };
                match store.append(answer).await {
                    Ok(_) => acknowledged.push((name.clone(), seq + 1)),
                    Err(AppendError::Store(StoreError::Full(_))) => break,
                    Err(other) => panic!("not told that the disk is full: {other:?}"),
                }
            }
            acknowledged
        });
    }
    let acknowledged = learners.join_all().await.concat();
    assert!(!acknowledged.is_empty());
    let facts = store.since("w", 0, u32::MAX).await.unwrap();
    assert_without_holes(&facts);
    assert_eq!(facts.len(), 1 + acknowledged.len(), "a fact nobody was told about");
    for (rehearsal, seq) in acknowledged {
        assert!(facts.iter().any(|fact| fact.rehearsal == rehearsal && fact.seq == seq), "{rehearsal} {seq}");
    }

    assert!(store.erase_workshop("ballast").await.unwrap(), "a full disk can be relieved");
    for seq in 1..=50 {
        store.append(append("w", "r", seq, heavy())).await.unwrap();
    }
    store.close().await;
    assert_without_holes(&house.open().await.since("w", 0, u32::MAX).await.unwrap());
}

/// `SQLite` gives up the whole transaction here, with what the neighbours had written in it.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_verb_too_big_for_the_disk_fails_alone() {
    let house = Folder::build().await;
    let options = SqliteOptions { max_pages: Some(200), ..SqliteOptions::default() };
    let store = house.try_open(&options).await.unwrap();
    store.start_alone(workshop("w", 0), rehearsal("w", "r", 0)).await.unwrap();
    // While another program holds the file, verbs pile up behind the first: afterwards, they are one batch.
    let mut behind = house.behind().await;
    run(&mut behind, "BEGIN IMMEDIATE").await;
    let mut verbs = JoinSet::new();
    let queued = Arc::new(Barrier::new(41));
    for learner in 0..40 {
        let (store, queued) = (Arc::clone(&store), Arc::clone(&queued));
        verbs.spawn(async move {
            let small = rehearsal("w", &format!("r{learner}"), 0);
            let huge = Closure { digest: "huge".into(), body: "x".repeat(2_000_000).into() };
            let new = if learner == 20 { NewRehearsal { closure: huge, ..small } } else { small };
            (learner, tokio::join!(biased; store.start_rehearsal(new), queued.wait()).0)
        });
    }
    queued.wait().await;
    run(&mut behind, "COMMIT").await;
    for (learner, result) in verbs.join_all().await {
        match result {
            Ok(_) => assert_ne!(learner, 20),
            Err(BeginError::Store(StoreError::Full(_))) => assert_eq!(learner, 20),
            Err(other) => panic!("{other:?}"),
        }
    }
    let facts = store.since("w", 0, u32::MAX).await.unwrap();
    assert_eq!(facts.len(), 1 + 39, "acknowledged, and not there");
    assert_without_holes(&facts);
}

/// A child may write files of 600 KiB only: from some moment on, its commits fail.
#[tokio::test]
async fn a_commit_that_fails_acknowledges_nothing() {
    let house = Folder::build().await;
    let child = Command::new("sh")
        .args(["-c", r#"trap '' XFSZ; ulimit -f 1200; exec "$0" "$@""#])
        .arg(env::current_exe().unwrap())
        .args(["--exact", "store_full::the_child_writes_until_its_commits_fail", "--ignored", "--nocapture"])
        .env("MIROIR_FULL_FOLDER", house.path())
        .output()
        .unwrap();
    let told = String::from_utf8(child.stdout).unwrap();
    let acknowledged = told.lines().filter(|line| line.starts_with("recorded ")).count();
    assert!(child.status.success(), "{told}");
    assert!(acknowledged > 0, "{told}");
    let facts = house.open().await.since("w", 0, u32::MAX).await.unwrap();
    assert_without_holes(&facts);
    assert_eq!(facts.len(), 1 + acknowledged);
}

#[tokio::test]
#[ignore = "runs as the child of another test, which limits its files"]
async fn the_child_writes_until_its_commits_fail() {
    let house = env::var("MIROIR_FULL_FOLDER").unwrap();
    let folder = DataFolder::lock(Path::new(&house)).unwrap();
    let store = SqliteStore::open(folder, &SqliteOptions::default()).await.unwrap();
    store.start_alone(workshop("w", 0), rehearsal("w", "r", 0)).await.unwrap();
    let (mut seq, mut failures) = (1, 0);
    while failures < 3 {
        match store.append(append("w", "r", seq, vec![fact("answered", "x".repeat(3_000))])).await {
            Ok(appended) => {
                seq = appended.seq;
                println!("recorded {seq}");
            }
            Err(AppendError::Store(StoreError::Full(_) | StoreError::Failed(_))) => failures += 1,
            // After a failure, too: the writer must have let go of what it could not commit.
            Err(other) => panic!("{other:?}"),
        }
    }
    // A check writes a single page: some may still find their place.
    let mut checks = 0;
    while store.check().await.is_ok() {
        checks += 1;
        assert!(checks < 16, "the health check must say it");
    }
    assert_eq!(store.rehearsal("w", "r").await.unwrap().unwrap().seq, seq);
    store.close().await;
}
