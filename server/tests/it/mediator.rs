//! A mediator at a browser: makes the first account, opens rooms, follows people. And learners who come by the code.

use crate::{
    actor::{Learner, Way},
    house::House,
};

/// The place of the first account.
pub(crate) const PLACE: &str = "Médiathèque";
pub(crate) const PASS_PHRASE: &str = "les tortues aiment la pluie";
pub(crate) const PROCEDURE: &str = "ants/changement-adresse";

/// A browser of the staff: what it shows is read as any page.
pub(crate) type Mediator = Learner;

impl Mediator {
    /// Makes the first account by the link of the start, and is a host from then on.
    pub(crate) async fn installs(house: &House) -> Self {
        Self::installs_by(house, Way::Local).await
    }

    pub(crate) async fn installs_by(house: &House, way: Way) -> Self {
        let key = house.backend.installation(false).await.unwrap().expect("nobody has an account yet");
        let mut host = Self::comes_by(house, way).await;
        host.opens(&format!("/installation?cle={key}")).await;
        host.types("Nom de votre lieu", PLACE).types("Nom affiché", "Claire");
        host.types("Identifiant", "claire").types("Mot de passe", PASS_PHRASE);
        host.presses("Créer mon compte").await;
        assert_eq!(host.page.heading(), "Ateliers", "{}", host.page.text());
        host
    }

    /// The link of an invitation, as its page shows it.
    pub(crate) async fn invites(&mut self, role: &str, place: &str) -> String {
        self.opens("/gens").await;
        let (name, value) = self.page.field(role);
        self.types_into(&name, &value);
        let (name, value) = self.page.field(place);
        self.types_into(&name, &value);
        self.presses("Préparer le lien d’invitation").await;
        let text = self.page.text();
        let link = text.split("/invitation/").nth(1).expect("a link").split(' ').next().expect("a token");
        format!("/invitation/{link}")
    }

    pub(crate) async fn accepts(&mut self, link: &str, login: &str) {
        self.opens(link).await;
        self.types("Nom affiché", login).types("Identifiant", login).types("Mot de passe", PASS_PHRASE);
        self.presses("Créer mon compte").await;
    }

    pub(crate) async fn signs_in(&mut self, login: &str, password: &str) {
        self.opens("/connexion").await;
        self.types("Identifiant", login).types("Mot de passe", password);
        self.presses("Se connecter").await;
    }

    /// Somebody at a browser of their own, who makes their account by the link of an invitation.
    pub(crate) async fn invited(house: &House, link: &str, name: &str) -> Self {
        let mut person = Self::comes(house).await;
        person.opens(link).await;
        person.types("Nom affiché", name).types("Identifiant", &name.to_lowercase());
        person.types("Mot de passe", PASS_PHRASE).presses("Créer mon compte").await;
        assert_eq!(person.page.heading(), "Ateliers", "{}", person.page.text());
        person
    }

    /// Claire, a host, and Paul, a mediator of the same place.
    pub(crate) async fn two(house: &House) -> (Self, Self) {
        let mut claire = Self::installs(house).await;
        let link = claire.invites("médiation", PLACE).await;
        let paul = Self::invited(house, &link, "Paul").await;
        (claire, paul)
    }

    /// Somebody who has an account, at another browser.
    pub(crate) async fn signed_in(house: &House, login: &str) -> Self {
        let mut person = Self::comes(house).await;
        person.signs_in(login, PASS_PHRASE).await;
        assert_eq!(person.page.heading(), "Ateliers", "{}", person.page.text());
        person
    }

    /// Opens « Mon compte », or is led to sign in.
    pub(crate) async fn is_signed_in(&mut self) -> bool {
        self.opens("/compte").await;
        self.page.heading() == "Mon compte"
    }

    /// Closes somebody's account, as a host.
    pub(crate) async fn closes(&mut self, name: &str) {
        self.opens("/gens").await;
        self.presses(&format!("Fermer ce compte pour {name}")).await;
        assert_eq!(self.page.address, "/gens?fait=oui", "{}", self.page.text());
    }

    /// Opens a room for one procedure; gives its id.
    pub(crate) async fn opens_a_room(&mut self) -> String {
        self.opens_a_room_with(&[]).await
    }

    pub(crate) async fn opens_a_room_with(&mut self, choices: &[(&str, &str)]) -> String {
        self.opens("/ateliers/nouveau").await;
        self.types_into("demarche.1", PROCEDURE);
        for (name, value) in choices {
            self.types_into(name, value);
        }
        self.presses("Ouvrir l’atelier").await;
        let id = self.page.address.split('/').nth(2).unwrap_or_default().to_owned();
        assert!(self.page.address.ends_with("/projeter"), "{}: {}", self.page.address, self.page.text());
        id
    }

    /// The nine digits that the projected page shows.
    pub(crate) async fn reads_the_code(&mut self, room: &str) -> String {
        self.opens(&format!("/atelier/{room}/projeter")).await;
        let text = self.page.text();
        let after = text.split("Tapez ce code").nth(1).expect("a code");
        after.chars().filter(char::is_ascii_digit).take(9).collect()
    }

    pub(crate) async fn sees_the_board(&mut self, room: &str) -> String {
        self.opens(&format!("/atelier/{room}")).await;
        self.page.text()
    }

    /// An act, as the forms of the board send it.
    pub(crate) async fn acts(&mut self, room: &str, seat: &str, act: &str, more: &[(&str, &str)]) {
        let mut inputs = vec![("place".to_owned(), seat.to_owned()), ("acte".to_owned(), act.to_owned())];
        inputs.extend(more.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
        self.posts(&format!("/atelier/{room}/acte"), &inputs).await;
    }
}

impl Learner {
    /// Types the code; nothing is begun yet.
    pub(crate) async fn joins(house: &House, code: &str) -> Self {
        let mut learner = Self::comes(house).await;
        learner.presses("J’ai un code d’atelier").await;
        learner.types("Code de l’atelier", code);
        learner.presses("Entrer").await;
        learner
    }

    /// Types the code, and begins.
    pub(crate) async fn joins_and_begins(house: &House, code: &str) -> Self {
        let mut learner = Self::joins(house, code).await;
        assert!(learner.page.heading().starts_with("Vous êtes"), "{}", learner.page.text());
        learner.presses("Commencer").await;
        assert_eq!(learner.page.heading(), "Se connecter");
        learner
    }

    /// The seat that the cookie names.
    pub(crate) fn seat(&self) -> String {
        let cookie = self.cookie();
        let value = cookie.split_once('=').map(|(_, value)| value).unwrap_or_default();
        value.split('.').nth(1).unwrap_or_default().to_owned()
    }
}
