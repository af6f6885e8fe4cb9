//! The envelope: everything of one person, on one page to print.

use std::path::Path;

use axum::http::StatusCode;
use server::store::sqlite::SqliteOptions;
use server::web::Reach;

use crate::actor::Learner;
use crate::house::House;
use crate::page::{all, words};

#[tokio::test]
async fn the_envelope_holds_the_card_and_every_paper_each_void() {
    let house = House::opens().await;
    let mut learner = Learner::begins(&house).await;
    learner.presses("Fiche").await;
    let (mail, moved) =
        (learner.page.reads("Adresse électronique"), learner.page.reads("Date du déménagement"));
    learner.presses("Tout imprimer").await;
    assert_eq!(learner.page.status, StatusCode::OK);
    assert!(learner.page.heading().starts_with("L’enveloppe de "), "{}", learner.page.heading());
    assert_eq!(learner.page.reads("Adresse électronique"), mail);
    assert_eq!(learner.page.reads("Date du déménagement"), moved);
    assert!(learner.page.says("Ctrl"), "it says how to print");

    let html = learner.page.html();
    let numbered: Vec<String> = all(&html, ".envelope__paper h3").into_iter().map(words).collect();
    assert_eq!(numbered.len(), 3, "{numbered:?}");
    assert!(numbered[0].starts_with("Papier 1 sur 3"), "{numbered:?}");
    assert_eq!(all(&html, ".papers .papers__void").len(), 3);
    assert!(all(&html, "mark").is_empty(), "no hint marks anything here");
    assert!(!learner.page.says("Les étapes"), "this scenario gives no steps");

    learner.comes_back().await;
    assert_eq!(learner.page.heading(), "Se connecter");
    learner.presses("Papiers").await;
    learner.presses("Tout imprimer").await;
    assert!(learner.page.heading().starts_with("L’enveloppe de "), "the papers lead to it too");
}

#[tokio::test]
async fn the_steps_come_in_order_after_the_card_and_before_the_papers() {
    let catalogue = Path::new(env!("CARGO_MANIFEST_DIR")).join("../scenarios/tests/catalogue");
    let house = House::with(Reach::default(), Some(&catalogue), &SqliteOptions::default()).await;
    let mut learner = Learner::comes(&house).await;
    learner.posts("/exercice", &[("demarche".to_owned(), "essai/foyer".to_owned())]).await;
    learner.presses("Papiers").await;
    learner.presses("Tout imprimer").await;
    let html = learner.page.html();
    let steps: Vec<String> = all(&html, "ol.envelope__steps > li").into_iter().map(words).collect();
    assert_eq!(steps.len(), 3, "{steps:?}");
    assert_eq!(steps[0], "Ouvrez le site de la caisse.");
    let mail = learner.page.reads("Adresse électronique");
    assert!(steps[1].contains(&mail), "{steps:?}");
    let headings: Vec<String> =
        all(&html, ".envelope > h2, .envelope__part > h2").into_iter().map(words).collect();
    assert_eq!(
        headings,
        ["Votre personnage", "Les personnes du foyer", "Pour vous connecter", "Les étapes", "Les papiers"]
    );
}

#[tokio::test]
async fn the_envelope_is_its_bearer_s_alone() {
    let house = House::opens().await;
    let learner = Learner::begins(&house).await;
    let address = format!("{}/enveloppe", learner.exercise());
    let mut stranger = Learner::comes(&house).await;
    stranger.opens(&address).await;
    assert_eq!(stranger.page.status, StatusCode::NOT_FOUND);
    assert!(!stranger.page.says("L’enveloppe de"));
}
