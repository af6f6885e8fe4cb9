//! Laws of the engine, on whatever one plays.

use std::collections::BTreeMap;

use proptest::prelude::*;
use scenarios::rehearsal::{self, Command, Consent, Draft, Event, State, Viewer};

use super::actor::Learner;

/// One thing a learner may do, sensible or not.
#[derive(Debug, Clone)]
enum Move {
    Right,
    Typed(Vec<String>),
    Back,
    GoTo(usize),
    Hint(usize),
    Paper,
    Mail(u32),
    Twice,
    Wait,
    Follow(usize),
    Press(usize),
    AddRow,
    RemoveRow(usize),
    Cookies(usize),
}

fn moves() -> impl Strategy<Value = Vec<Move>> {
    let one = prop_oneof![
        6 => Just(Move::Right),
        3 => proptest::collection::vec(text(), 0..5).prop_map(Move::Typed),
        2 => Just(Move::Back),
        1 => (0usize..7).prop_map(Move::GoTo),
        1 => (0usize..9).prop_map(Move::Hint),
        1 => Just(Move::Paper),
        1 => (0u32..4).prop_map(Move::Mail),
        1 => Just(Move::Twice),
        1 => Just(Move::Wait),
        2 => (0usize..4).prop_map(Move::Follow),
        1 => (0usize..2).prop_map(Move::Press),
        2 => Just(Move::AddRow),
        1 => (1usize..4).prop_map(Move::RemoveRow),
        2 => (0usize..4).prop_map(Move::Cookies),
    ];
    proptest::collection::vec(one, 0..40)
}

fn text() -> impl Strategy<Value = String> {
    let of_the_persona = super::household::camille_at_home().values.into_values().collect::<Vec<_>>();
    prop_oneof![proptest::sample::select(of_the_persona), ".{0,30}", Just("\u{202e}\u{0}😀".to_owned())]
}

/// The scenarios played: the small procedure, and the one with every construct.
const SCENARIOS: [fn() -> Learner; 2] = [Learner::begins, Learner::at_home];

fn scenario() -> impl Strategy<Value = fn() -> Learner> {
    proptest::sample::select(SCENARIOS.to_vec())
}

fn right_move(learner: &Learner, sending: &str) -> Option<Command> {
    rehearsal::right_move(&learner.graph, &learner.state, sending)
}

/// Names of the questions that the current page asks, or may ask.
fn asked(learner: &Learner) -> Vec<String> {
    let nothing = BTreeMap::new();
    let read = rehearsal::read(&learner.graph, &learner.state, &learner.state.screen, &nothing);
    read.into_iter().map(|reading| reading.field).collect()
}

fn submit(learner: &Learner, name: &str, answers: &[(String, Vec<String>)]) -> Command {
    let parts: Vec<Vec<&str>> =
        answers.iter().map(|(_, parts)| parts.iter().map(String::as_str).collect()).collect();
    let answers: Vec<(&str, &[&str])> =
        answers.iter().zip(&parts).map(|((field, _), parts)| (field.as_str(), parts.as_slice())).collect();
    learner.submission(name, &learner.state.screen.clone(), &answers)
}

