//! What pages ask of the world, in the words of the trade: begin, look, answer, erase.
//!
//! It knows no HTTP. Facts go to the store, what was typed stays in memory, states are kept while they are lived.

mod answer;
mod drafts;
mod guesses;
mod hub;
mod leave;
mod live;
mod people;
mod rooms;

use std::{
    sync::{Arc, Mutex, PoisonError},
    time::{Duration, Instant},
};

use tokio::sync::watch;

use scenarios::{
    date::Date,
    rehearsal::{self, Event, Start, State},
};

pub use answer::{Answered, Submission};
pub use hub::{Hub, Topic};
pub use leave::{Kept, Key, PICTURES};
pub use people::{Enrolment, Newcomer, NotMade, Signed, Staff, Unchanged, Unsigned, Weak};
pub use rooms::{
    Act, Code, Here, Looking, Minute, Misread, Opening, Plan, Presences, Rehearsed, Room, SeatNow, Seated,
    Sheet, Told, Watched, Whom,
};

use self::{
    drafts::Drafts,
    guesses::Guesses,
    live::Live,
    people::People,
    rooms::{Beginnings, Boards, Looks},
};
use crate::{
    chance, clock,
    library::{Bundle, Library, Unreadable, digest},
    personas,
    store::{
        AppendError, BeginError, Closure, NewFact, NewRehearsal, NewWorkshop, Purged, Store, StoreError,
    },
};

/// Unless a host wants otherwise.
pub const KEEP_DAYS: u16 = 7;

pub struct Backend {
    store: Arc<dyn Store>,
    pub library: Library,
    live: Live,
    drafts: Drafts,
    guesses: Guesses,
    /// The same for the codes of rooms.
    doors: Guesses,
    /// Who waits for news of what.
    pub hub: Hub,
    boards: Boards,
    pub presences: Presences,
    looks: Looks,
    beginnings: Beginnings,
    people: People,
    /// Says that the server stops: what would stay open for ever ends.
    closing: watch::Sender<bool>,
    /// How long an exercise is kept after it was last touched.
    keep_days: u16,
    /// When the store was last found in good health.
    well: Mutex<Option<Instant>>,
}

/// Why something asked was not done. Nothing was recorded, unless said otherwise by the store.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    /// No such scenario, or no such rehearsal for this bearer.
    #[error("not there")]
    NotThere,
    /// The bearer had it, and another browser took it by its key.
    #[error("taken up elsewhere")]
    TakenUp,
    #[error("others kept adding facts to the rehearsal")]
    Contended,
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error("the history of a rehearsal is not understood")]
    History,
    #[error("a password was not hashed")]
    Hashing,
    #[error(transparent)]
    Unreadable(#[from] Unreadable),
}

/// What is no more after an erasure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Erased {
    /// Everything there was.
    All,
    /// The seat in a room and what was typed there; the room keeps its facts until it goes.
    Seat,
}

/// What opens a rehearsal: the cookie's content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pass {
    pub workshop: String,
    pub seat: String,
    pub token: String,
}

/// A rehearsal found, with its state as of now.
#[derive(Debug, Clone)]
pub struct Found {
    pub workshop: String,
    pub rehearsal: String,
    /// Its scenario's folder in the catalogue.
    pub scenario: Arc<str>,
    pub graph: Arc<scenarios::graph::Graph>,
    pub state: Arc<State>,
    /// Number of facts the state is folded from.
    pub seq: i64,
    /// Where the learner sits; none for somebody alone.
    pub chair: Option<Chair>,
}

/// A seat of a room.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chair {
    pub seat: String,
    /// From 1, in the order of coming.
    pub number: i64,
}

impl Backend {
    pub fn new(store: Arc<dyn Store>, library: Library) -> Self {
        Self {
            store,
            library,
            live: Live::default(),
            drafts: Drafts::default(),
            guesses: Guesses::of_keys(),
            doors: Guesses::of_codes(),
            hub: Hub::default(),
            boards: Boards::default(),
            presences: Presences::default(),
            looks: Looks::default(),
            beginnings: Beginnings::default(),
            people: People::default(),
            closing: watch::Sender::new(false),
            keep_days: KEEP_DAYS,
            well: Mutex::default(),
        }
    }

