//! A learner at a browser: goes by visible words, keeps cookies, follows where answers lead.
//!
//! Each answer received is checked for what every answer must carry; no test has to think of it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header, request};
use form_urlencoded::Serializer;
use futures_util::FutureExt as _;
use http_body_util::BodyExt as _;
use tower::ServiceExt as _;

use crate::house::House;
use crate::page::{Action, Page, Wrong};

/// By which way the browser reaches Miroir, and so what it says of itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Way {
    /// The machine itself: browsers send `Sec-Fetch-Site`.
    Local,
    /// A room's plain HTTP: an `Origin`, and nothing else.
    Room,
    /// Behind a proxy.
    Tls,
}

impl Way {
    pub(crate) const fn host(self) -> &'static str {
        match self {
            Self::Local => "127.0.0.1:3000",
            Self::Room => "192.168.1.20:3000",
            Self::Tls => "miroir.exemple.org",
        }
    }

    /// A request as this way's browsers send it from Miroir's own pages.
    pub(crate) fn request(self, method: Method, address: &str) -> request::Builder {
        let request = Request::builder().method(method).uri(address).header(header::HOST, self.host());
        match self {
            Self::Local | Self::Tls => request.header("sec-fetch-site", "same-origin"),
            Self::Room => request.header(header::ORIGIN, format!("http://{}", self.host())),
        }
    }
}

/// Each clone is a tab of the same browser.
#[derive(Clone)]
pub(crate) struct Learner {
    pub(crate) router: Router,
    pub(crate) way: Way,
    cookies: Arc<Mutex<BTreeMap<String, String>>>,
    nonces: Arc<Mutex<BTreeSet<String>>>,
    pub(crate) page: Page,
    typed: BTreeMap<String, String>,
}

impl Learner {
    /// Comes to the home page.
    pub(crate) async fn comes(house: &House) -> Self {
        Self::comes_by(house, Way::Local).await
    }

    pub(crate) async fn comes_by(house: &House, way: Way) -> Self {
        let nothing = Page {
            address: String::new(),
            status: StatusCode::OK,
            headers: axum::http::HeaderMap::new(),
            bytes: axum::body::Bytes::new(),
        };
        let mut learner = Self {
            router: house.router.clone(),
            way,
            cookies: Arc::default(),
            nonces: Arc::default(),
            page: nothing,
            typed: BTreeMap::new(),
        };
        learner.opens("/").await;
        learner
    }

    /// Comes, and presses « S'entraîner seul ».
    pub(crate) async fn begins(house: &House) -> Self {
        let mut learner = Self::comes(house).await;
        learner.presses("S’entraîner seul").await;
        assert_eq!(learner.page.heading(), "Se connecter");
        learner
    }

    /// The server was started again: same browser, same cookies.
    pub(crate) fn finds_again(&mut self, house: &House) {
        self.router = house.router.clone();
    }

    pub(crate) fn another_tab(&self) -> Self {
        self.clone()
    }

    /// From now on this browser's cookies are its own: what the others' forget, it keeps.
    pub(crate) fn keeps_its_own_cookies(&mut self) {
        let cookies = self.cookies.lock().expect("cookies").clone();
        self.cookies = Arc::new(Mutex::new(cookies));
    }

    pub(crate) async fn opens(&mut self, address: &str) {
        let request = self.way.request(Method::GET, address);
        self.loads(request.body(Body::empty()).expect("a request")).await;
    }

    pub(crate) async fn reloads(&mut self) {
        let address = self.page.address.clone();
        self.opens(&address).await;
    }

    /// Types in the field of that label; it is sent with the next button.
    pub(crate) fn types(&mut self, label: &str, text: &str) -> &mut Self {
        let (name, _) = self.page.field(label);
        self.types_into(&name, text)
    }

    /// The same by the field's name, for those that no label names alone.
    pub(crate) fn types_into(&mut self, name: &str, text: &str) -> &mut Self {
        self.typed.insert(name.to_owned(), text.to_owned());
        self
    }

    /// Chooses a paper, or ticks a box.
    pub(crate) fn chooses(&mut self, label: &str) -> &mut Self {
        let (name, value) = self.page.field(label);
        self.typed.insert(name, value);
        self
    }

    /// Presses the button or follows the link of those words.
    pub(crate) async fn presses(&mut self, label: &str) {
        match self.action(label) {
            Action::Follow(address) => self.opens(&address).await,
            Action::Send { to, inputs } => self.posts(&to, &inputs).await,
        }
    }

    /// What pressing would send, with what was typed.
    pub(crate) fn action(&self, label: &str) -> Action {
        let action = self.page.action(label);
        match action
            .unwrap_or_else(|| panic!("no « {label} » at {}: {}", self.page.address, self.page.text()))
        {
            Action::Send { to, inputs } => Action::Send { to, inputs: self.filled(inputs) },
            follow @ Action::Follow(_) => follow,
        }
    }

