//! Questions with settings, played: choices, boxes, lists, amounts, and what is never shown again.

use scenarios::{
    field::Choice,
    graph::Graph,
    guard::Outcome,
    rehearsal::{self, Answers, Asked, Control, Draft, Objection, RecapValue, Viewer},
    text::Text,
};

use super::actor::Learner;

const SCENARIO: &str = include_str!("kinds.yaml");

/// Answers to which nothing is objected.
const ANSWERS: &[(&str, &[&str])] = &[
    ("logement", &["locataire"]),
    ("sources", &["des-allocations", "un-salaire"]),
    ("pays", &["fictionie du s"]),
    ("travail", &["oui"]),
    ("salaire", &["1.234,5 €"]),
    ("mois", &["oct. 26"]),
];

fn begins() -> Learner {
    let (scenario, findings) = scenarios::check(&Text::new("kinds.yaml", SCENARIO));
    assert!(findings.is_empty(), "{findings:?}");
    Learner::plays(Graph::build(&scenario).expect("the scenario is sound"))
}

/// The answers, one of them changed.
fn but<'a>(field: &'a str, typed: &'a [&'a str]) -> Vec<(&'a str, &'a [&'a str])> {
    let others = ANSWERS.iter().copied().filter(|(other, _)| *other != field);
    others.chain([(field, typed)]).collect()
}

fn objection(learner: &Learner, field: &str) -> Option<Objection> {
    let problem = learner.state.problems.iter().find(|problem| problem.field == field)?;
    Some(problem.objection.clone())
}

fn asked(learner: &Learner, field: &str) -> Asked {
    learner
        .sees()
        .asked()
        .into_iter()
        .find(|asked| asked.key == field)
        .cloned()
        .expect("a question of the page")
}

fn neutral(learner: &Learner, field: &str) -> Option<String> {
    match learner.state.answers.get(field)? {
        Outcome::Neutral(value) => Some(value.as_str().to_owned()),
        _ => None,
    }
}

#[test]
fn answers_are_recorded_in_their_one_way_of_being_written() {
    let mut learner = begins();
    learner.submits(ANSWERS);
    assert_eq!(learner.state.screen, "secret");
    for (field, recorded) in [
        ("logement", "locataire"),
        ("sources", "un-salaire des-allocations"),
        ("pays", "fictionie-du-sud"),
        ("travail", "oui"),
        ("salaire", "1234.50"),
        ("mois", "2026-10"),
    ] {
        assert_eq!(neutral(&learner, field).as_deref(), Some(recorded), "{field}");
    }
}

#[test]
fn a_recap_reads_as_people_write() {
    let mut learner = begins();
    learner.submits(ANSWERS);
    let recap = learner.sees().recap;
    let values: Vec<_> = recap[0].rows.iter().map(|row| row.value.clone()).collect();
    let shown = |text: &str| RecapValue::Shown(text.to_owned());
    assert_eq!(
        values,
        [
            shown("Locataire"),
            shown("Un salaire, Des allocations"),
            shown("Fictionie du Sud"),
            shown("Oui"),
            shown("1\u{202f}234,50\u{a0}€"),
            shown("octobre 2026"),
            RecapValue::Nothing,
            RecapValue::Nothing,
        ]
    );
}

#[test]
fn a_free_text_is_not_kept_and_blames_nobody() {
    let mut learner = begins();
    learner.submits(&but("message", &["Bonjour, merci d’avance."]));
    let message = learner.sees().recap[0].rows.last().map(|row| row.value.clone());
    assert_eq!(message, Some(RecapValue::FreeText));
    assert_eq!(learner.state.answers.get("message"), Some(&Outcome::Different));
}

#[test]
fn what_was_understood_is_shown_when_an_answer_is_seen_again() {
    let mut learner = begins();
    learner.submits(ANSWERS);
    learner.does(rehearsal::Command::GoBack { visit: learner.state.visit }).expect("a page passed");
    let understood = |field| asked(&learner, field).understood;
    assert_eq!(understood("salaire").as_deref(), Some("1\u{202f}234,50\u{a0}€"));
    assert_eq!(understood("mois").as_deref(), Some("octobre 2026"));
    assert_eq!(understood("pays"), None, "the line shows just that");
    assert_eq!(understood("enfants"), None, "nothing was typed");
    let sources = asked(&learner, "sources").control;
    let Control::Boxes(choices, ticked) = sources else { panic!("{sources:?} are not boxes") };
    assert_eq!(choices[0], Choice::new("un-salaire", "Un salaire"));
    assert_eq!(ticked, ["un-salaire", "des-allocations"]);
}

#[test]
fn beside_an_error_the_other_answers_say_what_was_understood_of_them() {
    let mut learner = begins();
    let answers = but("salaire", &["mille"]);
    learner.submits(&answers);
    let typed = |(field, typed): &(&str, &[&str])| {
        ((*field).to_owned(), typed.iter().map(|text| (*text).to_owned()).collect())
    };
    let draft =
        Draft { screen: "ressources".to_owned(), answers: answers.iter().map(typed).collect::<Answers>() };
    let sees = |viewer| {
        rehearsal::screen(&learner.graph, &learner.state, "ressources", &draft, viewer)
            .expect("the page")
            .asked()
            .into_iter()
            .cloned()
            .collect()
    };
    let month = |asked: Vec<Asked>| asked.into_iter().find(|asked| asked.key == "mois").expect("a month");
    assert_eq!(month(sees(Viewer::Learner)).understood.as_deref(), Some("octobre 2026"));
    assert_eq!(month(sees(Viewer::Staff)).understood, None);
    let amount = sees(Viewer::Learner).into_iter().find(|asked| asked.key == "salaire").expect("an amount");
    assert_eq!(amount.understood, None);
    assert_eq!(amount.problem.as_deref(), Some("Tapez un montant, en chiffres. Par exemple\u{a0}: 1 234"));
}

#[test]
fn what_the_author_set_is_asked_of_every_answer() {
    let malformed = |code: &str| Some(Objection::Malformed(code.to_owned()));
    for (field, typed, expected) in [
        ("logement", &["château"] as &[&str], malformed("choix-inconnu")),
        ("sources", &["un-salaire", "une-pension", "des-allocations"], malformed("trop")),
        ("sources", &[], Some(Objection::Missing)),
        ("pays", &["fictionie"], malformed("plusieurs-choix")),
        ("salaire", &["5 000,01"], malformed("trop-grand")),
        ("mois", &["12/2026"], Some(Objection::TooLate)),
        ("mois", &["11/2026"], None),
        ("enfants", &["21"], malformed("trop-grand")),
        ("message", &["Une phrase qui a plus de quarante caractères."], malformed("trop-long")),
    ] {
        let mut learner = begins();
        learner.submits(&but(field, typed));
        assert_eq!(objection(&learner, field), expected, "{field} {typed:?}");
    }
}

#[test]
fn a_bound_is_said_as_people_write_it() {
    let mut learner = begins();
    learner.submits(&but("salaire", &["6000"]));
    let message = asked(&learner, "salaire").problem.expect("a problem");
    assert_eq!(message, "Ce montant est trop grand. Tapez 5\u{202f}000\u{a0}€ ou moins.");
}

#[test]
fn a_password_is_right_letter_by_letter_and_never_shown_again() {
    for (typed, right) in [("Essai 5", true), ("essai 5", false), ("Essai5", false)] {
        let mut learner = begins();
        learner.submits(ANSWERS);
        learner.submits(&[("telephone", &["+33 6 39 98 10 01"]), ("mot-de-passe", &[typed])]);
        let recorded = learner.state.answers.get("mot-de-passe").expect("an answer");
        assert_eq!(matches!(recorded, Outcome::Persona(_)), right, "{typed}");
        let shown = format!("{:?}", learner.sees());
        assert!(!shown.contains(typed), "{shown}");
    }
}

#[test]
fn no_text_of_a_password_comes_back_from_a_draft() {
    let mut learner = begins();
    learner.submits(ANSWERS);
    let answers = Answers::from([("mot-de-passe".to_owned(), vec!["Essai 5".to_owned()])]);
    let draft = Draft { screen: "secret".to_owned(), answers };
    let screen = rehearsal::screen(&learner.graph, &learner.state, "secret", &draft, Viewer::Learner);
    let screen = screen.expect("the page");
    let asked = screen.asked();
    assert_eq!(asked.last().map(|asked| &asked.control), Some(&Control::Secret));
}

#[test]
fn a_choice_that_the_site_has_written_is_chosen_however_its_key_is_written() {
    let text = SCENARIO.replace(
        "          propriétaire: Propriétaire\n",
        "          propriétaire: Propriétaire\n        prérempli: « propriétaire »\n",
    );
    let (scenario, findings) = scenarios::check(&Text::new("kinds.yaml", &text));
    assert!(findings.is_empty(), "{findings:?}");
    let learner = Learner::plays(Graph::build(&scenario).expect("the scenario is sound"));
    let Control::Radios(_, chosen) = asked(&learner, "logement").control else { panic!("radios") };
    assert_eq!(chosen.as_deref(), Some("proprietaire"));
}
