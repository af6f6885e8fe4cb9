//! A room from behind its pages: who comes in, what a mediator's acts do, what a board shows and never shows.

use std::sync::Arc;

use scenarios::{
    board::{Presence, Why},
    rehearsal::{Ask, Call, Command, HintReach, Mode, Ready, Words},
};
use server::{
    backend::{
        Act, Answered, Backend, Code, Erased, Found, Opening, Pass, Plan, Refusal, Room, Submission, Topic,
        Whom,
    },
    store::{Door, Standing},
};

use crate::house::House;

const PROCEDURE: &str = "ants/changement-adresse";
const NEXT: &str = "caf/declaration-trimestrielle";
const LIBRARY: &str = "library";

fn opening(door: Door) -> Opening {
    Opening {
        title: String::new(),
        plan: Plan {
            procedures: vec![PROCEDURE.into(), NEXT.into()],
            mode: Mode::Alone,
            hints: HintReach::default(),
            persona: None,
        },
        seats: 20,
        door,
        ends_at_ms: None,
        keep_as: None,
    }
}

async fn room_with(backend: &Backend, door: Door) -> (Room, Code) {
    let id = backend.open_room(LIBRARY, "claire", opening(door)).await.unwrap();
    let room = backend.room(LIBRARY, &id).await.unwrap();
    let code = Code::read(room.row.code.as_deref().unwrap()).unwrap();
    (room, code)
}

/// Comes in and begins: the pass and the rehearsal.
async fn comes(backend: &Backend, code: &Code) -> (Pass, String) {
    let pass = backend.join(code, None).await.unwrap();
    let rehearsal = backend.begin_in_room(&pass, None).await.unwrap();
    (pass, rehearsal)
}

async fn found(backend: &Backend, (pass, rehearsal): &(Pass, String)) -> Found {
    backend.find(pass, rehearsal).await.unwrap()
}

async fn one(backend: &Backend, room: &Room, pass: &Pass, act: Act) -> Result<usize, Refusal> {
    backend.act_on(room, &Whom::One(pass.seat.clone()), &act).await
}

#[tokio::test]
async fn whoever_types_the_code_rehearses_as_the_room_was_planned() {
    let house = House::opens().await;
    let (room, code) = room_with(&house.backend, Door::Open).await;
    let learner = comes(&house.backend, &code).await;
    let there = found(&house.backend, &learner).await;
    assert_eq!((&*there.scenario, there.state.mode), (PROCEDURE, Mode::Alone));
    assert_eq!(there.chair.as_ref().map(|chair| chair.number), Some(1));
    let again = house.backend.begin_in_room(&learner.0, None).await.unwrap();
    assert_eq!(again, learner.1, "pressing twice begins once");
    let invited = house.backend.join_invited(room.row.invitation.as_deref().unwrap()).await.unwrap();
    let second = (invited.clone(), house.backend.begin_in_room(&invited, None).await.unwrap());
    let there = found(&house.backend, &second).await;
    assert_eq!(there.chair.map(|chair| chair.number), Some(2));
}

#[tokio::test]
async fn all_may_play_the_same_person() {
    let house = House::opens().await;
    let plan = Plan { persona: Some(0), ..opening(Door::Open).plan };
    let id =
        house.backend.open_room(LIBRARY, "claire", Opening { plan, ..opening(Door::Open) }).await.unwrap();
    let room = house.backend.room(LIBRARY, &id).await.unwrap();
    let code = Code::read(room.row.code.as_deref().unwrap()).unwrap();
    let (one, other) = (comes(&house.backend, &code).await, comes(&house.backend, &code).await);
    let (one, other) = (found(&house.backend, &one).await, found(&house.backend, &other).await);
    assert_eq!(one.state.persona, other.state.persona);
    assert_ne!(one.state.receipt_number(), other.state.receipt_number(), "and each has codes of their own");
}

#[tokio::test]
async fn another_places_room_is_not_there() {
    let house = House::opens().await;
    let (room, _) = room_with(&house.backend, Door::Open).await;
    let other = house.backend.room("town hall", &room.row.workshop).await;
    assert!(matches!(other, Err(Refusal::NotThere)), "{other:?}");
    assert!(house.backend.rooms("town hall").await.unwrap().is_empty());
    assert_eq!(house.backend.rooms(LIBRARY).await.unwrap(), [room]);
}

#[tokio::test]
async fn the_waiting_room_lets_nobody_begin_before_they_are_let_in() {
    let house = House::opens().await;
    let (room, code) = room_with(&house.backend, Door::Waiting).await;
    let pass = house.backend.join(&code, None).await.unwrap();
    let begun = house.backend.begin_in_room(&pass, None).await;
    assert!(matches!(begun, Err(Refusal::NotThere)), "{begun:?}");
    let board = house.backend.watch(&room).await.unwrap();
    assert!(matches!(board.seats[0].whys[..], [Why::Waits { .. }]), "{:?}", board.seats[0].whys);
    assert_eq!(one(&house.backend, &room, &pass, Act::LetIn).await.unwrap(), 1);
    house.backend.begin_in_room(&pass, None).await.unwrap();
}

