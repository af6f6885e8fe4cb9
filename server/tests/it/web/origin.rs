//! Changes come from Miroir's own pages, and from nowhere else.

use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header};

use crate::actor::{Learner, Way};
use crate::house::House;

/// Where something can be posted, with a form that would change something.
fn posts(learner: &Learner) -> Vec<(String, String)> {
    let exercise = learner.exercise();
    let visit =
        learner.page.inputs("page").into_iter().find(|(name, _)| name == "visite").expect("a visit").1;
    [
        ("/exercice".to_owned(), "demarche=ants%2Fchangement-adresse".to_owned()),
        (
            format!("{exercise}/page/connexion"),
            format!("visite={visit}&envoi=01kaaaaaaaaaaaaaaaaaaaaaaa&c.courriel=x"),
        ),
        (format!("{exercise}/page/connexion"), format!("visite={visit}&geste=indice")),
        (format!("{exercise}/papiers"), "papier=carte-grise".to_owned()),
        (format!("{exercise}/messages"), "message=1".to_owned()),
        (format!("{exercise}/effacer"), String::new()),
    ]
    .into()
}

pub(super) fn from(method: &Method, address: &str, body: &str, said: &[(&str, &str)]) -> Request<Body> {
    let mut request = Request::builder().method(method).uri(address);
    request = request.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    for (name, value) in said {
        request = request.header(*name, *value);
    }
    request.body(Body::from(body.to_owned())).expect("a request")
}

const HOST: (&str, &str) = ("host", "127.0.0.1:3000");

pub(super) const STRANGERS: &[&[(&str, &str)]] = &[
    &[HOST],
    &[HOST, ("origin", "https://ailleurs.exemple")],
    &[HOST, ("origin", "null")],
    &[HOST, ("origin", "")],
    &[HOST, ("origin", "http://127.0.0.1:3001")],
    &[HOST, ("origin", "http://127.0.0.1:3000.ailleurs.exemple")],
    &[HOST, ("origin", "http://127.0.0.1:3000@ailleurs.exemple")],
    &[HOST, ("origin", "file://127.0.0.1:3000")],
    &[HOST, ("referer", "http://127.0.0.1:3000/")],
    &[HOST, ("sec-fetch-site", "cross-site")],
    &[HOST, ("sec-fetch-site", "cross-site"), ("origin", "http://127.0.0.1:3000")],
    &[HOST, ("sec-fetch-site", "same-site")],
    &[HOST, ("sec-fetch-site", "none")],
    &[HOST, ("sec-fetch-site", "")],
    &[("host", "ailleurs.exemple"), ("origin", "http://ailleurs.exemple")],
    &[("host", "ailleurs.exemple"), ("sec-fetch-site", "same-origin")],
    &[("host", "127.0.0.1.ailleurs.exemple"), ("sec-fetch-site", "same-origin")],
    &[("host", "localhost.ailleurs.exemple:3000"), ("sec-fetch-site", "same-origin")],
    &[("sec-fetch-site", "same-origin")],
    &[],
];

#[tokio::test]
async fn a_stranger_changes_nothing_by_any_address() {
    let house = House::opens().await;
    let mut learner = Learner::begins(&house).await;
    let (facts, cookie) = (house.facts(&learner.workshop()).await, learner.cookie());
    for (address, body) in posts(&learner) {
        for said in STRANGERS {
            for method in [Method::POST, Method::PUT, Method::PATCH, Method::DELETE] {
                let page = learner.sends(from(&method, &address, &body, said)).await;
                assert_eq!(page.status, StatusCode::FORBIDDEN, "{method} {address} from {said:?}");
                assert_eq!(page.heading(), "Cette demande ne vient pas de Miroir");
                assert_eq!(page.header("set-cookie"), "");
            }
        }
    }
    assert_eq!(house.facts(&learner.workshop()).await, facts);
    assert_eq!(house.rows("workshop").await, 1);
    assert_eq!(learner.cookie(), cookie);
    learner.reloads().await;
    assert_eq!(learner.page.heading(), "Se connecter");
}

#[tokio::test]
async fn the_same_requests_from_our_own_pages_do_change_something() {
    for (way, said) in [
        (Way::Local, &[HOST, ("sec-fetch-site", "same-origin")][..]),
        (Way::Room, &[("host", "portable.local:3000"), ("origin", "http://portable.local:3000")]),
    ] {
        let house = House::opens().await;
        let learner = Learner::begins(&house).await;
        let mut posts = posts(&learner);
        posts.retain(|(address, _)| !address.ends_with("messages"));
        // Beginning another exercise ends this one: last.
        posts.rotate_left(1);
        posts.retain(|(address, _)| !address.ends_with("effacer"));
        for (address, body) in posts {
            let page = learner.sends(from(&Method::POST, &address, &body, said)).await;
            assert_eq!(page.status, StatusCode::SEE_OTHER, "{address} by {way:?}");
        }
        assert_ne!(learner.page.address, "");
    }
}

#[tokio::test]
async fn behind_a_proxy_the_public_name_is_ours_and_no_other() {
    let house = House::opens_over_tls().await;
    let mut learner = Learner::comes_by(&house, Way::Tls).await;
    learner.presses("S’entraîner seul").await;
    let address = format!("{}/papiers", learner.exercise());
    let public = ("host", "miroir.exemple.org");
    for (said, status) in [
        (&[public, ("sec-fetch-site", "same-origin")][..], StatusCode::SEE_OTHER),
        (&[public, ("origin", "https://miroir.exemple.org")], StatusCode::SEE_OTHER),
        (&[public, ("origin", "https://ailleurs.exemple")], StatusCode::FORBIDDEN),
        (&[("host", "faux.miroir.exemple.org"), ("sec-fetch-site", "same-origin")], StatusCode::FORBIDDEN),
        (
            &[("host", "miroir.exemple.org.ailleurs.exemple"), ("sec-fetch-site", "same-origin")],
            StatusCode::FORBIDDEN,
        ),
    ] {
        let page = learner.sends(from(&Method::POST, &address, "papier=carte-grise", said)).await;
        assert_eq!(page.status, status, "{said:?}");
    }
}
