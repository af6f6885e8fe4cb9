//! The server stops and starts again, or a scenario is edited: learners go on where they were.

use std::fs;

use server::embedded::EMBEDDED_CATALOGUE;
use server::store::sqlite::SqliteOptions;
use server::web::Reach;

use crate::actor::{Learner, NEW_BILL};
use crate::house::House;

#[tokio::test]
async fn after_a_restart_a_learner_goes_on_exactly_there() {
    let house = House::opens().await;
    let mut learner = Learner::begins(&house).await;
    learner.logs_in().await;
    learner.names_the_vehicle().await;
    learner.types("Numéro et nom de la rue", "à moitié").presses("Papiers").await;
    learner.comes_back().await;
    assert_eq!(learner.page.shows("Numéro et nom de la rue"), "à moitié");
    let facts = house.facts(&learner.workshop()).await;

    let house = house.restarts().await;
    learner.finds_again(&house);
    learner.reloads().await;
    assert_eq!(learner.page.heading(), "Votre nouvelle adresse");
    assert_eq!(learner.page.shows("Numéro et nom de la rue"), "", "what was not sent was in memory only");
    assert_eq!(learner.page.errors(), []);
    assert_eq!(house.facts(&learner.workshop()).await, facts);
    learner.gives_the_address(NEW_BILL).await;
    let house = house.restarts().await;
    learner.finds_again(&house);
    learner.signs().await;
    assert!(learner.page.says("Bravo"), "{}", learner.page.text());
}

#[tokio::test]
async fn a_page_shown_before_a_restart_is_sent_after_it() {
    let house = House::opens().await;
    let mut learner = Learner::begins(&house).await;
    learner.logs_in().await;
    let (plate, formula) = learner.reads_the_registration().await;
    let house = house.restarts().await;
    learner.finds_again(&house);
    learner.types("Numéro d’immatriculation", &plate).types("Numéro de formule", &formula).continues().await;
    assert_eq!(learner.page.heading(), "Votre nouvelle adresse");
}

#[tokio::test]
async fn errors_are_still_said_after_a_restart() {
    let house = House::opens().await;
    let mut learner = Learner::begins(&house).await;
    learner.types("Adresse électronique", "camille").continues().await;
    let errors = learner.page.errors();
    let house = house.restarts().await;
    learner.finds_again(&house);
    learner.reloads().await;
    assert_eq!(learner.page.errors(), errors);
    assert_eq!(learner.page.shows("Adresse électronique"), "");
}

#[tokio::test]
async fn editing_a_scenario_moves_nobody() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("ants/changement-adresse/scenario.yaml");
    fs::create_dir_all(file.parent().expect("a parent")).expect("a folder");
    let original = text_of("procedures/ants/changement-adresse/scenario.yaml");
    fs::write(&file, original).expect("written");
    let house = House::with(Reach::default(), Some(folder.path()), &SqliteOptions::default()).await;
    let mut learner = Learner::begins(&house).await;

    let edited = original.replace("titre: Votre véhicule", "titre: La voiture que vous avez");
    fs::write(&file, edited).expect("written");
    learner.logs_in().await;
    // Broken, then gone, and the server started again in between.
    fs::write(&file, "titre: [").expect("written");
    learner.names_the_vehicle().await;
    fs::remove_dir_all(folder.path().join("ants")).expect("removed");
    let house = house.restarts().await;
    learner.finds_again(&house);
    learner.gives_the_address(NEW_BILL).await;
    learner.signs().await;
    assert!(learner.page.says("Bravo"), "{}", learner.page.text());
}

#[tokio::test]
async fn a_new_exercise_is_of_the_edited_scenario() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("ants/changement-adresse/scenario.yaml");
    fs::create_dir_all(file.parent().expect("a parent")).expect("a folder");
    let original = text_of("procedures/ants/changement-adresse/scenario.yaml");
    let house = House::with(Reach::default(), Some(folder.path()), &SqliteOptions::default()).await;
    fs::write(
        &file,
        original.replace(
            "    commun: connexion-par-courriel\n",
            "    titre: Entrer dans le service\n    chemin: /entrer\n",
        ),
    )
    .expect("written");
    let mut learner = Learner::comes(&house).await;
    learner.presses("S’entraîner seul").await;
    assert_eq!(learner.page.heading(), "Entrer dans le service");
}

#[tokio::test]
async fn editing_a_shared_part_moves_nobody_and_is_seen_at_once() {
    let folder = tempfile::tempdir().expect("a folder");
    let name = "communs/connexion-par-courriel.yaml";
    for (file, path) in [
        ("ants/changement-adresse/scenario.yaml", "procedures/ants/changement-adresse/scenario.yaml"),
        (name, name),
    ] {
        let file = folder.path().join(file);
        fs::create_dir_all(file.parent().expect("a parent")).expect("a folder");
        fs::write(file, text_of(path)).expect("written");
    }
    let house = House::with(Reach::default(), Some(folder.path()), &SqliteOptions::default()).await;
    let mut learner = Learner::begins(&house).await;

    let edited = text_of(name).replace("titre: Se connecter\n", "titre: Entrer dans le service\n");
    fs::write(folder.path().join(name), edited).expect("written");
    let mut other = Learner::comes(&house).await;
    other.presses("S’entraîner seul").await;
    assert_eq!(other.page.heading(), "Entrer dans le service");
    let house = house.restarts().await;
    learner.finds_again(&house);
    learner.reloads().await;
    assert_eq!(learner.page.heading(), "Se connecter");
    learner.logs_in().await;
    learner.names_the_vehicle().await;
}

/// A file of the catalogue.
fn text_of(path: &str) -> &'static str {
    let (_, text) = EMBEDDED_CATALOGUE.iter().find(|(known, _)| *known == path).expect("bundled");
    text
}