    /// Exercises are kept for so many days.
    #[must_use]
    pub fn keeping(self, keep_days: u16) -> Self {
        Self { keep_days, ..self }
    }

    /// How long an exercise is kept after it was last touched, at the end of a day.
    pub const fn keep_days(&self) -> u16 {
        self.keep_days
    }

    /// Begins a rehearsal for a person alone: a workshop of one seat.
    pub async fn begin_alone(&self, scenario: &str) -> Result<(Pass, String), Refusal> {
        let bundle = self.library.find(scenario).ok_or(Refusal::NotThere)?;
        let pass = Pass { workshop: chance::id(), seat: chance::id(), token: chance::token() };
        let rehearsal = chance::id();
        let at_ms = clock::now_ms();
        let workshop = NewWorkshop {
            workshop: pass.workshop.clone(),
            seat: pass.seat.clone(),
            token_digest: digest(pass.token.as_bytes()),
            at_ms,
        };
        let started = NewRehearsal {
            workshop: pass.workshop.clone(),
            rehearsal: rehearsal.clone(),
            seat: pass.seat.clone(),
            scenario: bundle.id.clone(),
            closure: Closure { digest: bundle.digest.clone(), body: Arc::clone(&bundle.closure) },
            at_ms,
            facts: facts(&events_of_start(&bundle, None)?)?,
        };
        self.store.start_alone(workshop, started).await.map_err(|error| match error {
            BeginError::Store(error) => error.into(),
            BeginError::Taken | BeginError::Gone => Refusal::NotThere,
        })?;
        Ok((pass, rehearsal))
    }

    /// The rehearsal `id`, if `pass` opens it.
    pub async fn find(&self, pass: &Pass, id: &str) -> Result<Found, Refusal> {
        let token_digest = digest(pass.token.as_bytes());
        let (found, of) = self.any(&pass.workshop, id).await?;
        // Both are digests: comparing them tells nothing of a token.
        if of.seat == pass.seat && of.token_digest == token_digest {
            Ok(found)
        } else if self.store.was_taken_from(&pass.workshop, &pass.seat, &token_digest).await? {
            Err(Refusal::TakenUp)
        } else {
            Err(Refusal::NotThere)
        }
    }

    /// The rehearsal `id` of a workshop, for whoever leads it.
    pub(crate) async fn of_workshop(&self, workshop: &str, id: &str) -> Result<Found, Refusal> {
        Ok(self.any(workshop, id).await?.0)
    }

    async fn any(&self, workshop: &str, id: &str) -> Result<(Found, live::Owner), Refusal> {
        match self.live.get(workshop, id) {
            Some(kept) => Ok(kept),
            None => self.load(workshop, id).await,
        }
    }

    /// The rehearsal that a pass opens, when it has not ended in erasure.
    pub async fn latest(&self, pass: &Pass) -> Result<Option<String>, Refusal> {
        let row = self.store.latest_rehearsal(&pass.workshop, &pass.seat).await?;
        let token_digest = digest(pass.token.as_bytes());
        Ok(row.filter(|row| row.token_digest == token_digest).map(|row| row.rehearsal))
    }

    /// The rehearsal that a seat is in, for whoever leads the workshop.
    pub(crate) async fn latest_of(&self, workshop: &str, seat: &str) -> Result<Option<String>, Refusal> {
        Ok(self.store.latest_rehearsal(workshop, seat).await?.map(|row| row.rehearsal))
    }

    /// Erases everything of a workshop of one: facts, states, drafts. In a room, gives the seat back: the room is not the
    /// learner's to erase.
    pub async fn erase(&self, pass: &Pass) -> Result<Erased, Refusal> {
        if self.seated(pass).await?.is_some() {
            self.leave_room(pass).await?;
            return Ok(Erased::Seat);
        }
        if self.latest(pass).await?.is_none() {
            return Err(Refusal::NotThere);
        }
        self.store.erase_workshop(&pass.workshop).await?;
        self.live.forget(&pass.workshop);
        self.drafts.forget_workshop(&pass.workshop);
        self.boards.forget(&pass.workshop);
        Ok(Erased::All)
    }

