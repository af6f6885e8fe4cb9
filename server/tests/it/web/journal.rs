//! What the journal of the browser goes by: which fields may be kept, and what the server has received.

use crate::actor::Learner;
use crate::house::House;
use crate::page::all;

/// What the page says of the field under that label.
fn kept(learner: &Learner, label: &str) -> Option<String> {
    let html = learner.page.html();
    let shells = all(&html, "form#page .field_shell");
    let shell = shells.iter().find(|shell| shell.text().any(|text| text.contains(label)));
    shell.expect(label).value().attr("data-kept").map(ToOwned::to_owned)
}

fn island(learner: &Learner) -> String {
    let html = learner.page.html();
    let journal = all(&html, "leptos-island[data-component^=Journal_]");
    journal.first().and_then(|island| island.value().attr("data-props")).unwrap_or_default().to_owned()
}

#[tokio::test]
async fn a_page_says_what_a_browser_may_keep_of_each_answer() {
    let house = House::opens().await;
    let mut learner = Learner::begins(&house).await;
    assert_eq!(kept(&learner, "Adresse électronique").as_deref(), Some("known"));
    learner.logs_in().await;
    learner.names_the_vehicle().await;
    assert_eq!(kept(&learner, "Date du déménagement").as_deref(), Some("vetted"));
    assert_eq!(kept(&learner, "Commune").as_deref(), Some("known"));
}

#[tokio::test]
async fn codes_are_never_kept() {
    let house = House::opens().await;
    let mut learner = Learner::begins(&house).await;
    learner.presses("Fiche").await;
    let mail = learner.page.reads("Adresse électronique");
    learner.comes_back().await;
    learner.types("Adresse électronique", &mail).continues().await;
    assert_eq!(kept(&learner, "Code de connexion"), None);
}

#[tokio::test]
async fn a_page_says_which_sending_was_received() {
    let house = House::opens().await;
    let mut learner = Learner::begins(&house).await;
    assert!(island(&learner).contains(r#""received":"""#), "{}", island(&learner));
    let (_, inputs) = learner.form();
    let sending = inputs.into_iter().find(|(name, _)| name == "envoi").expect("a number").1;
    learner.types("Adresse électronique", "à moitié").presses("Papiers").await;
    learner.comes_back().await;
    assert!(island(&learner).contains(&format!(r#""received":"{sending}""#)), "{}", island(&learner));
}
