//! Any sequence of verbs gives what a store of a few maps in memory gives.
//! One caller at a time: what happens at the same moment is tested in the conformance suite.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use proptest::test_runner::Config;
use server::store::{
    Append, AppendError, Appended, BeginError, FactRow, KeptRow, KeyError, NewKey, NewRehearsal, NewWorkshop,
    Purged, RehearsalRow, SeatRow, Store, StoreError, TakeSeat,
};

use crate::store_conformance::{House, append, closure, fact, rehearsal, workshop};
use crate::store_sqlite::Folder;

proptest! {
    #![proptest_config(Config { cases: 48, failure_persistence: None, ..Config::default() })]

    #[test]
    fn any_sequence_of_verbs_gives_what_the_model_gives(verbs in prop::collection::vec(verb(), 1..40)) {
        compare(verbs);
    }
}

#[derive(Debug, Clone)]
enum Verb {
    Open(NewWorkshop),
    Start(NewRehearsal),
    StartAlone(NewWorkshop, NewRehearsal),
    /// `expected_seq` is counted from the rehearsal's own.
    Append(Append),
    ReplaceToken(String, String, String),
    MakeKey(NewKey),
    TakeSeat(TakeSeat),
    Erase(String),
    Purge(i64),
    Reopen,
}

/// What a verb answered.
#[derive(Debug, PartialEq)]
enum Answer {
    Done,
    Appended(Appended),
    Found(bool),
    Key(String),
    Seat(Option<SeatRow>),
    Purged(Purged),
    Taken,
    Gone,
    Conflict,
    AlreadyRecorded,
}

fn verb() -> impl Strategy<Value = Verb> {
    // Few names and few moments, so that verbs meet.
    let name = || prop::sample::select(vec!["a", "b", "c"]);
    let seat = || prop::sample::select(vec!["s", "s", "s", "t"]);
    let open = (name(), seat(), 0..20_i64)
        .prop_map(|(name, seat, at_ms)| NewWorkshop { seat: seat.into(), ..workshop(name, at_ms) });
    let start = (name(), name(), seat(), name(), 0..20_i64, 0..4).prop_map(
        |(workshop, name, seat, digest, at_ms, facts)| NewRehearsal {
            seat: seat.into(),
            closure: closure(digest),
            facts: (0..facts).map(|at| fact("started", at)).collect(),
            ..rehearsal(workshop, name, at_ms)
        },
    );
    let submission = prop::option::of(prop::sample::select(vec!["f", "g", "h"]));
    // Mostly in time.
    let expected = prop::sample::select(vec![0, 0, 0, 0, -1, 1]);
    let appended = (name(), name(), expected, submission, 0..20_i64, 0..5).prop_map(
        |(workshop, name, ahead, submission, at_ms, facts)| Append {
            submission: submission.map(Into::into),
            at_ms,
            ..append(workshop, name, ahead, (0..facts).map(|at| fact("answered", at)).collect())
        },
    );
    let key = (name(), seat(), name(), 0..20_i64).prop_map(|(workshop, seat, pictures, at_ms)| NewKey {
        workshop: workshop.into(),
        seat: seat.into(),
        pictures: pictures.into(),
        at_ms,
    });
    let take = (name(), name(), 0..20_i64).prop_map(|(pictures, token, at_ms)| TakeSeat {
        pictures: pictures.into(),
        token_digest: token.into(),
        at_ms,
    });
    prop_oneof![
        2 => open.clone().prop_map(Verb::Open),
        4 => start.clone().prop_map(Verb::Start),
        2 => (open, start).prop_map(|(open, start)| Verb::StartAlone(open, start)),
        8 => appended.prop_map(Verb::Append),
        1 => (name(), seat(), name()).prop_map(|(w, s, t)| Verb::ReplaceToken(w.into(), s.into(), t.into())),
        3 => key.prop_map(Verb::MakeKey),
        3 => take.prop_map(Verb::TakeSeat),
        1 => name().prop_map(|name| Verb::Erase(name.into())),
        1 => (0..20_i64).prop_map(Verb::Purge),
        1 => Just(Verb::Reopen),
    ]
}

