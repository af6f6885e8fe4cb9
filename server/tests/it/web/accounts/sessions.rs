//! Sessions: each browser has its own, and they end in time, from the list, with the password, or at one's word.

use super::form;
use crate::house::House;
use crate::mediator::{Mediator, PASS_PHRASE};
use crate::page::{all, words};

fn listed(person: &Mediator) -> Vec<String> {
    all(&person.page.html(), "main .people__line").into_iter().map(words).collect()
}

#[tokio::test]
async fn a_session_is_closed_from_the_list_of_another() {
    let house = House::opens().await;
    let mut here = Mediator::installs(&house).await;
    let mut there = Mediator::signed_in(&house, "claire").await;
    here.opens("/compte").await;
    let lines = listed(&here);
    assert_eq!(lines.len(), 2, "{lines:?}");
    assert_eq!(lines.iter().filter(|line| line.contains("cet appareil")).count(), 1, "{lines:?}");
    assert!(lines.iter().all(|line| line.starts_with("Navigateur, appareil inconnu , vu le ")), "{lines:?}");

    here.presses("Fermer Navigateur").await;
    assert_eq!(here.page.address, "/compte?fait=sessions");
    assert_eq!(listed(&here).len(), 1);
    assert!(!there.is_signed_in().await);

    let mut others =
        [Mediator::signed_in(&house, "claire").await, Mediator::signed_in(&house, "claire").await];
    here.presses("Fermer toutes les autres sessions").await;
    for other in &mut others {
        assert!(!other.is_signed_in().await);
    }
    assert!(here.is_signed_in().await);
}

#[tokio::test]
async fn nobody_closes_somebody_elses_session() {
    let house = House::opens().await;
    let (claire, mut paul) = Mediator::two(&house).await;
    let mut claire = claire;
    let sessions = house.store.sessions(&account(&house, "claire").await).await.expect("the store");
    paul.posts("/compte/sessions", &form(&[("session", &sessions[0].token_digest)])).await;
    assert!(claire.is_signed_in().await);
}

async fn account(house: &House, login: &str) -> String {
    house.store.account_of_login(login).await.expect("the store").expect("an account").id
}

#[tokio::test]
async fn whoever_signs_out_leaves_no_key_under_the_mat() {
    let house = House::opens().await;
    let mut claire = Mediator::installs(&house).await;
    let mut thief = claire.another_tab();
    thief.keeps_its_own_cookies();
    claire.presses("Se déconnecter").await;
    assert_eq!(claire.page.heading(), "Connexion de l’équipe");
    assert_eq!(claire.cookie(), "");
    thief.opens("/compte").await;
    assert_eq!(thief.page.heading(), "Connexion de l’équipe");
    assert_eq!(house.rows("staff_session").await, 0);
}

#[tokio::test]
async fn another_password_ends_the_other_sessions() {
    let house = House::opens().await;
    let mut here = Mediator::installs(&house).await;
    let mut there = Mediator::signed_in(&house, "claire").await;
    here.opens("/compte").await;
    for (present, new, message, field) in [
        ("un mot de passe faux", "trois renards dorment ici", "n’est pas celui-là", "champ-actuel"),
        (PASS_PHRASE, "court", "douze signes ou plus", "champ-nouveau"),
    ] {
        here.types("Mot de passe actuel", present).types("Nouveau mot de passe", new);
        here.presses("Changer de mot de passe").await;
        assert_eq!(here.sees_error(message).field, field);
        here.opens("/compte").await;
    }
    assert!(there.is_signed_in().await);

    here.types("Mot de passe actuel", PASS_PHRASE).types("Nouveau mot de passe", "trois renards dorment ici");
    here.presses("Changer de mot de passe").await;
    assert!(here.page.says("Vos autres sessions sont fermées."), "{}", here.page.text());
    assert!(here.is_signed_in().await);
    assert!(!there.is_signed_in().await);
    there.signs_in("claire", PASS_PHRASE).await;
    there.sees_error("ne va pas");
    there.signs_in("claire", "trois renards dorment ici").await;
    assert!(there.is_signed_in().await);
}

#[tokio::test]
async fn a_session_ends_after_twelve_hours_without_use_and_after_seven_days_in_all() {
    let house = House::opens().await;
    let mut claire = Mediator::installs(&house).await;
    house.runs("UPDATE staff_session SET seen_at_ms = seen_at_ms - 11 * 60 * 60 * 1000").await;
    assert!(claire.is_signed_in().await, "and it has been seen");
    house.runs("UPDATE staff_session SET seen_at_ms = seen_at_ms - 11 * 60 * 60 * 1000").await;
    assert!(claire.is_signed_in().await);
    house.runs("UPDATE staff_session SET seen_at_ms = seen_at_ms - 12 * 60 * 60 * 1000 - 60000").await;
    assert!(!claire.is_signed_in().await);

    let mut claire = Mediator::signed_in(&house, "claire").await;
    house.runs("UPDATE staff_session SET opened_at_ms = opened_at_ms - 7 * 24 * 60 * 60 * 1000").await;
    assert!(!claire.is_signed_in().await);
    house.backend.purge_people().await.expect("the store");
    assert_eq!(house.rows("staff_session").await, 0);
}

#[tokio::test]
async fn a_restart_ends_nothing_and_a_forged_token_opens_nothing() {
    let house = House::opens().await;
    let mut claire = Mediator::installs(&house).await;
    let house = house.restarts().await;
    claire.finds_again(&house);
    assert!(claire.is_signed_in().await);

    let sessions = house.store.sessions(&account(&house, "claire").await).await.expect("the store");
    let digest = sessions[0].token_digest.chars().take(40).collect::<String>();
    for forged in ["", "x", "../..", &digest] {
        let request = claire.way.request(axum::http::Method::GET, "/compte");
        let request = request.header("cookie", format!("miroir-equipe={forged}"));
        let page = claire.sends(request.body(axum::body::Body::empty()).expect("a request")).await;
        assert_eq!(page.header("location"), "/connexion", "{forged}");
    }
}
