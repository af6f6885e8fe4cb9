//! Somebody of the staff at a browser: the same eyes and hands as a learner's, and an account.

use std::ops::{Deref, DerefMut};

use crate::actor::{Learner, Way};
use crate::house::House;
use crate::page::{all, words};

/// The password of every account that the tests make.
pub(crate) const PASSWORD: &str = "les tortues aiment la pluie";
/// The place of the first account.
pub(crate) const PLACE: &str = "Médiathèque de Valfranche";

pub(crate) struct Mediator {
    browser: Learner,
    pub(crate) login: String,
}

impl Deref for Mediator {
    type Target = Learner;

    fn deref(&self) -> &Learner {
        &self.browser
    }
}

impl DerefMut for Mediator {
    fn deref_mut(&mut self) -> &mut Learner {
        &mut self.browser
    }
}

impl Mediator {
    /// Claire makes the first account by the link of the start: the host of the library.
    pub(crate) async fn installs(house: &House) -> Self {
        Self::installs_by(house, Way::Local).await
    }

    pub(crate) async fn installs_by(house: &House, way: Way) -> Self {
        let key = house.backend.installation(false).await.expect("the store").expect("a first start");
        let mut browser = Learner::comes_by(house, way).await;
        browser.opens(&app::routes::people::installation(&key)).await;
        assert_eq!(browser.page.heading(), "Créer votre compte", "{}", browser.page.text());
        browser.types("Nom de votre lieu", PLACE);
        let mut claire = Self { browser, login: "claire".to_owned() };
        claire.makes_their_account("Claire").await;
        claire
    }

    /// Fills in the page of a new account, and is signed in.
    async fn makes_their_account(&mut self, name: &str) {
        let login = self.login.clone();
        self.types("Nom affiché", name).types("Identifiant", &login).types("Mot de passe", PASSWORD);
        self.presses("Créer mon compte").await;
        assert!(self.is_signed_in().await, "{}", self.page.text());
    }

    /// Makes the link of an invitation, as a host: its address on this server. `role` and `place` are in the page's words.
    pub(crate) async fn invites(&mut self, role: &str, place: &str) -> String {
        self.opens("/gens").await;
        self.chooses(role).chooses(place).presses("Préparer le lien d’invitation").await;
        let html = self.page.html();
        let link = all(&html, ".people__secret").first().map(|link| words(*link));
        let link = link.unwrap_or_else(|| panic!("no link in {}", self.page.text()));
        let (_, path) = link.split_once(self.way.host()).expect("an address of ours");
        path.to_owned()
    }

    /// Somebody new, at a browser of their own, makes their account by a link.
    pub(crate) async fn accepts(house: &House, link: &str, name: &str) -> Self {
        let mut browser = Learner::comes(house).await;
        browser.opens(link).await;
        assert_eq!(browser.page.heading(), "Créer votre compte", "{}", browser.page.text());
        let mut person = Self { browser, login: name.to_lowercase() };
        person.makes_their_account(name).await;
        person
    }

    /// A host, and a mediator of the same place.
    pub(crate) async fn two(house: &House) -> (Self, Self) {
        let mut claire = Self::installs(house).await;
        let link = claire.invites("médiation", PLACE).await;
        let paul = Self::accepts(house, &link, "Paul").await;
        (claire, paul)
    }

    /// Closes somebody's account, as a host.
    pub(crate) async fn closes(&mut self, name: &str) {
        self.opens("/gens").await;
        self.presses(&format!("Fermer ce compte pour {name}")).await;
        assert_eq!(self.page.address, "/gens?fait=oui", "{}", self.page.text());
    }

    /// The same person at another browser.
    pub(crate) async fn signs_in(house: &House, login: &str) -> Self {
        let mut browser = Learner::comes(house).await;
        tries(&mut browser, login, PASSWORD).await;
        let mut person = Self { browser, login: login.to_owned() };
        assert!(person.is_signed_in().await, "{}", person.page.text());
        person
    }

    /// Opens « Mon compte », or is led to sign in.
    pub(crate) async fn is_signed_in(&mut self) -> bool {
        self.opens("/compte").await;
        self.page.heading() == "Mon compte"
    }
}

/// Gives a login and a password, right or wrong.
pub(crate) async fn tries(browser: &mut Learner, login: &str, password: &str) {
    browser.opens("/connexion").await;
    browser.types("Identifiant", login).types("Mot de passe", password);
    browser.presses("Se connecter").await;
}
