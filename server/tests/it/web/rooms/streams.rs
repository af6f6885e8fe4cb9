//! What pages of a room hear while they are open: news and no value, after a cut what was missed, and nothing without a right.

use std::time::Duration;

use axum::{
    body::Body,
    http::{Method, StatusCode},
};
use futures_util::StreamExt as _;
use tower::ServiceExt as _;

use super::opened;
use crate::{actor::Learner, house::House, mediator::Mediator};

/// A stream, and what it says in time.
struct Heard(axum::body::BodyDataStream, String);

impl Heard {
    async fn at(browser: &Learner, address: &str) -> Self {
        Self::again(browser, address, None).await
    }

    /// Comes back after a cut, with the id of the last message.
    async fn again(browser: &Learner, address: &str, last: Option<&str>) -> Self {
        let mut request = browser.way.request(Method::GET, address).header("cookie", browser.cookie());
        if let Some(last) = last {
            request = request.header("last-event-id", last);
        }
        let response = browser.router.clone().oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
        assert_eq!(response.status(), StatusCode::OK, "{address}");
        assert_eq!(response.headers()["content-type"], "text/event-stream");
        Self(response.into_body().into_data_stream(), String::new())
    }

    /// Reads on until `wanted` is there; says everything heard.
    async fn until(&mut self, wanted: &str) -> String {
        let reading = async {
            while !self.1.contains(wanted) {
                let Some(more) = self.0.next().await else { break };
                self.1.push_str(&String::from_utf8_lossy(&more.unwrap()));
            }
        };
        let in_time = tokio::time::timeout(Duration::from_secs(10), reading).await;
        assert!(in_time.is_ok() && self.1.contains(wanted), "no « {wanted} » in {}", self.1);
        std::mem::take(&mut self.1)
    }
}

#[tokio::test]
async fn a_board_hears_what_happens_and_never_what_was_typed() {
    let house = House::opens().await;
    let (host, room, code) = opened(&house).await;
    let mut board = Heard::at(&host, &format!("/atelier/{room}/direct")).await;
    board.until("entete").await;
    let mut learner = Learner::joins_and_begins(&house, &code).await;
    board.until("Se connecter").await;
    learner.types("Adresse électronique", "zzz-ceci-est-tape").continues().await;
    learner.types("Adresse électronique", "zzz-ceci-est-tape").continues().await;
    let heard = board.until("refus sur").await;
    assert!(!heard.contains("zzz-ceci-est-tape"), "{heard}");
    learner.types("Adresse électronique", "jean.dupont@gmail.com").continues().await;
    let heard = board.until("Vraie donnée arrêtée").await;
    assert!(!heard.contains("gmail"), "{heard}");
    assert!(!String::from_utf8_lossy(&house.bytes()).contains("zzz-ceci-est-tape"));
}

/// The id of the last message of what was heard.
fn last_id(heard: &str) -> String {
    let line = heard.lines().rfind(|line| line.starts_with("id: ")).expect("a message with an id");
    line.trim_start_matches("id: ").to_owned()
}

/// The address of the stream of a page, as the page says it.
fn stream_of(page: &Learner) -> String {
    let body = page.page.body();
    let after =
        body.split("&quot;address&quot;:&quot;").nth(1).or_else(|| body.split("\"address\":\"").nth(1));
    let address = after.expect("the island's address").split(['&', '"']).next().unwrap().to_owned();
    assert!(address.contains("/direct?vu="), "{address}");
    address
}

#[tokio::test]
async fn a_board_that_comes_back_is_sent_what_changed_during_the_cut_and_nothing_twice() {
    let house = House::opens().await;
    let (mut host, room, code) = opened(&house).await;
    let mut fox = Learner::joins_and_begins(&house, &code).await;
    let whale = Learner::joins_and_begins(&house, &code).await;
    host.opens(&format!("/atelier/{room}")).await;
    let address = stream_of(&host);
    let mut board = Heard::at(&host, &address).await;
    fox.presses("Je ne trouve pas le papier.").await;
    let heard = board.until("Demande de l’aide").await;
    assert!(!heard.contains(&whale.seat()), "the page showed the other line already: {heard}");
    let position = last_id(&heard);
    drop(board);
    // During the cut.
    fox.types("Adresse électronique", "camille").continues().await;
    let mut board = Heard::again(&host, &address, Some(&position)).await;
    let missed = board.until("refus sur").await;
    assert!(missed.contains(&fox.seat()), "{missed}");
    for not in [whale.seat().as_str(), "place-", "data-ordre"] {
        assert!(!missed.contains(not), "{not} in {missed}");
    }
    let caught_up = last_id(&missed);
    let mut again = Heard::again(&host, &address, Some(&caught_up)).await;
    fox.reloads().await;
    assert_eq!(again.until(":").await.matches("data:").count(), 0, "only a sign of life");
    drop((board, again));
    // A server that has started again does not know that position: it sends everything.
    let house = house.restarts().await;
    host.finds_again(&house);
    let heard = Heard::again(&host, &address, Some(&caught_up)).await.until("entete").await;
    assert!(heard.contains(&whale.seat()) && heard.contains("refus sur"), "{heard}");
}

