//! Accounts: how the first one is made, how people sign in, and what stays closed.

use axum::http::StatusCode;

use crate::{
    actor::Learner,
    house::House,
    logs::Logs,
    mediator::{Mediator, PASS_PHRASE},
};

#[tokio::test]
async fn the_link_of_the_first_start_makes_one_account_and_no_other() {
    let house = House::opens().await;
    let key = house.backend.installation(false).await.unwrap().expect("a key");
    let mut host = Learner::comes(&house).await;
    host.opens("/installation?cle=abcdefgh").await;
    assert_eq!(host.page.status, StatusCode::NOT_FOUND);
    let address = format!("/installation?cle={key}");
    host.opens(&address).await;
    host.types("Nom de votre lieu", "Médiathèque").types("Nom affiché", "Claire");
    host.types("Identifiant", "claire").types("Mot de passe", "court");
    host.presses("Créer mon compte").await;
    host.sees_error("douze signes");
    assert_eq!(host.page.shows("Identifiant"), "claire", "what was typed is kept");
    host.types("Mot de passe", PASS_PHRASE);
    host.presses("Créer mon compte").await;
    assert_eq!(host.page.heading(), "Ateliers");
    host.opens(&address).await;
    assert_eq!(host.page.status, StatusCode::NOT_FOUND, "used up");
    assert_eq!(house.backend.installation(false).await.unwrap(), None);
}

#[tokio::test]
async fn nothing_of_the_staff_is_shown_to_whoever_is_not_signed_in() {
    let house = House::opens().await;
    let mut host = Mediator::installs(&house).await;
    let room = host.opens_a_room().await;
    let mut stranger = Learner::comes(&house).await;
    for page in ["/equipe", "/compte", "/gens", "/journal", "/ateliers/nouveau"] {
        stranger.opens(page).await;
        assert_eq!(stranger.page.heading(), "Connexion de l’équipe", "{page}");
    }
    for part in ["", "/direct", "/projeter", "/enveloppes", "/bilan", "/bilan.csv"] {
        stranger.opens(&format!("/atelier/{room}{part}")).await;
        assert_eq!(stranger.page.heading(), "Connexion de l’équipe", "{part}");
    }
    stranger.acts(&room, "toutes", "terminer", &[("sur", "oui")]).await;
    assert_eq!(stranger.page.status, StatusCode::FORBIDDEN);
    assert!(host.sees_the_board(&room).await.contains("Porte ouverte"));
}

#[tokio::test]
async fn a_wrong_password_is_told_neutrally_and_an_unknown_login_the_same() {
    let house = House::opens().await;
    drop(Mediator::installs(&house).await);
    let answers = [("claire", "une autre phrase ici"), ("inconnue", PASS_PHRASE)];
    let mut pages = Vec::new();
    for (login, password) in answers {
        let mut somebody = Learner::comes(&house).await;
        somebody.signs_in(login, password).await;
        somebody.sees_error("L’identifiant ou le mot de passe ne va pas.");
        assert!(!somebody.page.body().contains(password), "a password never comes back");
        pages.push(somebody.page.text().replace(login, "…"));
    }
    assert_eq!(pages[0], pages[1]);
    let mut claire = Learner::comes(&house).await;
    claire.signs_in(" Claire ", PASS_PHRASE).await;
    assert_eq!(claire.page.heading(), "Ateliers");
}

#[tokio::test]
async fn an_invitation_makes_one_account_that_is_no_host() {
    let house = House::opens().await;
    let mut host = Mediator::installs(&house).await;
    let link = host.invites("médiation", "Médiathèque").await;
    let mut paul = Learner::comes(&house).await;
    paul.accepts(&link, "paul").await;
    assert_eq!(paul.page.heading(), "Ateliers");
    for page in ["/gens", "/journal"] {
        paul.opens(page).await;
        assert_eq!(paul.page.status, StatusCode::NOT_FOUND, "{page}");
    }
    let mut late = Learner::comes(&house).await;
    late.opens(&link).await;
    assert_eq!(late.page.status, StatusCode::NOT_FOUND, "used up");
    host.opens("/journal").await;
    assert!(host.page.says("compte ouvert (médiation invitation)"), "{}", host.page.text());
}

#[tokio::test]
async fn a_closed_account_sees_nothing_more_and_the_last_host_stays() {
    let house = House::opens().await;
    let mut host = Mediator::installs(&house).await;
    let link = host.invites("médiation", "Médiathèque").await;
    let mut paul = Learner::comes(&house).await;
    paul.accepts(&link, "paul").await;
    host.opens("/gens").await;
    host.presses("Fermer ce compte pour paul").await;
    assert!(host.page.says("C’est fait"), "{}", host.page.text());
    paul.opens("/equipe").await;
    assert_eq!(paul.page.heading(), "Connexion de l’équipe");
    paul.signs_in("paul", PASS_PHRASE).await;
    paul.sees_error("L’identifiant ou le mot de passe ne va pas.");
    let myself =
        house.backend.accounts().await.unwrap().into_iter().find(|row| row.login == "claire").unwrap();
    let close = [("compte".to_owned(), myself.id), ("geste".to_owned(), "fermer".to_owned())];
    host.posts("/gens", &close).await;
    assert!(host.page.says("c’est le dernier responsable"), "{}", host.page.text());
}

