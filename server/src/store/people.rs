//! What is remembered of the staff: places, accounts, sessions, invitations, and the journal of what was done.
//!
//! Secrets come in already digested, but for the second factor's, which must be known to be checked. Each verb that changes
//! something writes its line of the journal in the same transaction.

use std::fmt;

use async_trait::async_trait;

use super::StoreError;

#[async_trait]
pub trait People: Send + Sync {
    /// Whether nobody has an account yet.
    async fn has_no_account(&self) -> Result<bool, StoreError>;

    /// Makes an account, and its place when `place` is a new one. With an invitation, uses it up: an account whose
    /// invitation is gone is refused.
    async fn make_account(&self, account: NewAccount, line: JournalLine) -> Result<(), AccountError>;

    async fn account(&self, id: &str) -> Result<Option<AccountRow>, StoreError>;

    async fn account_of_login(&self, login: &str) -> Result<Option<AccountRow>, StoreError>;

    /// Accounts with the names of their places: of one place, or all, in the order of place and name.
    async fn accounts(&self, place: Option<&str>) -> Result<Vec<AccountRow>, StoreError>;

    /// Changes what is asked of an account that is open. Closed, its sessions end; closed or no host any more, the
    /// invitations it made are void. `false`: there is no such account, or this would leave no open host.
    async fn change_account(&self, change: ChangeAccount, line: JournalLine) -> Result<bool, StoreError>;

    /// Takes a code of the second factor. `false`: this step, or a later one, was taken before.
    async fn take_step(&self, account: &str, step: i64) -> Result<bool, StoreError>;

    async fn open_session(&self, session: NewSession, line: JournalLine) -> Result<(), StoreError>;

    /// The session of a token.
    async fn session(&self, token_digest: &str) -> Result<Option<SessionRow>, StoreError>;

    /// The sessions of an account, the last seen first.
    async fn sessions(&self, account: &str) -> Result<Vec<SessionRow>, StoreError>;

    async fn see_session(&self, token_digest: &str, at_ms: i64) -> Result<(), StoreError>;

    /// Ends one session of an account, or all but one.
    async fn end_sessions(
        &self,
        account: &str,
        end: EndSessions,
        line: JournalLine,
    ) -> Result<(), StoreError>;

    async fn places(&self) -> Result<Vec<PlaceRow>, StoreError>;

    /// Makes a place, or gives it another name.
    async fn name_place(&self, place: PlaceRow, line: JournalLine) -> Result<(), StoreError>;

    async fn invite(&self, invitation: InvitationRow, line: JournalLine) -> Result<(), StoreError>;

    async fn invitation(&self, token_digest: &str) -> Result<Option<InvitationRow>, StoreError>;

    /// The invitations that are good at a moment, the last made first.
    async fn invitations(&self, now_ms: i64) -> Result<Vec<InvitationRow>, StoreError>;

    /// Takes an invitation back. `false`: there was none, or it was used.
    async fn withdraw(&self, token_digest: &str, line: JournalLine) -> Result<bool, StoreError>;

    async fn note(&self, line: JournalLine) -> Result<(), StoreError>;

    /// The last lines of the journal first: of one place, or all.
    async fn journal(&self, place: Option<&str>, limit: u32) -> Result<Vec<JournalLine>, StoreError>;

    /// Drops the lines of before a moment, used-up invitations and ended sessions; leaves a line that says so.
    async fn purge_people(&self, purge: PurgePeople) -> Result<usize, StoreError>;
}

#[derive(Debug, thiserror::Error)]
pub enum AccountError {
    /// The login is somebody else's.
    #[error("the login is taken")]
    Taken,
    /// The invitation was used, or is no more.
    #[error("the invitation is gone")]
    Gone,
    #[error(transparent)]
    Store(#[from] StoreError),
}

#[derive(Clone)]
pub struct NewAccount {
    pub id: String,
    pub login: String,
    pub name: String,
    pub role: Role,
    pub place: PlaceRow,
    pub password: String,
    /// Digest of the invitation that is used up.
    pub invitation: Option<String>,
    /// Only if there is no account at all.
    pub first: bool,
    pub at_ms: i64,
}

/// What an account may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Leads the rooms of a place.
    Mediator,
    /// The same, and writes scenarios.
    Trainer,
    /// The same, and sees to places and people.
    Host,
}

impl Role {
    pub const ALL: [Self; 3] = [Self::Mediator, Self::Trainer, Self::Host];

    pub const fn word(self) -> &'static str {
        match self {
            Self::Mediator => "mediator",
            Self::Trainer => "trainer",
            Self::Host => "host",
        }
    }

    pub fn read(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.word() == word)
    }
}

#[derive(Clone, PartialEq, Eq)]
pub struct AccountRow {
    pub id: String,
    pub login: String,
    pub name: String,
    pub role: Role,
    pub place: PlaceRow,
    pub password: String,
    pub second_factor: Option<String>,
    pub closed_at_ms: Option<i64>,
}

/// Passwords and secrets stay out of logs, here and below.
impl fmt::Debug for AccountRow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AccountRow").field("id", &self.id).field("role", &self.role).finish_non_exhaustive()
    }
}

impl fmt::Debug for NewAccount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("NewAccount").field("id", &self.id).field("role", &self.role).finish_non_exhaustive()
    }
}

/// What changes; `None` is as it was.
#[derive(Clone, Default)]
pub struct ChangeAccount {
    pub account: String,
    pub name: Option<String>,
    pub role: Option<Role>,
    /// The id of a place that there is.
    pub place: Option<String>,
    pub password: Option<String>,
    /// Another secret, or none any more.
    pub second_factor: Option<Option<String>>,
    /// Closed at that moment; its sessions end.
    pub close_at_ms: Option<i64>,
    /// All its sessions end but the one of this digest.
    pub only_session: Option<String>,
}

impl fmt::Debug for ChangeAccount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ChangeAccount").field("account", &self.account).finish_non_exhaustive()
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewSession {
    pub token_digest: String,
    pub account: String,
    pub browser: String,
    pub at_ms: i64,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionRow {
    pub token_digest: String,
    pub account: String,
    pub browser: String,
    pub opened_at_ms: i64,
    pub seen_at_ms: i64,
}

/// Which sessions of an account end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EndSessions {
    One(String),
    AllBut(String),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlaceRow {
    pub id: String,
    pub name: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvitationRow {
    pub token_digest: String,
    pub role: Role,
    pub place: PlaceRow,
    pub made_by: String,
    pub made_at_ms: i64,
    pub good_until_ms: i64,
}

/// A line of the journal: what was done, by whom, where, about what. Never anything of a learner.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JournalLine {
    pub at_ms: i64,
    pub place: String,
    pub account: String,
    pub act: String,
    pub about: String,
}

#[derive(Debug, Clone, Copy)]
pub struct PurgePeople {
    /// Lines older than this go.
    pub journal_before_ms: i64,
    /// Sessions not seen since then, or opened before the other moment, go.
    pub seen_before_ms: i64,
    pub opened_before_ms: i64,
    pub now_ms: i64,
}
