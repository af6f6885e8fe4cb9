//! What is remembered of rooms: how a workshop led by a mediator is opened, who sits in it, when it is closed.
//!
//! A plan is a text that the store does not read. Facts of a room's rehearsals are those of any workshop.

use async_trait::async_trait;

use super::{BeginError, StoreError};

/// Rooms, whatever the database; the promises are those of [`super::Store`].
#[async_trait]
pub trait Rooms: Send + Sync {
    /// Opens a workshop without a seat, and its room. `Taken`: the code or the invitation is another room's.
    async fn open_room(&self, room: NewRoom) -> Result<(), BeginError>;

    async fn room(&self, workshop: &str) -> Result<Option<RoomRow>, StoreError>;

    /// The workshop of the room, not closed, that a code or an invitation names.
    async fn room_called(&self, call: &RoomCall) -> Result<Option<String>, StoreError>;

    /// The rooms of a place, the last opened first, at most `limit`.
    async fn rooms_of(&self, place: &str, limit: u32) -> Result<Vec<RoomRow>, StoreError>;

    /// The rooms of a moment or later that nobody has closed and whose end is past.
    async fn rooms_to_close(&self, now_ms: i64) -> Result<Vec<String>, StoreError>;

    /// Opens, closes or watches over the door. `false`: no such room, or it is closed.
    async fn set_door(&self, workshop: &str, door: Door) -> Result<bool, StoreError>;

    /// Closes a room: its code and invitation name nothing any more. `false`: no such room, or it was closed.
    async fn close_room(&self, workshop: &str, at_ms: i64) -> Result<bool, StoreError>;

    /// Gives a seat of an open room to somebody. `None`: closed, full, or no such room; nothing tells which.
    async fn join(&self, join: Join) -> Result<Option<RoomSeatRow>, StoreError>;

    /// The seats of a room, in the order of coming.
    async fn room_seats(&self, workshop: &str) -> Result<Vec<RoomSeatRow>, StoreError>;

    async fn room_seat(&self, workshop: &str, seat: &str) -> Result<Option<RoomSeatRow>, StoreError>;

    /// Moves a seat from one standing to another; `None` as seat: all those of the room. Says which moved.
    async fn stand(&self, stand: Stand) -> Result<Vec<String>, StoreError>;

    async fn keep_model(&self, model: NewModel) -> Result<(), StoreError>;

    /// The models of a place, by name.
    async fn models(&self, place: &str) -> Result<Vec<ModelRow>, StoreError>;

    /// `false`: there is no such model.
    async fn drop_model(&self, place: &str, id: &str) -> Result<bool, StoreError>;
}

#[derive(Debug, Clone)]
pub struct NewRoom {
    pub workshop: String,
    pub place: String,
    pub opened_by: String,
    pub title: String,
    pub plan: String,
    pub seats: i64,
    pub code: String,
    pub invitation: String,
    pub door: Door,
    pub at_ms: i64,
    pub ends_at_ms: Option<i64>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoomRow {
    pub workshop: String,
    pub place: String,
    pub opened_by: String,
    pub title: String,
    pub plan: String,
    pub seats: i64,
    /// None once it is closed.
    pub code: Option<String>,
    pub invitation: Option<String>,
    pub door: Door,
    pub opened_at_ms: i64,
    pub ends_at_ms: Option<i64>,
    pub closed_at_ms: Option<i64>,
    /// When somebody last did something in it.
    pub touched_at_ms: i64,
    /// People who are in, or were in and left.
    pub given: i64,
}

/// How people come in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Door {
    Open,
    /// Through a waiting room.
    Waiting,
    Closed,
}

impl Door {
    pub const fn word(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Waiting => "waiting",
            Self::Closed => "closed",
        }
    }

    pub(super) fn read(word: &str) -> Self {
        match word {
            "open" => Self::Open,
            "waiting" => Self::Waiting,
            _ => Self::Closed,
        }
    }
}

/// What names a room from the outside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RoomCall {
    Code(String),
    Invitation(String),
}

/// Somebody who comes.
#[derive(Debug, Clone)]
pub struct Join {
    pub workshop: String,
    pub seat: String,
    pub token_digest: String,
    pub at_ms: i64,
    /// Seats ever given in one room, at the most.
    pub most: i64,
}

/// How a seat stands in its room.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    Waiting,
    In,
    /// Given back by the learner.
    Left,
    /// Taken back by a mediator.
    Removed,
}

impl Standing {
    pub const fn word(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::In => "in",
            Self::Left => "left",
            Self::Removed => "removed",
        }
    }

    pub(super) fn read(word: &str) -> Self {
        match word {
            "waiting" => Self::Waiting,
            "in" => Self::In,
            "left" => Self::Left,
            _ => Self::Removed,
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoomSeatRow {
    pub seat: String,
    /// From 1, in the order of coming.
    pub number: i64,
    pub standing: Standing,
    pub since_ms: i64,
    /// Digest of the token that the seat has now.
    pub token_digest: String,
    pub joined_at_ms: i64,
}

/// A seat, or all of them, that comes to stand otherwise.
#[derive(Debug, Clone)]
pub struct Stand {
    pub workshop: String,
    pub seat: Option<String>,
    pub from: Vec<Standing>,
    pub to: Standing,
    /// A token that nobody has, when the seat's pass must open nothing any more.
    pub token_digest: Option<String>,
    pub at_ms: i64,
}

#[derive(Debug, Clone)]
pub struct NewModel {
    pub place: String,
    pub id: String,
    pub name: String,
    pub plan: String,
    pub at_ms: i64,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ModelRow {
    pub id: String,
    pub name: String,
    pub plan: String,
}
