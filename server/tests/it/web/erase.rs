//! « J'ai terminé : effacer »: nothing is left for the next person, nor on the disk.

use std::time::Duration;

use axum::http::StatusCode;

use crate::actor::{Learner, Way};
use crate::house::House;

#[tokio::test]
async fn erasing_leaves_no_row_and_no_way_back() {
    let house = House::opens().await;
    let mut learner = Learner::begins(&house).await;
    learner.presses("Fiche").await;
    let mail = learner.page.reads("Adresse électronique");
    learner.comes_back().await;
    learner.types("Adresse électronique", "à moitié").presses("Papiers").await;
    let exercise = learner.exercise();
    let mut thief = learner.another_tab();
    thief.keeps_its_own_cookies();
    learner.comes_back().await;
    learner.erases().await;

    assert_eq!(learner.cookie(), "");
    for table in ["workshop", "seat", "rehearsal", "fact", "submission"] {
        assert_eq!(house.rows(table).await, 0, "{table}");
    }
    let bytes = house.bytes();
    assert!(!bytes.windows(mail.len()).any(|window| window == mail.as_bytes()), "a trace on the disk");
    // Back, history, and a cookie that somebody kept.
    for browser in [&mut learner, &mut thief] {
        for place in
            ["", "/page/connexion", "/fiche", "/papiers", "/papiers/carte-grise", "/messages", "/effacer"]
        {
            browser.opens(&format!("{exercise}{place}")).await;
            assert_eq!(browser.page.status, StatusCode::NOT_FOUND, "{place}");
            assert_eq!(browser.page.heading(), "Cet exercice n’est plus ouvert ici");
            assert!(!browser.page.body().contains(&mail));
        }
        browser.opens("/").await;
        assert!(!browser.page.says("Un exercice est en cours"), "{}", browser.page.text());
        let status = browser.sends(browser.post(&format!("{exercise}/page/connexion"), &[])).await.status;
        assert_eq!(status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn nothing_is_erased_before_yes_was_said() {
    let house = House::opens().await;
    let mut learner = Learner::begins(&house).await;
    learner.types("Adresse électronique", "à moitié").presses("J’ai terminé").await;
    assert_eq!(learner.page.heading(), "Tout effacer ?");
    learner.presses("Non, revenir à la démarche").await;
    assert_eq!(learner.page.shows("Adresse électronique"), "à moitié");
}

#[tokio::test]
async fn the_browser_is_told_to_forget_what_pages_kept_and_no_more() {
    for (house, way) in [(House::opens().await, Way::Room), (House::opens_over_tls().await, Way::Tls)] {
        let mut learner = Learner::comes_by(&house, way).await;
        learner.presses("S’entraîner seul").await;
        let erased = learner.sends(learner.post(&format!("{}/effacer", learner.exercise()), &[])).await;
        assert_eq!(erased.status, StatusCode::SEE_OTHER);
        assert_eq!(erased.header("clear-site-data"), "\"storage\"");
        assert!(erased.header("set-cookie").contains("Max-Age=0"), "{}", erased.header("set-cookie"));
    }
}

#[tokio::test]
async fn another_learners_exercise_is_not_erased() {
    let house = House::opens().await;
    let (mut one, other) = (Learner::begins(&house).await, Learner::begins(&house).await);
    let address = format!("{}/effacer", other.exercise());
    one.posts(&address, &[]).await;
    assert_eq!(one.page.status, StatusCode::NOT_FOUND);
    assert_eq!(house.rows("workshop").await, 2);
    one.opens("/").await;
    one.presses("L’effacer").await;
    one.presses("Oui, tout effacer").await;
    assert_eq!(house.rows("workshop").await, 1);
    assert_eq!(house.facts(&other.workshop()).await.len(), 1);
}

#[tokio::test]
async fn what_nobody_touched_for_days_is_purged() {
    let house = House::opens().await;
    let mut learner = Learner::begins(&house).await;
    let purged = house.backend.purge(1).await.expect("purged");
    assert_eq!(purged.workshops, 0, "touched today");
    learner.reloads().await;
    assert_eq!(learner.page.heading(), "Se connecter");
    // Everything is older than tomorrow.
    let tomorrow = server::clock::now_ms() + 24 * 60 * 60 * 1000;
    assert_eq!(house.store.purge(tomorrow).await.expect("purged").workshops, 1);
    house.backend.purge(365).await.expect("purged");
    learner.reloads().await;
    assert_eq!(learner.page.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn whoever_hangs_up_has_erased_all_the_same_in_memory_too() {
    let house = House::opens().await;
    let mut learner = Learner::begins(&house).await;
    let page = learner.page.address.clone();
    let address = format!("{}/effacer", learner.exercise());
    learner.hangs_up(learner.post(&address, &[]));
    for _ in 0..500 {
        learner.opens(&page).await;
        if learner.page.status == StatusCode::NOT_FOUND {
            assert_eq!(house.rows("rehearsal").await, 0);
            return;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    panic!("it still opens: {}", learner.page.text());
}
