//! The four ways of rehearsing: what is shown, offered, asked for, or said at the end only.

use scenarios::rehearsal::{self, Advice, Command, Mode, Step, Todo};

use super::actor::Learner;

fn chooses(mode: Mode) -> Learner {
    let mut camille = Learner::begins();
    camille.does(Command::ChooseMode { mode }).expect("a way of rehearsing");
    assert_eq!(camille.state.mode, mode);
    camille
}

fn advice(learner: &Learner) -> Option<Advice> {
    rehearsal::advise(&learner.graph, &learner.state)
}

#[test]
fn whoever_discovers_is_shown_each_step_to_the_good_ending() {
    let mut camille = chooses(Mode::Discover);
    let mut shown = Vec::new();
    while camille.state.ended.is_none() {
        let step = advice(&camille).and_then(|advice| advice.step).expect("a step everywhere before the end");
        shown.push(step);
        let next = rehearsal::right_move(&camille.graph, &camille.state, &shown.len().to_string());
        camille.does(next.expect("a way to the end")).expect("a move that can be made");
    }
    assert_eq!(camille.state.ended.as_deref(), Some("reussie"));
    let typed = |text: &str| Todo::Type(text.to_owned());
    let first = Step::Answer {
        answers: vec![("Adresse électronique".into(), typed("camille.essai@courriel.example"))],
        button: "Recevoir un code".into(),
    };
    assert_eq!(shown[0], first);
    let honour = shown.iter().any(|step| {
        matches!(step, Step::Answer { answers, .. } if answers.iter().any(|(_, todo)| *todo == Todo::Tick))
    });
    assert!(honour, "{shown:?}");
}

#[test]
fn a_guided_learner_gets_a_first_hint_where_something_was_refused_and_asks_for_the_next() {
    let mut camille = chooses(Mode::Alone);
    camille.does(Command::ChooseMode { mode: Mode::Guided }).expect("a way of rehearsing");
    assert!(advice(&camille).is_some_and(|advice| advice.rungs.is_empty() && !advice.quiet));
    camille.submits(&[("courriel", &["camile.essai@courriel.example"])]);
    assert_eq!(advice(&camille).map(|advice| advice.rungs.len()), Some(1));
    camille.does(Command::AskHint { field: "courriel".into() }).expect("a field");
    assert_eq!(advice(&camille).map(|advice| advice.rungs.len()), Some(2));
}

#[test]
fn alone_nothing_is_said_before_it_is_asked_for() {
    let mut camille = chooses(Mode::Alone);
    camille.submits(&[("courriel", &["camile.essai@courriel.example"])]);
    let quiet = advice(&camille).expect("help to ask for");
    assert!(quiet.quiet && quiet.rungs.is_empty() && quiet.cause.is_none(), "{quiet:?}");
    camille.does(Command::AskHint { field: "courriel".into() }).expect("a field");
    assert!(advice(&camille).is_some_and(|advice| !advice.quiet && advice.rungs.len() == 1));
}

#[test]
fn a_test_gives_no_help_lets_mistakes_through_and_counts_at_the_end() {
    let mut camille = chooses(Mode::Test);
    assert_eq!(advice(&camille), None);
    assert_eq!(camille.does(Command::AskHint { field: "courriel".into() }), Ok(Vec::new()));
    camille.logs_in();
    camille.names_the_vehicle();
    camille.gives_the_address("2 place du Simulacre");
    assert_eq!(advice(&camille), None, "the former address is a mistake with a name, and nobody says it");
    camille.signs();
    let verdict = camille.sees().finish.and_then(|finish| finish.verdict).expect("the end");
    assert_eq!(verdict.score, Some((7, 8)));
    assert_eq!(verdict.mistakes.len(), 1);
}

#[test]
fn changing_loses_nothing_and_ends_with_the_rehearsal() {
    let mut camille = Learner::begins();
    camille.logs_in();
    let before = camille.state.answers.clone();
    for mode in Mode::ALL {
        camille.does(Command::ChooseMode { mode }).expect("a way of rehearsing");
    }
    assert_eq!((&camille.state.answers, camille.state.screen.as_str()), (&before, "vehicule"));
    assert_eq!(camille.does(Command::ChooseMode { mode: Mode::Test }), Ok(Vec::new()));
    camille.names_the_vehicle();
    camille.gives_the_address("7 rue des Essais");
    camille.signs();
    assert!(camille.does(Command::ChooseMode { mode: Mode::Alone }).is_err());
}
