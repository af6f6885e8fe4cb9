//! Boards being looked at: each workshop's facts folded once, for all those who look.
//!
//! A board reads on from the position it stands at; a fact is in it once, whatever was told or not. It holds no value.

use std::{
    collections::{BTreeMap, HashMap, VecDeque},
    sync::{Arc, Mutex as Blocking, PoisonError},
};

use scenarios::{
    board::{BoardFact, Line, Named, Presence, Why, whys},
    graph::Graph,
    rehearsal::Event,
};
use tokio::sync::Mutex;

use super::{Backend, Refusal, Room};
use crate::{
    clock,
    store::{RoomSeatRow, Standing},
};

/// Facts read at once.
const PAGE: u32 = 500;
/// Boards kept while nobody looks; the others are folded again.
const KEPT: usize = 256;
/// What is told of the last minutes.
const TOLD: usize = 40;

/// One rehearsal on the board.
#[derive(Debug, Clone)]
pub struct Rehearsed {
    pub rehearsal: String,
    pub seat: String,
    /// Its folder in the catalogue.
    pub scenario: Arc<str>,
    pub graph: Arc<Graph>,
    pub named: Named,
    pub line: Line,
}

/// Something worth telling, when it happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Minute {
    pub at_ms: i64,
    pub seat: String,
    pub rehearsal: String,
    /// The screen it happened on.
    pub screen: String,
    pub fact: BoardFact,
}

/// A seat as it stands now.
#[derive(Debug, Clone)]
pub struct SeatNow {
    pub row: RoomSeatRow,
    pub presence: Presence,
    /// Its last rehearsal, once it has one.
    pub latest: Option<Rehearsed>,
    pub whys: Vec<Why>,
    /// The account that looks over this shoulder.
    pub looked_at_by: Option<String>,
}

/// Everything a board shows.
#[derive(Debug, Clone)]
pub struct Watched {
    pub room: Room,
    /// Facts up to this position are in it.
    pub position: i64,
    pub now_ms: i64,
    /// In the order of coming; those removed are not there.
    pub seats: Vec<SeatNow>,
    /// Every rehearsal of the room, in the order of beginning.
    pub rehearsals: Vec<Rehearsed>,
    /// The last first.
    pub minutes: Vec<Minute>,
}

#[derive(Debug, Default)]
pub(in crate::backend) struct Boards(Blocking<HashMap<String, Arc<Mutex<Fold>>>>);

/// One workshop, folded as far as `position`.
#[derive(Debug, Default)]
struct Fold {
    position: i64,
    rehearsals: BTreeMap<String, Rehearsed>,
    minutes: VecDeque<Minute>,
}

impl Boards {
    fn of(&self, workshop: &str) -> Arc<Mutex<Fold>> {
        let mut boards = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if boards.len() >= KEPT && !boards.contains_key(workshop) {
            // Those that nobody is reading now.
            boards.retain(|_, fold| Arc::strong_count(fold) > 1);
        }
        Arc::clone(boards.entry(workshop.to_owned()).or_default())
    }

    pub(in crate::backend) fn forget(&self, workshop: &str) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).remove(workshop);
    }

    pub(in crate::backend) fn forget_all(&self) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }
}

impl Backend {
    /// The board of a room as of now.
    pub async fn watch(&self, room: &Room) -> Result<Watched, Refusal> {
        let workshop = &room.row.workshop;
        let fold = self.boards.of(workshop);
        let mut fold = fold.lock().await;
        self.read_on(workshop, &mut fold).await?;
        let (position, minutes) = (fold.position, fold.minutes.iter().rev().cloned().collect());
        let mut rehearsals: Vec<Rehearsed> = fold.rehearsals.values().cloned().collect();
        drop(fold);
        rehearsals.sort_by_key(|rehearsed| rehearsed.line.began_at);
        let now_ms = clock::now_ms();
        let there = self.presences.of(workshop, now_ms);
        let seats = self.store.room_seats(workshop).await?.into_iter();
        let seats = seats.filter(|row| row.standing != Standing::Removed).map(|row| {
            let presence = match row.standing {
                Standing::Waiting => Presence::Waiting { since: row.since_ms },
                Standing::Left | Standing::Removed => Presence::Left,
                Standing::In => there.get(&row.seat).copied().unwrap_or_default(),
            };
            let latest = rehearsals.iter().rev().find(|rehearsed| rehearsed.seat == row.seat).cloned();
            let nothing = Line::not_begun(row.since_ms);
            let line = latest.as_ref().map_or(&nothing, |rehearsed| &rehearsed.line);
            let whys = whys(line, presence, now_ms);
            let looked_at_by = self.looked_at(workshop, &row.seat).map(|look| look.by);
            SeatNow { row, presence, latest, whys, looked_at_by }
        });
        let seats = seats.collect();
        Ok(Watched { room: room.clone(), position, now_ms, seats, rehearsals, minutes })
    }

    async fn read_on(&self, workshop: &str, fold: &mut Fold) -> Result<(), Refusal> {
        loop {
            let facts = self.store.since(workshop, fold.position, PAGE).await?;
            let read = facts.len();
            for fact in facts {
                let event: Event = serde_json::from_str(&fact.body).map_err(|_| Refusal::History)?;
                if matches!(event, Event::Started { .. }) {
                    let begun = self.begun(workshop, &fact.rehearsal, &event).await?;
                    fold.rehearsals.insert(fact.rehearsal.clone(), begun);
                }
                fold.take(&fact.rehearsal, &BoardFact::of(&event), fact.at_ms);
                // Whoever is stopped in between goes on from here: no fact is counted twice.
                fold.position = fact.position;
            }
            if read < PAGE as usize {
                return Ok(());
            }
        }
    }

    async fn begun(&self, workshop: &str, rehearsal: &str, start: &Event) -> Result<Rehearsed, Refusal> {
        let row = self.store.rehearsal(workshop, rehearsal).await?.ok_or(Refusal::NotThere)?;
        let closure = self.store.closure(&row.closure).await?.ok_or(Refusal::History)?;
        Ok(Rehearsed {
            rehearsal: rehearsal.to_owned(),
            seat: row.seat,
            scenario: row.scenario.into(),
            graph: self.library.pinned(&row.closure, &closure.body)?,
            named: Named::from_start(start).ok_or(Refusal::History)?,
            line: Line::default(),
        })
    }
}

impl Fold {
    fn take(&mut self, rehearsal: &str, fact: &BoardFact, at_ms: i64) {
        let Some(rehearsed) = self.rehearsals.get_mut(rehearsal) else { return };
        rehearsed.line.apply(fact, at_ms);
        if is_told(fact) {
            if self.minutes.len() == TOLD {
                self.minutes.pop_front();
            }
            self.minutes.push_back(Minute {
                at_ms,
                seat: rehearsed.seat.clone(),
                rehearsal: rehearsal.to_owned(),
                screen: rehearsed.line.screen.clone(),
                fact: fact.clone(),
            });
        }
    }
}

/// What the last minutes tell: not each page.
const fn is_told(fact: &BoardFact) -> bool {
    matches!(
        fact,
        BoardFact::Refused { .. }
            | BoardFact::Stopped { .. }
            | BoardFact::Hinted { .. }
            | BoardFact::HandRaised { .. }
            | BoardFact::HandSeen
            | BoardFact::Registered
            | BoardFact::Ended
    )
}
