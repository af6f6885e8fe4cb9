//! The four ways of rehearsing: what is shown, offered, asked for, or said at the end only.

use scenarios::rehearsal::{self, Advice, Command, Event, HintReach, Mode, Stale, Step, Todo};

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
    let Step::Answer { answers, button } = &shown[0] else { panic!("{:?}", shown[0]) };
    assert_eq!((&*answers[0].label, button.as_str()), ("Adresse électronique", "Recevoir un code"));
    assert_eq!(answers[0].todo, typed("camille.essai@courriel.example"));
    assert!(answers[0].found.is_some(), "and where it is found: {answers:?}");
    let review = rehearsal::review(&camille.graph, &camille.state);
    assert_eq!((review.alone, review.shown, &*review.hard), (0, review.asked, &[][..]), "shown is not alone");
    let honour = shown.iter().any(|step| {
        matches!(step, Step::Answer { answers, .. } if answers.iter().any(|shown| shown.todo == Todo::Tick))
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

/// Guided, in a room where hints go as far as that.
fn limited(reach: HintReach) -> Learner {
    let mut camille = Learner::begins();
    camille.state.apply(&Event::HintsLimited { reach });
    camille
}

fn rungs(learner: &Learner) -> Option<(usize, usize)> {
    advice(learner).map(|advice| (advice.rungs.len(), advice.ladder))
}

#[test]
fn without_the_answer_hints_stop_before_the_last_one_and_the_mediator_goes_on() {
    let mut camille = limited(HintReach::Place);
    camille.submits(&[("courriel", &["camile.essai@courriel.example"])]);
    let ask = || Command::AskHint { field: "courriel".into() };
    for _ in 0..9 {
        camille.does(ask()).expect("a field");
    }
    let (given, ladder) = rungs(&camille).expect("help");
    assert_eq!(given, ladder, "nothing more is offered");
    let said: Vec<String> =
        advice(&camille).map(|it| it.rungs.into_iter().map(|rung| rung.says).collect()).unwrap_or_default();
    assert!(said.iter().all(|says| !says.contains("camille.essai@courriel.example")), "{said:?}");
    assert_eq!(camille.does(ask()), Ok(Vec::new()));
    camille.does(Command::GiveHint { field: "courriel".into() }).expect("the mediator may");
    let last = advice(&camille).and_then(|advice| advice.rungs.into_iter().last()).expect("a rung more");
    assert!(last.says.contains("camille.essai@courriel.example"), "{last:?}");
    assert_eq!(rungs(&camille), Some((ladder + 1, ladder + 1)));
}

#[test]
fn where_only_the_mediator_helps_nothing_comes_by_itself_nor_is_to_be_asked_for() {
    let mut camille = limited(HintReach::Mediator);
    camille.submits(&[("courriel", &["camile.essai@courriel.example"])]);
    assert_eq!(advice(&camille), None, "not even what is wrong");
    assert_eq!(camille.does(Command::AskHint { field: "courriel".into() }), Ok(Vec::new()));
    let concern = rehearsal::concern(&camille.graph, &camille.state).expect("a question");
    assert_eq!(concern, "courriel");
    camille.does(Command::GiveHint { field: concern }).expect("the mediator may");
    assert_eq!(rungs(&camille), Some((1, 1)));
}

#[test]
fn whoever_has_not_the_answers_cannot_have_them_shown_by_another_way_of_rehearsing() {
    for reach in [HintReach::Place, HintReach::Mediator] {
        let mut camille = limited(reach);
        let shown = camille.does(Command::ChooseMode { mode: Mode::Discover });
        assert_eq!(shown, Err(Stale::NotThere));
        camille.does(Command::ChooseMode { mode: Mode::Alone }).expect("shows nothing");
        camille.does(Command::GiveMode { mode: Mode::Discover }).expect("the mediator may");
        assert!(advice(&camille).is_some_and(|advice| advice.step.is_some()));
    }
}
