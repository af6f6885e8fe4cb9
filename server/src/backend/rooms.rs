//! Rooms: workshops that a mediator opens, in which people sit, and on which a board looks.
//!
//! What happens in a rehearsal is a fact of it, as for somebody alone. Who sits where and whether the door is open are
//! rows; who is at the other end of a stream, and who looks over whose shoulder, is in memory only.

mod acts;
mod board;
mod code;
mod join;
mod look;
mod open;
mod presence;
mod report;

use serde::{Deserialize, Serialize};

use scenarios::rehearsal::{HintReach, Mode};

use super::{Backend, Refusal};
use crate::store::{RoomRow, RoomSeatRow, Standing};

pub use acts::{Act, Whom};
pub(super) use board::Boards;
pub use board::{Minute, Rehearsed, SeatNow, Watched};
pub use code::{Code, Misread};
pub(super) use join::Beginnings;
pub use look::Looking;
pub(super) use look::Looks;
pub use open::Opening;
pub use presence::Here;
pub use presence::Presences;
pub use report::{Sheet, Told};

/// What memory knows of a seat is let go after so long, in milliseconds.
const DAY: i64 = 24 * 60 * 60 * 1000;

/// What is rehearsed in a room, and how.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// Folders in the catalogue, in the order in which they are rehearsed.
    pub procedures: Vec<String>,
    pub mode: Mode,
    /// How far the hints go that learners may ask for. Plans kept before there was a choice say nothing of it.
    #[serde(default)]
    pub hints: HintReach,
    /// Everybody plays the same person, drawn from this seed.
    pub persona: Option<u64>,
}

/// A room as its place sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Room {
    pub row: RoomRow,
    pub plan: Plan,
}

/// A seat as its bearer sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seated {
    pub room: Room,
    pub seat: RoomSeatRow,
}

impl Room {
    fn read(row: RoomRow) -> Result<Self, Refusal> {
        let plan = serde_json::from_str(&row.plan).map_err(|_| Refusal::History)?;
        Ok(Self { row, plan })
    }

    pub const fn is_closed(&self) -> bool {
        self.row.closed_at_ms.is_some()
    }
}

impl Backend {
    /// Whether the room of a workshop is closed; those who are in go on.
    pub async fn room_is_over(&self, workshop: &str) -> Result<bool, Refusal> {
        let row = self.store.room(workshop).await?.ok_or(Refusal::NotThere)?;
        Ok(row.closed_at_ms.is_some())
    }

    /// How many people are in.
    pub async fn present(&self, room: &Room) -> Result<usize, Refusal> {
        let seats = self.store.room_seats(&room.row.workshop).await?;
        Ok(seats.iter().filter(|seat| seat.standing == Standing::In).count())
    }

    /// A seat of a room, for whoever leads it.
    pub async fn seat_of(&self, room: &Room, seat: &str) -> Result<RoomSeatRow, Refusal> {
        self.store.room_seat(&room.row.workshop, seat).await?.ok_or(Refusal::NotThere)
    }

    /// The room of that workshop, if it is the place's.
    pub async fn room(&self, place: &str, workshop: &str) -> Result<Room, Refusal> {
        let row = self.store.room(workshop).await?.filter(|row| row.place == place);
        Room::read(row.ok_or(Refusal::NotThere)?)
    }
}