#[tokio::main]
async fn compare(verbs: Vec<Verb>) {
    let house = Folder::build().await;
    let mut store = house.open().await;
    let mut model = Model::default();
    for mut verb in verbs {
        if let Verb::Append(append) = &mut verb {
            append.expected_seq +=
                model.rehearsal(&append.workshop, &append.rehearsal).map_or(0, |row| row.seq);
        }
        if let Verb::Reopen = verb {
            store.close().await;
            store = house.open().await;
            continue;
        }
        assert_eq!(ask(&*store, &verb).await, model.ask(&verb), "the answer to {verb:?}");
        for workshop in ["a", "b", "c"] {
            assert_eq!(
                store.since(workshop, 0, u32::MAX).await.unwrap(),
                model.facts(workshop),
                "after {verb:?}"
            );
            assert_eq!(store.closure(workshop).await.unwrap().is_some(), model.closures.contains(workshop));
            for seat in ["s", "t"] {
                let kept = store.kept(workshop, seat).await.unwrap();
                assert_eq!(kept, model.kept(workshop, seat), "after {verb:?}");
            }
            for name in ["a", "b", "c"] {
                let was = store.was_taken_from(workshop, "s", name).await.unwrap();
                assert_eq!(was, model.was_taken_from(workshop, "s", name), "after {verb:?}");
                let row = store.rehearsal(workshop, name).await.unwrap();
                assert_eq!(row, model.rehearsal(workshop, name), "after {verb:?}");
            }
        }
    }
    store.close().await;
}

async fn ask(store: &dyn Store, verb: &Verb) -> Answer {
    match verb.clone() {
        Verb::Open(new) => begun(store.open_workshop(new).await.map(|()| Answer::Done)),
        Verb::Start(new) => begun(store.start_rehearsal(new).await.map(Answer::Appended)),
        Verb::StartAlone(new, first) => begun(store.start_alone(new, first).await.map(Answer::Appended)),
        Verb::Append(append) => match store.append(append).await {
            Ok(appended) => Answer::Appended(appended),
            Err(AppendError::Conflict) => Answer::Conflict,
            Err(AppendError::AlreadyRecorded) => Answer::AlreadyRecorded,
            Err(AppendError::Gone) => Answer::Gone,
            Err(AppendError::Store(error)) => panic!("{error:?}"),
        },
        Verb::ReplaceToken(workshop, seat, token) => {
            found(store.replace_token(&workshop, &seat, &token).await)
        }
        Verb::MakeKey(key) => match store.make_key(key).await {
            Ok(pictures) => Answer::Key(pictures),
            Err(KeyError::Taken) => Answer::Taken,
            Err(KeyError::Gone) => Answer::Gone,
            Err(KeyError::Store(error)) => panic!("{error:?}"),
        },
        Verb::TakeSeat(take) => Answer::Seat(store.take_seat(take).await.unwrap()),
        Verb::Erase(workshop) => found(store.erase_workshop(&workshop).await),
        Verb::Purge(older_than_ms) => Answer::Purged(store.purge(older_than_ms).await.unwrap()),
        Verb::Reopen => Answer::Done,
    }
}

fn begun(result: Result<Answer, BeginError>) -> Answer {
    match result {
        Ok(answer) => answer,
        Err(BeginError::Taken) => Answer::Taken,
        Err(BeginError::Gone) => Answer::Gone,
        Err(BeginError::Store(error)) => panic!("{error:?}"),
    }
}

fn found(result: Result<bool, StoreError>) -> Answer {
    Answer::Found(result.unwrap())
}

#[derive(Default)]
struct Model {
    workshops: BTreeMap<String, Workshop>,
    closures: BTreeSet<String>,
}