#[tokio::test]
async fn a_removed_seat_opens_nothing_and_is_told_at_once() {
    let house = House::opens().await;
    let (room, code) = room_with(&house.backend, Door::Open).await;
    let learner = comes(&house.backend, &code).await;
    found(&house.backend, &learner).await;
    let told = house.backend.hub.listen(Topic::Seat(room.row.workshop.clone(), learner.0.seat.clone()));
    one(&house.backend, &room, &learner.0, Act::Remove).await.unwrap();
    assert!(told.has_changed().unwrap());
    let gone = house.backend.find(&learner.0, &learner.1).await;
    assert!(matches!(gone, Err(Refusal::NotThere)), "{gone:?}");
    assert!(house.backend.seated(&learner.0).await.unwrap().is_none());
    assert!(house.backend.watch(&room).await.unwrap().seats.is_empty());
    let again = one(&house.backend, &room, &learner.0, Act::SeeHand).await;
    assert!(again.is_ok() || matches!(again, Err(Refusal::NotThere)), "{again:?}");
}

#[tokio::test]
async fn acts_reach_the_learner_as_facts() {
    let house = House::opens().await;
    let (room, code) = room_with(&house.backend, Door::Open).await;
    let learner = comes(&house.backend, &code).await;
    let there = found(&house.backend, &learner).await;
    let raised = house.backend.act(there, Command::RaiseHand { asks: Ask::Paper }).await.unwrap();
    assert!(matches!(raised, Answered::Done(_)));
    let board = house.backend.watch(&room).await.unwrap();
    assert!(matches!(board.seats[0].whys[0], Why::HandRaised { asks: Ask::Paper, .. }));

    one(&house.backend, &room, &learner.0, Act::SeeHand).await.unwrap();
    assert!(found(&house.backend, &learner).await.state.hand.unwrap().seen);
    let say = Call::Say { words: Words::Ready(Ready::TakeTime) };
    one(&house.backend, &room, &learner.0, Act::Call(say.clone())).await.unwrap();
    assert_eq!(found(&house.backend, &learner).await.state.call, Some(say));
    one(&house.backend, &room, &learner.0, Act::Hint).await.unwrap();
    assert_eq!(found(&house.backend, &learner).await.state.hints.len(), 1);
    one(&house.backend, &room, &learner.0, Act::ChooseMode(Mode::Discover)).await.unwrap();
    assert_eq!(found(&house.backend, &learner).await.state.mode, Mode::Discover);

    let screen = found(&house.backend, &learner).await.state.screen.clone();
    let point =
        |field: &str| Act::Call(Call::Point { field: field.into(), words: Words::Ready(Ready::Here) });
    let nowhere = one(&house.backend, &room, &learner.0, point("rien")).await;
    assert!(matches!(nowhere, Err(Refusal::NotThere)), "{nowhere:?}");
    let rehearsed = house.backend.watch(&room).await.unwrap().seats[0].latest.clone().unwrap();
    let (field, label) = rehearsed.named.questions(&rehearsed.graph, &screen).remove(0);
    assert!(!label.is_empty());
    one(&house.backend, &room, &learner.0, point(&field)).await.unwrap();
    // What was said stays until it is read; only a pause is ended by the mediator, and no word ends it.
    let nobody_held = one(&house.backend, &room, &learner.0, Act::Resume).await;
    assert!(matches!(nobody_held, Err(Refusal::NotThere)), "{nobody_held:?}");
    assert!(matches!(found(&house.backend, &learner).await.state.call, Some(Call::Point { .. })));
    one(&house.backend, &room, &learner.0, Act::Call(Call::Look { words: None })).await.unwrap();
    let words = Words::Ready(Ready::TakeTime);
    one(&house.backend, &room, &learner.0, Act::Call(Call::Say { words: words.clone() })).await.unwrap();
    assert_eq!(found(&house.backend, &learner).await.state.call, Some(Call::Look { words: Some(words) }));
    one(&house.backend, &room, &learner.0, Act::Resume).await.unwrap();
    assert_eq!(found(&house.backend, &learner).await.state.call, None);
}

