//! Requests that no browser of ours would send: each gets a page in French, none gets through.

use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header};

use crate::actor::Learner;
use crate::house::House;
use crate::page::Page;

const FORM: &str = "application/x-www-form-urlencoded";

async fn sends(learner: &Learner, address: &str, kind: &str, body: impl Into<Body>) -> Page {
    let request = learner.way.request(Method::POST, address).header(header::CONTENT_TYPE, kind);
    learner.sends(request.body(body.into()).expect("a request")).await
}

async fn looks(learner: &Learner, address: &str, cookie: &[u8]) -> Page {
    let cookie = header::HeaderValue::from_bytes(cookie).expect("a header");
    let request = learner.way.request(Method::GET, address).header(header::COOKIE, cookie);
    learner.sends(request.body(Body::empty()).expect("a request")).await
}

#[tokio::test]
async fn a_forged_cookie_opens_nothing_and_breaks_nothing() {
    let house = House::opens().await;
    let (one, other) = (Learner::begins(&house).await, Learner::begins(&house).await);
    let (mine, theirs) = (one.cookie(), other.cookie());
    let part = |cookie: &str, at: usize| {
        cookie.trim_start_matches("miroir=").split('.').nth(at).expect("three parts").to_owned()
    };
    let mixed = |workshop: &str, seat: &str, token: &str| {
        format!("miroir={}.{}.{}", part(workshop, 0), part(seat, 1), part(token, 2)).into_bytes()
    };
    let forged: Vec<Vec<u8>> = vec![
        theirs.clone().into_bytes(),
        mixed(&mine, &mine, &theirs),
        mixed(&mine, &theirs, &theirs),
        mixed(&theirs, &mine, &mine),
        mixed(&mine, &theirs, &mine),
        mine.to_uppercase().into_bytes(),
        format!("{mine}.x").into_bytes(),
        format!("{mine}%00").into_bytes(),
        mine.replace('.', "").into_bytes(),
        b"".to_vec(),
        b"miroir=".to_vec(),
        b"miroir=..".to_vec(),
        b"miroir='; DROP TABLE fact; --.b.c".to_vec(),
        b"miroir=\xff\xfe.\x80.\x80".to_vec(),
        b"miroir=\"a\".\"b\".\"c\"".to_vec(),
        [b"miroir=".as_slice(), &vec![b'a'; 100_000]].concat(),
        [b"miroir=a.b.".as_slice(), &vec![b'.'; 50_000]].concat(),
        b"a=1; ".repeat(10_000),
    ];
    let exercise = one.exercise();
    for cookie in forged {
        for place in
            ["", "/page/connexion", "/fiche", "/papiers", "/papiers/carte-grise", "/messages/1", "/effacer"]
        {
            let page = looks(&one, &format!("{exercise}{place}"), &cookie).await;
            assert_eq!(
                page.status,
                StatusCode::NOT_FOUND,
                "{} with {}",
                place,
                String::from_utf8_lossy(&cookie)
            );
            assert_eq!(page.heading(), "Cet exercice n’est plus ouvert ici");
        }
        let home = looks(&one, "/", &cookie).await;
        assert_eq!(home.status, StatusCode::OK);
    }
    assert_eq!(looks(&one, &format!("{exercise}/fiche"), mine.as_bytes()).await.status, StatusCode::OK);
}

#[tokio::test]
async fn an_address_that_means_nothing_is_a_page_not_found() {
    let house = House::opens().await;
    let learner = Learner::begins(&house).await;
    let exercise = learner.exercise();
    let long = "a".repeat(20_000);
    for address in [
        "/nulle-part".to_owned(),
        "/%".to_owned(),
        "/%zz".to_owned(),
        "/%00".to_owned(),
        "/%ff%fe".to_owned(),
        "/..%2f..%2fetc%2fpasswd".to_owned(),
        "/assets/..%2f..%2fCargo.toml".to_owned(),
        "/assets/rien.css".to_owned(),
        format!("/{long}"),
        "/exercice/%ff".to_owned(),
        "/exercice/%00/page/%00".to_owned(),
        "/exercice/'%20OR%201=1/fiche".to_owned(),
        format!("/exercice/{long}"),
        format!("{exercise}/page/%ff"),
        format!("{exercise}/page/nulle-part/"),
        format!("{exercise}/papiers/..%2f..%2fcarte-grise"),
        format!("{exercise}/papiers/passeport"),
        format!("{exercise}/messages/un"),
        format!("{exercise}/messages/-1"),
        format!("{exercise}/messages/99999999999999999999"),
        format!("{exercise}/messages/1"),
    ] {
        let request = learner.way.request(Method::GET, &address).body(Body::empty()).expect("a request");
        let page = learner.sends(request).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{address:.60}");
        assert!(page.is_html(), "{address:.60}");
    }
    for query in
        ["?info=a&info=b", "?info=%ff", "?info", "?info[]=1", "?%", "?=&=&=", "?info=ancienne-page%00"]
    {
        let address = format!("{exercise}/page/connexion{query}");
        let request = learner.way.request(Method::GET, &address).body(Body::empty()).expect("a request");
        let page = learner.sends(request).await;
        assert!(!page.status.is_server_error() && page.is_html(), "{query}: {}", page.status);
    }
}

