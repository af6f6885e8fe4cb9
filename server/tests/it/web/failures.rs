//! The machine's own troubles: said in French, with what to do, and nothing acknowledged is lost.

use std::sync::Arc;

use axum::http::StatusCode;
use server::store::sqlite::SqliteOptions;
use server::web::Reach;

use crate::actor::Learner;
use crate::house::{House, front};
use crate::logs::Logs;
use crate::web::broken_store::BrokenStore;

/// A file of this many pages holds some learners, and is soon full.
const SMALL: SqliteOptions =
    SqliteOptions { readers: 2, queue: 64, patience: std::time::Duration::from_secs(3), max_pages: Some(80) };

#[tokio::test]
async fn a_full_disk_is_said_and_loses_nothing_acknowledged() {
    let house = House::with(Reach::default(), None, &SMALL).await;
    let mut learner = Learner::begins(&house).await;
    let mut crowd = Vec::new();
    let full = loop {
        let mut other = Learner::comes(&house).await;
        other.presses("S’entraîner seul").await;
        if other.page.status != StatusCode::OK {
            break other;
        }
        crowd.push(other);
        assert!(crowd.len() < 1_000, "never full");
    };
    assert_eq!(full.page.status, StatusCode::INSUFFICIENT_STORAGE);
    assert_eq!(full.page.heading(), "Il n’y a plus de place pour enregistrer");

    // Answers are small: some still fit in. Each acknowledged one is there, the first that is not is said.
    let mut acknowledged = 0;
    let refused = loop {
        learner.types("Adresse électronique", "camille.n’importe-qui").continues().await;
        if learner.page.status != StatusCode::OK {
            break learner.page.clone();
        }
        acknowledged += 1;
        assert!(acknowledged < 1_000, "never full");
    };
    assert_eq!(refused.status, StatusCode::INSUFFICIENT_STORAGE);
    assert!(refused.says("Votre dernière page n’a pas été enregistrée."), "{}", refused.text());
    let refusals =
        |facts: &[server::store::FactRow]| facts.iter().filter(|fact| fact.fact == "refused").count();
    assert_eq!(refusals(&house.facts(&learner.workshop()).await), acknowledged);

    // Back to the page: it works, and what was typed is there.
    let exercise = learner.exercise();
    learner.opens(&exercise).await;
    assert_eq!(learner.page.heading(), "Se connecter");
    assert_eq!(learner.page.shows("Adresse électronique"), "camille.n’importe-qui");

    // Somebody leaves: there is room again.
    for mut other in crowd.drain(..2) {
        other.erases().await;
    }
    learner.types("Adresse électronique", "camille.n’importe-qui").continues().await;
    assert_eq!(learner.page.status, StatusCode::OK, "{}", learner.page.text());
    acknowledged += 1;

    let house = house.restarts().await;
    assert_eq!(refusals(&house.facts(&learner.workshop()).await), acknowledged);
    for other in &mut crowd {
        other.finds_again(&house);
        other.reloads().await;
        assert_eq!(other.page.heading(), "Se connecter");
    }
}

#[tokio::test]
async fn monitors_are_told_when_the_store_is_closed_and_learners_too() {
    let house = House::opens().await;
    let mut learner = Learner::begins(&house).await;
    let mut monitor = Learner::comes(&house).await;
    // Not asked before: a good answer serves for a few seconds.
    house.store.close().await;
    monitor.opens("/sante").await;
    assert_eq!(monitor.page.status, StatusCode::SERVICE_UNAVAILABLE);
    learner.types("Adresse électronique", "x").continues().await;
    assert_eq!(learner.page.status, StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(learner.page.heading(), "Il y a beaucoup de monde en ce moment");
}

/// The reference shown is the one of the line in the log; the panic's own words are in neither.
#[tokio::test]
async fn a_panic_gives_a_page_and_a_reference_that_finds_its_line() {
    let (logs, _listening) = Logs::listen();
    let house = House::opens().await;
    let mut learner = Learner::begins(&house).await;
    let (_, router) = front(Arc::new(BrokenStore::panicking()), &Reach::default(), None);
    learner.router = router;
    learner.reloads().await;
    assert_eq!(learner.page.status, StatusCode::INTERNAL_SERVER_ERROR);
    assert_eq!(learner.page.heading(), "Quelque chose n’a pas marché");
    assert_reference(&learner, &logs);
    assert!(!learner.page.body().contains(BrokenStore::WORDS) && !logs.text().contains(BrokenStore::WORDS));
}

#[tokio::test]
async fn a_failing_database_gives_a_page_and_its_words_go_to_the_log_alone() {
    let (logs, _listening) = Logs::listen();
    let house = House::opens().await;
    let mut learner = Learner::begins(&house).await;
    let (_, router) = front(Arc::new(BrokenStore::failing()), &Reach::default(), None);
    learner.router = router;
    learner.reloads().await;
    assert_eq!(learner.page.status, StatusCode::INTERNAL_SERVER_ERROR);
    assert_reference(&learner, &logs);
    assert!(!learner.page.body().contains(BrokenStore::WORDS));
    assert!(logs.text().contains(BrokenStore::WORDS), "the chain of causes: {}", logs.text());
}

fn assert_reference(learner: &Learner, logs: &Logs) {
    let text = learner.page.text();
    let reference = text.split("référence ").nth(1).and_then(|rest| rest.split_whitespace().next());
    let reference = reference.unwrap_or_else(|| panic!("no reference: {text}"));
    assert!(logs.text().contains(reference), "{reference} is not in {}", logs.text());
}