#[tokio::test]
async fn everybody_is_called_at_once_and_goes_on_to_the_next_procedure() {
    let house = House::opens().await;
    let (room, code) = room_with(&house.backend, Door::Open).await;
    let learners = [comes(&house.backend, &code).await, comes(&house.backend, &code).await];
    let look = Act::Call(Call::Look { words: None });
    assert_eq!(house.backend.act_on(&room, &Whom::All, &look).await.unwrap(), 2);
    let board = house.backend.watch(&room).await.unwrap();
    assert!(board.seats.iter().all(|seat| seat.whys == [Why::Paused]));
    let next = Act::Call(Call::Next { procedure: NEXT.into() });
    assert_eq!(house.backend.act_on(&room, &Whom::All, &next).await.unwrap(), 2);
    let begun = house.backend.begin_in_room(&learners[0].0, Some(NEXT)).await.unwrap();
    assert_ne!(begun, learners[0].1);
    assert_eq!(&*house.backend.find(&learners[0].0, &begun).await.unwrap().scenario, NEXT);
    let foreign = house.backend.begin_in_room(&learners[0].0, Some("impots/declaration-revenus")).await;
    assert!(matches!(foreign, Err(Refusal::NotThere)), "{foreign:?}");
    let board = house.backend.watch(&room).await.unwrap();
    assert_eq!(board.rehearsals.len(), 3);
    assert_eq!(&*board.seats[0].latest.as_ref().unwrap().scenario, NEXT);
}

#[tokio::test]
async fn a_closed_room_takes_nobody_and_those_who_are_in_finish() {
    let house = House::opens().await;
    let (room, code) = room_with(&house.backend, Door::Open).await;
    let learner = comes(&house.backend, &code).await;
    house.backend.close_room(&room.row.workshop).await.unwrap();
    let late = house.backend.join(&code, None).await;
    assert!(matches!(late, Err(Refusal::NotThere)), "{late:?}");
    let there = found(&house.backend, &learner).await;
    assert!(house.backend.room_is_over(&there.workshop).await.unwrap());
    assert!(matches!(
        house.backend.act(there, Command::RaiseHand { asks: Ask::Come }).await.unwrap(),
        Answered::Done(_)
    ));
}

#[tokio::test]
async fn in_a_room_that_is_over_hints_are_everybodys() {
    let house = House::opens().await;
    let plan = Plan { hints: HintReach::Mediator, ..opening(Door::Open).plan };
    let id =
        house.backend.open_room(LIBRARY, "claire", Opening { plan, ..opening(Door::Open) }).await.unwrap();
    let room = house.backend.room(LIBRARY, &id).await.unwrap();
    let code = Code::read(room.row.code.as_deref().unwrap()).unwrap();
    let learner = comes(&house.backend, &code).await;
    house.backend.join(&code, None).await.unwrap();
    assert_eq!(found(&house.backend, &learner).await.state.reach, HintReach::Mediator);
    house.backend.close_room(&id).await.unwrap();
    assert_eq!(found(&house.backend, &learner).await.state.reach, HintReach::Answer);
    // What is begun from then on, too.
    let next = house.backend.begin_in_room(&learner.0, Some(NEXT)).await.unwrap();
    assert_eq!(found(&house.backend, &(learner.0, next)).await.state.reach, HintReach::Answer);
}

#[tokio::test]
async fn a_learner_who_leaves_gives_the_seat_back_and_the_others_stay() {
    let house = House::opens().await;
    let (room, code) = room_with(&house.backend, Door::Open).await;
    let (gone, stays) = (comes(&house.backend, &code).await, comes(&house.backend, &code).await);
    let typed = found(&house.backend, &gone).await;
    let sent = Submission {
        screen: typed.state.screen.clone(),
        visit: typed.state.visit,
        answers: [("courriel".to_owned(), vec!["à moitié".to_owned()])].into(),
        ..Submission::default()
    };
    house.backend.keep(&typed, &sent);
    assert!(!house.backend.draft(&typed).answers.is_empty());
    assert_eq!(house.backend.erase(&gone.0).await.unwrap(), Erased::Seat);
    assert!(house.backend.draft(&typed).answers.is_empty(), "what was typed goes with the seat");
    let find = house.backend.find(&gone.0, &gone.1).await;
    assert!(matches!(find, Err(Refusal::NotThere)), "{find:?}");
    found(&house.backend, &stays).await;
    let board = house.backend.watch(&room).await.unwrap();
    assert_eq!(board.seats[0].whys, [Why::LeftUnsigned]);
    assert_eq!(board.seats[0].row.standing, Standing::Left);
    assert_eq!(board.seats[1].presence, Presence::Unknown);
}

#[tokio::test]
async fn pressed_twice_the_next_procedure_begins_once() {
    let house = House::opens().await;
    let (room, code) = room_with(&house.backend, Door::Open).await;
    let (pass, _) = comes(&house.backend, &code).await;
    let begin = || house.backend.begin_in_room(&pass, Some(NEXT));
    let (one, other) = tokio::join!(begin(), begin());
    assert_eq!(one.unwrap(), other.unwrap());
    assert_eq!(house.backend.watch(&room).await.unwrap().rehearsals.len(), 2);
}