struct Workshop {
    seat: String,
    token_digest: String,
    key: Option<String>,
    former: BTreeSet<String>,
    touched_at_ms: i64,
    rehearsals: BTreeMap<String, NewRehearsal>,
    submissions: BTreeSet<(String, String)>,
    facts: Vec<FactRow>,
}

impl Model {
    fn facts(&self, workshop: &str) -> Vec<FactRow> {
        self.workshops.get(workshop).map_or_else(Vec::new, |workshop| workshop.facts.clone())
    }

    fn rehearsal(&self, workshop: &str, rehearsal: &str) -> Option<RehearsalRow> {
        let (name, workshop) = self.workshops.get_key_value(workshop)?;
        let new = workshop.rehearsals.get(rehearsal)?;
        Some(RehearsalRow {
            workshop: name.clone(),
            rehearsal: rehearsal.into(),
            seat: new.seat.clone(),
            token_digest: workshop.token_digest.clone(),
            scenario: new.scenario.clone(),
            closure: new.closure.digest.clone(),
            seq: workshop.seq(rehearsal),
            started_at_ms: new.at_ms,
        })
    }

    fn kept(&self, workshop: &str, seat: &str) -> Option<KeptRow> {
        let workshop = self.workshops.get(workshop).filter(|workshop| workshop.seat == seat)?;
        Some(KeptRow { pictures: workshop.key.clone(), touched_at_ms: workshop.touched_at_ms })
    }

    fn was_taken_from(&self, workshop: &str, seat: &str, token: &str) -> bool {
        let workshop = self.workshops.get(workshop).filter(|workshop| workshop.seat == seat);
        workshop.is_some_and(|workshop| workshop.former.contains(token))
    }

    fn ask(&mut self, verb: &Verb) -> Answer {
        match verb {
            Verb::Open(new) => self.open(new),
            Verb::Start(new) => self.start(new),
            Verb::StartAlone(new, first) => {
                if (&new.workshop, &new.seat) != (&first.workshop, &first.seat) {
                    return Answer::Gone;
                }
                match self.open(new) {
                    Answer::Done => self.start(first),
                    refused => refused,
                }
            }
            Verb::Append(append) => self.append(append),
            Verb::ReplaceToken(workshop, seat, token) => {
                match self.workshops.get_mut(workshop).filter(|workshop| workshop.seat == *seat) {
                    Some(workshop) => {
                        workshop.token_digest.clone_from(token);
                        Answer::Found(true)
                    }
                    None => Answer::Found(false),
                }
            }
            Verb::MakeKey(key) => self.make_key(key),
            Verb::TakeSeat(take) => Answer::Seat(self.take_seat(take)),
            Verb::Erase(workshop) => Answer::Found(self.workshops.remove(workshop).is_some()),
            Verb::Purge(older_than_ms) => self.purge(*older_than_ms),
            Verb::Reopen => Answer::Done,
        }
    }

    fn open(&mut self, new: &NewWorkshop) -> Answer {
        if self.workshops.contains_key(&new.workshop) {
            return Answer::Taken;
        }
        let opened = Workshop {
            seat: new.seat.clone(),
            token_digest: new.token_digest.clone(),
            key: None,
            former: BTreeSet::new(),
            touched_at_ms: new.at_ms,
            rehearsals: BTreeMap::new(),
            submissions: BTreeSet::new(),
            facts: Vec::new(),
        };
        self.workshops.insert(new.workshop.clone(), opened);
        Answer::Done
    }

    fn start(&mut self, new: &NewRehearsal) -> Answer {
        let Some(workshop) = self.workshops.get_mut(&new.workshop) else { return Answer::Gone };
        if workshop.rehearsals.contains_key(&new.rehearsal) {
            return Answer::Taken;
        }
        if workshop.seat != new.seat {
            return Answer::Gone;
        }
        workshop.rehearsals.insert(new.rehearsal.clone(), new.clone());
        self.closures.insert(new.closure.digest.clone());
        let facts = append(&new.workshop, &new.rehearsal, 0, new.facts.clone());
        workshop.add(&Append { at_ms: new.at_ms, ..facts })
    }

