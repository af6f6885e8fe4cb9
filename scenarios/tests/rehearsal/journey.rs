//! The small procedure, from its first page to each of its endings.

use scenarios::{
    guard::{Kind, Outcome, Slip},
    reference::Reference,
    rehearsal::{self, Command, Control, Draft, Event, Objection, RecapValue, Stale, Viewer},
};

use super::actor::Learner;

fn refusals(events: &[Event]) -> Vec<(&str, &Objection)> {
    let mut refusals = Vec::new();
    for event in events {
        if let Event::Refused { problems, .. } = event {
            refusals.extend(problems.iter().map(|problem| (problem.field.as_str(), &problem.objection)));
        }
    }
    refusals
}

fn outcome(events: &[Event], of: &str) -> Option<Outcome> {
    events.iter().find_map(|event| match event {
        Event::Answered { field, outcome } if field == of => Some(outcome.clone()),
        _ => None,
    })
}

#[test]
fn the_whole_procedure_done_right_ends_well() {
    let mut camille = Learner::begins();
    camille.reaches_the_recap();
    camille.signs();
    assert_eq!(camille.state.ended.as_deref(), Some("reussie"));
    let finish = camille.sees().finish.expect("the receipt is shown");
    let (receipt, verdict) = (finish.receipt.expect("a receipt"), finish.verdict.expect("a verdict"));
    assert!(verdict.all_right && verdict.mistakes.is_empty());
    assert_eq!(receipt.number, camille.state.receipt_number());
    let mails = rehearsal::mails(&camille.graph, &camille.state);
    assert_eq!(mails.len(), 2);
    assert!(mails[0].subject.contains(&receipt.number), "{}", mails[0].subject);
}

#[test]
fn the_old_address_goes_through_and_is_named_at_the_end() {
    let mut camille = Learner::begins();
    camille.logs_in();
    camille.names_the_vehicle();
    camille.gives_the_address("2, place du Simulacre");
    assert_eq!(camille.state.screen, "recapitulatif", "the real site would let it through");
    let advice = rehearsal::advise(&camille.graph, &camille.state).expect("the coach has noticed");
    assert_eq!(advice.elsewhere.as_deref(), Some("adresse"));
    assert!(
        matches!(&advice.cause, Some(rehearsal::Cause::Misunderstood(words)) if words.contains("ancienne adresse")),
        "{advice:?}"
    );
    camille.signs();
    assert_eq!(camille.state.ended.as_deref(), Some("avec-une-erreur"));
    let finish = camille.sees().finish.and_then(|finish| finish.verdict).expect("a verdict");
    assert_eq!(finish.mistakes.len(), 1);
}

#[test]
fn the_serial_number_is_told_apart_from_the_formula_number() {
    let mut camille = Learner::begins();
    camille.logs_in();
    let events = camille.submits(&[("immatriculation", &["GA-000-ZZ"]), ("formule", &["0FCTF00E6ST000001"])]);
    assert_eq!(
        outcome(&events, "formule"),
        Some(Outcome::Persona(Reference::Persona("vehicule.vin".into()))),
        "the wrong line is recognised"
    );
    assert_eq!(refusals(&events), [("formule", &Objection::Refused(0))]);
    assert_eq!(camille.state.mistakes.get("formule").map(String::as_str), Some("numero-de-serie"));
}

#[test]
fn a_mistyped_plate_is_a_slip_and_is_refused() {
    let mut camille = Learner::begins();
    camille.logs_in();
    let events = camille.submits(&[("immatriculation", &["GA-001-ZZ"]), ("formule", &["2099ZZ00001"])]);
    assert_eq!(outcome(&events, "immatriculation"), Some(Outcome::Slip(Slip::Replaced)));
    assert_eq!(refusals(&events), [("immatriculation", &Objection::Refused(0))]);
}

#[test]
fn a_screen_left_unanswered_is_refused() {
    let mut camille = Learner::begins();
    let events = camille.submits(&[]);
    assert_eq!(refusals(&events), [("courriel", &Objection::Missing)]);
    assert_eq!(camille.state.screen, "connexion");
    assert_eq!(camille.sees().problems.len(), 1);
}

#[test]
fn real_data_is_stopped_and_leaves_its_kind_alone() {
    let mut camille = Learner::begins();
    camille.logs_in();
    let real = "BV-527-KM";
    let events = camille.submits(&[("immatriculation", &[real]), ("formule", &["2099ZZ00001"])]);
    assert!(events.contains(&Event::GuardStopped { field: "immatriculation".into(), kind: Kind::Plate }));
    assert_eq!(refusals(&events), [("immatriculation", &Objection::Real(Kind::Plate))]);
    let stored = serde_json::to_string(&camille.events).expect("events are plain data");
    assert!(!stored.contains("527"), "nothing of it is recorded");
}

#[test]
fn a_code_is_the_one_of_the_message_and_not_another() {
    let mut camille = Learner::begins();
    camille.submits(&[("courriel", &["camille.essai@courriel.example"])]);
    let mail = rehearsal::mail(&camille.graph, &camille.state, 1).expect("the message has arrived");
    let code = camille.code();
    assert!(mail.body.iter().any(|paragraph| paragraph.contains(&code)));
    assert_eq!(refusals(&camille.submits(&[("code", &["000000"])])), [("code", &Objection::Refused(0))]);
    camille.submits(&[("code", &[&format!("{} {}", &code[..3], &code[3..])])]);
    assert_eq!(camille.state.screen, "vehicule");
}

#[test]
fn a_code_is_never_shown_again() {
    let mut camille = Learner::begins();
    camille.logs_in();
    camille.does(Command::GoBack { visit: camille.state.visit }).expect("one can go back");
    let shown = camille.sees();
    let Control::Lines(lines) = &shown.asked()[0].control else {
        panic!("a code is typed in a line");
    };
    assert_eq!(lines[0].1, "");
}

