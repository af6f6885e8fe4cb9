//! « Continuer plus tard »: left on one machine, taken up on the same or on another, by nobody else.

use axum::http::{Method, StatusCode};
use tokio::task::JoinSet;

use super::origin::{STRANGERS, from};
use crate::actor::{Learner, Way};
use crate::house::House;
use crate::logs::Logs;
use crate::page::{all, words};

const TAKEN_UP: &str = "Cet exercice a été repris sur un autre appareil";
const WRONG: &str = "Ces quatre images n’ouvrent aucun exercice";

/// The names of the four pictures, as the page of « Continuer plus tard » shows them.
pub(super) async fn leaves(learner: &mut Learner) -> Vec<String> {
    learner.presses("Continuer plus tard").await;
    assert_eq!(learner.page.heading(), "Continuer plus tard");
    let names: Vec<_> =
        all(&learner.page.html(), ".later__picture .picture__named").into_iter().map(words).collect();
    assert_eq!(names.len(), 4, "{}", learner.page.text());
    names
}

/// Comes to the home page, and shows its pictures.
pub(super) async fn takes_up(learner: &mut Learner, pictures: &[String]) {
    learner.opens("/").await;
    learner.presses("Reprendre avec mes quatre images").await;
    for picture in pictures {
        learner.presses(picture).await;
    }
    learner.presses("Reprendre mon exercice").await;
}

/// Four pictures that open nothing.
fn others(pictures: &[String]) -> Vec<String> {
    let mut others = pictures.to_vec();
    others.swap(0, 3);
    others
}

fn tried(words: &[&str]) -> Vec<(String, String)> {
    let chosen = words.iter().map(|word| ("image".to_owned(), (*word).to_owned()));
    chosen.chain([("ouvrir".to_owned(), "oui".to_owned())]).collect()
}

#[tokio::test]
async fn four_pictures_open_the_exercise_elsewhere_where_it_was_left() {
    let house = House::opens().await;
    let mut first = Learner::begins(&house).await;
    first.logs_in().await;
    let exercise = first.exercise();
    let pictures = leaves(&mut first).await;
    assert_eq!(first.exercise(), exercise);

    let mut second = Learner::comes(&house).await;
    takes_up(&mut second, &pictures).await;
    assert_eq!(second.page.heading(), "Votre véhicule", "{}", second.page.text());
    assert_eq!(second.exercise(), exercise);
    second.names_the_vehicle().await;

    // The first browser is told, whatever it asks for, and changes nothing.
    let facts = house.facts(&second.workshop()).await;
    for place in ["", "/page/vehicule", "/fiche", "/papiers", "/messages", "/plus-tard", "/effacer"] {
        first.opens(&format!("{exercise}{place}")).await;
        assert_eq!(
            (first.page.status, first.page.heading()),
            (StatusCode::NOT_FOUND, TAKEN_UP.to_owned()),
            "{place}"
        );
    }
    for place in ["/page/vehicule", "/papiers", "/messages", "/plus-tard", "/quitter", "/effacer"] {
        let refused = first.sends(first.post(&format!("{exercise}{place}"), &[])).await;
        assert_eq!(
            (refused.status, refused.heading()),
            (StatusCode::NOT_FOUND, TAKEN_UP.to_owned()),
            "{place}"
        );
    }
    first.opens("/").await;
    assert!(!first.page.says("Un exercice est en cours"), "{}", first.page.text());
    // Nor by beginning another, which clears away what its browser was in before.
    first.presses("S’entraîner seul").await;
    assert_eq!(house.facts(&second.workshop()).await, facts);
    second.reloads().await;
    assert_eq!(second.page.heading(), "Votre nouvelle adresse");
}

#[tokio::test]
async fn the_same_pictures_bring_it_back_and_to_another_server_started_again() {
    let house = House::opens().await;
    let mut first = Learner::begins(&house).await;
    let pictures = leaves(&mut first).await;
    assert_eq!(leaves(&mut first).await, pictures, "what was noted stays good");

    let house = house.restarts().await;
    first.finds_again(&house);
    assert_eq!(leaves(&mut first).await, pictures);
    let mut second = Learner::comes(&house).await;
    takes_up(&mut second, &pictures).await;
    let house = house.restarts().await;
    first.finds_again(&house);
    first.reloads().await;
    assert_eq!(first.page.heading(), TAKEN_UP, "after a restart too");
    first.presses("Reprendre avec mes quatre images").await;
    takes_up(&mut first, &pictures).await;
    assert_eq!(first.page.heading(), "Se connecter");
    second.finds_again(&house);
    second.reloads().await;
    assert_eq!(second.page.heading(), TAKEN_UP);
    takes_up(&mut first, &pictures).await;
    assert_eq!(first.page.heading(), "Se connecter", "in the browser that has it already");
}

