//! What any store must do, whatever its database. A database joins by implementing [`House`] and calling [`conformance!`].
//! What is peculiar to one database is tested in that database's own file.

mod erasure;
mod keys;
mod people;
mod rooms;

use std::fmt::Display;
use std::future::Future;
use std::sync::Arc;

use server::store::{
    Append, AppendError, Appended, BeginError, Closure, FactRow, NewFact, NewRehearsal, NewWorkshop, Store,
    StoreError,
};
use tokio::task::JoinSet;

pub(crate) use self::erasure::{
    erasing_a_workshop_leaves_no_row_of_it, purging_keeps_what_is_young_and_the_closures_it_needs,
};
pub(crate) use self::keys::{
    a_key_gives_the_seat_to_the_last_who_shows_it, a_key_is_gone_with_its_workshop,
    a_seat_has_one_key_and_a_key_one_seat, making_a_key_starts_the_delay_again,
};
pub(crate) use self::people::{
    a_step_is_taken_once_and_never_an_earlier_one, an_account_is_read_back_and_its_login_is_nobody_elses,
    an_invitation_is_listed_while_it_is_good_and_can_be_taken_back, an_invitation_makes_one_account_in_time,
    invitations_are_void_when_whoever_made_them_is_no_host,
    sessions_end_one_by_one_all_but_one_or_with_the_account, the_first_account_is_made_once,
    the_journal_is_read_from_its_end_and_old_lines_go_leaving_one, there_is_always_a_host,
    what_is_not_asked_for_is_not_changed,
};
pub(crate) use self::rooms::{
    a_closed_room_has_no_code_and_takes_nobody, a_room_goes_with_its_workshop_and_a_model_stays,
    a_room_is_read_back_and_its_code_is_no_other_rooms, a_seat_taken_back_opens_nothing,
    forty_who_come_at_once_are_never_one_too_many, rooms_whose_end_is_past_are_told,
    the_door_tells_who_comes_in,
};

/// Where a store lives: it can be opened again after having been closed, and looked into from behind.
pub(crate) trait House: Send + Sync + Sized {
    fn build() -> impl Future<Output = Self> + Send;
    fn open(&self) -> impl Future<Output = Arc<dyn Store>> + Send;
    /// How many rows a table has.
    fn rows(&self, table: &str) -> impl Future<Output = i64> + Send;
}

/// Every table of the schema.
pub(crate) const TABLES: [&str; 8] =
    ["workshop", "seat", "rehearsal", "fact", "submission", "closure", "picture_key", "former_pass"];

/// The whole suite, as tests of one database.
macro_rules! conformance {
    ($house:ty) => {
        $crate::store_conformance::conformance! { $house:
            what_is_recorded_is_read_back
            ids_are_taken_once
            nothing_starts_where_nothing_is
            somebody_alone_starts_at_once_or_not_at_all
            many_facts_at_once_keep_their_order
            fifty_learners_writing_together_leave_no_hole
            a_reader_following_the_writers_misses_nothing
            a_decision_taken_too_early_is_a_conflict
            a_submission_sent_again_is_recorded_once
            a_submission_sent_twice_at_the_same_moment_is_recorded_once
            a_submission_may_be_recorded_without_facts
            appending_nowhere_is_gone
            refusals_do_not_hurt_their_neighbours
            the_latest_rehearsal_of_a_seat_is_found
            a_replaced_token_is_forgotten
            a_seat_has_one_key_and_a_key_one_seat
            making_a_key_starts_the_delay_again
            a_key_gives_the_seat_to_the_last_who_shows_it
            a_key_is_gone_with_its_workshop
            a_room_is_read_back_and_its_code_is_no_other_rooms
            a_closed_room_has_no_code_and_takes_nobody
            rooms_whose_end_is_past_are_told
            the_door_tells_who_comes_in
            forty_who_come_at_once_are_never_one_too_many
            a_seat_taken_back_opens_nothing
            a_room_goes_with_its_workshop_and_a_model_stays
            an_account_is_read_back_and_its_login_is_nobody_elses
            the_first_account_is_made_once
            an_invitation_makes_one_account_in_time
            an_invitation_is_listed_while_it_is_good_and_can_be_taken_back
            there_is_always_a_host
            what_is_not_asked_for_is_not_changed
            a_step_is_taken_once_and_never_an_earlier_one
            sessions_end_one_by_one_all_but_one_or_with_the_account
            invitations_are_void_when_whoever_made_them_is_no_host
            the_journal_is_read_from_its_end_and_old_lines_go_leaving_one
            erasing_a_workshop_leaves_no_row_of_it
            purging_keeps_what_is_young_and_the_closures_it_needs
            a_store_opened_again_knows_the_same
            a_caller_that_leaves_does_not_leave_half_a_verb
            a_healthy_store_says_so_and_changes_nothing
            a_closed_store_refuses
        }
    };
    ($house:ty: $($test:ident)*) => {
        $(
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $test() {
                $crate::store_conformance::$test::<$house>().await;
            }
        )*
    };
}
pub(crate) use conformance;