    /// The page's form as Enter sends it.
    pub(crate) fn form(&self) -> (String, Vec<(String, String)>) {
        (self.page.target(), self.filled(self.page.inputs("page")))
    }

    fn filled(&self, mut inputs: Vec<(String, String)>) -> Vec<(String, String)> {
        for (name, text) in &self.typed {
            inputs.retain(|(found, _)| found != name);
            inputs.push((name.clone(), text.clone()));
        }
        inputs
    }

    /// Presses the form's own button, whatever it is called.
    pub(crate) async fn continues(&mut self) {
        let (to, inputs) = self.form();
        self.posts(&to, &inputs).await;
    }

    pub(crate) async fn posts(&mut self, address: &str, inputs: &[(String, String)]) {
        let request = self.post(address, inputs);
        self.loads(request).await;
    }

    pub(crate) fn post(&self, address: &str, inputs: &[(String, String)]) -> Request<Body> {
        let body = Serializer::new(String::new()).extend_pairs(inputs).finish();
        let request = self.way.request(Method::POST, address);
        let request = request.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        request.body(Body::from(body)).expect("a request")
    }

    /// Shows what a request leads to.
    async fn loads(&mut self, request: Request<Body>) {
        let mut page = self.sends(request).await;
        while page.status == StatusCode::SEE_OTHER {
            let address = page.header("location").to_owned();
            assert!(address.starts_with('/'), "{address}");
            let next = self.way.request(Method::GET, &address).body(Body::empty());
            page = self.sends(next.expect("a request")).await;
        }
        self.page = page;
        self.typed.clear();
    }

    /// One request with the browser's cookies, one answer; the page shown stays.
    pub(crate) async fn sends(&self, mut request: Request<Body>) -> Page {
        let cookies = self.cookie();
        if !cookies.is_empty() && !request.headers().contains_key(header::COOKIE) {
            request.headers_mut().insert(header::COOKIE, cookies.parse().expect("a cookie"));
        }
        let address = request.uri().to_string();
        let response = self.router.clone().oneshot(request).await.expect("routers answer");
        let (parts, body) = response.into_parts();
        let bytes = body.collect().await.expect("a body").to_bytes();
        let page = Page { address, status: parts.status, headers: parts.headers, bytes };
        self.keeps_cookies(&page);
        self.checks_what_every_answer_carries(&page);
        page
    }

    /// One request, of which the browser hangs up as soon as it is on its way.
    pub(crate) fn hangs_up(&self, mut request: Request<Body>) {
        request.headers_mut().insert(header::COOKIE, self.cookie().parse().expect("a cookie"));
        let mut answer = Box::pin(self.router.clone().oneshot(request));
        assert!(answer.as_mut().now_or_never().is_none(), "too quick to be cut");
    }

    fn keeps_cookies(&self, page: &Page) {
        for set in page.headers.get_all(header::SET_COOKIE) {
            let mut parts = set.to_str().expect("ascii").split("; ");
            let (name, value) = parts.next().and_then(|pair| pair.split_once('=')).expect("a pair");
            let mut cookies = self.cookies.lock().expect("cookies");
            if parts.any(|part| part == "Max-Age=0") {
                cookies.remove(name);
            } else {
                cookies.insert(name.to_owned(), value.to_owned());
            }
        }
    }

    fn checks_what_every_answer_carries(&self, page: &Page) {
        let at = &page.address;
        assert_eq!(page.header("referrer-policy"), "same-origin", "{at}");
        assert_eq!(page.header("x-content-type-options"), "nosniff", "{at}");
        assert!(page.header("x-robots-tag").contains("noindex"), "{at}");
        let policy = page.policy();
        assert_eq!(policy["default-src"], "'none'", "{at}");
        assert_eq!(policy["frame-ancestors"], "'none'", "{at}");
        assert!(!policy.values().any(|sources| sources.contains("unsafe-inline")), "{at}");
        if !page.status.is_redirection() && !at.starts_with("/assets/") {
            assert_eq!(page.header("cache-control"), "no-store", "{at}");
        }
        if page.is_html() {
            assert!(page.body().contains("SITE D’ENTRAÎNEMENT"), "no band at {at}");
            assert!(page.title().contains("Entraînement"), "{at}");
            let nonce = policy["script-src"].split_whitespace().find(|source| source.starts_with("'nonce-"));
            let nonce = nonce.unwrap_or_else(|| panic!("no nonce at {at}"));
            assert!(nonce.len() > 26, "{nonce}");
            assert!(self.nonces.lock().expect("nonces").insert(nonce.to_owned()), "a nonce came twice: {at}");
        } else if page.status.is_client_error() || page.status.is_server_error() {
            assert_eq!(page.address, "/sante", "{} without a page at {at}", page.status);
        }
    }

    /// The `Cookie` header of this browser.
    pub(crate) fn cookie(&self) -> String {
        let cookies = self.cookies.lock().expect("cookies");
        cookies.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("; ")
    }