#[tokio::test]
async fn leaving_is_a_gesture_that_keeps_what_was_typed_and_a_form_beside_the_clone() {
    let house = House::opens().await;
    let mut learner = Learner::begins(&house).await;
    learner.types("Adresse électronique", "à moitié");
    let pictures = leaves(&mut learner).await;
    learner.comes_back().await;
    assert_eq!(learner.page.shows("Adresse électronique"), "à moitié");
    for place in ["Fiche", "Papiers", "Messages"] {
        learner.presses(place).await;
        assert_eq!(leaves(&mut learner).await, pictures, "from {place}");
        learner.comes_back().await;
    }
    // Elsewhere, what was not sent is not there, as the page says.
    learner.types("Adresse électronique", "à moitié");
    leaves(&mut learner).await;
    let mut other = Learner::comes(&house).await;
    takes_up(&mut other, &pictures).await;
    assert_eq!(other.page.shows("Adresse électronique"), "");
}

#[tokio::test]
async fn looking_at_the_page_makes_no_key() {
    let house = House::opens().await;
    let mut learner = Learner::begins(&house).await;
    let exercise = learner.exercise();
    learner.opens(&format!("{exercise}/plus-tard")).await;
    assert_eq!(house.rows("picture_key").await, 0);
    learner.presses("Quitter cet ordinateur").await;
    assert!(learner.page.says("Notez-les ou photographiez-les"), "nobody leaves without a key");
    assert_eq!(house.rows("picture_key").await, 1);
    learner.opens(&format!("{exercise}/plus-tard")).await;
    assert!(learner.page.says("Notez-les ou photographiez-les"), "{}", learner.page.text());
}

#[tokio::test]
async fn the_page_says_until_when_and_where_and_the_home_page_how_far() {
    let house = House::opens().await;
    let mut learner = Learner::begins(&house).await;
    learner.logs_in().await;
    leaves(&mut learner).await;
    let last = server::clock::today().saturating_add(jiff::ToSpan::days(7));
    let last = scenarios::date::Date::from_iso(&last.to_string()).expect("a day").in_words();
    let says = learner.page.text();
    assert!(
        says.contains("7 jours") && says.contains(&last) && says.contains("http://127.0.0.1:3000"),
        "{says}"
    );

    learner.opens("/").await;
    let says = learner.page.text();
    for told in ["Un exercice est en cours sur cet appareil", "Changer l’adresse", "Votre véhicule", &last]
    {
        assert!(says.contains(told), "{told} in {says}");
    }
    learner.presses("Reprendre l’exercice").await;
    assert_eq!(learner.page.heading(), "Votre véhicule");

    // The last day is kept to its end: were today the last one, nothing would go.
    house.backend.purge(0).await.expect("purged");
    learner.reloads().await;
    assert_eq!(learner.page.heading(), "Votre véhicule");
}

#[tokio::test]
async fn whoever_means_to_come_back_keeps_the_pass_for_days_and_others_until_the_window_closes() {
    for (house, way) in [(House::opens().await, Way::Room), (House::opens_over_tls().await, Way::Tls)] {
        let mut learner = Learner::comes_by(&house, way).await;
        let begun = learner.sends(learner.post("/exercice", &[])).await;
        assert!(!begun.header("set-cookie").contains("Max-Age"), "{}", begun.header("set-cookie"));
        learner.opens(begun.header("location")).await;
        learner.opens("/").await;
        learner.presses("Reprendre l’exercice").await;
        let later = format!("{}/plus-tard", learner.exercise());
        let left = learner.sends(learner.post(&later, &[])).await;
        let cookie = left.header("set-cookie");
        assert!(cookie.contains("Max-Age=604800") && cookie.contains("HttpOnly"), "{cookie}");
        assert_eq!(left.header("location"), later);
    }
}