#[test]
fn a_date_to_come_is_refused() {
    let mut camille = Learner::begins();
    camille.logs_in();
    camille.names_the_vehicle();
    let events = camille.submits(&[
        ("voie", &["7 rue des Essais"]),
        ("ville", &["96120", "Valfranche"]),
        ("date", &["24/11/2026"]),
        ("justificatif", &["facture-nouveau-logement"]),
    ]);
    assert_eq!(refusals(&events), [("date", &Objection::TooLate)]);
}

#[test]
fn modifying_from_the_recap_returns_to_it_with_every_page_still_open_to_change() {
    let mut camille = Learner::begins();
    camille.reaches_the_recap();
    camille
        .does(Command::GoTo { visit: camille.state.visit, screen: "vehicule".into() })
        .expect("a page passed");
    assert_eq!(camille.state.screen, "vehicule");
    camille.submits(&[("immatriculation", &["GA-000-ZZ"]), ("formule", &["2099ZZ00001"])]);
    assert_eq!(camille.state.screen, "recapitulatif");
    camille
        .does(Command::GoTo { visit: camille.state.visit, screen: "adresse".into() })
        .expect("a page passed");
    assert_eq!(camille.state.screen, "adresse");
}

#[test]
fn answers_come_back_when_a_page_is_seen_again() {
    let mut camille = Learner::begins();
    camille.reaches_the_recap();
    let shown =
        rehearsal::screen(&camille.graph, &camille.state, "adresse", &Draft::default(), Viewer::Learner)
            .expect("a page passed can be looked at");
    assert!(!shown.current);
    let texts = format!("{:?}", shown.asked());
    for text in ["7 rue des Essais", "96120", "Valfranche", "03/11/2026"] {
        assert!(texts.contains(text), "{text} in {texts}");
    }
}

#[test]
fn the_browsers_own_back_button_leads_to_a_page_that_can_be_sent_again() {
    let mut camille = Learner::begins();
    camille.reaches_the_recap();
    let again = camille.submission(
        "again",
        "vehicule",
        &[("immatriculation", &["GA-000-ZZ"]), ("formule", &["2099ZZ00001"])],
    );
    camille.does(again).expect("a page passed");
    assert_eq!(camille.state.screen, "recapitulatif");
}

#[test]
fn an_old_tab_changes_nothing() {
    let mut camille = Learner::begins();
    let old = camille.submission("old", "connexion", &[("courriel", &["camille.essai@courriel.example"])]);
    camille.logs_in();
    let before = camille.state.clone();
    assert_eq!(camille.does(old), Err(Stale::OldPage));
    assert_eq!(camille.state, before);
}

#[test]
fn a_submission_sent_twice_is_recorded_once() {
    let mut camille = Learner::begins();
    let once = camille.submission("once", "connexion", &[("courriel", &["camille.essai@courriel.example"])]);
    assert!(!camille.does(once.clone()).expect("the current page").is_empty());
    assert_eq!(camille.does(once), Ok(Vec::new()));
}

#[test]
fn nothing_can_be_sent_after_the_end() {
    let mut camille = Learner::begins();
    camille.reaches_the_recap();
    camille.signs();
    let late = camille.submission("late", "confirmation", &[]);
    assert_eq!(camille.does(late), Err(Stale::Ended));
    assert_eq!(camille.does(Command::GoBack { visit: camille.state.visit }), Err(Stale::Ended));
}

#[test]
fn the_recap_says_when_a_text_was_not_kept() {
    let mut camille = Learner::begins();
    camille.logs_in();
    camille.names_the_vehicle();
    camille.gives_the_address("chez ma cousine");
    let values: Vec<_> =
        camille.sees().recap.into_iter().flat_map(|group| group.rows).map(|row| row.value).collect();
    assert!(values.contains(&RecapValue::NotKept));
    assert!(values.contains(&RecapValue::Shown("GA-000-ZZ".into())));
    assert!(values.contains(&RecapValue::Shown("Facture d’électricité, nouveau logement".into())));
}

#[test]
fn staff_see_no_value() {
    let mut camille = Learner::begins();
    camille.reaches_the_recap();
    for key in ["recapitulatif", "adresse", "vehicule", "connexion"] {
        let seen = rehearsal::screen(&camille.graph, &camille.state, key, &Draft::default(), Viewer::Staff);
        let seen = format!("{:?}", seen.expect("a page passed"));
        for value in ["rue des Essais", "96120", "GA-000-ZZ", "place du Simulacre", "camille.essai@"] {
            assert!(!seen.contains(value), "{value} on {key}: {seen}");
        }
    }
}

#[test]
fn hints_come_one_rung_at_a_time_and_no_further_than_the_ladder() {
    let mut camille = Learner::begins();
    for rung in 1..=4 {
        let events = camille.does(Command::AskHint { field: "courriel".into() }).expect("a field");
        assert_eq!(events, [Event::HintGiven { field: "courriel".into(), rung, by_mediator: false }]);
    }
    assert_eq!(camille.does(Command::AskHint { field: "courriel".into() }), Ok(Vec::new()));
    let advice = rehearsal::advise(&camille.graph, &camille.state).expect("help on the open question");
    assert_eq!((advice.rungs.len(), advice.ladder), (4, 4));
    assert!(advice.rungs[3].says.contains("camille.essai@courriel.example"));
}

#[test]
fn papers_and_messages_that_are_not_there_are_not_opened() {
    let mut camille = Learner::begins();
    assert!(camille.does(Command::OpenPaper { paper: "carte-grise".into() }).is_ok());
    assert_eq!(camille.does(Command::OpenMail { number: 1 }), Err(Stale::NotThere));
}