    fn append(&mut self, append: &Append) -> Answer {
        let found = self.workshops.get_mut(&append.workshop);
        let Some(workshop) = found.filter(|found| found.rehearsals.contains_key(&append.rehearsal)) else {
            return Answer::Gone;
        };
        let submission = append.submission.clone().map(|submission| (append.rehearsal.clone(), submission));
        if submission.as_ref().is_some_and(|submission| workshop.submissions.contains(submission)) {
            return Answer::AlreadyRecorded;
        }
        if workshop.seq(&append.rehearsal) != append.expected_seq {
            return Answer::Conflict;
        }
        workshop.submissions.extend(submission);
        workshop.add(append)
    }

    fn make_key(&mut self, new: &NewKey) -> Answer {
        let taken =
            self.workshops.values().any(|workshop| workshop.key.as_deref() == Some(new.pictures.as_str()));
        let found = self.workshops.get_mut(&new.workshop).filter(|workshop| workshop.seat == new.seat);
        let has_one = found.as_ref().is_some_and(|workshop| workshop.key.is_some());
        if taken && !has_one {
            return Answer::Taken;
        }
        let Some(workshop) = found else { return Answer::Gone };
        workshop.touched_at_ms = workshop.touched_at_ms.max(new.at_ms);
        Answer::Key(workshop.key.get_or_insert_with(|| new.pictures.clone()).clone())
    }

    fn take_seat(&mut self, take: &TakeSeat) -> Option<SeatRow> {
        let opened = |workshop: &Workshop| workshop.key.as_deref() == Some(take.pictures.as_str());
        let (name, workshop) = self.workshops.iter_mut().find(|(_, workshop)| opened(workshop))?;
        workshop.touched_at_ms = workshop.touched_at_ms.max(take.at_ms);
        if workshop.token_digest != take.token_digest {
            let former = std::mem::replace(&mut workshop.token_digest, take.token_digest.clone());
            workshop.former.insert(former);
        }
        Some(SeatRow { workshop: name.clone(), seat: workshop.seat.clone() })
    }

    fn purge(&mut self, older_than_ms: i64) -> Answer {
        let (workshops, closures) = (self.workshops.len(), self.closures.len());
        self.workshops.retain(|_, workshop| workshop.touched_at_ms >= older_than_ms);
        let used = |digest: &String| {
            let mut rehearsals = self.workshops.values().flat_map(|workshop| workshop.rehearsals.values());
            rehearsals.any(|rehearsal| rehearsal.closure.digest == *digest)
        };
        self.closures.retain(used);
        Answer::Purged(Purged {
            workshops: workshops - self.workshops.len(),
            closures: closures - self.closures.len(),
        })
    }
}

impl Workshop {
    fn seq(&self, rehearsal: &str) -> i64 {
        self.facts.iter().filter(|fact| fact.rehearsal == rehearsal).map(|fact| fact.seq).max().unwrap_or(0)
    }

    fn add(&mut self, append: &Append) -> Answer {
        for (place, new) in (1..).zip(&append.facts) {
            self.facts.push(FactRow {
                position: self.facts.last().map_or(1, |fact| fact.position + 1),
                rehearsal: append.rehearsal.clone(),
                seq: append.expected_seq + place,
                at_ms: append.at_ms,
                fact: new.fact.clone().into_owned(),
                body: new.body.clone(),
            });
        }
        self.touched_at_ms = self.touched_at_ms.max(append.at_ms);
        let head = self.facts.last().map_or(0, |fact| fact.position);
        Answer::Appended(Appended { head, seq: self.seq(&append.rehearsal) })
    }
}