#[tokio::test]
async fn pages_of_the_staff_hear_what_they_missed_between_being_drawn_and_listening() {
    let house = House::opens().await;
    let (mut host, room, code) = opened(&house).await;
    let fox = Learner::joins_and_begins(&house, &code).await;
    let place = format!("/atelier/{room}/place/{}", fox.seat());
    host.posts(&format!("{place}/regard"), &[]).await;
    let mut streams = Vec::new();
    for page in [format!("/atelier/{room}/projeter"), place.clone(), format!("{place}/regard")] {
        host.opens(&page).await;
        streams.push(stream_of(&host));
    }
    Learner::joins_and_begins(&house, &code).await;
    let mut fox = fox;
    fox.types("Adresse électronique", "camille").continues().await;
    for (stream, wanted) in streams.iter().zip(["data: .", "refus", "data: ."]) {
        let heard = Heard::at(&host, stream).await.until(wanted).await;
        let mut again = Heard::again(&host, stream, Some(&last_id(&heard))).await;
        // Whoever is cut off while looking over a shoulder looks no more, and is told so.
        let more = usize::from(stream.contains("/regard/"));
        assert_eq!(again.until(":").await.matches("data:").count(), more, "{stream}: and nothing twice");
    }
}

#[tokio::test]
async fn a_look_lasts_when_its_page_is_opened_again() {
    let house = House::opens().await;
    let (mut host, room, code) = opened(&house).await;
    let learner = Learner::joins_and_begins(&house, &code).await;
    let look = format!("/atelier/{room}/place/{}/regard", learner.seat());
    host.posts(&look, &[]).await;
    let former = Heard::at(&host, &stream_of(&host)).await;
    // The page comes anew before the stream of the former one is cut.
    host.opens(&look).await;
    let mut again = Heard::at(&host, &stream_of(&host)).await;
    drop(former);
    again.until(":").await;
    host.opens(&look).await;
    assert!(host.page.says("Ses réponses sont cachées"), "{}", host.page.text());
}

#[tokio::test]
async fn a_learner_hears_acts_and_a_removed_one_nothing_more() {
    let house = House::opens().await;
    let (mut host, room, code) = opened(&house).await;
    let mut learner = Learner::joins_and_begins(&house, &code).await;
    let body = learner.page.body();
    let shown =
        body.split("/direct?vu=").nth(1).expect("the island's address").split('&').next().unwrap().to_owned();
    let address = format!("{}/direct?vu={shown}", learner.exercise());
    let mut page = Heard::at(&learner, &address).await;
    host.acts(&room, &learner.seat(), "encourager", &[("mots", "bravo")]).await;
    page.until("data: .").await;
    host.acts(&room, &learner.seat(), "retirer", &[]).await;
    assert!(host.page.says("Retirer le renard bleu"), "asked once more: {}", host.page.text());
    host.acts(&room, &learner.seat(), "retirer", &[("sur", "oui")]).await;
    page.until("event: recharger").await;
    assert!(page.0.next().await.is_none(), "the stream has ended");
    learner.reloads().await;
    assert_eq!(learner.page.status, StatusCode::NOT_FOUND);
    assert!(!host.sees_the_board(&room).await.contains("renard bleu"));
}

#[tokio::test]
async fn two_mediators_of_a_place_see_the_same_board_and_both_act() {
    let house = House::opens().await;
    let (mut host, room, code) = opened(&house).await;
    let link = host.invites("médiation", "Médiathèque").await;
    let mut paul = Learner::comes(&house).await;
    paul.accepts(&link, "paul").await;
    let address = format!("/atelier/{room}/direct");
    let (mut one, mut other) = (Heard::at(&host, &address).await, Heard::at(&paul, &address).await);
    let mut learner = Learner::joins_and_begins(&house, &code).await;
    for board in [&mut one, &mut other] {
        board.until("renard").await;
    }
    learner.presses("Venez me voir, s’il vous plaît.").await;
    for board in [&mut one, &mut other] {
        board.until("Demande de l’aide").await;
    }
    paul.acts(&room, &learner.seat(), "vu", &[]).await;
    for board in [&mut one, &mut other] {
        board.until("Aide en cours").await;
    }
    // Each looks under their own name.
    paul.posts(&format!("/atelier/{room}/place/{}/regard", learner.seat()), &[]).await;
    learner.reloads().await;
    assert!(learner.page.says("paul regarde votre page"), "{}", learner.page.text());
}

#[tokio::test]
async fn nothing_that_the_staff_types_is_markup() {
    const ATTACK: &str = "<script>alert(1)</script>";
    let house = House::opens().await;
    let mut host = Mediator::installs(&house).await;
    host.opens("/gens").await;
    host.types_into("nom", ATTACK);
    host.presses("Ajouter ce lieu").await;
    let room = host.opens_a_room_with(&[("titre", ATTACK), ("garder", "<b>mardi</b>")]).await;
    let code = host.reads_the_code(&room).await;
    let mut learner = Learner::joins_and_begins(&house, &code).await;
    host.acts(&room, &learner.seat(), "encourager", &[("message", "<img src=x onerror=alert(1)>")]).await;
    learner.reloads().await;
    assert!(learner.page.says("onerror"), "{}", learner.page.text());
    let mut pages = vec![learner.page.body()];
    for page in
        ["/gens", "/equipe", "/journal", &format!("/atelier/{room}"), &format!("/atelier/{room}/bilan")]
    {
        host.opens(page).await;
        pages.push(host.page.body());
    }
    let mut board = Heard::at(&host, &format!("/atelier/{room}/direct")).await;
    pages.push(board.until("entete").await);
    for page in pages {
        for markup in ["<script>alert", "<b>mardi", "<img"] {
            assert!(!page.contains(markup), "{markup} in {page}");
        }
    }
}

#[tokio::test]
async fn a_session_that_ends_hears_nothing_more() {
    let house = House::opens().await;
    let (mut host, room, code) = opened(&house).await;
    let mut board = Heard::at(&host, &format!("/atelier/{room}/direct")).await;
    board.until("entete").await;
    host.opens("/compte").await;
    host.presses("Se déconnecter").await;
    drop(Learner::joins_and_begins(&house, &code).await);
    let heard = board.until("event: recharger").await;
    assert!(!heard.contains("renard"), "{heard}");
}
