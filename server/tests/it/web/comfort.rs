//! « Régler l'affichage », over HTTP: kept for the exercise, on every page, and gone with it.

use crate::actor::Learner;
use crate::house::House;
use crate::page::all;

fn root(learner: &Learner, attribute: &str) -> Option<String> {
    let html = learner.page.html();
    all(&html, "html").first().and_then(|root| root.value().attr(attribute).map(ToOwned::to_owned))
}

/// The choices made, by their words.
fn chosen(learner: &Learner) -> Vec<String> {
    let html = learner.page.html();
    let made = all(&html, "input[checked]");
    made.iter().filter_map(|input| input.value().attr("value")).map(ToOwned::to_owned).collect()
}

async fn reads_large(house: &House) -> Learner {
    let mut learner = Learner::begins(house).await;
    learner.types("Adresse électronique", "à moitié").presses("Régler l’affichage").await;
    assert_eq!(learner.page.heading(), "Régler l’affichage");
    assert_eq!(chosen(&learner), ["normal", "normal", "normal", "normal", "non"]);
    learner.chooses("Très grande").chooses("Clair sur fond sombre");
    learner.presses("Appliquer").await;
    learner
}

#[tokio::test]
async fn what_is_chosen_holds_on_every_page_and_loses_nothing_typed() {
    let house = House::opens().await;
    let mut learner = reads_large(&house).await;
    assert_eq!(chosen(&learner), ["tres-grand", "normal", "sombre", "normal", "non"]);
    learner.comes_back().await;
    assert_eq!(learner.page.shows("Adresse électronique"), "à moitié");
    let exercise = learner.exercise();
    for address in
        ["/", "/nulle-part", "/efface", &format!("{exercise}/papiers"), &format!("{exercise}/messages")]
    {
        learner.opens(address).await;
        assert_eq!(root(&learner, "data-texte").as_deref(), Some("tres-grand"), "{address}");
        assert_eq!(root(&learner, "data-contraste").as_deref(), Some("sombre"), "{address}");
        assert_eq!(root(&learner, "data-espace"), None, "{address}");
    }
}

#[tokio::test]
async fn it_goes_when_everything_is_erased_and_when_another_exercise_begins() {
    let house = House::opens().await;
    let mut learner = reads_large(&house).await;
    learner.comes_back().await;
    learner.erases().await;
    learner.opens("/").await;
    assert_eq!((root(&learner, "data-texte"), learner.cookie()), (None, String::new()));

    let mut other = reads_large(&house).await;
    other.opens("/").await;
    other.presses("S’entraîner seul").await;
    assert_eq!(root(&other, "data-texte"), None);
}

#[tokio::test]
async fn it_stays_for_whoever_begins_again() {
    let house = House::opens().await;
    let mut learner = reads_large(&house).await;
    learner.comes_back().await;
    learner.posts("/exercice", &[(app::routes::AGAIN.to_owned(), "oui".to_owned())]).await;
    assert_eq!(root(&learner, "data-texte").as_deref(), Some("tres-grand"));
}

#[tokio::test]
async fn a_voice_asked_for_may_be_missing_and_the_page_says_so() {
    let house = House::opens().await;
    let mut learner = Learner::begins(&house).await;
    learner.presses("Régler l’affichage").await;
    assert!(!learner.page.says("voix française"));
    learner.chooses("Oui, avec un bouton « Écouter » près de chaque texte");
    learner.presses("Appliquer").await;
    assert!(learner.page.says("Cet appareil n’a pas de voix française"));
}

#[tokio::test]
async fn a_forged_choice_is_none() {
    let house = House::opens().await;
    let mut learner = Learner::begins(&house).await;
    let address = format!("{}/confort", learner.exercise());
    let inputs = [("texte", "\"><script>"), ("contraste", "sombre\r\nx: y"), ("mouvement", "calme")];
    let inputs = inputs.map(|(name, value)| (name.to_owned(), value.to_owned()));
    learner.posts(&address, &inputs).await;
    assert_eq!(root(&learner, "data-texte"), None);
    assert_eq!(root(&learner, "data-contraste"), None);
    assert_eq!(root(&learner, "data-mouvement").as_deref(), Some("calme"));
    let stranger = Learner::begins(&house).await;
    let answer = stranger.sends(stranger.post(&address, &inputs)).await;
    assert!(answer.status.is_client_error(), "not one's own exercise");
}