    /// The workshop that the cookie names.
    pub(crate) fn workshop(&self) -> String {
        let cookie = self.cookie();
        let value = cookie.split_once('=').map(|(_, value)| value).unwrap_or_default();
        value.split('.').next().unwrap_or_default().to_owned()
    }

    /// `/exercice/{id}`.
    pub(crate) fn exercise(&self) -> String {
        self.page.address.split('/').take(3).collect::<Vec<_>>().join("/")
    }

    // What learners do, in their words.

    pub(crate) async fn opens_paper(&mut self, title: &str) {
        self.presses("Papiers").await;
        self.presses(title).await;
        assert_eq!(self.page.heading(), title);
    }

    pub(crate) async fn opens_message(&mut self, subject: &str) {
        self.presses("Messages").await;
        self.presses(subject).await;
        assert_eq!(self.page.heading(), "Vos messages");
    }

    pub(crate) async fn comes_back(&mut self) {
        self.presses("Revenir à la démarche").await;
    }

    pub(crate) async fn modifies(&mut self, title: &str) {
        self.presses(&format!("Modifier {title}")).await;
    }

    pub(crate) async fn erases(&mut self) {
        self.presses("J’ai terminé").await;
        let in_room = self.page.says("Vous quitterez l’atelier");
        self.presses("Oui, tout effacer").await;
        let told = if in_room { "Votre place est rendue" } else { "Tout est effacé" };
        assert_eq!(self.page.heading(), told);
    }

    /// The page was refused: the title says so, the summary leads to the field, the field says the same.
    pub(crate) fn sees_error(&self, message: &str) -> Wrong {
        let errors = self.page.errors();
        let found = errors.iter().find(|wrong| wrong.message.contains(message)).cloned();
        let found = found.unwrap_or_else(|| panic!("no « {message} » in {errors:?}: {}", self.page.text()));
        assert!(self.page.title().starts_with("Erreur"), "{}", self.page.title());
        found
    }

    // The way through the small procedure.

    pub(crate) async fn logs_in(&mut self) {
        self.presses("Fiche").await;
        let mail = self.page.reads("Adresse électronique");
        self.comes_back().await;
        self.types("Adresse électronique", &mail).continues().await;
        self.types_the_code().await;
        assert_eq!(self.page.heading(), "Votre véhicule", "{}", self.page.text());
    }

    pub(crate) async fn types_the_code(&mut self) {
        assert_eq!(self.page.heading(), "Taper le code reçu", "{}", self.page.text());
        self.opens_message("Votre code de connexion").await;
        let text = self.page.text();
        let code = text.split("Votre code est ").nth(1).expect("a code").chars().take(6).collect::<String>();
        self.comes_back().await;
        self.types("Code de connexion", &code).continues().await;
    }

    pub(crate) async fn reads_the_registration(&mut self) -> (String, String) {
        self.opens_paper("Carte grise").await;
        let read = (self.page.reads("A. Immatriculation"), self.page.reads("Numéro de formule"));
        self.comes_back().await;
        read
    }

    pub(crate) async fn names_the_vehicle(&mut self) {
        let (plate, formula) = self.reads_the_registration().await;
        self.types("Numéro d’immatriculation", &plate).types("Numéro de formule", &formula);
        self.continues().await;
        assert_eq!(self.page.heading(), "Votre nouvelle adresse", "{}", self.page.text());
    }

    /// Fills the address in as `bill` has it, and joins that bill; the date is always right.
    pub(crate) async fn fills_the_address(&mut self, bill: &str) {
        self.opens_paper(bill).await;
        let addressee = self.page.addressee();
        self.presses("Fiche").await;
        let moved = self.page.reads("Date du déménagement");
        self.comes_back().await;
        let (code, town) = addressee[2].split_once(' ').expect("a postal code");
        self.types("Numéro et nom de la rue", &addressee[1]);
        self.types("Code postal", code).types("Commune", town);
        self.types("Date du déménagement", &moved).chooses(bill);
    }

    pub(crate) async fn gives_the_address(&mut self, bill: &str) {
        self.fills_the_address(bill).await;
        self.continues().await;
        assert_eq!(self.page.heading(), "Vérifier et valider", "{}", self.page.text());
    }

    pub(crate) async fn reaches_the_recap(&mut self) {
        self.logs_in().await;
        self.names_the_vehicle().await;
        self.gives_the_address(NEW_BILL).await;
    }

    pub(crate) async fn signs(&mut self) {
        self.chooses("Je certifie sur l’honneur que ces renseignements sont exacts.").continues().await;
        assert_eq!(self.page.heading(), "Votre demande est enregistrée", "{}", self.page.text());
    }
}

pub(crate) const NEW_BILL: &str = "Facture d’électricité, nouveau logement";
pub(crate) const FORMER_BILL: &str = "Facture d’électricité, ancien logement";
