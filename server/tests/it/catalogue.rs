//! Every procedure of the catalogue, played by the people that the server makes: its essais, the robot, everybody's way to
//! the good ending.

use std::{collections::BTreeSet, path::PathBuf, sync::Arc};

use scenarios::{
    Surroundings,
    date::Date,
    essai,
    lint::readability,
    persona::Household,
    rehearsal::{self, Event, Start, State},
    text::Text,
};
use server::{
    library::{Bundle, Library},
    personas, shared,
};

const TODAY: (i16, i8, i8) = (2026, 11, 23);

fn procedures() -> Vec<Arc<Bundle>> {
    Library::open(None).all()
}

/// The person of that seed, of that kind of household when one is wanted, as a rehearsal begins.
fn begin(bundle: &Bundle, seed: u64, wanted: Option<Household>) -> Start {
    let (year, month, day) = TODAY;
    let mut needs = bundle.graph.needs.clone();
    if let Some(wanted) = wanted {
        needs.households = vec![wanted];
    }
    let persona = personas::make(seed, jiff::civil::date(year, month, day), &needs);
    Start { persona, today: Date::new(2026, 11, 23).expect("a day"), secret: seed }
}

/// The kinds of household that a scenario asks for; none, when it leaves that to chance.
fn kinds(bundle: &Bundle) -> Vec<Option<Household>> {
    let kinds = &bundle.graph.needs.households;
    if kinds.is_empty() { vec![None] } else { kinds.iter().copied().map(Some).collect() }
}

#[test]
fn every_ending_of_every_procedure_is_reached_by_an_essai() {
    for bundle in procedures() {
        let folder = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../scenarios/procedures"));
        let mut reached = BTreeSet::new();
        for essai in std::fs::read_dir(folder.join(&bundle.id).join("essais")).expect("essais") {
            let path = essai.expect("an essai").path();
            let script = std::fs::read_to_string(&path).expect("an essai");
            for seed in 0..20 {
                let start = begin(&bundle, seed, essai::household(&script));
                match essai::play(&bundle.graph, start, &script) {
                    Ok(played) => reached.extend(played.ending),
                    Err(stopped) => {
                        panic!("{}:{}: {} (seed {seed})", path.display(), stopped.line, stopped.message)
                    }
                }
            }
        }
        let endings: BTreeSet<String> =
            bundle.graph.endings().iter().map(|ending| ending.key.clone()).collect();
        assert_eq!(reached, endings, "{}", bundle.id);
    }
}

/// Whoever makes no mistake reaches the good ending: 200 people of each kind.
#[test]
fn everybody_can_reach_the_good_ending() {
    const MOST_MOVES: usize = 400;
    for bundle in procedures() {
        let graph = &bundle.graph;
        for kind in kinds(&bundle) {
            for seed in 0..200 {
                let events = rehearsal::start(graph, begin(&bundle, seed, kind));
                let mut state = State::fold(&events).expect("a beginning");
                for sending in 0..MOST_MOVES {
                    let Some(next) = rehearsal::right_move(graph, &state, &sending.to_string()) else {
                        break;
                    };
                    let events = rehearsal::decide(graph, &state, next).expect("a move that can be made");
                    let refused = events.iter().find(|event| matches!(event, Event::Refused { .. }));
                    assert!(refused.is_none(), "{}, {kind:?}, seed {seed}: {refused:?}", bundle.id);
                    for event in &events {
                        state.apply(event);
                    }
                }
                let ending = state.ended.as_deref().and_then(|ending| graph.ending(ending));
                let good = ending.is_some_and(|ending| ending.when == scenarios::graph::EndingWhen::AllRight);
                assert!(good, "{}, {kind:?}, seed {seed}: {:?} on {}", bundle.id, state.ended, state.screen);
            }
        }
    }
}

/// Plain words: half the sentences have 12 words or fewer, and none has more than 25.
#[test]
fn every_procedure_reads_easily() {
    let catalogue = concat!(env!("CARGO_MANIFEST_DIR"), "/../scenarios/procedures");
    for bundle in procedures() {
        let file = PathBuf::from(catalogue).join(&bundle.id).join("scenario.yaml");
        let text = Text::new(file.display().to_string(), std::fs::read_to_string(&file).expect("a scenario"));
        let (scenario, _) =
            scenarios::check_with(&shared::of_the_house().joined(text), &Surroundings::default());
        let told = readability(&scenario);
        assert!(told.median <= 12 && told.longest <= 25 && told.sentences > 50, "{}: {told:?}", bundle.id);
    }
}

/// The robot makes every mistake once, follows every wrong turn, and can still finish well: as one person of each kind,
/// then as enough people for every mistake to be somebody's.
#[test]
fn the_robot_meets_everything_in_every_procedure_and_can_always_finish_well() {
    for bundle in procedures() {
        let mut explored = rehearsal::Explored::default();
        for kind in kinds(&bundle) {
            explored.absorb(rehearsal::explore(&bundle.graph, begin(&bundle, 0, kind), 20_000));
        }
        assert!(!explored.cut, "{}: more situations than the robot looks at", bundle.id);
        assert!(explored.stuck.is_empty(), "{}: {:?}", bundle.id, explored.stuck);
        let mut unmet = explored.unmet(&bundle.graph);
        if !unmet.mistakes.is_empty() {
            let (asked, made) = mistakes_on_the_right_way(&bundle);
            unmet.mistakes.retain(|mistake| asked.contains(&mistake.0) && !made.contains(mistake));
        }
        assert!(unmet.is_empty(), "{}: {unmet:?}", bundle.id);
    }
}

/// The fields that people of every kind meet before they make a mistake, and the mistakes that some value makes there.
fn mistakes_on_the_right_way(bundle: &Bundle) -> (BTreeSet<String>, BTreeSet<(String, String)>) {
    let graph = &bundle.graph;
    let (mut asked, mut made) = (BTreeSet::new(), BTreeSet::new());
    for kind in kinds(bundle) {
        for seed in 0..20 {
            let mut state =
                State::fold(&rehearsal::start(graph, begin(bundle, seed, kind))).expect("a beginning");
            for sending in 0.. {
                for id in rehearsal::right_answers(graph, &state).into_keys() {
                    let Some((_, field)) = graph.field(&id) else { continue };
                    asked.insert(field.key.clone());
                    for mistake in &field.mistakes {
                        let named = (field.key.clone(), mistake.key.clone());
                        let is_new = !made.contains(&named);
                        if is_new && rehearsal::mistaken_answer(graph, &state, &id, &mistake.key).is_some() {
                            made.insert(named);
                        }
                    }
                }
                let Some(next) = rehearsal::right_move(graph, &state, &sending.to_string()) else { break };
                let events = rehearsal::decide(graph, &state, next).expect("a move that can be made");
                for event in &events {
                    state.apply(event);
                }
            }
        }
    }
    (asked, made)
}
