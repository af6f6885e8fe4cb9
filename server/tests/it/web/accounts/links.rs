//! The links by which accounts begin: of the first start, of an invitation. Each makes one account.

use axum::http::StatusCode;
use tokio::task::JoinSet;

use super::form;
use crate::actor::Learner;
use crate::house::House;
use crate::mediator::{Mediator, PASS_PHRASE, PLACE};

fn host(login: &str, key: &str) -> Vec<(String, String)> {
    form(&[
        ("cle", key),
        ("lieu", "Mairie"),
        ("nom", "Claire"),
        ("identifiant", login),
        ("mot-de-passe", PASS_PHRASE),
    ])
}

async fn key(house: &House, one_more: bool) -> Option<String> {
    house.backend.installation(one_more).await.expect("the store")
}

#[tokio::test]
async fn the_link_of_the_first_start_works_once() {
    let house = House::opens().await;
    let key = key(&house, false).await.expect("a first start");
    let mut stranger = Learner::comes(&house).await;
    let unknown = {
        stranger.opens("/nulle-part").await;
        stranger.page.text()
    };
    for wrong in ["/installation", "/installation?cle=", "/installation?cle=x", "/installation?cle=a&cle=b"] {
        stranger.opens(wrong).await;
        assert_eq!(
            (stranger.page.status, stranger.page.text()),
            (StatusCode::NOT_FOUND, unknown.clone()),
            "{wrong}"
        );
    }
    stranger.posts("/installation", &host("pirate", "x")).await;
    assert_eq!(stranger.page.status, StatusCode::NOT_FOUND);

    let mut claire = Learner::comes(&house).await;
    claire.opens(&format!("/installation?cle={key}")).await;
    assert_eq!(claire.page.heading(), "Créer votre compte");
    claire.posts("/installation", &host("claire", &key)).await;
    claire.opens("/compte").await;
    assert!(claire.page.says("Rôle : responsable"), "{}", claire.page.text());

    stranger.opens(&format!("/installation?cle={key}")).await;
    assert_eq!((stranger.page.status, stranger.page.text()), (StatusCode::NOT_FOUND, unknown));
    stranger.posts("/installation", &host("pirate", &key)).await;
    assert_eq!((stranger.page.status, house.rows("account").await), (StatusCode::NOT_FOUND, 1));

    let house = house.restarts().await;
    assert_eq!(super::links::key(&house, false).await, None, "there is an account");
}

#[tokio::test]
async fn two_who_come_at_once_by_the_first_link_are_not_two_hosts() {
    let house = House::opens().await;
    let key = key(&house, false).await.expect("a first start");
    let mut coming = JoinSet::new();
    for person in 0..4 {
        let (mut learner, form) = (Learner::comes(&house).await, host(&format!("person{person}"), &key));
        coming.spawn(async move {
            learner.posts("/installation", &form).await;
            learner.cookie().contains("miroir-equipe")
        });
    }
    let signed_in = coming.join_all().await.into_iter().filter(|in_| *in_).count();
    assert_eq!((signed_in, house.rows("account").await), (1, 1));
}

#[tokio::test]
async fn whoever_owns_the_machine_makes_one_more_host_by_a_link_of_its_own() {
    let house = House::opens().await;
    Mediator::installs(&house).await;
    let key = key(&house, true).await.expect("asked for");
    let mut lou = Learner::comes(&house).await;
    lou.posts("/installation", &host("claire", &key)).await;
    lou.sees_error("Cet identifiant est déjà pris.");
    lou.types("Identifiant", "lou").types("Mot de passe", PASS_PHRASE).presses("Créer mon compte").await;
    lou.opens("/gens").await;
    assert_eq!(lou.page.heading(), "Gens et lieux", "the slip did not cost the link: {}", lou.page.text());
    let mut other = Learner::comes(&house).await;
    other.posts("/installation", &host("other", &key)).await;
    assert_eq!((other.page.status, house.rows("account").await), (StatusCode::NOT_FOUND, 2));
}

#[tokio::test]
async fn what_was_typed_is_kept_after_an_error_but_for_the_password() {
    let house = House::opens().await;
    let key = key(&house, false).await.expect("a first start");
    let mut claire = Learner::comes(&house).await;
    claire.opens(&format!("/installation?cle={key}")).await;
    let fields = ["Nom de votre lieu", "Nom affiché", "Identifiant", "Mot de passe"];
    let long = "x".repeat(61);
    for (typed, message, field) in [
        (["  ", "Claire", "claire", PASS_PHRASE], "Écrivez le nom de votre lieu", "champ-lieu"),
        ([&long, "Claire", "claire", PASS_PHRASE], "Écrivez le nom de votre lieu", "champ-lieu"),
        (["Mairie", "", "claire", PASS_PHRASE], "Écrivez le nom sous lequel", "champ-nom"),
        (
            ["Mairie", "Claire", "claire@exemple.org", PASS_PHRASE],
            "sans accent ni espace ni arobase",
            "champ-identifiant",
        ),
        (["Mairie", "Claire", "cl", PASS_PHRASE], "sans accent ni espace ni arobase", "champ-identifiant"),
        (["Mairie", "Claire", "claire", "onze signes"], "douze signes ou plus", "champ-mot-de-passe"),
        (["Mairie", "Claire", "claire.durand", "Claire.Durand"], "se devine", "champ-mot-de-passe"),
    ] {
        for (label, text) in fields.into_iter().zip(typed) {
            claire.types(label, text);
        }
        claire.presses("Créer mon compte").await;
        assert_eq!(claire.sees_error(message).field, field, "{typed:?}");
        for (label, text) in fields.into_iter().zip(typed).take(3) {
            assert_eq!(claire.page.shows(label), text, "{label}");
        }
        assert_eq!(claire.page.shows("Mot de passe"), "");
    }
    assert_eq!(house.rows("account").await, 0);
    for (label, text) in fields.into_iter().zip(["Mairie", "Claire", "Claire", PASS_PHRASE]) {
        claire.types(label, text);
    }
    claire.presses("Créer mon compte").await;
    claire.opens("/compte").await;
    assert!(claire.page.says("Identifiant : claire"), "in small letters: {}", claire.page.text());
}

