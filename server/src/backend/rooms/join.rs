//! Coming into a room: a code or a link, a seat with its colour-animal, then the first procedure.

use std::net::IpAddr;

use app::ui::animal::Animal;
use scenarios::rehearsal::{Event, HintReach, Mode};
use tokio::{
    sync::Mutex,
    time::{Instant, sleep},
};

use super::{Backend, Code, Refusal, Room, Seated};
use crate::{
    backend::{Pass, events_of_start, facts},
    chance, clock,
    library::digest,
    store::{BeginError, Closure, Join, NewRehearsal, RoomCall, Stand, Standing},
};

/// The workshop of nobody: looked for when a code names none, so that both answers take the same way.
const NONE: &str = "-";

/// Whose turn it is to begin: a seat begins one exercise at a time.
#[derive(Debug)]
pub(in crate::backend) struct Beginnings([Mutex<()>; 64]);

impl Default for Beginnings {
    fn default() -> Self {
        Self(std::array::from_fn(|_| Mutex::new(())))
    }
}

impl Beginnings {
    fn of(&self, seat: &str) -> &Mutex<()> {
        let at = seat.bytes().fold(0_usize, |sum, byte| sum.wrapping_mul(31).wrapping_add(byte.into()));
        &self.0[at % self.0.len()]
    }
}

impl Backend {
    /// Takes a seat. `NotThere`: no such room, or it is full or closed; neither the answer nor its time tells which.
    /// `Contended`: too many are guessing from there.
    pub async fn join(&self, code: &Code, from: Option<IpAddr>) -> Result<Pass, Refusal> {
        let guess = self.doors.enter(from, Instant::now()).ok_or(Refusal::Contended)?;
        sleep(guess.wait).await;
        let joined = self.come_in(&RoomCall::Code(code.as_stored().to_owned())).await;
        if matches!(joined, Err(Refusal::NotThere)) {
            guess.failed();
        }
        joined
    }

    /// The same by the link of the projected picture, which nobody guesses.
    pub async fn join_invited(&self, invitation: &str) -> Result<Pass, Refusal> {
        self.come_in(&RoomCall::Invitation(invitation.to_owned())).await
    }

    async fn come_in(&self, call: &RoomCall) -> Result<Pass, Refusal> {
        let workshop = self.store.room_called(call).await?.unwrap_or_else(|| NONE.to_owned());
        let pass = Pass { workshop, seat: chance::id(), token: chance::token() };
        let join = Join {
            workshop: pass.workshop.clone(),
            seat: pass.seat.clone(),
            token_digest: digest(pass.token.as_bytes()),
            at_ms: clock::now_ms(),
            // Each has a colour-animal of its own.
            most: i64::try_from(Animal::COUNT).unwrap_or(i64::MAX),
        };
        self.store.join(join).await?.ok_or(Refusal::NotThere)?;
        self.moved(&pass.workshop);
        Ok(pass)
    }

    /// The seat of a pass; `None` for somebody alone, or a pass that opens nothing any more.
    pub async fn seated(&self, pass: &Pass) -> Result<Option<Seated>, Refusal> {
        let Some(seat) = self.store.room_seat(&pass.workshop, &pass.seat).await? else { return Ok(None) };
        if seat.token_digest != digest(pass.token.as_bytes()) {
            return Ok(None);
        }
        let Some(row) = self.store.room(&pass.workshop).await? else { return Ok(None) };
        Ok(Some(Seated { room: Room::read(row)?, seat }))
    }

    /// Begins a procedure of the room in the seat of a pass; the first one when none is named. What was begun already is
    /// gone on with.
    pub async fn begin_in_room(&self, pass: &Pass, procedure: Option<&str>) -> Result<String, Refusal> {
        let seated = self.seated(pass).await?.ok_or(Refusal::NotThere)?;
        if seated.seat.standing != Standing::In {
            return Err(Refusal::NotThere);
        }
        let plan = &seated.room.plan;
        // Pressed twice, it begins once.
        let _turn = self.beginnings.of(&pass.seat).lock().await;
        let latest = self.store.latest_rehearsal(&pass.workshop, &pass.seat).await?;
        let wanted = match (procedure, &latest) {
            (None, Some(latest)) => return Ok(latest.rehearsal.clone()),
            (None, None) => plan.procedures.first().ok_or(Refusal::NotThere)?,
            (Some(wanted), latest) => {
                let of_plan = plan.procedures.iter().find(|of_plan| *of_plan == wanted);
                let wanted = of_plan.ok_or(Refusal::NotThere)?;
                match latest {
                    Some(latest) if latest.scenario == *wanted => return Ok(latest.rehearsal.clone()),
                    _ => wanted,
                }
            }
        };
        if let Some(latest) = &latest {
            // What was typed there and not sent is left.
            self.drafts.forget(&pass.workshop, &latest.rehearsal);
        }
        let bundle = self.library.find(wanted).ok_or(Refusal::NotThere)?;
        let rehearsal = chance::id();
        let mut events = events_of_start(&bundle, plan.persona)?;
        if plan.mode != Mode::default() {
            events.push(Event::ModeChosen { mode: plan.mode, by_mediator: true });
        }
        if plan.hints != HintReach::default() && !seated.room.is_closed() {
            events.push(Event::HintsLimited { reach: plan.hints });
        }
        let started = NewRehearsal {
            workshop: pass.workshop.clone(),
            rehearsal: rehearsal.clone(),
            seat: pass.seat.clone(),
            scenario: bundle.id.clone(),
            closure: Closure { digest: bundle.digest.clone(), body: std::sync::Arc::clone(&bundle.closure) },
            at_ms: clock::now_ms(),
            facts: facts(&events)?,
        };
        self.store.start_rehearsal(started).await.map_err(|error| match error {
            BeginError::Store(error) => Refusal::from(error),
            BeginError::Taken | BeginError::Gone => Refusal::NotThere,
        })?;
        self.moved(&pass.workshop);
        Ok(rehearsal)
    }

    /// The learner gives the seat back: nothing opens it any more. What the mediator has seen of it stays until the
    /// room goes.
    pub(in crate::backend) async fn leave_room(&self, pass: &Pass) -> Result<(), Refusal> {
        let moved = self
            .store
            .stand(Stand {
                workshop: pass.workshop.clone(),
                seat: Some(pass.seat.clone()),
                from: vec![Standing::Waiting, Standing::In],
                to: Standing::Left,
                token_digest: Some(digest(chance::token().as_bytes())),
                at_ms: clock::now_ms(),
            })
            .await?;
        if moved.is_empty() {
            return Err(Refusal::NotThere);
        }
        // Its own page is on its way to another, and must not be asked for again meanwhile: nothing is told it.
        self.seat_is_left(&pass.workshop, &pass.seat).await
    }

    /// The same when it was taken back: its page hears it at once.
    pub(super) async fn seat_is_gone(&self, workshop: &str, seat: &str) -> Result<(), Refusal> {
        let forgotten = self.seat_is_left(workshop, seat).await;
        self.tell_seat(workshop, seat);
        forgotten
    }

    /// Of a seat that nobody holds any more: its pass, what was typed, who was there, who looked.
    async fn seat_is_left(&self, workshop: &str, seat: &str) -> Result<(), Refusal> {
        self.presences.forget(workshop, seat);
        self.looks.forget(workshop, seat);
        let forgotten = self.forget(workshop, seat).await;
        self.moved(workshop);
        forgotten
    }
}
