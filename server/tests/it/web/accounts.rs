//! Accounts of the staff: how they begin, who may open what, how they end.

mod links;
mod sessions;
mod tries;

use axum::http::StatusCode;

use super::origin::{STRANGERS, from};
use crate::actor::{Learner, Way};
use crate::house::House;
use crate::logs::Logs;
use crate::mediator::{Mediator, PASS_PHRASE, PLACE};
use crate::page::{Action, all, words};

/// Pages of the staff, and those that only a host has.
const PAGES: [&str; 5] = ["/equipe", "/ateliers/nouveau", "/compte", "/gens", "/journal"];
const OF_HOSTS: [&str; 2] = ["/gens", "/journal"];

/// A form in pairs.
pub(super) fn form(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

/// What a button would send, as somebody else could send it.
fn sent(person: &Mediator, label: &str) -> (String, Vec<(String, String)>) {
    match person.action(label) {
        Action::Send { to, inputs } => (to, inputs),
        Action::Follow(address) => panic!("« {label} » is a link to {address}"),
    }
}

/// The lines of the journal, the oldest first: who, where, what.
async fn journal(host: &mut Mediator) -> Vec<[String; 3]> {
    host.opens("/journal").await;
    assert_eq!(host.page.heading(), "Journal");
    let html = host.page.html();
    let cells: Vec<String> = all(&html, "main tbody td").into_iter().map(words).collect();
    let rows = cells.chunks(4).rev();
    rows.map(|row| [row[1].clone(), row[2].clone(), row[3].clone()]).collect()
}

#[tokio::test]
async fn nobody_signed_in_is_led_to_sign_in_and_changes_nothing() {
    let house = House::opens().await;
    let mut claire = Mediator::installs(&house).await;
    let room = claire.opens_a_room().await;
    let parts = ["", "/direct", "/projeter", "/enveloppes", "/bilan", "/bilan.csv"];
    let of_room = parts.map(|part| format!("/atelier/{room}{part}"));
    let mut stranger = Learner::comes(&house).await;
    for address in PAGES.into_iter().chain(of_room.iter().map(String::as_str)) {
        let asked = stranger
            .sends(
                stranger
                    .way
                    .request(axum::http::Method::GET, address)
                    .body(axum::body::Body::empty())
                    .expect("a request"),
            )
            .await;
        assert_eq!(
            (asked.status, asked.header("location")),
            (StatusCode::SEE_OTHER, "/connexion"),
            "{address}"
        );
    }
    let before = house.rows("journal").await;
    for address in ["/compte/mot-de-passe", "/compte/second-facteur", "/compte/sessions", "/gens"] {
        stranger.posts(address, &form(&[("geste", "lieu"), ("nom", "Ailleurs")])).await;
        assert_eq!(stranger.page.status, StatusCode::FORBIDDEN, "{address}");
        assert_eq!(stranger.page.heading(), "Votre session est terminée", "{address}");
    }
    stranger.acts(&room, "toutes", "terminer", &[("sur", "oui")]).await;
    assert_eq!(stranger.page.status, StatusCode::FORBIDDEN);
    assert!(claire.sees_the_board(&room).await.contains("Porte ouverte"));
    assert_eq!((house.rows("place").await, house.rows("journal").await), (1, before));
    stranger.presses("Se connecter").await;
    assert_eq!(stranger.page.heading(), "Connexion de l’équipe");
}

#[tokio::test]
async fn only_a_host_sees_to_people() {
    let house = House::opens().await;
    let (mut claire, paul) = Mediator::two(&house).await;
    let trainer = claire.invites("formation", PLACE).await;
    let lou = Mediator::invited(&house, &trainer, "Lou").await;
    for mut person in [paul, lou] {
        assert!(!person.page.says("Gens et lieux"), "{}", person.page.text());
        for address in OF_HOSTS {
            person.opens(address).await;
            assert_eq!(person.page.status, StatusCode::NOT_FOUND, "{address}");
        }
        for sent in [
            &[("geste", "inviter"), ("role", "host"), ("lieu", PLACE)][..],
            &[("geste", "lieu"), ("nom", "Ailleurs")],
            &[("geste", "fermer"), ("compte", "x")],
        ] {
            person.posts("/gens", &form(sent)).await;
            assert_eq!(person.page.status, StatusCode::NOT_FOUND, "{sent:?}");
        }
    }
    assert_eq!((house.rows("invitation").await, house.rows("place").await), (0, 1));
}

#[tokio::test]
async fn one_house_has_several_places_with_their_own_people() {
    let house = House::opens().await;
    let mut claire = Mediator::installs(&house).await;
    claire.opens("/gens").await;
    claire.types("Nouveau lieu", " ").presses("Ajouter ce lieu").await;
    let wrong = claire.sees_error("Écrivez le nom du lieu");
    assert_eq!(wrong.field, "champ-nom");
    claire.types("Nouveau lieu", "Guichet  de Montbrun").presses("Ajouter ce lieu").await;
    assert_eq!(claire.page.address, "/gens?fait=oui");
    let link = claire.invites("médiation", "Guichet de Montbrun").await;
    let mut paul = Mediator::invited(&house, &link, "Paul").await;
    assert!(paul.page.says("Guichet de Montbrun"), "{}", paul.page.text());

    claire.opens("/gens").await;
    let (to, mut inputs) = sent(&claire, "Renommer");
    inputs.retain(|(name, _)| name != "nom");
    claire.posts(&to, &[inputs.clone(), form(&[("nom", &"x".repeat(61))])].concat()).await;
    let wrong = claire.sees_error("soixante signes au plus");
    assert!(wrong.field.starts_with("champ-nom-"), "{wrong:?}");
    claire.posts(&to, &[inputs, form(&[("nom", "Mairie")])].concat()).await;
    paul.opens("/compte").await;
    assert!(paul.page.says("Mairie"), "at once: {}", paul.page.text());

    let unknown = form(&[("geste", "inviter"), ("role", "mediator"), ("lieu", "nowhere")]);
    claire.posts("/gens", &unknown).await;
    assert_eq!(
        (claire.page.status, claire.page.heading().as_str()),
        (StatusCode::NOT_FOUND, "Cette page n’existe pas")
    );
}

#[tokio::test]
async fn a_closed_account_is_out_at_once_and_for_good() {
    let house = House::opens().await;
    let (mut claire, mut paul) = Mediator::two(&house).await;
    assert!(paul.is_signed_in().await);
    claire.opens("/gens").await;
    let (to, close) = sent(&claire, "Fermer ce compte pour Paul");
    claire.closes("Paul").await;
    assert!(claire.page.says("fermé"), "{}", claire.page.text());
    claire.posts(&to, &close).await;
    assert!(!claire.page.says("Impossible"), "pressed twice, it is closed once: {}", claire.page.text());
    assert!(!paul.is_signed_in().await);

    let mut again = Learner::comes(&house).await;
    again.signs_in("paul", PASS_PHRASE).await;
    again.sees_error("L’identifiant ou le mot de passe ne va pas.");
    assert!(claire.is_signed_in().await);
}

#[tokio::test]
async fn a_role_given_counts_at_the_next_page_and_there_is_always_a_host() {
    let house = House::opens().await;
    let (mut claire, mut paul) = Mediator::two(&house).await;
    claire.opens("/gens").await;
    let (to, close) = sent(&claire, "Fermer ce compte pour Paul");
    claire.presses("Rôle : responsable pour Paul").await;
    paul.opens("/gens").await;
    assert_eq!(paul.page.heading(), "Gens et lieux", "{}", paul.page.text());
    paul.presses("Rôle : médiation pour Claire").await;
    claire.opens("/gens").await;
    assert_eq!(claire.page.status, StatusCode::NOT_FOUND);

    paul.posts(&to, &close).await;
    assert!(paul.page.says("Impossible : c’est le dernier responsable."), "{}", paul.page.text());
    assert!(paul.is_signed_in().await);
}

#[tokio::test]
async fn the_journal_says_who_did_what_in_words() {
    let house = House::opens().await;
    let (mut claire, mut paul) = Mediator::two(&house).await;
    paul.presses("Se déconnecter").await;
    claire.opens("/gens").await;
    claire.presses("Rôle : formation pour Paul").await;
    let lines = journal(&mut claire).await;
    let expected = [
        ["Claire", PLACE, "compte ouvert (responsable installation)"],
        ["Claire", PLACE, "connexion (Navigateur, appareil inconnu)"],
        ["Claire", PLACE, "invitation (médiation)"],
        ["Paul", PLACE, "compte ouvert (médiation invitation)"],
        ["Paul", PLACE, "connexion (Navigateur, appareil inconnu)"],
        ["Paul", PLACE, "déconnexion"],
        ["Claire", PLACE, "rôle donné (Paul formation)"],
    ];
    assert_eq!(lines, expected.map(|line| line.map(ToOwned::to_owned)));
}

#[tokio::test]
async fn old_lines_of_the_journal_go_and_leave_one() {
    let house = House::opens().await;
    let mut claire = Mediator::installs(&house).await;
    house
        .runs("INSERT INTO journal (at_ms, place, account, act, about) VALUES (1, '', '', 'regard', '')")
        .await;
    assert_eq!(house.backend.purge_people().await.expect("the store"), 1);
    let lines = journal(&mut claire).await;
    assert_eq!(lines.last().map(|line| line[2].as_str()), Some("anciennes lignes effacées (1)"));
    assert_eq!(lines.len(), 3);
}

#[tokio::test]
async fn strangers_change_nothing_in_the_name_of_somebody_signed_in() {
    let house = House::opens().await;
    let mut claire = Mediator::installs(&house).await;
    let before = house.rows("journal").await;
    for said in STRANGERS {
        for (address, body) in [
            ("/gens", "geste=lieu&nom=Ailleurs"),
            ("/compte/sessions", ""),
            ("/deconnexion", ""),
            ("/connexion", "identifiant=claire&mot-de-passe=x"),
        ] {
            let page = claire.sends(from(&axum::http::Method::POST, address, body, said)).await;
            assert_eq!(page.status, StatusCode::FORBIDDEN, "{address} {said:?}");
            assert_eq!(page.header("set-cookie"), "", "{address} {said:?}");
        }
    }
    assert_eq!(house.rows("journal").await, before);
    assert!(claire.is_signed_in().await);
}

#[tokio::test]
async fn no_secret_is_in_the_log_nor_in_an_address_nor_readable_in_the_folder() {
    let (logs, _listening) = Logs::listen();
    let house = House::opens_over_tls().await;
    let mut claire = Mediator::installs_by(&house, Way::Tls).await;
    let cookie = claire.cookie();
    let (name, token) = cookie.split_once('=').expect("a cookie");
    assert_eq!(name, "__Host-miroir-equipe");
    let link = claire.invites("médiation", PLACE).await;
    let invitation = link.rsplit('/').next().expect("a token").to_owned();
    claire.presses("Mon compte").await;
    claire
        .types("Mot de passe actuel", PASS_PHRASE)
        .types("Nouveau mot de passe", "trois renards dorment ici");
    claire.presses("Changer de mot de passe").await;
    assert!(claire.page.says("Votre mot de passe est changé."), "{}", claire.page.text());
    let mut addresses = vec![claire.page.address.clone()];
    claire.presses("Se déconnecter").await;
    claire.signs_in("claire", "un mot de passe bien faux").await;
    addresses.push(claire.page.address.clone());
    claire.signs_in("claire", "trois renards dorment ici").await;
    addresses.push(claire.page.address.clone());

    let secrets =
        [PASS_PHRASE, "trois renards dorment ici", "un mot de passe bien faux", token, &invitation, "claire"];
    tracing::info!("the end");
    let log = logs.text();
    assert!(log.contains("the end"), "nothing was listened to");
    let on_disk = house.bytes();
    let is_on_disk = |secret: &str| on_disk.windows(secret.len()).any(|window| window == secret.as_bytes());
    for secret in secrets {
        assert!(!log.contains(secret), "« {secret} » is in the log");
        assert!(!addresses.iter().any(|address| address.contains(secret)), "« {secret} » in {addresses:?}");
        assert!(secret == "claire" || !is_on_disk(secret), "« {secret} » lies in the folder");
    }
    assert!(is_on_disk("$argon2id$"), "one looks where passwords would be");
}