#[tokio::test]
async fn a_verb_that_a_page_does_not_know_is_refused_in_french() {
    let house = House::opens().await;
    let learner = Learner::begins(&house).await;
    let exercise = learner.exercise();
    for address in
        ["/".to_owned(), "/sante".to_owned(), "/robots.txt".to_owned(), format!("{exercise}/papiers")]
    {
        for method in ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND"] {
            let method = Method::from_bytes(method.as_bytes()).expect("a method");
            let request =
                learner.way.request(method.clone(), &address).body(Body::empty()).expect("a request");
            let page = learner.sends(request).await;
            assert_eq!(page.status, StatusCode::METHOD_NOT_ALLOWED, "{method} {address}");
            assert_eq!(page.heading(), "Cette page ne peut pas faire cela");
            assert!(page.header("allow").contains("GET"), "{method} {address}");
        }
    }
    let page = sends(&learner, "/", FORM, "").await;
    assert_eq!(page.status, StatusCode::METHOD_NOT_ALLOWED);
    let asset = learner
        .page
        .body()
        .split("/assets/")
        .nth(1)
        .expect("an asset")
        .split('"')
        .next()
        .expect("a name")
        .to_owned();
    let page = sends(&learner, &format!("/assets/{asset}"), FORM, "").await;
    assert_eq!(page.status, StatusCode::METHOD_NOT_ALLOWED);
    let request = learner.way.request(Method::GET, "/exercice").body(Body::empty()).expect("a request");
    assert_eq!(learner.sends(request).await.status, StatusCode::METHOD_NOT_ALLOWED);
}

#[tokio::test]
async fn a_body_too_large_is_refused_before_it_is_read() {
    let house = House::opens().await;
    let learner = Learner::begins(&house).await;
    let address = learner.page.address.clone();
    let facts = house.facts(&learner.workshop()).await;
    for size in [64 * 1024 + 1, 1_000_000] {
        let body = format!("c.courriel={}", "a".repeat(size));
        let page = sends(&learner, &address, FORM, body).await;
        assert_eq!(page.status, StatusCode::PAYLOAD_TOO_LARGE);
        assert_eq!(page.heading(), "Ce texte est trop long");
    }
    assert_eq!(house.facts(&learner.workshop()).await, facts);
}