#[tokio::test]
async fn an_invitation_makes_one_account_of_that_role_in_that_place() {
    let house = House::opens().await;
    let mut claire = Mediator::installs(&house).await;
    let link = claire.invites("formation", PLACE).await;
    claire.opens("/gens").await;
    assert!(!claire.page.body().contains(&link), "it is shown once");

    let mut late = Learner::comes(&house).await;
    late.opens(&link).await;
    let mut paul = Learner::comes(&house).await;
    paul.opens(&link).await;
    assert!(
        paul.page.says(&format!("Votre lieu : {PLACE}. Votre rôle : formation.")),
        "{}",
        paul.page.text()
    );
    paul.types("Nom affiché", "Paul").types("Identifiant", "claire").types("Mot de passe", PASS_PHRASE);
    paul.presses("Créer mon compte").await;
    paul.sees_error("Cet identifiant est déjà pris.");
    paul.types("Identifiant", "paul").types("Mot de passe", PASS_PHRASE).presses("Créer mon compte").await;
    paul.opens("/compte").await;
    assert!(paul.page.says("Rôle : formation"), "{}", paul.page.text());

    late.types("Nom affiché", "Late").types("Identifiant", "late").types("Mot de passe", PASS_PHRASE);
    late.presses("Créer mon compte").await;
    assert_eq!(late.page.status, StatusCode::NOT_FOUND);
    late.opens(&link).await;
    assert_eq!((late.page.status, house.rows("account").await), (StatusCode::NOT_FOUND, 2));
}

#[tokio::test]
async fn an_invitation_is_good_for_a_week_while_whoever_made_it_is_a_host() {
    let house = House::opens().await;
    let mut claire = Mediator::installs(&house).await;
    let old = claire.invites("médiation", PLACE).await;
    house.runs("UPDATE invitation SET good_until_ms = good_until_ms - 7 * 24 * 60 * 60 * 1000").await;
    let link = claire.invites("responsable", PLACE).await;
    let mut paul = Mediator::invited(&house, &link, "Paul").await;
    let pauls = paul.invites("responsable", PLACE).await;
    claire.closes("Paul").await;
    let mut nobody = Learner::comes(&house).await;
    for link in [old, pauls, "/invitation/x".to_owned()] {
        nobody.opens(&link).await;
        assert_eq!(nobody.page.status, StatusCode::NOT_FOUND, "{link}");
    }
}

#[tokio::test]
async fn an_invitation_waits_in_sight_and_can_be_taken_back() {
    let house = House::opens().await;
    let mut claire = Mediator::installs(&house).await;
    let link = claire.invites("formation", PLACE).await;
    assert!(claire.page.says("Les invitations en attente"), "at once: {}", claire.page.text());
    claire.opens("/gens").await;
    assert!(claire.page.says("Préparée par Claire"), "{}", claire.page.text());
    assert!(!claire.page.body().contains(&link), "the link itself is shown once");
    let mut other_tab = claire.another_tab();
    claire.presses("Retirer l’invitation de Claire pour formation, Médiathèque").await;
    assert_eq!(claire.page.address, "/gens?fait=oui");
    assert!(!claire.page.says("Les invitations en attente"));
    other_tab.presses("Retirer l’invitation de Claire pour formation, Médiathèque").await;
    assert!(other_tab.page.says("Cette invitation ne sert plus"), "{}", other_tab.page.text());
    let mut late = Learner::comes(&house).await;
    late.opens(&link).await;
    assert_eq!(late.page.status, StatusCode::NOT_FOUND);
    claire.opens("/journal").await;
    assert!(claire.page.says("invitation retirée"), "{}", claire.page.text());
}

#[tokio::test]
async fn whoever_goes_to_another_place_leads_its_rooms_and_no_others() {
    let house = House::opens().await;
    let (mut claire, mut paul) = Mediator::two(&house).await;
    let room = paul.opens_a_room().await;
    claire.opens("/gens").await;
    claire.types("Nouveau lieu", "Mairie").presses("Ajouter ce lieu").await;
    claire.presses("Changer de lieu pour Paul").await;
    assert_eq!(claire.page.address, "/gens?fait=oui");
    assert!(claire.page.says("médiation , Mairie"), "{}", claire.page.text());
    paul.opens("/equipe").await;
    assert!(paul.page.says("Mairie") && paul.page.says("Aucun atelier"), "{}", paul.page.text());
    paul.opens(&format!("/atelier/{room}")).await;
    assert_eq!(paul.page.status, StatusCode::NOT_FOUND);
    assert!(claire.sees_the_board(&room).await.contains("Porte ouverte"), "the room stays where it was");
    let nowhere = form(&[("geste", "deplacer"), ("compte", "x"), ("lieu", "nowhere")]);
    claire.posts("/gens", &nowhere).await;
    assert_eq!(claire.page.status, StatusCode::NOT_FOUND);
}
