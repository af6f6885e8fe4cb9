//! A store that does nothing well.

use std::sync::Arc;

use async_trait::async_trait;
use server::store::{
    AccountError, AccountRow, Append, AppendError, Appended, BeginError, ChangeAccount, Closure, Door,
    EndSessions, FactRow, InvitationRow, Join, JournalLine, KeptRow, KeyError, ModelRow, NewAccount, NewKey,
    NewModel, NewRehearsal, NewRoom, NewSession, NewWorkshop, People, PlaceRow, PurgePeople, Purged,
    RehearsalRow, RoomCall, RoomRow, RoomSeatRow, Rooms, SeatRow, SessionRow, Stand, Store, StoreError,
    TakeSeat,
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

#[async_trait]
impl People for BrokenStore {
    async fn has_no_account(&self) -> Result<bool, StoreError> {
        Err(self.breaks())
    }

    async fn make_account(&self, _: NewAccount, _: JournalLine) -> Result<(), AccountError> {
        Err(self.breaks().into())
    }

    async fn account(&self, _: &str) -> Result<Option<AccountRow>, StoreError> {
        Err(self.breaks())
    }

    async fn account_of_login(&self, _: &str) -> Result<Option<AccountRow>, StoreError> {
        Err(self.breaks())
    }

    async fn accounts(&self, _: Option<&str>) -> Result<Vec<AccountRow>, StoreError> {
        Err(self.breaks())
    }

    async fn change_account(&self, _: ChangeAccount, _: JournalLine) -> Result<bool, StoreError> {
        Err(self.breaks())
    }

    async fn take_step(&self, _: &str, _: i64) -> Result<bool, StoreError> {
        Err(self.breaks())
    }

    async fn open_session(&self, _: NewSession, _: JournalLine) -> Result<(), StoreError> {
        Err(self.breaks())
    }

    async fn session(&self, _: &str) -> Result<Option<SessionRow>, StoreError> {
        Err(self.breaks())
    }

    async fn sessions(&self, _: &str) -> Result<Vec<SessionRow>, StoreError> {
        Err(self.breaks())
    }

    async fn see_session(&self, _: &str, _: i64) -> Result<(), StoreError> {
        Err(self.breaks())
    }

    async fn end_sessions(&self, _: &str, _: EndSessions, _: JournalLine) -> Result<(), StoreError> {
        Err(self.breaks())
    }

    async fn places(&self) -> Result<Vec<PlaceRow>, StoreError> {
        Err(self.breaks())
    }

    async fn name_place(&self, _: PlaceRow, _: JournalLine) -> Result<(), StoreError> {
        Err(self.breaks())
    }

    async fn invite(&self, _: InvitationRow, _: JournalLine) -> Result<(), StoreError> {
        Err(self.breaks())
    }

    async fn invitations(&self, _: i64) -> Result<Vec<InvitationRow>, StoreError> {
        Err(self.breaks())
    }

    async fn withdraw(&self, _: &str, _: JournalLine) -> Result<bool, StoreError> {
        Err(self.breaks())
    }

    async fn invitation(&self, _: &str) -> Result<Option<InvitationRow>, StoreError> {
        Err(self.breaks())
    }

    async fn note(&self, _: JournalLine) -> Result<(), StoreError> {
        Err(self.breaks())
    }

    async fn journal(&self, _: Option<&str>, _: u32) -> Result<Vec<JournalLine>, StoreError> {
        Err(self.breaks())
    }

    async fn purge_people(&self, _: PurgePeople) -> Result<usize, StoreError> {
        Err(self.breaks())
    }
}