#[tokio::test]
async fn what_is_not_a_form_is_refused_and_leaves_nothing_on_the_disk() {
    let house = House::opens().await;
    let learner = Learner::begins(&house).await;
    let facts = house.facts(&learner.workshop()).await;
    let files = || {
        let names = std::fs::read_dir(house.path())
            .expect("the data folder")
            .map(|file| file.expect("a file").file_name());
        let mut names: Vec<_> = names.collect();
        names.sort();
        names
    };
    let before = files();
    let multipart = "--x\r\nContent-Disposition: form-data; name=\"f\"; filename=\"cv.pdf\"\r\n\r\nLE-CV-DE-QUELQU-UN\r\n--x--\r\n";
    for address in [
        "/exercice".to_owned(),
        learner.page.address.clone(),
        format!("{}/papiers", learner.exercise()),
        format!("{}/effacer", learner.exercise()),
    ] {
        for (kind, body) in [
            ("multipart/form-data; boundary=x", multipart.as_bytes().to_vec()),
            ("application/json", br#"{"c.courriel":"LE-CV-DE-QUELQU-UN"}"#.to_vec()),
            ("application/octet-stream", vec![0; 5_000]),
            ("application/pdf", b"%PDF-1.7 LE-CV-DE-QUELQU-UN".to_vec()),
            ("text/plain", b"c.courriel=LE-CV-DE-QUELQU-UN".to_vec()),
            ("text/html; application/x-www-form-urlencoded", b"c.courriel=x".to_vec()),
            ("application/x-www-form-urlencoded-or-not", b"c.courriel=x".to_vec()),
            ("", b"c.courriel=x".to_vec()),
        ] {
            let page = sends(&learner, &address, kind, body).await;
            assert_eq!(page.status, StatusCode::UNSUPPORTED_MEDIA_TYPE, "{kind} to {address}");
            assert_eq!(page.heading(), "Miroir ne reçoit pas de fichier");
        }
    }
    let nameless = Request::builder().method(Method::POST).uri(&learner.page.address);
    let nameless = nameless.header(header::HOST, learner.way.host()).header("sec-fetch-site", "same-origin");
    let page = learner.sends(nameless.body(Body::from("c.courriel=x")).expect("a request")).await;
    assert_eq!(page.status, StatusCode::UNSUPPORTED_MEDIA_TYPE);

    assert_eq!(files(), before);
    let bytes = house.bytes();
    assert!(!bytes.windows(5).any(|window| window == b"LE-CV"));
    assert_eq!(house.facts(&learner.workshop()).await, facts);
    let page = sends(
        &learner,
        &learner.page.address,
        "Application/X-WWW-Form-URLencoded; charset=UTF-8",
        "visite=1",
    )
    .await;
    assert_eq!(page.status, StatusCode::SEE_OTHER, "a form by any spelling of its name");
}

#[tokio::test]
async fn a_form_of_ten_thousand_inputs_is_read_like_any_other() {
    let house = House::opens().await;
    let mut learner = Learner::begins(&house).await;
    let mut inputs = learner.page.inputs("page");
    inputs.retain(|(name, _)| name != "c.courriel");
    inputs.push(("c.courriel".to_owned(), "camille".to_owned()));
    inputs.extend((0..10_000).map(|_| ("x".to_owned(), "1".to_owned())));
    let address = learner.page.target();
    learner.posts(&address, &inputs).await;
    assert_eq!(learner.page.status, StatusCode::OK);
    assert_eq!(learner.page.shows("Adresse électronique"), "camille");
    let all_the_same = vec![("c.courriel".to_owned(), "x".to_owned()); 4_000];
    learner.posts(&address, &all_the_same).await;
    assert_eq!(learner.page.status, StatusCode::OK);
}

#[tokio::test]
async fn bytes_that_are_no_text_are_an_answer_like_any_other() {
    let house = House::opens().await;
    let mut learner = Learner::begins(&house).await;
    let address = learner.page.target();
    let bodies: [&[u8]; 9] = [
        b"c.courriel=%zz%&c.courriel=%",
        b"c.courriel=%ff%fe%c0%80",
        b"c.courriel=\xff\xfe\x00\x80",
        b"c.courriel=%00%01%02%1b%7f",
        b"c.courriel=%F0%9F%98%80%F0%9F%91%A9%E2%80%8D%F0%9F%91%A7",
        b"c.courriel=%E2%80%AEgnirts%20a%20si%20siht",
        b"c.courriel=%ED%A0%80%ED%B0%80",
        b"&&&===&c.courriel&=&",
        b"\0\0\0\0",
    ];
    for body in bodies {
        learner.reloads().await;
        let visit =
            learner.page.inputs("page").into_iter().find(|(name, _)| name == "visite").expect("a visit").1;
        let body = [format!("visite={visit}&").as_bytes(), body].concat();
        let page = sends(&learner, &address, FORM, body).await;
        assert_eq!(page.status, StatusCode::SEE_OTHER);
        learner.reloads().await;
        assert_eq!((learner.page.status, learner.page.heading()), (StatusCode::OK, "Se connecter".into()));
    }
    // Nothing of an identity field's text is stored, whatever it was made of.
    for fact in house.facts(&learner.workshop()).await.iter().filter(|fact| fact.fact == "answered") {
        assert!(fact.body.len() < 80 && fact.body.is_ascii(), "{}", fact.body);
    }
}

#[tokio::test]
async fn sixty_thousand_letters_in_one_field_are_refused_as_a_wrong_answer() {
    let house = House::opens().await;
    let mut learner = Learner::begins(&house).await;
    learner.logs_in().await;
    for letters in
        ["a".repeat(60_000), "0".repeat(60_000), "é".repeat(10_000), "a@".repeat(10_000), " ".repeat(60_000)]
    {
        learner.types("Numéro d’immatriculation", &letters).continues().await;
        assert_eq!((learner.page.status, learner.page.heading()), (StatusCode::OK, "Votre véhicule".into()));
        assert_eq!(learner.page.errors().len(), 2);
    }
    assert!(house.facts(&learner.workshop()).await.iter().all(|fact| fact.body.len() < 4_000));
}
