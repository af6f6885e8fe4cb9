//! Nothing acknowledged is lost, and nothing is doubled, when the process dies at any moment.
//!
//! A child (this very test binary) appends from many tasks at once and prints what the store acknowledged; it is
//! killed; the database it leaves behind is opened again and compared with what was printed.
//! `MIROIR_KILLS` sets the number of kills, `MIROIR_SEED` replays a run. A killed process leaves the system's cache
//! alone: what a power cut does is not tested here.

use std::collections::HashMap;
use std::env;
use std::io::{BufRead, BufReader, Write, stdout};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use server::store::sqlite::{SqliteOptions, SqliteStore};
use server::store::{AppendError, DataFolder, Store};
use tokio::task::JoinSet;

use crate::store_conformance::{append, assert_without_holes, fact, rehearsal, submit, workshop};

const WORKSHOPS: usize = 6;
const LEARNERS: usize = 4;
const FACTS: usize = 3;

#[test]
fn killed_at_any_moment_the_store_keeps_what_it_acknowledged_once() {
    let kills = env::var("MIROIR_KILLS").map_or(50, |kills| kills.parse().unwrap());
    let told = kill_many(kills, Telling::Truth);
    assert_eq!(told.missing, Vec::<Told>::new(), "acknowledged, and not there");
    assert!(told.count > kills * 10, "too little was written for a trial: {}", told.count);
}

/// The trial of the trial: what a store that answers before its commit would look like.
#[test]
fn a_store_that_acknowledged_too_early_would_be_found_out() {
    let told = kill_many(5, Telling::TooEarly);
    assert!(!told.missing.is_empty());
}

#[test]
fn killed_while_it_opens_the_store_opens_again() {
    let mut chance = ChaCha8Rng::seed_from_u64(1);
    for _ in 0..10 {
        let house = tempfile::tempdir().unwrap();
        let child = Mortal::spawn(house.path(), 0, Telling::Truth);
        // Not to wait for something: this moment is what the trial is about.
        thread::sleep(Duration::from_micros(chance.random_range(0..60_000)));
        drop(child);
        look(house.path(), 0);
    }
}

/// When the child prints that a fact is recorded.
#[derive(Clone, Copy, PartialEq)]
enum Telling {
    Truth,
    TooEarly,
}

