//! The procedure from end to end, by its visible words.

use crate::actor::{FORMER_BILL, Learner, NEW_BILL, Way};
use crate::house::House;

#[tokio::test]
async fn a_learner_goes_through_the_procedure_and_everything_is_right() {
    let house = House::opens().await;
    let mut learner = Learner::begins(&house).await;
    learner.reaches_the_recap().await;
    learner.signs().await;
    assert!(learner.page.says("Bravo, votre demande est juste."), "{}", learner.page.text());
    let number = learner.page.reads("Numéro de la demande");
    learner.presses("Messages").await;
    learner.presses(&format!("Votre demande {number} est enregistrée")).await;
    assert!(learner.page.says(&number));
}

#[tokio::test]
async fn a_learner_who_gives_the_former_address_is_told_at_the_end() {
    let house = House::opens().await;
    let mut learner = Learner::begins(&house).await;
    learner.logs_in().await;
    learner.names_the_vehicle().await;
    learner.gives_the_address(FORMER_BILL).await;
    learner.signs().await;
    assert!(
        learner.page.says("Votre demande est partie, mais tout n’est pas juste."),
        "{}",
        learner.page.text()
    );
    assert!(learner.page.says("Vous avez tapé l’ancienne adresse."), "{}", learner.page.text());
}

#[tokio::test]
async fn a_mistake_is_put_right_from_the_recap() {
    let house = House::opens().await;
    let mut learner = Learner::begins(&house).await;
    learner.logs_in().await;
    learner.names_the_vehicle().await;
    learner.gives_the_address(FORMER_BILL).await;
    learner.modifies("Votre nouvelle adresse").await;
    assert_eq!(learner.page.heading(), "Votre nouvelle adresse");
    learner.gives_the_address(NEW_BILL).await;
    learner.signs().await;
    assert!(learner.page.says("Bravo, votre demande est juste."), "{}", learner.page.text());
}

#[tokio::test]
async fn the_procedure_is_the_same_by_every_way_in() {
    let (room, tls) = (House::opens().await, House::opens_over_tls().await);
    for (house, way) in [(&room, Way::Room), (&tls, Way::Tls)] {
        let mut learner = Learner::comes_by(house, way).await;
        learner.presses("S’entraîner seul").await;
        learner.reaches_the_recap().await;
        learner.signs().await;
        learner.erases().await;
    }
}

#[tokio::test]
async fn looking_at_a_paper_keeps_what_was_typed() {
    let house = House::opens().await;
    let mut learner = Learner::begins(&house).await;
    learner.logs_in().await;
    learner.names_the_vehicle().await;
    learner.types("Numéro et nom de la rue", "12 rue des").types("Commune", "Val");
    learner.chooses(NEW_BILL).presses("Papiers").await;
    learner.presses(NEW_BILL).await;
    learner.comes_back().await;
    assert_eq!(learner.page.shows("Numéro et nom de la rue"), "12 rue des");
    assert_eq!(learner.page.shows("Commune"), "Val");
    assert!(learner.page.is_chosen(NEW_BILL));
    assert_eq!(learner.page.errors(), []);
}

#[tokio::test]
async fn asking_for_a_hint_keeps_what_was_typed_and_says_one_more_each_time() {
    let house = House::opens().await;
    let mut learner = Learner::begins(&house).await;
    learner.types("Adresse électronique", "camille").presses("Donnez-moi un indice").await;
    assert_eq!(learner.page.shows("Adresse électronique"), "camille");
    assert!(learner.page.says("Indice 1 sur 4"), "{}", learner.page.text());
    learner.types("Adresse électronique", "camille.e");
    for rung in ["Indice 2 sur 4", "Indice 3 sur 4", "Indice 4 sur 4"] {
        learner.presses("Un autre indice").await;
        assert!(learner.page.says(rung), "{}", learner.page.text());
    }
    assert_eq!(learner.page.shows("Adresse électronique"), "camille.e");
    assert!(learner.page.action("Un autre indice").is_none());
}