#[tokio::test]
async fn sessions_are_listed_and_ended() {
    let house = House::opens().await;
    let mut host = Mediator::installs(&house).await;
    let mut elsewhere = Learner::comes(&house).await;
    elsewhere.signs_in("claire", PASS_PHRASE).await;
    host.opens("/compte").await;
    assert!(host.page.says("cet appareil"), "{}", host.page.text());
    host.presses("Fermer toutes les autres sessions").await;
    elsewhere.opens("/equipe").await;
    assert_eq!(elsewhere.page.heading(), "Connexion de l’équipe");
    host.opens("/equipe").await;
    assert_eq!(host.page.heading(), "Ateliers");
    host.presses("Se déconnecter").await;
    assert_eq!(host.page.heading(), "Connexion de l’équipe");
}

#[tokio::test]
async fn a_password_is_changed_by_whoever_knows_it() {
    let house = House::opens().await;
    let mut host = Mediator::installs(&house).await;
    host.opens("/compte").await;
    host.types("Mot de passe actuel", "une autre phrase ici")
        .types("Nouveau mot de passe", "la pluie aime les tortues");
    host.presses("Changer de mot de passe").await;
    host.sees_error("n’est pas celui-là");
    host.types("Mot de passe actuel", PASS_PHRASE).types("Nouveau mot de passe", "la pluie aime les tortues");
    host.presses("Changer de mot de passe").await;
    assert!(host.page.says("Votre mot de passe est changé"), "{}", host.page.text());
    host.presses("Se déconnecter").await;
    host.signs_in("claire", PASS_PHRASE).await;
    host.sees_error("L’identifiant ou le mot de passe ne va pas.");
    host.signs_in("claire", "la pluie aime les tortues").await;
    assert_eq!(host.page.heading(), "Ateliers");
}

#[tokio::test]
async fn a_second_factor_is_asked_for_and_a_code_serves_once() {
    let house = House::opens().await;
    let mut host = Mediator::installs(&house).await;
    host.opens("/compte").await;
    host.presses("Ajouter un second facteur").await;
    let text = host.page.text();
    let secret: String = text
        .split("Clé : ")
        .nth(1)
        .expect("a key")
        .chars()
        .take(39)
        .filter(|letter| *letter != ' ')
        .collect();
    host.types("3. Tapez le code affiché", "000000");
    host.presses("Activer").await;
    host.sees_error("Ce code ne va pas");
    let code = code_now(&secret);
    host.types("3. Tapez le code affiché", &code);
    host.presses("Activer").await;
    assert!(host.page.says("Le second facteur est actif"), "{}", host.page.text());

    let mut again = Learner::comes(&house).await;
    again.signs_in("claire", PASS_PHRASE).await;
    assert_eq!(again.page.heading(), "Votre code");
    again.types("Code à six chiffres", &code);
    again.presses("Continuer").await;
    again.sees_error("Ce code ne va pas");
    again.opens("/equipe").await;
    assert_eq!(again.page.heading(), "Connexion de l’équipe", "a password alone opens nothing");
}

/// The code that a telephone shows now.
fn code_now(secret: &str) -> String {
    let secret = totp_rs::Secret::try_from_base32(secret).expect("a secret");
    let totp = totp_rs::Builder::new().with_secret(secret).build().expect("a second factor");
    let now = u64::try_from(server::clock::now_ms() / 1000).expect("after 1970");
    totp.generate(now).to_string()
}

#[tokio::test]
async fn no_secret_is_in_the_log_nor_in_an_address() {
    let (logs, _guard) = Logs::listen();
    let house = House::opens().await;
    let key = house.backend.installation(false).await.unwrap().expect("a key");
    let host = Mediator::installs(&house).await;
    let mut other = Learner::comes(&house).await;
    other.signs_in("claire", "mot de passe de travers").await;
    let log = logs.text();
    for secret in [PASS_PHRASE, "mot de passe de travers", &key, "claire"] {
        assert!(!log.contains(secret), "{secret}");
        assert!(!host.page.address.contains(secret));
    }
    let kept = String::from_utf8_lossy(&house.bytes()).into_owned();
    assert!(!kept.contains(PASS_PHRASE), "hashed on the disk");
    let cookie = host.cookie();
    let token = cookie.split_once("miroir-equipe=").expect("a session").1;
    assert!(!kept.contains(token), "only its digest is on the disk");
}

#[tokio::test]
async fn the_journal_is_neither_changed_nor_cut() {
    use sqlx::{ConnectOptions as _, sqlite::SqliteConnectOptions};
    let house = House::opens().await;
    drop(Mediator::installs(&house).await);
    let settings = SqliteConnectOptions::new().filename(house.path().join("miroir.db"));
    let mut behind = settings.connect().await.unwrap();
    for attack in ["UPDATE journal SET about = ''", "DELETE FROM journal"] {
        let refused = sqlx::query(attack).execute(&mut behind).await;
        assert!(refused.is_err(), "{attack}");
    }
    let purge = server::store::PurgePeople {
        journal_before_ms: server::clock::now_ms() + 1000,
        seen_before_ms: 0,
        opened_before_ms: 0,
        now_ms: server::clock::now_ms() + 2000,
    };
    assert!(house.store.purge_people(purge).await.unwrap() > 0);
    let lines = house.store.journal(None, 10).await.unwrap();
    assert_eq!(lines.iter().map(|line| line.act.as_str()).collect::<Vec<_>>(), ["purge"]);
    assert!(sqlx::query("DELETE FROM journal").execute(&mut behind).await.is_err(), "the limit went back");
}
