//! A mediator at a browser: makes the first account, opens rooms, follows people. And learners who come by the code.

use crate::{
    actor::{Learner, Way},
    house::House,
};

pub(crate) const PASS_PHRASE: &str = "les tortues aiment la pluie";
pub(crate) const PROCEDURE: &str = "ants/changement-adresse";

/// A browser of the staff: what it shows is read as any page.
pub(crate) type Mediator = Learner;

impl Mediator {
    /// Makes the first account by the link of the start, and is a host from then on.
    pub(crate) async fn installs(house: &House) -> Self {
        let key = house.backend.installation(false).await.unwrap().expect("nobody has an account yet");
        let mut host = Self::comes_by(house, Way::Local).await;
        host.opens(&format!("/installation?cle={key}")).await;
        host.types("Nom de votre lieu", "Médiathèque").types("Nom affiché", "Claire");
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
