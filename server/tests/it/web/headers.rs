//! What answers say to browsers. What each of them must carry is checked by the actor, on every answer of every test.

use axum::body::Body;
use axum::http::{Method, StatusCode};

use crate::actor::{Learner, Way};
use crate::house::House;

#[tokio::test]
async fn the_cookie_is_dressed_for_the_way_miroir_is_reached() {
    for (house, way) in [(House::opens().await, Way::Room), (House::opens_over_tls().await, Way::Tls)] {
        let learner = Learner::comes_by(&house, way).await;
        let begun = learner.sends(learner.post("/exercice", &[])).await;
        assert_eq!(begun.status, StatusCode::SEE_OTHER);
        let cookie = begun.header("set-cookie").to_owned();
        let parts: Vec<&str> = cookie.split("; ").skip(1).collect();
        assert!(
            parts.contains(&"HttpOnly") && parts.contains(&"SameSite=Strict") && parts.contains(&"Path=/"),
            "{cookie}"
        );
        assert!(
            !parts.iter().any(|part| part.starts_with("Domain") || part.starts_with("Expires")),
            "{cookie}"
        );
        assert_eq!(parts.contains(&"Secure"), way == Way::Tls, "{cookie}");
        assert_eq!(cookie.starts_with("__Host-miroir="), way == Way::Tls, "{cookie}");
        assert_eq!(begun.header("strict-transport-security").is_empty(), way != Way::Tls);
    }
}

#[tokio::test]
async fn only_beginning_and_erasing_speak_of_cookies() {
    let house = House::opens().await;
    let mut learner = Learner::begins(&house).await;
    let cookie = learner.cookie();
    learner.reaches_the_recap().await;
    assert_eq!(learner.cookie(), cookie);
    for address in
        ["/", "/galerie", "/sante", "/robots.txt", "/efface", "/nulle-part", learner.page.address.as_str()]
    {
        let request = learner.way.request(Method::GET, address).body(Body::empty()).expect("a request");
        assert_eq!(learner.sends(request).await.header("set-cookie"), "", "{address}");
    }
}

#[tokio::test]
async fn robots_are_asked_to_stay_away_and_monitors_are_answered() {
    let house = House::opens().await;
    let mut robot = Learner::comes(&house).await;
    assert!(robot.page.body().contains("noindex"));
    robot.opens("/robots.txt").await;
    assert_eq!(robot.page.body(), "User-agent: *\nDisallow: /\n");
    robot.opens("/sante").await;
    assert_eq!((robot.page.status, robot.page.body().as_str()), (StatusCode::OK, "ok\n"));
}

#[tokio::test]
async fn looking_without_reading_gives_the_same_headers() {
    let house = House::opens().await;
    let learner = Learner::begins(&house).await;
    let request =
        learner.way.request(Method::HEAD, &learner.page.address).body(Body::empty()).expect("a request");
    let headers = learner.router.clone();
    let page = tower::ServiceExt::oneshot(headers, {
        let mut request = request;
        request.headers_mut().insert("cookie", learner.cookie().parse().expect("a cookie"));
        request
    })
    .await
    .expect("routers answer");
    assert_eq!(page.status(), StatusCode::OK);
    assert!(page.headers()["content-security-policy"].to_str().expect("ascii").contains("'nonce-"));
    assert_eq!(page.headers()["cache-control"], "no-store");
}

#[tokio::test]
async fn files_with_a_digest_are_kept_and_pages_are_not() {
    let house = House::opens().await;
    let learner = Learner::begins(&house).await;
    let body = learner.page.body();
    let asset = body.split("\"/assets/").nth(1).and_then(|rest| rest.split('"').next()).expect("an asset");
    let request =
        learner.way.request(Method::GET, &format!("/assets/{asset}")).body(Body::empty()).expect("a request");
    let page = learner.sends(request).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.header("cache-control").contains("immutable"));
    assert!(!body.contains("http://") || !body.contains("https://fonts"), "a page loads from Miroir alone");
}
