//! From the browser's 303 to the disk: an answer acknowledged over HTTP is there once, whenever the server is killed.
//!
//! The store's own trial kills it many more times; this one is about what stands before it. `MIROIR_SEED` replays a run.

use std::collections::HashMap;
use std::env;
use std::net::SocketAddr;
use std::path::Path;
use std::sync::mpsc::{self, Sender};
use std::thread;

use axum::body::Bytes;
use axum::http::{HeaderMap, StatusCode};
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use server::store::sqlite::{SqliteOptions, SqliteStore};
use server::store::{DataFolder, FactRow, Store as _};

use crate::binary::{Running, asks};
use crate::page::Page;

const ROUNDS: usize = 6;
const LEARNERS: usize = 4;

#[test]
fn killed_at_any_moment_the_server_keeps_each_acknowledged_answer_once() {
    let seed = env::var("MIROIR_SEED").map_or_else(|_| rand::random(), |seed| seed.parse().expect("a seed"));
    println!("MIROIR_SEED={seed}");
    let mut chance = ChaCha8Rng::seed_from_u64(seed);
    let folder = tempfile::tempdir().expect("a folder");
    let mut learners: Vec<Told> = Vec::new();
    for _ in 0..ROUNDS {
        let running = Running::start(folder.path(), &["--address", "127.0.0.1:0"]);
        for told in &learners {
            told.finds_the_page_again(running.address);
        }
        let enough = chance.random_range(1..60);
        learners.extend(plays_until_killed(running, enough));
        for told in &learners {
            told.is_recorded(folder.path());
        }
    }
    let acknowledged: usize = learners.iter().map(|told| told.submissions.len()).sum();
    assert!(acknowledged > ROUNDS, "too little was sent for a trial: {acknowledged}");
}

/// What one browser was told.
struct Told {
    cookie: String,
    exercise: String,
    /// Answers acknowledged by a 303.
    submissions: Vec<String>,
    /// Whether one more was sent, whose answer never came.
    pending: bool,
}

/// Lets learners answer until `enough` answers are acknowledged in all, and kills the server under the others.
fn plays_until_killed(running: Running, enough: usize) -> Vec<Told> {
    let (tell, told) = mpsc::channel();
    let address = running.address;
    let playing: Vec<_> = (0..LEARNERS)
        .map(|_| {
            let tell = tell.clone();
            thread::spawn(move || plays(address, &tell))
        })
        .collect();
    drop(tell);
    told.iter().take(enough).for_each(drop);
    running.dies();
    // The channel stays open: a learner finds out by the connection alone that the server is gone.
    playing.into_iter().filter_map(|learner| learner.join().expect("a learner")).collect()
}

/// Gives the right address, goes back, gives it again, until nobody answers any more.
fn plays(host: SocketAddr, tell: &Sender<()>) -> Option<Told> {
    let begun = posts(host, "", "/exercice", "")?;
    let cookie = header(&begun, "set-cookie")?.split(';').next()?.to_owned();
    let exercise = header(&begun, "location")?.to_owned();
    let mut told = Told { cookie, exercise, submissions: Vec::new(), pending: false };
    let Some(mail) = told.looks(host, "/fiche").map(|card| card.reads("Adresse électronique")) else {
        return Some(told);
    };
    for visit in (1..).step_by(2) {
        let submission = server::chance::id();
        let form = format!("visite={visit}&envoi={submission}&c.courriel={mail}");
        told.pending = true;
        let Some(answer) = told.sends(host, "connexion", &form) else { return Some(told) };
        assert!(answer.starts_with("HTTP/1.1 303") && answer.contains("/page/code"), "{answer}");
        told.submissions.push(submission);
        told.pending = false;
        let _ = tell.send(());
        let back = format!("visite={}&geste=precedent", visit + 1);
        if told.sends(host, "code", &back).is_none() {
            return Some(told);
        }
    }
    None
}

impl Told {
    fn sends(&self, host: SocketAddr, page: &str, form: &str) -> Option<String> {
        posts(host, &self.cookie, &format!("{}/page/{page}", self.exercise), form)
    }

    fn looks(&self, host: SocketAddr, place: &str) -> Option<Page> {
        let address = format!("{}{place}", self.exercise);
        let cookie = &self.cookie;
        let request = format!(
            "GET {address} HTTP/1.1\r\nHost: {host}\r\nCookie: {cookie}\r\nConnection: close\r\n\r\n"
        );
        let answer = asks(host, &request)?;
        let (_, body) = answer.split_once("\r\n\r\n")?;
        let bytes = Bytes::from(body.to_owned());
        body.contains("</html>").then(|| Page {
            address,
            status: StatusCode::OK,
            headers: HeaderMap::new(),
            bytes,
        })
    }

    /// The started again server shows the page where the acknowledged answers led.
    fn finds_the_page_again(&self, host: SocketAddr) {
        let page = self.looks(host, "/page/connexion").expect("the first page is always shown");
        let visit: usize = page
            .inputs("page")
            .into_iter()
            .find(|(name, _)| name == "visite")
            .expect("a visit")
            .1
            .parse()
            .expect("a number");
        let answered = self.submissions.len();
        // Each answer is a visit, and so is each step back; the last of either may have been under way.
        assert!((2 * answered..=2 * answered + 2).contains(&visit), "{answered} answers, visit {visit}");
    }

    #[tokio::main(flavor = "current_thread")]
    async fn is_recorded(&self, folder: &Path) {
        let data = DataFolder::lock(folder.join("data")).expect("the former server is dead");
        let store = SqliteStore::open(data, &SqliteOptions::default()).await.expect("whole");
        let workshop =
            self.cookie.split_once('=').expect("a cookie").1.split('.').next().expect("a workshop");
        let facts = store.since(workshop, 0, u32::MAX).await.expect("facts");
        store.close().await;
        let passed = count(&facts);
        for submission in &self.submissions {
            assert_eq!(passed.get(submission), Some(&1), "acknowledged, and not recorded once");
        }
        assert!(
            passed.len() <= self.submissions.len() + usize::from(self.pending),
            "recorded, and never sent"
        );
    }
}

/// How many times each submission let a page pass.
fn count(facts: &[FactRow]) -> HashMap<String, usize> {
    let mut passed = HashMap::new();
    for fact in facts.iter().filter(|fact| fact.fact == "passed") {
        let body: serde_json::Value = serde_json::from_str(&fact.body).expect("json");
        let submission = body["passed"]["submission"].as_str().expect("a submission");
        *passed.entry(submission.to_owned()).or_default() += 1;
    }
    passed
}

fn posts(host: SocketAddr, cookie: &str, address: &str, form: &str) -> Option<String> {
    let length = form.len();
    asks(
        host,
        &format!(
            "POST {address} HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\nCookie: {cookie}\r\nConnection: close\r\n\
             Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {length}\r\n\r\n{form}"
        ),
    )
}

fn header<'a>(answer: &'a str, name: &str) -> Option<&'a str> {
    answer.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(": "))
}
