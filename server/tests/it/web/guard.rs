//! Nothing real: what looks like somebody's own data is stopped, and found nowhere afterwards.

use axum::body::Body;
use axum::http::{Method, header};
use form_urlencoded::byte_serialize;
use scenarios::guard::{self, Kind};

use crate::actor::{Learner, NEW_BILL};
use crate::house::House;
use crate::logs::Logs;

/// Values that could be somebody's, one of each kind.
const REAL: [(Kind, &str); 7] = [
    (Kind::Nir, "1 84 12 75 115 123 31"),
    (Kind::NumeroFiscal, "1712345678008"),
    (Kind::Iban, "FR76 3000 6000 0112 3456 7890 189"),
    (Kind::Card, "4539 1488 0343 6467"),
    (Kind::Phone, "06 12 34 56 78"),
    (Kind::Email, "jean.dupont@orange.fr"),
    (Kind::Plate, "BV-527-KM"),
];

/// Text that no detector can know: it may come back to whoever typed it, and goes nowhere else.
const UNKNOWN: &str = "Zoroastre Quincampoix";

const STOPPED: &str = "On n’utilise pas ses vrais numéros ici. Prenez ceux de votre personnage.";

/// The spellings under which a trace would be found.
fn spellings(text: &str) -> [String; 3] {
    let plain = text.replace([' ', '-'], "");
    [text.to_owned(), plain.clone(), plain.to_lowercase()]
}

fn assert_nothing_real(whereabouts: &str, bytes: &[u8]) {
    for trace in REAL.iter().flat_map(|(_, text)| spellings(text)) {
        assert_absent(&trace, whereabouts, bytes);
    }
}

fn assert_without_trace(whereabouts: &str, bytes: &[u8]) {
    assert_nothing_real(whereabouts, bytes);
    assert_absent(UNKNOWN, whereabouts, bytes);
}

fn assert_absent(trace: &str, whereabouts: &str, bytes: &[u8]) {
    let found = bytes.windows(trace.len()).position(|window| window == trace.as_bytes());
    assert_eq!(found, None, "{trace:?} in {whereabouts}");
}

/// Every word of an answer: address it leads to, headers, body.
fn whole(page: &crate::page::Page) -> Vec<u8> {
    let headers = page.headers.iter().flat_map(|(_, value)| [value.as_bytes(), b"\n"].concat());
    headers.chain(page.bytes.iter().copied()).collect()
}

#[test]
fn the_samples_are_of_their_kinds() {
    for (kind, text) in REAL {
        assert_eq!(guard::kinds(text), [kind], "{text}");
    }
    assert_eq!(guard::kinds(UNKNOWN), []);
}

/// Types each sample, alone, in each field of the current page.
async fn types_everything_everywhere(learner: &mut Learner) {
    let fields = learner.page.fields();
    assert!(!fields.is_empty());
    let heading = learner.page.heading();
    for field in &fields {
        for (_, text) in REAL {
            learner.types_into(field, text).continues().await;
            learner.sees_error(STOPPED);
            assert_eq!(learner.page.heading(), heading);
            assert_nothing_real(field, &whole(&learner.page));
        }
        learner.types_into(field, UNKNOWN).continues().await;
        assert_eq!(learner.page.heading(), heading);
    }
}

#[tokio::test]
async fn a_real_number_is_stopped_in_every_field_and_leaves_no_trace() {
    let (logs, _listening) = Logs::listen();
    let house = House::opens().await;
    let mut learner = Learner::begins(&house).await;
    types_everything_everywhere(&mut learner).await;
    learner.presses("Fiche").await;
    let mail = learner.page.reads("Adresse électronique");
    learner.comes_back().await;
    learner.types("Adresse électronique", &mail).continues().await;
    types_everything_everywhere(&mut learner).await;
    learner.types_the_code().await;
    types_everything_everywhere(&mut learner).await;
    learner.names_the_vehicle().await;
    types_everything_everywhere(&mut learner).await;
    learner.gives_the_address(NEW_BILL).await;
    types_everything_everywhere(&mut learner).await;

    let stopped = house.facts(&learner.workshop()).await.into_iter();
    let stopped = stopped.filter(|fact| fact.fact == "guard_stopped").count();
    assert_eq!(stopped, REAL.len() * (1 + 1 + 2 + 5 + 1), "each is a fact, by its kind");
    assert_without_trace("the data", &house.bytes());
    house.store.close().await;
    assert_without_trace("the data, closed", &house.bytes());
    tracing::info!("the end");
    assert!(logs.text().contains("the end"), "nothing was listened to");
    assert_without_trace("the logs", logs.text().as_bytes());
}