#[tokio::test]
async fn a_wrong_key_says_so_once_and_the_pictures_stay_to_be_corrected() {
    let house = House::opens().await;
    let mut first = Learner::begins(&house).await;
    let pictures = leaves(&mut first).await;
    let mut second = Learner::comes(&house).await;
    let mut wrong = pictures.clone();
    let spare = ["le chat", "la lune", "le livre", "la clé", "le vélo"];
    let spare = spare.into_iter().find(|name| !pictures.contains(&(*name).to_owned())).expect("one of five");
    spare.clone_into(&mut wrong[3]);
    takes_up(&mut second, &wrong).await;
    assert_eq!(second.page.status, StatusCode::OK);
    second.sees_error(WRONG);
    assert_eq!(second.page.text().matches(WRONG).count(), 1);
    assert_eq!(second.cookie(), "");
    let shown = |learner: &Learner| {
        all(&learner.page.html(), ".take_up__places .picture__named")
            .into_iter()
            .map(words)
            .collect::<Vec<_>>()
    };
    assert_eq!(shown(&second), wrong);

    second.presses("Corriger").await;
    assert_eq!(shown(&second), pictures[..3]);
    assert!(!second.page.title().starts_with("Erreur"), "{}", second.page.title());
    second.presses(&pictures[3]).await;
    second.presses("Reprendre mon exercice").await;
    assert_eq!(second.page.heading(), "Se connecter");
    takes_up(&mut first, &others(&pictures)).await;
    first.sees_error(WRONG);
}

#[tokio::test]
async fn unknown_erased_and_out_of_time_get_the_same_answer() {
    let house = House::opens().await;
    let mut erased = Learner::begins(&house).await;
    let key_of_erased = leaves(&mut erased).await;
    erased.comes_back().await;
    erased.erases().await;
    let mut purged = Learner::begins(&house).await;
    let key_of_purged = leaves(&mut purged).await;
    house.store.purge(server::clock::now_ms() + 1000).await.expect("purged");
    assert_eq!((house.rows("picture_key").await, house.rows("former_pass").await), (0, 0));

    let mut answers = Vec::new();
    for pictures in [&key_of_erased, &key_of_purged, &others(&key_of_erased)] {
        let mut stranger = Learner::comes(&house).await;
        takes_up(&mut stranger, pictures).await;
        stranger.sees_error(WRONG);
        let mut text = stranger.page.text();
        for picture in pictures {
            text = text.replace(picture.as_str(), "");
        }
        answers.push((stranger.page.status, text));
    }
    assert_eq!(answers[0], answers[1]);
    assert_eq!(answers[0], answers[2]);
}

#[tokio::test]
async fn a_machine_that_was_left_opens_nothing_and_the_pictures_do() {
    let house = House::opens().await;
    let mut learner = Learner::begins(&house).await;
    learner.logs_in().await;
    let exercise = learner.exercise();
    let pictures = leaves(&mut learner).await;
    let mut thief = learner.another_tab();
    thief.keeps_its_own_cookies();
    let left = learner.sends(learner.post(&format!("{exercise}/quitter"), &[])).await;
    assert_eq!((left.header("location"), left.header("clear-site-data")), ("/a-plus-tard", "\"storage\""));
    assert_eq!(learner.cookie(), "");
    learner.opens("/a-plus-tard").await;
    assert_eq!(learner.page.heading(), "À plus tard");
    for browser in [&mut learner, &mut thief] {
        browser.opens(&exercise).await;
        assert_eq!(browser.page.heading(), "Cet exercice n’est plus ouvert ici");
        browser.opens("/").await;
        assert!(!browser.page.says("Un exercice est en cours"));
        // The next person at this machine begins: the exercise that was left is not theirs to clear away.
        browser.presses("S’entraîner seul").await;
    }
    let mut home = Learner::comes(&house).await;
    takes_up(&mut home, &pictures).await;
    assert_eq!(home.page.heading(), "Votre véhicule");
}