pub(crate) fn workshop(name: &str, at_ms: i64) -> NewWorkshop {
    NewWorkshop { workshop: name.into(), seat: "s".into(), token_digest: format!("token of {name}"), at_ms }
}

pub(crate) fn rehearsal(workshop: &str, name: &str, at_ms: i64) -> NewRehearsal {
    NewRehearsal {
        workshop: workshop.into(),
        rehearsal: name.into(),
        seat: "s".into(),
        scenario: "impots/declaration".into(),
        closure: closure("d1"),
        at_ms,
        facts: vec![fact("started", name)],
    }
}

pub(crate) fn closure(digest: &str) -> Closure {
    Closure { digest: digest.into(), body: format!("text of {digest}").into() }
}

pub(crate) fn fact(name: &'static str, body: impl Display) -> NewFact {
    NewFact { fact: name.into(), body: format!("{body}") }
}

pub(crate) fn append(workshop: &str, rehearsal: &str, expected_seq: i64, facts: Vec<NewFact>) -> Append {
    Append {
        workshop: workshop.into(),
        rehearsal: rehearsal.into(),
        expected_seq,
        submission: None,
        at_ms: 1_000,
        facts,
    }
}

pub(crate) fn submit(workshop: &str, rehearsal: &str, expected_seq: i64, submission: &str) -> Append {
    let facts = vec![fact("answered", submission)];
    Append { submission: Some(submission.into()), ..append(workshop, rehearsal, expected_seq, facts) }
}

/// A workshop `w` with a rehearsal `r` that has one fact.
async fn begun<H: House>() -> (H, Arc<dyn Store>) {
    let house = H::build().await;
    let store = house.open().await;
    store.start_alone(workshop("w", 0), rehearsal("w", "r", 0)).await.unwrap();
    (house, store)
}

async fn all(store: &dyn Store, workshop: &str) -> Vec<FactRow> {
    store.since(workshop, 0, u32::MAX).await.unwrap()
}

pub(crate) fn assert_without_holes(facts: &[FactRow]) {
    for (place, fact) in (1..).zip(facts) {
        assert_eq!(fact.position, place, "a hole or a double before {fact:?}");
    }
    let mut rehearsals: Vec<_> = facts.iter().map(|fact| &fact.rehearsal).collect();
    rehearsals.sort();
    rehearsals.dedup();
    for rehearsal in rehearsals {
        for (place, fact) in (1..).zip(facts.iter().filter(|fact| fact.rehearsal == *rehearsal)) {
            assert_eq!(fact.seq, place, "a hole or a double in {rehearsal} before {fact:?}");
        }
    }
}

