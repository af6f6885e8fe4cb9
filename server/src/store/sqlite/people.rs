//! The staff in `SQLite`.

mod read;
mod write;

use async_trait::async_trait;

use super::SqliteStore;
use crate::store::{
    AccountError, AccountRow, ChangeAccount, EndSessions, InvitationRow, JournalLine, NewAccount, NewSession,
    People, PlaceRow, PurgePeople, SessionRow, StoreError,
};
use write::{Change, End, Invite, MakeAccount, NamePlace, Note, Open, See, TakeStep, Withdraw};

#[async_trait]
impl People for SqliteStore {
    async fn has_no_account(&self) -> Result<bool, StoreError> {
        self.reader.has_no_account().await
    }

    async fn make_account(&self, account: NewAccount, line: JournalLine) -> Result<(), AccountError> {
        self.writer.write(MakeAccount(account, line)).await
    }

    async fn account(&self, id: &str) -> Result<Option<AccountRow>, StoreError> {
        self.reader.account("a.id", id).await
    }

    async fn account_of_login(&self, login: &str) -> Result<Option<AccountRow>, StoreError> {
        self.reader.account("a.login", login).await
    }

    async fn accounts(&self, place: Option<&str>) -> Result<Vec<AccountRow>, StoreError> {
        self.reader.accounts(place).await
    }

    async fn change_account(&self, change: ChangeAccount, line: JournalLine) -> Result<bool, StoreError> {
        self.writer.write(Change(change, line)).await
    }

    async fn take_step(&self, account: &str, step: i64) -> Result<bool, StoreError> {
        self.writer.write(TakeStep { account: account.to_owned(), step }).await
    }

    async fn open_session(&self, session: NewSession, line: JournalLine) -> Result<(), StoreError> {
        self.writer.write(Open(session, line)).await
    }

    async fn session(&self, token_digest: &str) -> Result<Option<SessionRow>, StoreError> {
        self.reader.session(token_digest).await
    }

    async fn sessions(&self, account: &str) -> Result<Vec<SessionRow>, StoreError> {
        self.reader.sessions(account).await
    }

    async fn see_session(&self, token_digest: &str, at_ms: i64) -> Result<(), StoreError> {
        self.writer.write(See { token_digest: token_digest.to_owned(), at_ms }).await
    }

    async fn end_sessions(
        &self,
        account: &str,
        end: EndSessions,
        line: JournalLine,
    ) -> Result<(), StoreError> {
        self.writer.write(End { account: account.to_owned(), which: end, line }).await
    }

    async fn places(&self) -> Result<Vec<PlaceRow>, StoreError> {
        self.reader.places().await
    }

    async fn name_place(&self, place: PlaceRow, line: JournalLine) -> Result<(), StoreError> {
        self.writer.write(NamePlace(place, line)).await
    }

    async fn invite(&self, invitation: InvitationRow, line: JournalLine) -> Result<(), StoreError> {
        self.writer.write(Invite(invitation, line)).await
    }

    async fn invitation(&self, token_digest: &str) -> Result<Option<InvitationRow>, StoreError> {
        self.reader.invitation(token_digest).await
    }

    async fn invitations(&self, now_ms: i64) -> Result<Vec<InvitationRow>, StoreError> {
        self.reader.invitations(now_ms).await
    }

    async fn withdraw(&self, token_digest: &str, line: JournalLine) -> Result<bool, StoreError> {
        self.writer.write(Withdraw(token_digest.to_owned(), line)).await
    }

    async fn note(&self, line: JournalLine) -> Result<(), StoreError> {
        self.writer.write(Note(line)).await
    }

    async fn journal(&self, place: Option<&str>, limit: u32) -> Result<Vec<JournalLine>, StoreError> {
        self.reader.journal(place, limit).await
    }

    async fn purge_people(&self, purge: PurgePeople) -> Result<usize, StoreError> {
        self.writer.write(purge).await
    }
}
