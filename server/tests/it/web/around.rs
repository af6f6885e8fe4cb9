//! What stands around the form: a paper beside it, the telephone, words explained, the way for who is lost, the sheet to
//! take home.

use std::path::Path;

use axum::http::StatusCode;
use server::{store::sqlite::SqliteOptions, web::Reach};

use crate::{
    actor::Learner,
    house::House,
    page::{all, words},
};

async fn at_the_desk(house: &House) -> Learner {
    let mut learner = Learner::comes(house).await;
    learner.posts("/exercice", &[("demarche".to_owned(), "essai/foyer".to_owned())]).await;
    learner
}

async fn house_of_every_construct() -> House {
    let catalogue = Path::new(env!("CARGO_MANIFEST_DIR")).join("../scenarios/tests/catalogue");
    House::with(Reach::default(), Some(&catalogue), &SqliteOptions::default()).await
}

#[tokio::test]
async fn a_paper_laid_beside_the_page_stays_there_and_what_was_typed_too() {
    let house = House::opens().await;
    let mut learner = Learner::begins(&house).await;
    learner.types("Adresse électronique", "camille").presses("Carte grise").await;
    assert_eq!(learner.page.shows("Adresse électronique"), "camille");
    let lies = |learner: &Learner| {
        let html = learner.page.html();
        let lying = all(&html, ".beside .papers").len();
        assert_eq!(all(&html, ".frame--beside").len(), lying, "the column is wide for a paper alone");
        lying
    };
    assert_eq!(lies(&learner), 1);
    learner.reloads().await;
    assert_eq!(lies(&learner), 1, "it does not depend on the address");
    learner.logs_in().await;
    assert_eq!(lies(&learner), 1, "nor on the page");
    learner.presses("Ranger").await;
    assert_eq!(lies(&learner), 0);
}

#[tokio::test]
async fn a_paper_that_is_read_on_its_own_can_be_kept_beside() {
    let house = House::opens().await;
    let mut learner = Learner::begins(&house).await;
    learner.opens_paper("Carte grise").await;
    learner.presses("Garder ce papier à côté de la démarche").await;
    assert_eq!(learner.page.heading(), "Se connecter");
    assert_eq!(all(&learner.page.html(), ".beside").len(), 1);
}

#[tokio::test]
async fn a_paper_of_nobody_cannot_be_laid() {
    let house = House::opens().await;
    let mut learner = Learner::begins(&house).await;
    let exercise = learner.exercise();
    for paper in ["bulletin-de-paie.1.1", "../fiche", ""] {
        learner.posts(&format!("{exercise}/papiers"), &[("poser".to_owned(), paper.to_owned())]).await;
        assert_eq!(learner.page.status, StatusCode::NOT_FOUND, "{paper}");
    }
}

#[tokio::test]
async fn whoever_is_lost_reads_where_they_are_and_loses_nothing() {
    let house = House::opens().await;
    let mut learner = Learner::begins(&house).await;
    learner.logs_in().await;
    learner.types("Numéro de formule", "2099").presses("Je suis perdu").await;
    assert_eq!(learner.page.heading(), "Où suis-je ?");
    for said in ["Votre véhicule", "Se connecter", "Appuyez sur « Continuer »"] {
        assert!(learner.page.says(said), "{said}: {}", learner.page.text());
    }
    learner.comes_back().await;
    assert_eq!(learner.page.shows("Numéro de formule"), "2099");
    // A test gives no help, this neither.
    learner.presses("Épreuve").await;
    learner.presses("Je suis perdu").await;
    assert!(!learner.page.says("Appuyez sur « Continuer »"), "{}", learner.page.text());
}