#[tokio::test]
async fn a_hint_too_many_is_told_and_is_no_gesture_of_the_learner() {
    let house = House::opens().await;
    let (room, code) = room_with(&house.backend, Door::Open).await;
    let (pass, _) = comes(&house.backend, &code).await;
    let acted = || async {
        let watched = house.backend.watch(&room).await.unwrap();
        (watched.rehearsals[0].line.acted_at, watched.rehearsals[0].line.hints)
    };
    let (before, _) = acted().await;
    for rung in 1..=4 {
        assert_eq!(one(&house.backend, &room, &pass, Act::Hint).await.unwrap(), 1, "{rung}");
    }
    let after = one(&house.backend, &room, &pass, Act::Hint).await;
    assert!(matches!(after, Err(Refusal::NotThere)), "nothing is left to be said: {after:?}");
    assert_eq!(acted().await, (before, 4));
}

#[tokio::test]
async fn looking_over_a_shoulder_is_known_and_may_be_declined() {
    let house = House::opens().await;
    let (room, code) = room_with(&house.backend, Door::Open).await;
    let learner = comes(&house.backend, &code).await;
    let (workshop, seat) = (room.row.workshop.as_str(), learner.0.seat.as_str());
    assert_eq!(house.backend.looked_at(workshop, seat), None);
    house.backend.begin_look(&room, seat, "claire", "Claire");
    let look = house.backend.looked_at(workshop, seat).unwrap();
    assert_eq!((look.name.as_str(), look.agreed), ("Claire", false));
    house.backend.answer_look(&learner.0, true);
    assert!(house.backend.renew_look(&room, seat, "claire").unwrap().agreed);
    assert_eq!(house.backend.renew_look(&room, seat, "paul"), None, "another has not asked");
    house.backend.answer_look(&learner.0, false);
    assert_eq!(house.backend.renew_look(&room, seat, "claire"), None);
    assert!(house.backend.has_declined(&room, seat, "claire"));
    house.backend.begin_look(&room, seat, "paul", "Paul");
    assert!(!house.backend.looked_at(workshop, seat).unwrap().agreed, "what was agreed was with Claire");
}

#[tokio::test]
async fn a_board_is_the_same_however_often_and_whenever_it_is_read() {
    let house = House::opens().await;
    let (room, code) = room_with(&house.backend, Door::Open).await;
    let learner = comes(&house.backend, &code).await;
    let lines = |watched: &server::backend::Watched| {
        watched.rehearsals.iter().map(|rehearsed| rehearsed.line.clone()).collect::<Vec<_>>()
    };
    for _ in 0..3 {
        let there = found(&house.backend, &learner).await;
        house.backend.act(there, Command::RaiseHand { asks: Ask::Lost }).await.unwrap();
        let there = found(&house.backend, &learner).await;
        house.backend.act(there, Command::LowerHand).await.unwrap();
        house.backend.watch(&room).await.unwrap();
    }
    let watched = house.backend.watch(&room).await.unwrap();
    let house = house.restarts().await;
    let room = house.backend.room(LIBRARY, &room.row.workshop).await.unwrap();
    let (one, other) = tokio::join!(house.backend.watch(&room), house.backend.watch(&room));
    let (one, other) = (one.unwrap(), other.unwrap());
    assert_eq!((lines(&one), one.position), (lines(&watched), watched.position));
    assert_eq!(lines(&other), lines(&watched));
}

#[tokio::test]
async fn forty_people_at_one_address_come_in_after_three_wrong_codes_each() {
    let house = House::opens().await;
    let plan = Opening { seats: 40, ..opening(Door::Open) };
    let id = house.backend.open_room(LIBRARY, "claire", plan).await.unwrap();
    let room = house.backend.room(LIBRARY, &id).await.unwrap();
    let digits = room.row.code.clone().unwrap();
    let from = Some("192.168.1.9".parse().unwrap());
    // Slips are told apart by the check digit: only whole codes that are not there count.
    let valid = (100_000_000..).filter_map(|number: u64| Code::read(&number.to_string()).ok());
    let wrong: Vec<Code> = valid.filter(|code| *code != Code::read(&digits).unwrap()).take(3).collect();
    let mut coming = tokio::task::JoinSet::new();
    for _ in 0..40 {
        let backend: Arc<Backend> = Arc::clone(&house.backend);
        let (digits, wrong) = (digits.clone(), wrong.clone());
        coming.spawn(async move {
            for code in wrong {
                let refused = backend.join(&code, from).await;
                assert!(matches!(refused, Err(Refusal::NotThere)), "{refused:?}");
            }
            backend.join(&Code::read(&digits).unwrap(), from).await.is_ok()
        });
    }
    assert!(coming.join_all().await.into_iter().all(|is_in| is_in));
}