#[tokio::test]
async fn what_is_in_a_browser_goes_when_another_exercise_comes_unless_its_key_was_given() {
    let house = House::opens().await;
    let mut left = Learner::begins(&house).await;
    let pictures = leaves(&mut left).await;
    let first = left.workshop();
    left.opens("/").await;
    left.presses("S’entraîner seul").await;
    let second = left.workshop();
    assert_eq!(house.facts(&first).await.len(), 1, "its key was noted: it stays");

    left.opens("/reprendre").await;
    assert!(left.page.says("Un autre exercice est en cours sur cet appareil"), "{}", left.page.text());
    takes_up(&mut left, &pictures).await;
    assert_eq!(left.workshop(), first);
    assert_eq!(house.facts(&second).await.len(), 0, "nobody could come back to it");
    assert_eq!(house.rows("workshop").await, 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn forty_people_behind_one_address_all_get_in_after_three_slips_each() {
    let house = House::opens().await;
    let mut room = Vec::new();
    for _ in 0..40 {
        let mut learner = Learner::comes_by(&house, Way::Room).await;
        learner.presses("S’entraîner seul").await;
        let pictures = leaves(&mut learner).await;
        let exercise = learner.exercise();
        room.push((Learner::comes_by(&house, Way::Room).await, pictures, exercise));
    }
    let mut tries = JoinSet::new();
    for (mut learner, pictures, exercise) in room {
        tries.spawn(async move {
            for _ in 0..3 {
                takes_up(&mut learner, &others(&pictures)).await;
                learner.sees_error(WRONG);
            }
            takes_up(&mut learner, &pictures).await;
            assert_eq!(learner.page.heading(), "Se connecter");
            assert_eq!(learner.exercise(), exercise);
        });
    }
    assert_eq!(tries.join_all().await.len(), 40);
}

/// On one thread, all of them are let in or turned away before the first one is answered.
#[tokio::test]
async fn a_crowd_of_guesses_is_turned_away_with_its_pictures_and_may_come_again() {
    let house = House::opens().await;
    let learner = Learner::comes(&house).await;
    let mut crowd = JoinSet::new();
    for _ in 0..100 {
        let one = learner.clone();
        crowd.spawn(async move {
            one.sends(one.post("/reprendre", &tried(&["chat", "cle", "lune", "velo"]))).await
        });
    }
    let answers = crowd.join_all().await;
    let busy: Vec<_> =
        answers.iter().filter(|page| page.says("Il y a beaucoup de monde en ce moment")).collect();
    assert_eq!((busy.len(), answers.len()), (36, 100));
    assert!(busy.iter().all(|page| page.says("le vélo") && !page.says(WRONG)));
    let again = learner.sends(learner.post("/reprendre", &tried(&["chat", "cle", "lune", "velo"]))).await;
    assert!(again.says(WRONG), "{}", again.text());
}

#[tokio::test]
async fn anything_else_than_four_pictures_is_never_tried() {
    let house = House::opens().await;
    let learner = Learner::comes(&house).await;
    for words in [
        &[][..],
        &["chat", "cle", "lune"],
        &["chat", "chat", "chat", "chat"],
        &["<b>", "licorne", "chat", "’"],
    ] {
        let page = learner.sends(learner.post("/reprendre", &tried(words))).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(!page.says(WRONG) && !page.body().contains("licorne"), "{words:?}");
    }
    let many =
        learner.sends(learner.post("/reprendre", &tried(&["chat", "cle", "lune", "velo", "livre"]))).await;
    assert!(many.says(WRONG) && !many.says("le livre"), "the first four count: {}", many.text());
}

#[tokio::test]
async fn a_key_is_in_no_address_and_in_no_log() {
    let (logs, _listening) = Logs::listen();
    let house = House::opens().await;
    let mut first = Learner::begins(&house).await;
    let pictures = leaves(&mut first).await;
    let stored = house.store.kept(&first.workshop(), &seat(&first)).await.expect("read");
    let stored = stored.and_then(|row| row.pictures).expect("a key");
    let mut second = Learner::comes(&house).await;
    second.opens("/reprendre").await;
    for picture in &pictures {
        second.presses(picture).await;
        assert_eq!(second.page.address, "/reprendre");
    }
    second.presses("Reprendre mon exercice").await;
    assert_eq!(second.page.heading(), "Se connecter");
    assert!(!logs.text().contains(&stored), "{stored}");
}

fn seat(learner: &Learner) -> String {
    learner.cookie().split('.').nth(1).unwrap_or_default().to_owned()
}

#[tokio::test]
async fn a_stranger_leaves_nothing_takes_nothing_and_quits_nothing() {
    let house = House::opens().await;
    let mut learner = Learner::begins(&house).await;
    let exercise = learner.exercise();
    leaves(&mut learner).await;
    let stored = house.store.kept(&learner.workshop(), &seat(&learner)).await.expect("read");
    let stored = stored.and_then(|row| row.pictures).expect("a key");
    let key = format!("image={}&", stored.replace(' ', "&image="));
    for (address, body) in [
        ("/reprendre", format!("{key}ouvrir=oui")),
        (&format!("{exercise}/plus-tard"), String::new()),
        (&format!("{exercise}/quitter"), String::new()),
    ] {
        for said in STRANGERS {
            for method in [Method::POST, Method::PUT, Method::DELETE] {
                let page = learner.sends(from(&method, address, &body, said)).await;
                assert_eq!(page.status, StatusCode::FORBIDDEN, "{method} {address} from {said:?}");
                assert_eq!(page.header("set-cookie"), "");
            }
        }
    }
    learner.opens(&exercise).await;
    assert_eq!(learner.page.heading(), "Se connecter");
}