#[tokio::test]
async fn a_code_comes_to_the_telephone_and_is_read_there_alone() {
    let house = house_of_every_construct().await;
    let mut learner = at_the_desk(&house).await;
    learner.presses("SMS").await;
    assert!(learner.page.says("Pas encore de message"), "{}", learner.page.text());
    learner.comes_back().await;
    learner.presses("Fiche").await;
    let mail = learner.page.reads("Adresse électronique");
    learner.comes_back().await;
    learner.types("Adresse électronique", &mail).presses("Recevoir un code").await;
    learner.presses("SMS").await;
    learner.presses("Regarder les nouveaux messages").await;
    assert!(learner.page.says("Votre code est"), "{}", learner.page.text());
    let exercise = learner.exercise();
    learner.opens(&format!("{exercise}/messages")).await;
    assert!(!learner.page.says("Votre code est"), "{}", learner.page.text());
    assert!(learner.page.says("Regarder le téléphone"), "the mailbox says where it is");
    learner.opens(&format!("{exercise}/messages/3")).await;
    assert_eq!(learner.page.status, StatusCode::NOT_FOUND, "a text message is no mail");
}

#[tokio::test]
async fn a_word_leads_to_its_sentence_on_the_same_page() {
    let house = house_of_every_construct().await;
    let mut learner = at_the_desk(&house).await;
    let exercise = learner.exercise();
    learner.presses("Fiche").await;
    let mail = learner.page.reads("Adresse électronique");
    learner.comes_back().await;
    learner.types("Adresse électronique", &mail).presses("Recevoir un code").await;
    learner.presses("SMS").await;
    learner.presses("Regarder les nouveaux messages").await;
    let html = learner.page.html();
    let texts = all(&html, ".telephone__text");
    let code: String = words(texts[0]).chars().filter(char::is_ascii_digit).collect();
    learner.comes_back().await;
    learner.types("Code", &code).presses("Continuer").await;
    learner.presses("Déclarer mes ressources").await;
    assert_eq!(learner.page.address, format!("{exercise}/page/situation"));
    let html = learner.page.html();
    let linked = all(&html, "a.word");
    assert!(!linked.is_empty(), "{}", learner.page.text());
    for link in linked {
        let to = link.attr("href").expect("a link").to_owned();
        let sentence = all(&html, &format!(".words__one{to}"));
        assert_eq!(sentence.len(), 1, "{to}");
        assert!(words(sentence[0]).to_lowercase().contains(&words(link).to_lowercase()), "{to}");
    }
}

#[tokio::test]
async fn the_sheet_to_take_home_holds_nothing_of_the_persona_and_leads_nowhere() {
    let house = house_of_every_construct().await;
    let mut learner = at_the_desk(&house).await;
    learner.presses("Fiche").await;
    let mail = learner.page.reads("Adresse électronique");
    let exercise = learner.exercise();
    learner.opens(&format!("{exercise}/pour-de-vrai")).await;
    assert_eq!(learner.page.heading(), "Prêt pour le vrai");
    let html = learner.page.html();
    let sheet = all(&html, ".ready");
    assert_eq!(sheet.len(), 1);
    assert!(words(sheet[0]).contains("www.caisse.example"));
    assert!(!words(sheet[0]).contains(&mail));
    assert!(all(&html, ".ready a").is_empty());
}

#[tokio::test]
async fn every_procedure_prepares_for_the_real_one_and_explains_its_words() {
    let house = House::opens().await;
    for scenario in ["ants/changement-adresse", "caf/declaration-trimestrielle", "impots/declaration-revenus"]
    {
        let mut learner = Learner::comes(&house).await;
        learner.posts("/exercice", &[("demarche".to_owned(), scenario.to_owned())]).await;
        let exercise = learner.exercise();
        learner.opens(&format!("{exercise}/pour-de-vrai")).await;
        assert_eq!(learner.page.heading(), "Prêt pour le vrai", "{scenario}");
        let html = learner.page.html();
        assert!(
            all(&html, ".ready section").len() == 4,
            "{scenario} says what to bring, where, what is false, who helps"
        );
    }
}

#[tokio::test]
async fn what_is_attached_to_a_message_is_kept_among_ones_papers() {
    let house = house_of_every_construct().await;
    let mut learner = at_the_desk(&house).await;
    let exercise = learner.exercise();
    learner.opens(&format!("{exercise}/messages")).await;
    assert!(learner.page.says("Indésirables : 1 message"), "{}", learner.page.text());
    // The unwanted message has nothing to keep.
    learner.posts(&format!("{exercise}/messages"), &[("enregistrer".to_owned(), "2".to_owned())]).await;
    assert_eq!(learner.page.status, StatusCode::NOT_FOUND);
}