/// Names and values of a form, addresses, headers, cookies: none of them is a place to keep a learner's text.
#[tokio::test]
async fn a_real_number_put_anywhere_in_a_request_leaves_no_trace() {
    let (logs, _listening) = Logs::listen();
    let house = House::opens().await;
    let mut learner = Learner::begins(&house).await;
    let exercise = learner.exercise();
    let all = REAL.iter().map(|(_, text)| *text).chain([UNKNOWN]);
    let spellings = all.flat_map(|text| [text.to_owned(), text.replace([' ', '-'], "")]);
    for text in spellings {
        let encoded: String = byte_serialize(text.as_bytes()).collect::<String>().replace('+', "%20");
        for address in [
            format!("/{encoded}"),
            format!("/?info={encoded}"),
            format!("/exercice/{encoded}"),
            format!("/assets/{encoded}"),
            format!("/assets/{encoded}.css?{encoded}"),
            format!("{exercise}?info={encoded}"),
            format!("{exercise}?info={encoded}&info={encoded}"),
            format!("{exercise}?{encoded}={encoded}"),
            format!("{exercise}/page/{encoded}"),
            format!("{exercise}/page/connexion?info={encoded}&info=x"),
            format!("{exercise}/papiers/{encoded}"),
            format!("{exercise}/messages/{encoded}"),
        ] {
            let request = learner.way.request(Method::GET, &address);
            let request = request
                .header(header::USER_AGENT, &text)
                .header(header::REFERER, format!("http://127.0.0.1:3000/?q={encoded}"))
                .header(header::ACCEPT_LANGUAGE, &text)
                .header("x-forwarded-for", &text)
                .header("x-request-id", &text)
                .header(header::COOKIE, format!("{}; autre={text}", learner.cookie()));
            let page = learner.sends(request.body(Body::empty()).expect("a request")).await;
            assert!(!page.status.is_server_error(), "{} at {address}", page.status);
            assert_without_trace(&address, &whole(&page));
        }
        let inputs = learner.page.inputs("page");
        for name in
            ["visite", "envoi", "geste", "arret.c.courriel", "demarche", "papier", "message", text.as_str()]
        {
            let mut inputs = inputs.clone();
            inputs.retain(|(found, _)| found != name);
            inputs.push((name.to_owned(), text.clone()));
            for address in [
                format!("{exercise}/page/connexion"),
                format!("{exercise}/page/{encoded}"),
                format!("{exercise}/papiers"),
                format!("{exercise}/messages"),
                format!("/exercice/{encoded}/effacer"),
            ] {
                let page = learner.sends(learner.post(&address, &inputs)).await;
                assert!(!page.status.is_server_error(), "{} at {address}", page.status);
                assert_without_trace(&format!("{address}, {name}"), &whole(&page));
            }
        }
        let forged =
            learner.way.request(Method::GET, "/").header(header::COOKIE, format!("miroir={text}.b.c"));
        let page = learner.sends(forged.body(Body::empty()).expect("a request")).await;
        assert_without_trace("the home page", &whole(&page));
    }
    learner.reloads().await;
    assert_eq!(learner.page.heading(), "Se connecter");
    assert_without_trace("the data", &house.bytes());
    house.store.close().await;
    assert_without_trace("the data, closed", &house.bytes());
    assert_without_trace("the logs", logs.text().as_bytes());
}

#[tokio::test]
async fn what_the_browser_stopped_is_recorded_by_its_kind_and_said() {
    let house = House::opens().await;
    let mut learner = Learner::begins(&house).await;
    learner.types_into("arret.c.courriel", "phone").types_into("c.courriel", "").continues().await;
    learner.sees_error(STOPPED);
    let facts = house.facts(&learner.workshop()).await;
    let stopped = facts.iter().find(|fact| fact.fact == "guard_stopped").expect("a stop");
    assert_eq!(stopped.body, r#"{"guard_stopped":{"field":"courriel","kind":"phone"}}"#);

    // A kind that is none is nothing, and a stop followed by the right answer lets the page through.
    learner.types_into("arret.c.courriel", "secret-de-famille").continues().await;
    learner.presses("Fiche").await;
    let mail = learner.page.reads("Adresse électronique");
    learner.comes_back().await;
    learner.types_into("arret.c.courriel", "email").types("Adresse électronique", &mail).continues().await;
    assert_eq!(learner.page.heading(), "Taper le code reçu");
    let facts = house.facts(&learner.workshop()).await;
    assert_eq!(facts.iter().filter(|fact| fact.fact == "guard_stopped").count(), 2);
    assert!(facts.iter().all(|fact| !fact.body.contains("famille")));
}

#[tokio::test]
async fn a_stopped_value_is_forgotten_while_the_others_are_kept() {
    let house = House::opens().await;
    let mut learner = Learner::begins(&house).await;
    learner.logs_in().await;
    let (_, formula) = learner.reads_the_registration().await;
    learner.types("Numéro d’immatriculation", "BV-527-KM").types("Numéro de formule", &formula);
    learner.presses("Papiers").await;
    learner.comes_back().await;
    assert_eq!(learner.page.shows("Numéro d’immatriculation"), "", "a look at the papers stops it too");
    assert_eq!(learner.page.shows("Numéro de formule"), formula);
    learner.types("Numéro d’immatriculation", "BV-527-KM").continues().await;
    assert_eq!(learner.sees_error(STOPPED).field, "champ-c.immatriculation");
    assert_eq!(learner.page.shows("Numéro d’immatriculation"), "");
    assert_eq!(learner.page.shows("Numéro de formule"), formula);
}