/// An answer that the store acknowledged: it ended at this `seq` of its rehearsal.
#[derive(Debug, PartialEq)]
struct Told {
    answer: Answer,
    seq: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Answer {
    workshop: String,
    rehearsal: String,
    submission: String,
}

/// What was told, and what of it is missing.
struct Trial {
    count: usize,
    missing: Vec<Told>,
}

fn kill_many(kills: usize, telling: Telling) -> Trial {
    let seed = env::var("MIROIR_SEED").map_or_else(|_| rand::random(), |seed| seed.parse().unwrap());
    println!("MIROIR_SEED={seed}");
    let mut chance = ChaCha8Rng::seed_from_u64(seed);
    let house = tempfile::tempdir().unwrap();
    let mut told = Vec::new();
    for round in 0..kills {
        told.extend(kill_one(house.path(), round, telling, &mut chance));
        look(house.path(), round);
    }
    // At the end only: what a later crash took from an earlier round counts too.
    let mut kept = HashMap::new();
    for round in 0..kills {
        kept.extend(look(house.path(), round));
    }
    let count = told.len();
    told.retain(|told| kept.get(&told.answer) != Some(&told.seq));
    Trial { count, missing: told }
}

/// Lets a child write until it has told a number of things, then kills it a little later. Gives what it told.
fn kill_one(house: &Path, round: usize, telling: Telling, chance: &mut ChaCha8Rng) -> Vec<Told> {
    let mut child = Mortal::spawn(house, round, telling);
    let mut lines = BufReader::new(child.0.stdout.take().unwrap());
    let mut told = Vec::new();
    let enough = chance.random_range(1..300);
    let later = Duration::from_micros(chance.random_range(0..4_000));
    let mut line = String::new();
    while lines.read_line(&mut line).unwrap() > 0 {
        // The last line may be cut: it says nothing then.
        if line.ends_with('\n') {
            told.extend(understand(&line));
        }
        line.clear();
        if told.len() == enough {
            // Not to wait for something: this moment is what the trial is about.
            thread::sleep(later);
            child.0.kill().unwrap();
        }
    }
    assert!(told.len() >= enough, "the child stopped by itself");
    told
}

fn understand(line: &str) -> Option<Told> {
    let mut words = line.strip_prefix("recorded ")?.split_whitespace().map(ToOwned::to_owned);
    let answer = Answer { workshop: words.next()?, rehearsal: words.next()?, submission: words.next()? };
    Some(Told { answer, seq: words.next()?.parse().ok()? })
}

/// A child that does not outlive the test.
struct Mortal(Child);

impl Mortal {
    fn spawn(house: &Path, round: usize, telling: Telling) -> Self {
        let child = Command::new(env::current_exe().unwrap())
            .args(["--exact", "store_crash::the_child_writes_until_it_is_killed", "--ignored", "--nocapture"])
            .env("MIROIR_CRASH_FOLDER", house)
            .env("MIROIR_CRASH_ROUND", round.to_string())
            .env("MIROIR_CRASH_TOO_EARLY", if telling == Telling::TooEarly { "1" } else { "" })
            .stdout(Stdio::piped())
            .stderr(Stdio::inherit())
            .spawn();
        Self(child.unwrap())
    }
}

impl Drop for Mortal {
    fn drop(&mut self) {
        drop(self.0.kill());
        self.0.wait().unwrap();
    }
}

/// Opens what a round left behind; checks that it is whole; gives the answers in it and where they end.
#[tokio::main]
async fn look(house: &Path, round: usize) -> HashMap<Answer, i64> {
    let store = open(house).await;
    let mut answers: HashMap<Answer, Vec<i64>> = HashMap::new();
    for workshop in workshops(round) {
        let facts = store.since(&workshop, 0, u32::MAX).await.unwrap();
        assert_without_holes(&facts);
        for fact in facts.iter().filter(|fact| fact.fact == "answered") {
            let answer = Answer {
                workshop: workshop.clone(),
                rehearsal: fact.rehearsal.clone(),
                submission: fact.body.clone(),
            };
            answers.entry(answer).or_default().push(fact.seq);
        }
        // The next position is the next one: none was given out and lost.
        if let Some(started) = facts.iter().find(|fact| fact.fact == "started") {
            let row = store.rehearsal(&workshop, &started.rehearsal).await.unwrap().unwrap();
            let next = append(&workshop, &row.rehearsal, row.seq, vec![fact("left", "")]);
            let next = store.append(next).await.unwrap();
            assert_eq!(next.head, i64::try_from(facts.len()).unwrap() + 1);
        }
    }
    store.close().await;
    for (answer, places) in &answers {
        assert_eq!(places.len(), FACTS, "recorded by half, or twice: {answer:?}");
    }
    answers.into_iter().map(|(answer, places)| (answer, places[FACTS - 1])).collect()
}

async fn open(house: &Path) -> Arc<dyn Store> {
    let folder = DataFolder::lock(house).unwrap();
    Arc::new(SqliteStore::open(folder, &SqliteOptions::default()).await.unwrap())
}

fn workshops(round: usize) -> impl Iterator<Item = String> {
    (0..WORKSHOPS).map(move |at| format!("w{round}-{at}"))
}

#[test]
#[ignore = "runs as the child of the other tests, which kill it"]
fn the_child_writes_until_it_is_killed() {
    write_until_killed(
        Path::new(&env::var("MIROIR_CRASH_FOLDER").unwrap()),
        env::var("MIROIR_CRASH_ROUND").unwrap().parse().unwrap(),
        env::var("MIROIR_CRASH_TOO_EARLY").is_ok_and(|early| !early.is_empty()),
    );
}

#[tokio::main]
async fn write_until_killed(house: &Path, round: usize, too_early: bool) {
    let store = open(house).await;
    let mut learners = JoinSet::new();
    for name in workshops(round) {
        store.open_workshop(workshop(&name, 0)).await.unwrap();
        for learner in 0..LEARNERS {
            learners.spawn(rehearse(Arc::clone(&store), name.clone(), format!("r{learner}"), too_early));
        }
    }
    learners.join_all().await;
}

/// Sends every answer twice at the same moment, as an impatient finger does.
async fn rehearse(store: Arc<dyn Store>, workshop: String, name: String, too_early: bool) {
    let mut seq = store.start_rehearsal(rehearsal(&workshop, &name, 0)).await.unwrap().seq;
    for answer in 0.. {
        let submission = format!("f{answer}");
        let mut once = submit(&workshop, &name, seq, &submission);
        once.facts = vec![once.facts[0].clone(); FACTS];
        let again = once.clone();
        seq += i64::try_from(FACTS).unwrap();
        let tell = || {
            // One write for one line: tasks on other threads print too.
            let line = format!("recorded {workshop} {name} {submission} {seq}\n");
            stdout().lock().write_all(line.as_bytes()).unwrap();
        };
        if too_early {
            tell();
        }
        // Each answer counts for itself: waiting for the second one would hide that the first one came too early.
        let send = async |append| match store.append(append).await {
            Ok(_) | Err(AppendError::AlreadyRecorded) => tell(),
            Err(other) => panic!("{other:?}"),
        };
        tokio::join!(send(once), send(again));
    }
}
