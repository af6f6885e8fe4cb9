//! The second factor: offered, set up by a first code, asked for at each sign-in, each code taken once.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use totp_rs::{Builder, Secret};

use crate::actor::Learner;
use crate::house::House;
use crate::mediator::{Mediator, PASS_PHRASE};
use crate::page::{all, words};

const WRONG: &str = "Ce code ne va pas.";

/// A telephone that has read the key.
struct Telephone {
    secret: String,
    /// When it was, at the beginning of the test.
    began: u64,
}

impl Telephone {
    /// Reads the key that the page shows.
    fn reads(person: &Mediator) -> Self {
        let html = person.page.html();
        let shown = all(&html, ".people__secret").first().map(|secret| words(*secret));
        let secret = shown.unwrap_or_else(|| panic!("no key in {}", person.page.text())).replace(' ', "");
        let began = SystemTime::now().duration_since(UNIX_EPOCH).expect("after 1970").as_secs();
        Self { secret, began }
    }

    /// The code of the next step but so many. Those of this one and of the next are good, however slow the test.
    fn code(&self, steps: u64) -> String {
        let secret = Secret::try_from_base32(&self.secret).expect("a key");
        let totp = Builder::new().with_secret(secret).build().expect("a key");
        totp.generate(self.began + 30 * steps).to_string()
    }

    /// A code that is not good now.
    fn wrong(&self) -> String {
        let good: Vec<_> = (0..4).map(|steps| self.code(steps)).collect();
        let found = (0..9).map(|digit| digit.to_string().repeat(6)).find(|code| !good.contains(code));
        found.expect("one of nine")
    }
}

/// Claire, who has a second factor, and her telephone.
async fn protected(house: &House) -> (Mediator, Telephone) {
    let mut claire = Mediator::installs(house).await;
    claire.presses("Mon compte").await;
    claire.presses("Ajouter un second facteur").await;
    let telephone = Telephone::reads(&claire);
    assert_eq!(all(&claire.page.html(), "main svg.qr path").len(), 2, "a picture of the same");
    claire.types("3. Tapez le code affiché", &telephone.wrong()).presses("Activer").await;
    assert_eq!(claire.sees_error(WRONG).field, "champ-code");
    assert_eq!(Telephone::reads(&claire).secret, telephone.secret, "the same key: it is in the telephone");
    claire.types("3. Tapez le code affiché", &telephone.code(0)).presses("Activer").await;
    assert!(claire.page.says("Le second facteur est actif."), "{}", claire.page.text());
    assert_eq!(claire.page.address, "/compte?fait=code");
    (claire, telephone)
}

async fn gives(learner: &mut Learner, code: &str) {
    learner.types("Code à six chiffres", code).presses("Continuer").await;
}

#[tokio::test]
async fn a_code_is_asked_for_after_the_password_and_is_good_once() {
    let house = House::opens().await;
    let (_claire, telephone) = protected(&house).await;
    let mut other = Learner::comes(&house).await;
    other.signs_in("claire", PASS_PHRASE).await;
    assert_eq!(other.page.heading(), "Votre code");
    assert!(!other.is_signed_in().await, "a password alone opens nothing");

    other.signs_in("claire", PASS_PHRASE).await;
    gives(&mut other, &telephone.code(0)).await;
    assert_eq!(other.sees_error(WRONG).field, "champ-code", "it was used to set up");
    let next = telephone.code(1);
    gives(&mut other, &format!("{} {}", &next[..3], &next[3..])).await;
    assert!(other.is_signed_in().await, "{}", other.page.text());

    let mut watcher = Learner::comes(&house).await;
    watcher.signs_in("claire", PASS_PHRASE).await;
    for used in [next, telephone.code(0)] {
        gives(&mut watcher, &used).await;
        watcher.sees_error(WRONG);
    }
    assert!(!watcher.is_signed_in().await);
    assert!(!other.page.body().contains(&telephone.secret), "the key is shown no more");
}

#[tokio::test]
async fn wrong_codes_count_like_wrong_passwords() {
    let house = House::opens().await;
    let (_claire, telephone) = protected(&house).await;
    let mut guesser = Learner::comes(&house).await;
    guesser.signs_in("claire", PASS_PHRASE).await;
    for _ in 0..5 {
        gives(&mut guesser, &telephone.wrong()).await;
        guesser.sees_error(WRONG);
    }
    gives(&mut guesser, &telephone.code(1)).await;
    assert_eq!(guesser.page.heading(), "Connexion de l’équipe", "five, and the password again");
    guesser.sees_error("Votre session est terminée.");

    // The password and five codes are six; with it again, seven, and two wrong ones.
    guesser.signs_in("claire", PASS_PHRASE).await;
    for _ in 0..3 {
        gives(&mut guesser, &telephone.wrong()).await;
        guesser.sees_error(WRONG);
    }
    gives(&mut guesser, &telephone.code(1)).await;
    assert_eq!(guesser.page.heading(), "Votre code");
    guesser.sees_error("Attendez");
    tokio::time::pause();
    tokio::time::advance(Duration::from_secs(11)).await;
    tokio::time::resume();
    gives(&mut guesser, &telephone.code(1)).await;
    assert!(guesser.is_signed_in().await, "whoever waits is let in: {}", guesser.page.text());
}

#[tokio::test]
async fn a_code_is_owed_for_ten_minutes_by_whoever_gave_the_password() {
    let house = House::opens().await;
    let (_claire, telephone) = protected(&house).await;
    let mut late = Learner::comes(&house).await;
    late.signs_in("claire", PASS_PHRASE).await;
    tokio::time::pause();
    tokio::time::advance(Duration::from_mins(10)).await;
    tokio::time::resume();
    gives(&mut late, &telephone.code(1)).await;
    late.sees_error("Votre session est terminée.");

    let forged = super::accounts::form(&[("suite", "x"), ("code", &telephone.code(1))]);
    late.posts("/connexion/code", &forged).await;
    late.sees_error("Votre session est terminée.");
    assert!(!late.is_signed_in().await);
}

#[tokio::test]
async fn the_second_factor_is_removed_with_the_password() {
    let house = House::opens().await;
    let (mut claire, _telephone) = protected(&house).await;
    claire.types("Mot de passe, pour le retirer", "un mot de passe faux");
    claire.presses("Retirer le second facteur").await;
    assert_eq!(claire.sees_error("n’est pas celui-là").field, "champ-retrait");
    claire.types("Mot de passe, pour le retirer", PASS_PHRASE).presses("Retirer le second facteur").await;
    assert!(claire.page.says("Le second facteur est retiré."), "{}", claire.page.text());
    Mediator::signed_in(&house, "claire").await;
}