fn play(begins: fn() -> Learner, moves: &[Move]) -> Learner {
    let mut learner = begins();
    let mut last: Option<Command> = None;
    for (at, one) in moves.iter().enumerate() {
        let command = match one {
            Move::Right => match right_move(&learner, &format!("M{at}")) {
                Some(command) => command,
                None => continue,
            },
            Move::Typed(texts) => {
                let answers: Vec<_> = asked(&learner)
                    .into_iter()
                    .zip(texts.chunks(1).cycle())
                    .map(|(field, texts)| (field, texts.to_vec()))
                    .collect();
                submit(&learner, &format!("M{at}"), &answers)
            }
            Move::Back => Command::GoBack { visit: learner.state.visit },
            Move::GoTo(rank) => {
                let screens = learner.graph.screens();
                Command::GoTo {
                    visit: learner.state.visit,
                    screen: screens[rank % screens.len()].key.clone(),
                }
            }
            Move::Hint(rank) => {
                let fields: Vec<_> =
                    learner.graph.screens().iter().flat_map(|screen| screen.fields()).collect();
                Command::AskHint { field: fields[rank % fields.len()].key.clone() }
            }
            Move::Paper => Command::OpenPaper { paper: "carte-grise".into() },
            Move::Mail(number) => Command::OpenMail { number: *number },
            Move::Wait => Command::Wait,
            Move::Follow(rank) => {
                let screens = learner.graph.screens();
                let links = ["situation", "nouvelles", "aide"];
                let page = links.get(*rank).map_or(screens[0].key.as_str(), |page| *page);
                Command::Follow { visit: learner.state.visit, page: page.to_owned() }
            }
            Move::Press(button) => Command::Press { visit: learner.state.visit, button: *button },
            Move::AddRow => Command::AddRow { visit: learner.state.visit, rows: "fratrie".to_owned() },
            Move::RemoveRow(row) => {
                Command::RemoveRow { visit: learner.state.visit, rows: "fratrie".to_owned(), row: *row }
            }
            Move::Cookies(rank) => match rank {
                0 => Command::ReopenCookies,
                1 => Command::ChooseCookies { consent: Consent::All },
                2 => Command::ChooseCookies { consent: Consent::Nothing },
                _ => Command::ChooseCookies { consent: Consent::Only(vec!["audience".to_owned()]) },
            },
            Move::Twice => match &last {
                Some(command) => command.clone(),
                None => continue,
            },
        };
        last = Some(command.clone());
        let _ = learner.does(command);
    }
    learner
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn from_every_reachable_state_the_good_ending_is_reached(begins in scenario(), moves in moves()) {
        let mut learner = play(begins, &moves);
        prop_assume!(learner.state.ended.is_none());
        // Every page passed is looked at again and answered right, from the first; then the way is followed to its end.
        let mut sendings = (0..).map(|at| format!("R{at}"));
        for page in learner.state.trail.clone() {
            if learner.state.ended.is_some() || !learner.state.trail.contains(&page) {
                continue;
            }
            learner.does(Command::GoTo { visit: learner.state.visit, screen: page.clone() }).expect("a page passed");
            for _ in 0..8 {
                if learner.state.screen == page && let Some(command) = right_move(&learner, &sendings.next().expect("a name")) {
                    learner.does(command).expect("the current page");
                }
            }
        }
        for sending in sendings.take(60) {
            let Some(command) = right_move(&learner, &sending) else { break };
            learner.does(command).expect("the current page");
        }
        prop_assert_eq!(learner.state.ended.as_deref(), Some("reussie"), "stopped on {}", learner.state.screen);
    }

    #[test]
    fn folding_the_history_gives_the_state_again(begins in scenario(), moves in moves()) {
        let learner = play(begins, &moves);
        prop_assert_eq!(State::fold(&learner.events), Some(learner.state));
    }

    #[test]
    fn what_is_stored_is_read_back(begins in scenario(), moves in moves()) {
        let learner = play(begins, &moves);
        let stored = serde_json::to_string(&learner.events).expect("events are plain data");
        prop_assert_eq!(serde_json::from_str::<Vec<Event>>(&stored).expect("what is stored"), learner.events);
    }

    // On the small procedure: elsewhere other answers may rightly call for other pages.
    #[test]
    fn going_back_and_forth_gives_the_same_answers(moves in moves()) {
        let mut learner = play(Learner::begins, &moves);
        prop_assume!(learner.state.ended.is_none() && !learner.state.trail.is_empty());
        let (answers, screen) = (learner.state.answers.clone(), learner.state.screen.clone());
        let expected_recap = learner.state.return_to.clone();
        learner.does(Command::GoBack { visit: learner.state.visit }).expect("a page passed");
        let here = learner.state.screen.clone();
        prop_assert_ne!(&here, &screen);
        prop_assert_eq!(&learner.state.answers, &answers);
        // A code may be too old by then: another is asked for.
        for sending in (0..8).map(|at| format!("F{at}")) {
            if learner.state.screen == here && let Some(forth) = right_move(&learner, &sending) {
                learner.does(forth).expect("the current page");
            }
        }
        let straight_to_the_recap = expected_recap.as_ref() == Some(&learner.state.screen);
        prop_assert!(learner.state.screen == screen || straight_to_the_recap);
    }

    #[test]
    fn a_command_sent_twice_does_nothing_more(begins in scenario(), moves in moves(), texts in proptest::collection::vec(text(), 1..4)) {
        let mut learner = play(begins, &moves);
        prop_assume!(learner.state.ended.is_none());
        let answers: Vec<_> = asked(&learner).into_iter().map(|field| (field, texts.clone())).collect();
        let command = submit(&learner, "twice", &answers);
        learner.does(command.clone()).expect("the current page");
        let once = learner.state.clone();
        prop_assert_eq!(learner.does(command), Ok(Vec::new()));
        prop_assert_eq!(learner.state, once);
    }

    #[test]
    fn every_problem_names_a_question_of_the_page_and_every_page_has_a_title(begins in scenario(), moves in moves()) {
        let learner = play(begins, &moves);
        let shown = learner.sees();
        prop_assert!(!shown.title.is_empty());
        for problem in &shown.problems {
            prop_assert!(shown.asked().iter().any(|asked| asked.key == problem.field));
        }
        prop_assert_eq!(shown.problems.len(), learner.state.problems.len(), "no objection is left without words");
        for asked in shown.asked() {
            prop_assert!(!asked.label.is_empty());
        }
        for screen in learner.graph.screens() {
            let _ = rehearsal::screen(&learner.graph, &learner.state, &screen.key, &Draft::default(), Viewer::Staff);
        }
        let _ = (rehearsal::mails(&learner.graph, &learner.state), rehearsal::advise(&learner.graph, &learner.state));
    }

    #[test]
    fn no_text_typed_is_ever_recorded(begins in scenario(), moves in moves(), canary in "[a-z]{12,20}") {
        let mut learner = play(begins, &moves);
        prop_assume!(learner.state.ended.is_none());
        let answers: Vec<_> = asked(&learner).into_iter().map(|field| (field, vec![canary.clone(); 2])).collect();
        let command = submit(&learner, "canary", &answers);
        learner.does(command).expect("the current page");
        let stored = serde_json::to_string(&learner.events).expect("events are plain data");
        prop_assert!(!stored.contains(&canary), "{stored}");
    }
}