#[tokio::test]
async fn a_hint_shows_the_place_on_the_paper_and_keeps_what_was_typed() {
    let house = House::opens().await;
    let mut learner = Learner::begins(&house).await;
    learner.logs_in().await;
    learner.types("Numéro de formule", "2099").presses("Donnez-moi un indice").await;
    assert!(learner.page.action("Montrez-moi sur le papier").is_none(), "the first rung shows nothing");
    learner.types("Numéro de formule", "2099").presses("Un autre indice").await;
    learner.types("Numéro de formule", "2099ZZ").presses("Montrez-moi sur le papier").await;
    assert_eq!(learner.page.heading(), "Votre véhicule", "the paper lies beside the page");
    assert!(learner.page.address.ends_with("/page/vehicule"), "{}", learner.page.address);
    assert_eq!(learner.page.body().matches(r#"id="ici""#).count(), 1, "one place is marked");
    assert!(learner.page.says("C’est ici"), "{}", learner.page.text());
    assert_eq!(learner.page.shows("Numéro de formule"), "2099ZZ");
    learner.presses("Ranger").await;
    assert_eq!(learner.page.shows("Numéro de formule"), "2099ZZ");
    assert!(!learner.page.says("C’est ici"), "{}", learner.page.text());
    learner.opens_paper("Carte grise").await;
    assert!(!learner.page.says("C’est ici"), "a paper opened by itself marks nothing");
}

#[tokio::test]
async fn the_way_of_rehearsing_changes_and_keeps_what_was_typed() {
    let house = House::opens().await;
    let mut learner = Learner::begins(&house).await;
    learner.types("Adresse électronique", "camille").presses("Découvrir").await;
    assert_eq!(learner.page.shows("Adresse électronique"), "camille");
    assert!(learner.page.says("On vous montre"), "{}", learner.page.text());
    learner.presses("Seul").await;
    assert!(learner.page.action("Demander de l’aide").is_some());
    learner.presses("Épreuve").await;
    assert_eq!(learner.page.shows("Adresse électronique"), "camille");
    assert!(learner.page.action("Demander de l’aide").is_none());
    assert!(!learner.page.says("Un coup de main"), "{}", learner.page.text());
}

#[tokio::test]
async fn a_page_with_errors_says_so_everywhere_and_keeps_what_was_typed() {
    let house = House::opens().await;
    let mut learner = Learner::begins(&house).await;
    learner.logs_in().await;
    learner.names_the_vehicle().await;
    learner.types("Numéro et nom de la rue", "99 rue de Nulle Part").types("Date du déménagement", "hier");
    learner.continues().await;
    assert_eq!(learner.page.heading(), "Votre nouvelle adresse");
    let wrong = learner.sees_error("Tapez le jour, le mois et l’année");
    assert_eq!(wrong.field, "champ-c.date");
    let ids: Vec<String> = learner.page.errors().into_iter().map(|wrong| wrong.field).collect();
    assert_eq!(ids, ["champ-c.ville.code-postal", "champ-c.date", "champ-c.justificatif"]);
    for id in ids {
        assert!(learner.page.body().contains(&format!("id=\"{id}\"")), "the summary leads nowhere: {id}");
    }
    assert_eq!(learner.page.shows("Numéro et nom de la rue"), "99 rue de Nulle Part");
    assert_eq!(learner.page.shows("Date du déménagement"), "hier");
}

#[tokio::test]
async fn a_code_comes_back_empty() {
    let house = House::opens().await;
    let mut learner = Learner::begins(&house).await;
    learner.presses("Fiche").await;
    let mail = learner.page.reads("Adresse électronique");
    learner.comes_back().await;
    learner.types("Adresse électronique", &mail).continues().await;
    learner.types("Code de connexion", "000000").continues().await;
    learner.sees_error("Ce code est incorrect");
    assert_eq!(learner.page.shows("Code de connexion"), "");
    assert!(!learner.page.body().contains("000000"));
}
