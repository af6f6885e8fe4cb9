//! Sent twice, from an old tab, after the end, or with the browser's own buttons: nothing is doubled, nothing lost.

use axum::http::StatusCode;

use crate::actor::{Learner, NEW_BILL};
use crate::house::House;
use crate::page::Action;

const ALREADY_ON: &str = "Vous aviez déjà continué dans une autre fenêtre.";

async fn count(house: &House, learner: &Learner, name: &str) -> usize {
    house.facts(&learner.workshop()).await.iter().filter(|fact| fact.fact == name).count()
}

async fn with_the_right_address(house: &House) -> Learner {
    let mut learner = Learner::begins(house).await;
    learner.presses("Fiche").await;
    let mail = learner.page.reads("Adresse électronique");
    learner.comes_back().await;
    learner.types("Adresse électronique", &mail);
    learner
}

#[tokio::test]
async fn a_form_sent_twice_in_a_row_is_recorded_once() {
    let house = House::opens().await;
    let mut learner = with_the_right_address(&house).await;
    let (to, inputs) = learner.form();
    for _ in 0..2 {
        learner.posts(&to, &inputs).await;
        assert_eq!(learner.page.heading(), "Taper le code reçu");
        assert!(!learner.page.says(ALREADY_ON), "the second click of a double click is no detour");
    }
    assert_eq!(count(&house, &learner, "passed").await, 1);
    assert_eq!(count(&house, &learner, "mail_sent").await, 1);
}

#[tokio::test]
async fn a_form_sent_many_times_at_once_is_recorded_once() {
    let house = House::opens().await;
    let learner = with_the_right_address(&house).await;
    let (to, inputs) = learner.form();
    let send = || learner.sends(learner.post(&to, &inputs));
    let (a, b, c, d) = tokio::join!(send(), send(), send(), send());
    for page in [a, b, c, d] {
        assert_eq!(page.status, StatusCode::SEE_OTHER);
        assert!(page.header("location").ends_with("/page/code"), "{}", page.header("location"));
    }
    assert_eq!(count(&house, &learner, "passed").await, 1);
}

#[tokio::test]
async fn other_answers_in_a_copy_of_the_page_are_a_new_sending() {
    let house = House::opens().await;
    let mut learner = with_the_right_address(&house).await;
    let (to, right) = learner.form();
    learner.types("Adresse électronique", "sans arobase");
    let (_, wrong) = learner.form();
    learner.posts(&to, &wrong).await;
    assert_eq!(learner.page.heading(), "Se connecter");
    learner.posts(&to, &right).await;
    assert_eq!(learner.page.heading(), "Taper le code reçu");
}

#[tokio::test]
async fn an_old_tab_is_led_to_the_current_page_and_changes_nothing() {
    let house = House::opens().await;
    let mut learner = with_the_right_address(&house).await;
    let mut old = learner.another_tab();
    old.reloads().await;
    learner.continues().await;
    let facts = house.facts(&learner.workshop()).await;

    old.types("Adresse électronique", "autre chose").continues().await;
    assert_eq!(old.page.heading(), "Taper le code reçu");
    assert!(old.page.says(ALREADY_ON), "{}", old.page.text());
    assert_eq!(house.facts(&learner.workshop()).await, facts);
}

#[tokio::test]
async fn what_was_typed_in_an_old_tab_of_the_same_page_is_kept() {
    let house = House::opens().await;
    let mut learner = Learner::begins(&house).await;
    learner.logs_in().await;
    let mut old = learner.another_tab();
    // Forth and back in the other tab: the same page, another visit.
    learner.presses("Précédent").await;
    learner.types_the_code().await;
    old.types("Numéro de formule", "2099ZZ0").continues().await;
    assert!(old.page.says(ALREADY_ON), "{}", old.page.text());
    assert_eq!(old.page.shows("Numéro de formule"), "2099ZZ0");
    assert_eq!(old.page.errors(), []);
}

#[tokio::test]
async fn what_was_typed_waits_for_whoever_goes_back() {
    let house = House::opens().await;
    let mut learner = Learner::begins(&house).await;
    learner.logs_in().await;
    learner.types("Numéro de formule", "2099ZZ0").presses("Précédent").await;
    assert_eq!(learner.page.heading(), "Taper le code reçu");
    learner.types_the_code().await;
    assert_eq!(learner.page.shows("Numéro de formule"), "2099ZZ0");
    assert_eq!(learner.page.errors(), []);
}