pub(crate) async fn what_is_recorded_is_read_back<H: House>() {
    let (_house, store) = begun::<H>().await;
    let facts = vec![fact("answered", r#"{"é":1}"#), fact("passed", "{}")];
    let appended = store.append(append("w", "r", 1, facts)).await.unwrap();
    assert_eq!(appended, Appended { head: 3, seq: 3 });

    let row = store.rehearsal("w", "r").await.unwrap().unwrap();
    assert_eq!((row.seat.as_str(), row.token_digest.as_str(), row.seq), ("s", "token of w", 3));
    assert_eq!((row.scenario.as_str(), row.closure.as_str()), ("impots/declaration", "d1"));
    assert_eq!(store.closure("d1").await.unwrap(), Some(closure("d1")));
    assert_eq!(store.closure("d2").await.unwrap(), None);

    let facts = store.facts("w", "r", 1).await.unwrap();
    let expected = FactRow {
        position: 2,
        rehearsal: "r".into(),
        seq: 2,
        at_ms: 1_000,
        fact: "answered".into(),
        body: r#"{"é":1}"#.into(),
    };
    assert_eq!(facts.len(), 2);
    assert_eq!(facts[0], expected);
    assert_eq!(store.since("w", 1, 1).await.unwrap(), [expected]);
}

pub(crate) async fn ids_are_taken_once<H: House>() {
    let (_house, store) = begun::<H>().await;
    let again = store.open_workshop(workshop("w", 5)).await;
    assert!(matches!(again, Err(BeginError::Taken)), "{again:?}");
    let again = store.start_rehearsal(rehearsal("w", "r", 5)).await;
    assert!(matches!(again, Err(BeginError::Taken)), "{again:?}");
    assert_eq!(all(&*store, "w").await.len(), 1);
}

pub(crate) async fn nothing_starts_where_nothing_is<H: House>() {
    let (house, store) = begun::<H>().await;
    let other = Closure { digest: "d2".into(), body: "kept by nobody".into() };
    for (workshop, seat) in [("nowhere", "s"), ("w", "nobody")] {
        let new = NewRehearsal { seat: seat.into(), closure: other.clone(), ..rehearsal(workshop, "r2", 0) };
        let refused = store.start_rehearsal(new).await;
        assert!(matches!(refused, Err(BeginError::Gone)), "{refused:?}");
    }
    assert_eq!(house.rows("closure").await, 1);
    assert_eq!(house.rows("rehearsal").await, 1);
}

pub(crate) async fn somebody_alone_starts_at_once_or_not_at_all<H: House>() {
    let (house, store) = begun::<H>().await;
    let elsewhere = store.start_alone(workshop("w2", 0), rehearsal("w", "r2", 0)).await;
    assert!(matches!(elsewhere, Err(BeginError::Gone)), "{elsewhere:?}");
    let taken = store.start_alone(workshop("w", 0), rehearsal("w", "r2", 0)).await;
    assert!(matches!(taken, Err(BeginError::Taken)), "{taken:?}");
    assert_eq!((house.rows("workshop").await, house.rows("seat").await), (1, 1));
    assert_eq!(store.rehearsal("w", "r2").await.unwrap(), None);
}

pub(crate) async fn many_facts_at_once_keep_their_order<H: House>() {
    let (_house, store) = begun::<H>().await;
    let mut seq = 1;
    for count in [0, 1, 15, 16, 17, 40] {
        let facts = (0..count).map(|at| fact("answered", seq + at)).collect();
        let appended = store.append(append("w", "r", seq, facts)).await.unwrap();
        assert_eq!(appended.seq, seq + count);
        seq = appended.seq;
    }
    let facts = all(&*store, "w").await;
    assert_without_holes(&facts);
    for fact in &facts[1..] {
        assert_eq!(fact.body, (fact.seq - 1).to_string());
    }
}

pub(crate) async fn fifty_learners_writing_together_leave_no_hole<H: House>() {
    let (_house, store) = begun::<H>().await;
    let mut learners = JoinSet::new();
    for learner in 0..50 {
        let store = Arc::clone(&store);
        learners.spawn(async move {
            let name = format!("r{learner}");
            store.start_rehearsal(rehearsal("w", &name, 0)).await.unwrap();
            for seq in 1..=10 {
                let facts = vec![fact("answered", seq), fact("passed", seq)];
                store.append(append("w", &name, seq * 2 - 1, facts)).await.unwrap();
            }
        });
    }
    learners.join_all().await;
    let facts = all(&*store, "w").await;
    assert_eq!(facts.len(), 1 + 50 * 21);
    assert_without_holes(&facts);
}

pub(crate) async fn a_reader_following_the_writers_misses_nothing<H: House>() {
    let (_house, store) = begun::<H>().await;
    let total = 1 + 8 * 101;
    let mut readers = JoinSet::new();
    for _ in 0..4 {
        let store = Arc::clone(&store);
        readers.spawn(async move {
            let mut seen: Vec<FactRow> = Vec::new();
            while seen.len() < total {
                let cursor = seen.last().map_or(0, |fact| fact.position);
                seen.extend(store.since("w", cursor, 7).await.unwrap());
                // A reader that skipped a fact would wait for it for ever: fail at once.
                assert_without_holes(&seen);
                tokio::task::yield_now().await;
            }
            seen
        });
    }
    let mut writers = JoinSet::new();
    for writer in 0..8 {
        let store = Arc::clone(&store);
        writers.spawn(async move {
            let name = format!("r{writer}");
            store.start_rehearsal(rehearsal("w", &name, 0)).await.unwrap();
            for seq in 1..=100 {
                store.append(append("w", &name, seq, vec![fact("answered", seq)])).await.unwrap();
            }
        });
    }
    writers.join_all().await;
    let facts = all(&*store, "w").await;
    for seen in readers.join_all().await {
        assert_eq!(seen, facts);
    }
}

pub(crate) async fn a_decision_taken_too_early_is_a_conflict<H: House>() {
    let (house, store) = begun::<H>().await;
    store.append(append("w", "r", 1, vec![fact("hinted", 1)])).await.unwrap();
    for late in [0, 1, 3] {
        for refused in [append("w", "r", late, vec![fact("answered", 1)]), submit("w", "r", late, "f")] {
            let refused = store.append(refused).await;
            assert!(matches!(refused, Err(AppendError::Conflict)), "{refused:?}");
        }
    }
    assert_eq!((house.rows("fact").await, house.rows("submission").await), (2, 0));
    assert_eq!(store.append(submit("w", "r", 2, "f")).await.unwrap(), Appended { head: 3, seq: 3 });
}

pub(crate) async fn a_submission_sent_again_is_recorded_once<H: House>() {
    let (_house, store) = begun::<H>().await;
    store.append(submit("w", "r", 1, "f")).await.unwrap();
    for seq in [1, 2] {
        let again = store.append(submit("w", "r", seq, "f")).await;
        assert!(matches!(again, Err(AppendError::AlreadyRecorded)), "{again:?}");
    }
    assert_eq!(all(&*store, "w").await.len(), 2);
    store.start_rehearsal(rehearsal("w", "r2", 0)).await.unwrap();
    store.append(submit("w", "r2", 1, "f")).await.expect("another rehearsal has its own submissions");
}

pub(crate) async fn a_submission_sent_twice_at_the_same_moment_is_recorded_once<H: House>() {
    let (_house, store) = begun::<H>().await;
    for seq in 1..=50 {
        let submission = format!("f{seq}");
        let (one, two) = tokio::join!(
            store.append(submit("w", "r", seq, &submission)),
            store.append(submit("w", "r", seq, &submission)),
        );
        let (recorded, refused) = if one.is_ok() { (one, two) } else { (two, one) };
        assert_eq!(recorded.unwrap().seq, seq + 1);
        assert!(matches!(refused, Err(AppendError::AlreadyRecorded)), "{refused:?}");
    }
    let facts = all(&*store, "w").await;
    assert_eq!(facts.len(), 51);
    assert_without_holes(&facts);
}

pub(crate) async fn a_submission_may_be_recorded_without_facts<H: House>() {
    let (_house, store) = begun::<H>().await;
    let empty = Append { facts: Vec::new(), ..submit("w", "r", 1, "f") };
    assert_eq!(store.append(empty.clone()).await.unwrap(), Appended { head: 1, seq: 1 });
    let again = store.append(empty).await;
    assert!(matches!(again, Err(AppendError::AlreadyRecorded)), "{again:?}");
}

pub(crate) async fn appending_nowhere_is_gone<H: House>() {
    let (_house, store) = begun::<H>().await;
    for (workshop, rehearsal) in [("w", "nowhere"), ("nowhere", "r"), ("nowhere", "nowhere")] {
        for lost in [append(workshop, rehearsal, 1, Vec::new()), submit(workshop, rehearsal, 1, "f")] {
            let lost = store.append(lost).await;
            assert!(matches!(lost, Err(AppendError::Gone)), "{lost:?}");
        }
    }
}

pub(crate) async fn refusals_do_not_hurt_their_neighbours<H: House>() {
    let (_house, store) = begun::<H>().await;
    let mut verbs = JoinSet::new();
    for learner in 0..60 {
        let store = Arc::clone(&store);
        verbs.spawn(async move {
            let name = format!("r{learner}");
            match learner % 4 {
                0 => assert!(store.append(submit("w", "r", 99, &name)).await.is_err()),
                1 => assert!(store.start_rehearsal(rehearsal("w", "r", 0)).await.is_err()),
                2 => assert!(store.append(submit("w", "nowhere", 1, &name)).await.is_err()),
                _ => drop(store.start_rehearsal(rehearsal("w", &name, 0)).await.unwrap()),
            }
        });
    }
    verbs.join_all().await;
    let facts = all(&*store, "w").await;
    assert_eq!(facts.len(), 1 + 15);
    assert_without_holes(&facts);
}

pub(crate) async fn the_latest_rehearsal_of_a_seat_is_found<H: House>() {
    let (_house, store) = begun::<H>().await;
    store.start_rehearsal(rehearsal("w", "young", 20)).await.unwrap();
    store.start_rehearsal(rehearsal("w", "old", 10)).await.unwrap();
    let latest = store.latest_rehearsal("w", "s").await.unwrap().unwrap();
    assert_eq!(latest, store.rehearsal("w", "young").await.unwrap().unwrap());
    assert_eq!(store.latest_rehearsal("w", "nobody").await.unwrap(), None);
}

pub(crate) async fn a_replaced_token_is_forgotten<H: House>() {
    let (_house, store) = begun::<H>().await;
    assert!(store.replace_token("w", "s", "new").await.unwrap());
    assert!(!store.replace_token("w", "nobody", "new").await.unwrap());
    assert_eq!(store.rehearsal("w", "r").await.unwrap().unwrap().token_digest, "new");
}

pub(crate) async fn a_store_opened_again_knows_the_same<H: House>() {
    let (house, store) = begun::<H>().await;
    store.append(submit("w", "r", 1, "f")).await.unwrap();
    let (facts, row) = (all(&*store, "w").await, store.rehearsal("w", "r").await.unwrap());
    store.close().await;
    drop(store);

    let store = house.open().await;
    assert_eq!(all(&*store, "w").await, facts);
    assert_eq!(store.rehearsal("w", "r").await.unwrap(), row);
    assert_eq!(store.append(submit("w", "r", 2, "g")).await.unwrap(), Appended { head: 3, seq: 3 });
}

pub(crate) async fn a_caller_that_leaves_does_not_leave_half_a_verb<H: House>() {
    let (house, store) = begun::<H>().await;
    for learner in 0..40 {
        let store = Arc::clone(&store);
        let caller = tokio::spawn(async move {
            let name = format!("r{learner}");
            store.start_rehearsal(rehearsal("w", &name, 0)).await.unwrap();
            store.append(submit("w", &name, 1, "f")).await.unwrap();
        });
        if learner % 2 == 0 {
            tokio::task::yield_now().await;
        }
        caller.abort();
        drop(caller.await);
    }
    store.check().await.unwrap();
    let facts = all(&*store, "w").await;
    assert_without_holes(&facts);
    assert_eq!(house.rows("rehearsal").await, count_of("started", &facts));
    assert_eq!(house.rows("submission").await, count_of("answered", &facts));
}

fn count_of(name: &str, facts: &[FactRow]) -> i64 {
    facts.iter().filter(|fact| fact.fact == name).count().try_into().unwrap()
}

pub(crate) async fn a_healthy_store_says_so_and_changes_nothing<H: House>() {
    let (_house, store) = begun::<H>().await;
    let before = all(&*store, "w").await;
    store.check().await.unwrap();
    assert_eq!(all(&*store, "w").await, before);
}

pub(crate) async fn a_closed_store_refuses<H: House>() {
    let (_house, store) = begun::<H>().await;
    store.close().await;
    store.close().await;
    let late = store.append(submit("w", "r", 1, "f")).await;
    assert!(matches!(late, Err(AppendError::Store(StoreError::Closed))), "{late:?}");
    let late = store.since("w", 0, 1).await;
    assert!(matches!(late, Err(StoreError::Closed)), "{late:?}");
}
