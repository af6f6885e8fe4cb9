//! A store that does nothing well.

mod people;

use std::sync::Arc;

use async_trait::async_trait;
use server::store::{
    Append, AppendError, Appended, BeginError, Closure, Door, FactRow, Join, KeptRow, KeyError, ModelRow,
    NewKey, NewModel, NewRehearsal, NewRoom, NewWorkshop, Purged, RehearsalRow, RoomCall, RoomRow,
    RoomSeatRow, Rooms, SeatRow, Stand, Store, StoreError, TakeSeat,
};

pub(crate) struct BrokenStore {
    panics: bool,
}

impl BrokenStore {
    /// What it has to say, which no page may repeat.
    pub(crate) const WORDS: &str = "the oil is on the carpet";

    pub(crate) const fn panicking() -> Self {
        Self { panics: true }
    }

    pub(crate) const fn failing() -> Self {
        Self { panics: false }
    }

    fn breaks(&self) -> StoreError {
        assert!(!self.panics, "{}", Self::WORDS);
        StoreError::Failed(Arc::new(std::io::Error::other(Self::WORDS)))
    }
}

#[async_trait]
impl Store for BrokenStore {
    async fn open_workshop(&self, _: NewWorkshop) -> Result<(), BeginError> {
        Err(self.breaks().into())
    }

    async fn start_rehearsal(&self, _: NewRehearsal) -> Result<Appended, BeginError> {
        Err(self.breaks().into())
    }

    async fn start_alone(&self, _: NewWorkshop, _: NewRehearsal) -> Result<Appended, BeginError> {
        Err(self.breaks().into())
    }

    async fn append(&self, _: Append) -> Result<Appended, AppendError> {
        Err(self.breaks().into())
    }

    async fn rehearsal(&self, _: &str, _: &str) -> Result<Option<RehearsalRow>, StoreError> {
        Err(self.breaks())
    }

    async fn latest_rehearsal(&self, _: &str, _: &str) -> Result<Option<RehearsalRow>, StoreError> {
        Err(self.breaks())
    }

    async fn facts(&self, _: &str, _: &str, _: i64) -> Result<Vec<FactRow>, StoreError> {
        Err(self.breaks())
    }

    async fn since(&self, _: &str, _: i64, _: u32) -> Result<Vec<FactRow>, StoreError> {
        Err(self.breaks())
    }

    async fn closure(&self, _: &str) -> Result<Option<Closure>, StoreError> {
        Err(self.breaks())
    }

    async fn replace_token(&self, _: &str, _: &str, _: &str) -> Result<bool, StoreError> {
        Err(self.breaks())
    }

    async fn make_key(&self, _: NewKey) -> Result<String, KeyError> {
        Err(self.breaks().into())
    }

    async fn kept(&self, _: &str, _: &str) -> Result<Option<KeptRow>, StoreError> {
        Err(self.breaks())
    }

    async fn take_seat(&self, _: TakeSeat) -> Result<Option<SeatRow>, StoreError> {
        Err(self.breaks())
    }

    async fn was_taken_from(&self, _: &str, _: &str, _: &str) -> Result<bool, StoreError> {
        Err(self.breaks())
    }

    async fn erase_workshop(&self, _: &str) -> Result<bool, StoreError> {
        Err(self.breaks())
    }

    async fn purge(&self, _: i64) -> Result<Purged, StoreError> {
        Err(self.breaks())
    }

    async fn check(&self) -> Result<(), StoreError> {
        Err(self.breaks())
    }

    async fn close(&self) {}
}

#[async_trait]
impl Rooms for BrokenStore {
    async fn open_room(&self, _: NewRoom) -> Result<(), BeginError> {
        Err(self.breaks().into())
    }

    async fn room(&self, _: &str) -> Result<Option<RoomRow>, StoreError> {
        Err(self.breaks())
    }

    async fn room_called(&self, _: &RoomCall) -> Result<Option<String>, StoreError> {
        Err(self.breaks())
    }

    async fn rooms_of(&self, _: &str, _: u32) -> Result<Vec<RoomRow>, StoreError> {
        Err(self.breaks())
    }

    async fn rooms_to_close(&self, _: i64) -> Result<Vec<String>, StoreError> {
        Err(self.breaks())
    }

    async fn set_door(&self, _: &str, _: Door) -> Result<bool, StoreError> {
        Err(self.breaks())
    }

    async fn close_room(&self, _: &str, _: i64) -> Result<bool, StoreError> {
        Err(self.breaks())
    }

    async fn join(&self, _: Join) -> Result<Option<RoomSeatRow>, StoreError> {
        Err(self.breaks())
    }

    async fn room_seats(&self, _: &str) -> Result<Vec<RoomSeatRow>, StoreError> {
        Err(self.breaks())
    }

    async fn room_seat(&self, _: &str, _: &str) -> Result<Option<RoomSeatRow>, StoreError> {
        Err(self.breaks())
    }

    async fn stand(&self, _: Stand) -> Result<Vec<String>, StoreError> {
        Err(self.breaks())
    }

    async fn keep_model(&self, _: NewModel) -> Result<(), StoreError> {
        Err(self.breaks())
    }

    async fn models(&self, _: &str) -> Result<Vec<ModelRow>, StoreError> {
        Err(self.breaks())
    }

    async fn drop_model(&self, _: &str, _: &str) -> Result<bool, StoreError> {
        Err(self.breaks())
    }
}
