//! The cookie banner of an imitated site, over HTTP: a gesture of the page's form like the others.

use std::path::Path;

use axum::body::Body;
use axum::http::{Method, StatusCode, header};
use server::store::sqlite::SqliteOptions;
use server::web::Reach;

use crate::actor::{Learner, Way};
use crate::house::House;
use crate::page::all;

/// A house with the procedure that holds every construct, whose site has a banner.
async fn house() -> House {
    let catalogue = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../scenarios/tests/catalogue"));
    House::with(Reach::default(), Some(catalogue), &SqliteOptions::default()).await
}

async fn begins(house: &House) -> Learner {
    let mut learner = Learner::comes_by(house, Way::Room).await;
    learner.posts("/exercice", &[("demarche".to_owned(), "essai/foyer".to_owned())]).await;
    assert_eq!(learner.page.heading(), "Se connecter");
    learner
}

fn is_open(learner: &Learner) -> bool {
    !all(&learner.page.html(), "#cookies").is_empty()
}

/// The facts about cookies, in order.
async fn facts(house: &House, learner: &Learner) -> Vec<String> {
    let facts = house.facts(&learner.workshop()).await.into_iter().map(|row| row.body);
    facts.filter(|body| body.contains("cookies")).collect()
}

#[tokio::test]
async fn refusing_keeps_what_was_typed_and_bars_no_way() {
    let house = house().await;
    let mut learner = begins(&house).await;
    assert!(is_open(&learner) && learner.page.says("Ma caisse utilise des cookies."));
    learner.types("Adresse électronique", "camille").presses("Tout refuser").await;
    assert!(!is_open(&learner), "{}", learner.page.text());
    assert_eq!(learner.page.shows("Adresse électronique"), "camille");
    assert_eq!(learner.page.errors(), [], "nothing was sent");
    assert_eq!(facts(&house, &learner).await, [r#"{"cookies_chosen":{"accepted":[]}}"#]);

    learner.presses("Fiche").await;
    let mail = learner.page.reads("Adresse électronique");
    learner.comes_back().await;
    learner.types("Adresse électronique", &mail).continues().await;
    assert_eq!(learner.page.heading(), "Taper le code");
    assert!(!is_open(&learner), "a choice holds on every page");
}

#[tokio::test]
async fn the_procedure_goes_on_under_the_banner() {
    let house = house().await;
    let mut learner = begins(&house).await;
    learner.presses("Fiche").await;
    let mail = learner.page.reads("Adresse électronique");
    assert!(!is_open(&learner), "the card is no page of the site");
    learner.comes_back().await;
    learner.types("Adresse électronique", &mail).continues().await;
    assert_eq!(learner.page.heading(), "Taper le code");
    assert!(is_open(&learner), "nobody has chosen yet");
    assert_eq!(facts(&house, &learner).await, [""; 0]);
}

#[tokio::test]
async fn what_is_ticked_is_saved_and_shown_again_at_the_foot() {
    let house = house().await;
    let mut learner = begins(&house).await;
    assert!(!learner.page.is_chosen("Mesurer les visites du site"), "nothing is ticked before");
    learner.types("Adresse électronique", "camille").chooses("Montrer des vidéos");
    learner.presses("Enregistrer mes choix").await;
    assert!(!is_open(&learner));

    learner.presses("Gestion des cookies").await;
    assert!(is_open(&learner));
    assert!(learner.page.is_chosen("Montrer des vidéos"));
    assert!(!learner.page.is_chosen("Mesurer les visites du site"));
    assert_eq!(learner.page.shows("Adresse électronique"), "camille", "kept all along");

    learner.presses("Tout accepter").await;
    learner.presses("Gestion des cookies").await;
    assert!(learner.page.is_chosen("Mesurer les visites du site"));
    let chosen = |keys: &str| format!(r#"{{"cookies_chosen":{{"accepted":[{keys}]}}}}"#);
    let reopened = || r#""cookies_reopened""#.to_owned();
    assert_eq!(
        facts(&house, &learner).await,
        [chosen(r#""videos""#), reopened(), chosen(r#""audience","videos""#), reopened()]
    );
}

#[tokio::test]
async fn a_choice_is_found_again_after_a_restart() {
    let house = house().await;
    let mut learner = begins(&house).await;
    learner.presses("Tout refuser").await;
    let house = house.restarts().await;
    learner.finds_again(&house);
    learner.reloads().await;
    assert!(!is_open(&learner));
}

#[tokio::test]
async fn a_page_that_was_refused_stays_so_after_a_choice() {
    let house = house().await;
    let mut learner = begins(&house).await;
    learner.types("Adresse électronique", "camille").continues().await;
    let errors = learner.page.errors();
    assert_eq!(errors.len(), 1, "{errors:?}");
    learner.presses("Tout accepter").await;
    assert_eq!(learner.page.errors(), errors);
    assert_eq!(learner.page.shows("Adresse électronique"), "camille");
}

#[tokio::test]
async fn nothing_else_than_what_is_asked_is_recorded() {
    let house = house().await;
    let mut learner = begins(&house).await;
    let target = learner.page.target();
    for ticked in ["publicite", "", "<script>", "une phrase que personne ne doit garder"] {
        let inputs = [("geste", "cookies.enregistrer"), ("cookies", ticked)];
        let inputs = inputs.map(|(name, value)| (name.to_owned(), value.to_owned()));
        learner.posts(&target, &inputs).await;
        assert!(is_open(&learner), "{ticked}");
    }
    let unknown = [("geste".to_owned(), "cookies.vendre".to_owned())];
    let refused = learner.sends(learner.post(&target, &unknown)).await;
    assert_eq!(refused.status, StatusCode::METHOD_NOT_ALLOWED);
    assert_eq!(facts(&house, &learner).await, [""; 0]);
}

#[tokio::test]
async fn a_stranger_chooses_nothing_and_other_sites_have_no_banner() {
    let house = house().await;
    let (learner, stranger) = (begins(&house).await, begins(&house).await);
    let inputs = [("geste".to_owned(), "cookies.accepter".to_owned())];
    let page = stranger.sends(stranger.post(&learner.page.target(), &inputs)).await;
    assert_eq!(page.status, StatusCode::NOT_FOUND);
    let elsewhere = Method::POST;
    let forged = learner.way.request(elsewhere, &learner.page.target());
    let forged = forged.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    let mut forged = forged.body(Body::from("geste=cookies.accepter")).expect("a request");
    forged.headers_mut().insert(header::ORIGIN, header::HeaderValue::from_static("http://ailleurs.example"));
    assert!(learner.sends(forged).await.status.is_client_error(), "asked for from elsewhere");
    assert_eq!(facts(&house, &learner).await, [""; 0]);

    let house = House::opens().await;
    let mut other = Learner::begins(&house).await;
    assert!(!is_open(&other) && other.page.action("Gestion des cookies").is_none());
    let target = other.page.target();
    other.posts(&target, &inputs).await;
    assert_eq!(other.page.heading(), "Se connecter");
    assert_eq!(facts(&house, &other).await, [""; 0]);
}