#[tokio::test]
async fn an_old_tab_does_not_take_away_what_is_being_typed_in_the_new_one() {
    let house = House::opens().await;
    let mut learner = Learner::begins(&house).await;
    let mut old = learner.another_tab();
    learner.logs_in().await;
    learner.types("Numéro de formule", "2099ZZ0").presses("Papiers").await;
    for gesture in ["Papiers", "Donnez-moi un indice", "Continuer"] {
        let mut old = old.another_tab();
        match old.page.action(gesture) {
            Some(_) => old.presses(gesture).await,
            None => old.continues().await,
        }
    }
    old.continues().await;
    learner.comes_back().await;
    assert_eq!(learner.page.shows("Numéro de formule"), "2099ZZ0");
}

#[tokio::test]
async fn the_browsers_back_shows_a_passed_page_filled_and_sending_it_works() {
    let house = House::opens().await;
    let mut learner = Learner::begins(&house).await;
    learner.logs_in().await;
    let vehicle = learner.page.address.clone();
    learner.names_the_vehicle().await;
    learner.opens(&vehicle).await;
    assert_eq!(learner.page.heading(), "Votre véhicule");
    assert!(learner.page.says("Cette page est déjà remplie."), "{}", learner.page.text());
    assert!(learner.page.shows("Numéro d’immatriculation").contains("-000-"));
    learner.continues().await;
    assert_eq!(learner.page.heading(), "Votre nouvelle adresse");
    learner.gives_the_address(NEW_BILL).await;
    learner.signs().await;
    assert!(learner.page.says("Bravo"), "{}", learner.page.text());
}

#[tokio::test]
async fn a_page_not_reached_yet_leads_to_the_current_one() {
    let house = House::opens().await;
    let mut learner = Learner::begins(&house).await;
    let exercise = learner.exercise();
    let visit = learner.page.inputs("page").into_iter().find(|(name, _)| name == "visite").expect("a visit");
    for ahead in ["code", "recapitulatif", "confirmation"] {
        learner.opens(&format!("{exercise}/page/{ahead}")).await;
        assert_eq!(learner.page.heading(), "Se connecter", "{ahead}");
        learner.posts(&format!("{exercise}/page/{ahead}"), std::slice::from_ref(&visit)).await;
        assert_eq!(learner.page.heading(), "Se connecter", "{ahead}");
    }
    assert_eq!(house.facts(&learner.workshop()).await.len(), 1);
}

#[tokio::test]
async fn after_the_end_nothing_can_be_sent() {
    let house = House::opens().await;
    let mut learner = Learner::begins(&house).await;
    let first = learner.another_tab();
    learner.reaches_the_recap().await;
    let before = learner.another_tab();
    let Action::Send { to, inputs } = before.action("Modifier Votre véhicule") else { panic!("a button") };
    learner.signs().await;
    let facts = house.facts(&learner.workshop()).await;

    learner.posts(&to, &inputs).await;
    assert!(learner.page.says("Votre demande était déjà envoyée."), "{}", learner.page.text());
    for mut old in [first, before] {
        let (to, _) = old.form();
        for gesture in ["continuer", "precedent", "modifier.vehicule", "indice"] {
            let mut inputs = old.page.inputs("page");
            inputs.push(("geste".to_owned(), gesture.to_owned()));
            old.posts(&to, &inputs).await;
            assert_eq!(old.page.heading(), "Votre demande est enregistrée", "{gesture}");
        }
        old.opens(&to).await;
        assert_eq!(old.page.heading(), "Votre demande est enregistrée");
    }
    assert_eq!(house.facts(&learner.workshop()).await, facts);
}

#[tokio::test]
async fn beginning_again_ends_the_exercise_of_the_other_tab() {
    let house = House::opens().await;
    let mut first = Learner::begins(&house).await;
    let former = first.workshop();
    let mut second = first.another_tab();
    second.opens("/").await;
    assert!(second.page.says("Un exercice est en cours sur cet appareil"), "{}", second.page.text());
    second.presses("S’entraîner seul").await;
    assert_eq!(second.page.heading(), "Se connecter");
    assert!(house.facts(&former).await.is_empty());
    assert_eq!(house.rows("workshop").await, 1);

    let facts = house.facts(&second.workshop()).await;
    first.types("Adresse électronique", "x").continues().await;
    assert_eq!(
        (first.page.status, first.page.heading()),
        (StatusCode::NOT_FOUND, "Cet exercice n’est plus ouvert ici".into())
    );
    first.opens("/").await;
    first.presses("Reprendre l’exercice").await;
    assert_eq!(first.page.address, second.page.address);
    assert_eq!(house.facts(&second.workshop()).await, facts);
}
