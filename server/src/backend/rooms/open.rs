//! Opening a room, its door, its end; and the plans that a place keeps.

use std::collections::BTreeSet;

use scenarios::rehearsal::{Call, Command, HintReach};
use serde::{Deserialize, Serialize};

use super::{Backend, Code, Plan, Refusal, Room};
use crate::{
    backend::hub::Topic,
    chance, clock,
    store::{BeginError, Door, ModelRow, NewModel, NewRoom, Standing},
};

/// The choices that a place keeps for another time: all but the hour of the end.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    #[serde(flatten)]
    pub plan: Plan,
    // What was kept before these three were says nothing of them.
    #[serde(default)]
    pub title: String,
    #[serde(default)]
    pub seats: Option<u16>,
    /// Newcomers wait to be let in.
    #[serde(default)]
    pub waits: bool,
}

/// What a mediator chooses.
#[derive(Debug, Clone)]
pub struct Opening {
    pub title: String,
    /// Its `persona` tells whether all play the same: any seed will do.
    pub plan: Plan,
    pub seats: u16,
    pub door: Door,
    pub ends_at_ms: Option<i64>,
    /// Name under which the choices are kept for another time.
    pub keep_as: Option<String>,
}

/// Codes drawn before giving up: a million open rooms would make one try in a hundred fail.
const DRAWS: usize = 10;
/// Rooms listed.
const LISTED: u32 = 200;

impl Backend {
    /// Opens a room for a place. `NotThere`: a procedure is not in the catalogue, or there is none.
    pub async fn open_room(&self, place: &str, account: &str, opening: Opening) -> Result<String, Refusal> {
        let known: BTreeSet<String> =
            self.library.all().into_iter().map(|bundle| bundle.id.clone()).collect();
        let mut plan = opening.plan;
        if plan.procedures.is_empty() || !plan.procedures.iter().all(|procedure| known.contains(procedure)) {
            return Err(Refusal::NotThere);
        }
        plan.persona = plan.persona.map(|_| chance::seed());
        if let Some(name) = opening.keep_as {
            let kept = Kept {
                plan: plan.clone(),
                title: opening.title.clone(),
                seats: Some(opening.seats),
                waits: opening.door == Door::Waiting,
            };
            let plan = serde_json::to_string(&kept).map_err(|_| Refusal::History)?;
            let place = place.to_owned();
            let model = NewModel { place, id: chance::id(), name, plan, at_ms: clock::now_ms() };
            self.store.keep_model(model).await?;
        }
        let plan = serde_json::to_string(&plan).map_err(|_| Refusal::History)?;
        for _ in 0..DRAWS {
            let room = NewRoom {
                workshop: chance::id(),
                place: place.to_owned(),
                opened_by: account.to_owned(),
                title: opening.title.clone(),
                plan: plan.clone(),
                seats: opening.seats.into(),
                code: Code::from_number(chance::seed()).as_stored().to_owned(),
                invitation: chance::token(),
                door: opening.door,
                at_ms: clock::now_ms(),
                ends_at_ms: opening.ends_at_ms,
            };
            let workshop = room.workshop.clone();
            match self.store.open_room(room).await {
                Ok(()) => return Ok(workshop),
                Err(BeginError::Taken | BeginError::Gone) => {}
                Err(BeginError::Store(error)) => return Err(error.into()),
            }
        }
        Err(Refusal::Contended)
    }

    /// The rooms of a place, the last opened first.
    pub async fn rooms(&self, place: &str) -> Result<Vec<Room>, Refusal> {
        self.store.rooms_of(place, LISTED).await?.into_iter().map(Room::read).collect()
    }

    pub async fn set_door(&self, room: &Room, door: Door) -> Result<(), Refusal> {
        if !self.store.set_door(&room.row.workshop, door).await? {
            return Err(Refusal::NotThere);
        }
        self.moved(&room.row.workshop);
        Ok(())
    }

    /// Nobody joins any more; those who are in go on to their end. Closing again changes nothing.
    pub async fn close_room(&self, workshop: &str) -> Result<(), Refusal> {
        // First: stopped in between, the room is open and can be closed again. And after: of what came meanwhile.
        self.free(workshop).await?;
        if self.store.close_room(workshop, clock::now_ms()).await? {
            self.free(workshop).await?;
            for seat in self.store.room_seats(workshop).await? {
                self.hub.tell(&Topic::Seat(workshop.to_owned(), seat.seat));
            }
            self.moved(workshop);
        }
        Ok(())
    }

    /// Nobody gives hints nor ends a pause in a room that is over: those who go on may ask for all hints, and nothing
    /// holds them.
    async fn free(&self, workshop: &str) -> Result<(), Refusal> {
        let Some(row) = self.store.room(workshop).await? else { return Ok(()) };
        let room = Room::read(row)?;
        let seats = self.store.room_seats(workshop).await?;
        for seat in seats.iter().filter(|seat| seat.standing == Standing::In) {
            match self.rehearsal_of(&room, &seat.seat).await {
                Ok(found) => {
                    if matches!(found.state.call, Some(Call::Look { .. })) {
                        self.act(found.clone(), Command::CloseCall).await?;
                    }
                    if room.plan.hints != HintReach::default() {
                        self.act(found, Command::FreeHints).await?;
                    }
                }
                // Not begun.
                Err(Refusal::NotThere) => {}
                Err(other) => return Err(other),
            }
        }
        Ok(())
    }

    /// Closes the rooms whose end is past.
    pub async fn close_due_rooms(&self) -> Result<(), Refusal> {
        for workshop in self.store.rooms_to_close(clock::now_ms()).await? {
            self.close_room(&workshop).await?;
        }
        Ok(())
    }

    pub async fn models(&self, place: &str) -> Result<Vec<(ModelRow, Kept)>, Refusal> {
        let models = self.store.models(place).await?;
        let read = |model: ModelRow| {
            let kept = serde_json::from_str(&model.plan).ok()?;
            Some((model, kept))
        };
        Ok(models.into_iter().filter_map(read).collect())
    }

    pub async fn drop_model(&self, place: &str, id: &str) -> Result<(), Refusal> {
        if self.store.drop_model(place, id).await? { Ok(()) } else { Err(Refusal::NotThere) }
    }

    /// Whoever looks at the board of a workshop has something new to see.
    pub fn moved(&self, workshop: &str) {
        self.hub.tell(&Topic::Board(workshop.to_owned()));
    }
}
