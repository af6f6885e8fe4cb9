//! The staff, in a store that does nothing well.

use async_trait::async_trait;
use server::store::{
    AccountError, AccountRow, ChangeAccount, EndSessions, InvitationRow, JournalLine, NewAccount, NewSession,
    People, PlaceRow, PurgePeople, SessionRow, StoreError,
};

use super::BrokenStore;

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
