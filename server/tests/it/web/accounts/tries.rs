//! Wrong passwords: never told what was wrong, slowed down, then blocked and told so, alike for logins that nobody has.

use std::time::Duration;

use crate::actor::Learner;
use crate::house::House;
use crate::mediator::{Mediator, PASS_PHRASE, PLACE};

const WRONG: &str = "L’identifiant ou le mot de passe ne va pas.";
const BLOCKED: &str = "Cet identifiant est bloqué un quart d’heure.";

/// So long later, by the clock that tries are counted by.
async fn later(seconds: u64) {
    tokio::time::pause();
    tokio::time::advance(Duration::from_secs(seconds)).await;
    tokio::time::resume();
}

/// The answer as it came, without what differs from one page to the next anyway: its nonce, the login typed.
fn bare(learner: &Learner, login: &str) -> String {
    let policy = learner.page.policy();
    let nonce =
        policy["script-src"].split('\'').find_map(|part| part.strip_prefix("nonce-")).expect("a nonce");
    learner.page.body().replace(nonce, "").replace(login, "")
}

/// Fails so often, waiting as told. What the last answer said.
async fn fails(learner: &mut Learner, login: &str, times: u32) {
    for _ in 0..times {
        learner.signs_in(login, "un mot de passe faux").await;
        if learner.page.says("Attendez") {
            later(21).await;
            learner.signs_in(login, "un mot de passe faux").await;
        }
    }
}

#[tokio::test]
async fn an_unknown_login_is_answered_like_a_known_one_to_the_letter() {
    let house = House::opens().await;
    Mediator::two(&house).await.0.closes("Paul").await;
    let mut learner = Learner::comes(&house).await;
    let mut answers = Vec::new();
    for login in ["claire", "personne", "paul", "pas un identifiant"] {
        learner.signs_in(login, "un mot de passe faux").await;
        learner.sees_error(WRONG);
        assert_eq!(learner.page.shows("Identifiant"), login, "kept");
        assert_eq!(learner.page.shows("Mot de passe"), "");
        let mut headers = learner.page.headers.clone();
        headers.remove("content-security-policy");
        answers.push((learner.page.status, format!("{headers:?}").replace(login, ""), bare(&learner, login)));
    }
    for answer in &answers {
        assert_eq!((answer.0, &answer.2), (answers[0].0, &answers[0].2));
    }
    learner.signs_in(" Claire ", PASS_PHRASE).await;
    assert!(learner.is_signed_in().await, "capitals and spaces are no error");
}

#[tokio::test]
async fn thirty_wrong_passwords_block_and_tell_known_or_not() {
    let house = House::opens().await;
    let mut claire = Mediator::installs(&house).await;
    let mut guesser = Learner::comes(&house).await;
    let mut told = Vec::new();
    for login in ["claire", "personne"] {
        fails(&mut guesser, login, 10).await;
        guesser.sees_error(WRONG);
        guesser.signs_in(login, PASS_PHRASE).await;
        guesser.sees_error("Attendez 10 secondes");
        later(11).await;
        fails(&mut guesser, login, 10).await;
        guesser.signs_in(login, PASS_PHRASE).await;
        guesser.sees_error("Attendez 20 secondes");
        later(21).await;
        fails(&mut guesser, login, 9).await;
        guesser.sees_error(WRONG);
        later(21).await;
        guesser.signs_in(login, "un mot de passe faux").await;
        guesser.sees_error(BLOCKED);
        guesser.signs_in(login, PASS_PHRASE).await;
        guesser.sees_error(BLOCKED);
        told.push(bare(&guesser, login));
    }
    assert_eq!(told[0], told[1]);

    assert!(claire.is_signed_in().await, "whoever is in stays in");
    let link = claire.invites("médiation", PLACE).await;
    Mediator::invited(&house, &link, "Paul").await;
    Mediator::signed_in(&house, "paul").await;
    later(15 * 60).await;
    Mediator::signed_in(&house, "claire").await;
}

#[tokio::test]
async fn a_crowd_of_tries_at_once_is_no_way_around() {
    let house = House::opens().await;
    Mediator::installs(&house).await;
    let mut crowd = tokio::task::JoinSet::new();
    for _ in 0..60 {
        let mut learner = Learner::comes(&house).await;
        crowd.spawn(async move {
            let typed = [("identifiant", "claire"), ("mot-de-passe", "un mot de passe faux")];
            learner.posts("/connexion", &super::form(&typed)).await;
            learner.page.says(WRONG)
        });
    }
    let looked_at = crowd.join_all().await.into_iter().filter(|wrong| *wrong).count();
    assert_eq!(looked_at, 10);
}

#[tokio::test]
async fn whoever_is_signed_in_is_slowed_down_by_nobody_else_and_by_their_own_errors() {
    let house = House::opens().await;
    let mut claire = Mediator::installs(&house).await;
    let mut guesser = Learner::comes(&house).await;
    fails(&mut guesser, "claire", 10).await;
    let changes = async |claire: &mut Mediator, present: &str| {
        claire.opens("/compte").await;
        claire
            .types("Mot de passe actuel", present)
            .types("Nouveau mot de passe", "trois renards dorment ici");
        claire.presses("Changer de mot de passe").await;
    };
    for _ in 0..10 {
        changes(&mut claire, "un mot de passe faux").await;
        claire.sees_error("n’est pas celui-là");
    }
    changes(&mut claire, PASS_PHRASE).await;
    claire.sees_error("Attendez un peu");
    later(11).await;
    changes(&mut claire, PASS_PHRASE).await;
    assert!(claire.page.says("Votre mot de passe est changé."), "{}", claire.page.text());
}