    /// Erases what nobody has touched for `days` days, today not counted: the last day is kept to its end.
    pub async fn purge(&self, days: u16) -> Result<Purged, Refusal> {
        let purged = self.store.purge(clock::start_of_day_ms(days)).await?;
        self.live.forget_all();
        self.boards.forget_all();
        let now = clock::now_ms();
        self.presences.forget_old(now);
        self.looks.forget_old(now);
        self.hub.forget_old();
        Ok(purged)
    }

    /// Lets go of what was typed and not sent again within its delay.
    pub fn forget_old_drafts(&self) {
        self.drafts.forget_old();
    }

    /// Whether the next learner will be served. A check costs a write: a good answer serves some seconds.
    pub async fn check(&self) -> Result<(), Refusal> {
        const GOOD_FOR: Duration = Duration::from_secs(5);
        let well = || self.well.lock().unwrap_or_else(PoisonError::into_inner);
        if well().is_some_and(|since| since.elapsed() < GOOD_FOR) {
            return Ok(());
        }
        self.store.check().await?;
        *well() = Some(Instant::now());
        Ok(())
    }

    /// Hears when the server is about to stop.
    pub fn closing(&self) -> watch::Receiver<bool> {
        self.closing.subscribe()
    }

    /// Streams end now, so that requests under way have the time that is left.
    pub fn end_streams(&self) {
        self.closing.send_replace(true);
    }

    pub async fn close(&self) {
        self.store.close().await;
    }

    /// Reads a rehearsal from the store, and keeps it while it is lived.
    async fn load(&self, workshop: &str, id: &str) -> Result<(Found, live::Owner), Refusal> {
        let generation = self.live.generation();
        let row = self.store.rehearsal(workshop, id).await?.ok_or(Refusal::NotThere)?;
        let closure = self.store.closure(&row.closure).await?.ok_or(Refusal::History)?;
        let graph = self.library.pinned(&row.closure, &closure.body)?;
        let facts = self.store.facts(workshop, id, 0).await?;
        let events = facts
            .iter()
            .map(|row| serde_json::from_str::<Event>(&row.body))
            .collect::<Result<Vec<_>, _>>()
            .map_err(|_| Refusal::History)?;
        let state = Arc::new(State::fold(&events).ok_or(Refusal::History)?);
        let seq = facts.last().map_or(0, |fact| fact.seq);
        let chair = self.store.room_seat(workshop, &row.seat).await?;
        let chair = chair.map(|chair| Chair { seat: chair.seat, number: chair.number });
        let (workshop, rehearsal) = (workshop.to_owned(), id.to_owned());
        let found = Found { workshop, rehearsal, scenario: row.scenario.into(), graph, state, seq, chair };
        let owner = live::Owner { seat: row.seat, token_digest: row.token_digest };
        self.live.keep(&found, &owner, generation);
        Ok((found, owner))
    }
}

/// What a rehearsal begins with: a person, new or of that seed, today, a chance of its own.
pub(crate) fn events_of_start(bundle: &Bundle, persona: Option<u64>) -> Result<Vec<Event>, Refusal> {
    let (seed, today) = (persona.unwrap_or_else(chance::seed), clock::today());
    let day = Date::from_iso(&today.to_string()).map_err(|_| Refusal::History)?;
    let persona = personas::make(seed, today, &bundle.graph.needs);
    Ok(rehearsal::start(&bundle.graph, Start { persona, today: day, secret: chance::seed() }))
}

/// Events as they are stored.
pub(crate) fn facts(events: &[Event]) -> Result<Vec<NewFact>, Refusal> {
    let stored = |event: &Event| {
        let body = serde_json::to_string(event).map_err(|_| Refusal::History)?;
        Ok(NewFact { fact: event.name().into(), body })
    };
    events.iter().map(stored).collect()
}

impl From<AppendError> for Refusal {
    fn from(error: AppendError) -> Self {
        match error {
            AppendError::Conflict | AppendError::AlreadyRecorded => Self::Contended,
            AppendError::Gone => Self::NotThere,
            AppendError::Store(error) => Self::Store(error),
        }
    }
}
