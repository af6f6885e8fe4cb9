//! Signing in and out; who is at the other end of a session's token.
//!
//! Nothing is remembered of sessions but in the store: what ends there ends at once, whoever hangs up meanwhile.

use std::{net::IpAddr, sync::PoisonError, time::Duration};

use tokio::time::Instant;

use super::{Backend, Staff, factor::Pending, line, password};
use crate::{
    backend::Refusal,
    chance, clock,
    library::digest,
    store::{AccountRow, ChangeAccount, EndSessions, NewSession, SessionRow},
};

/// A session ends after so long without a page, in milliseconds.
pub(super) const IDLE_MS: i64 = 12 * 60 * 60 * 1000;
/// And after so long in all.
pub(super) const LONGEST_MS: i64 = 7 * 24 * 60 * 60 * 1000;
/// That a session is alive is written down so often at the most.
const SEEN_EVERY_MS: i64 = 5 * 60 * 1000;
/// Codes tried for one password given.
const MOST_CODES: u32 = 5;

/// Why nobody is signed in. It never tells whether the login exists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unsigned {
    /// The login, the password or the code is not the one.
    Wrong,
    /// Too many were wrong: not before so long.
    Wait(Duration),
    /// Far too many: in a quarter of an hour.
    Blocked,
}

/// Why a password is as it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unchanged {
    /// The new one will not do.
    Weak(password::Weak),
    /// The present one is not the one, or was wrong too often.
    Unsigned(Unsigned),
}

/// What a right password gives.
pub enum Signed {
    /// The token of a session.
    In(String),
    /// A code is owed: what to give back with it.
    OwesCode(String),
}

impl Backend {
    /// The password first. The same time and the same words, whether the login exists or not.
    pub async fn sign_in(
        &self,
        login: &str,
        password: String,
        browser: &str,
        from: Option<IpAddr>,
    ) -> Result<Result<Signed, Unsigned>, Refusal> {
        if let Err(unsigned) = self.people.tries.enter(login, from, Instant::now()) {
            return Ok(Err(unsigned));
        }
        let account = match super::login(login) {
            Some(login) => self.store.account_of_login(&login).await?,
            None => None,
        };
        let account = account.filter(|account| account.closed_at_ms.is_none());
        let hash = account.as_ref().map(|account| account.password.clone());
        let same = self.people.hashing.verify(password, hash).await?;
        let Some(account) = account.filter(|_| same) else { return Ok(Err(self.wrong(login))) };
        if account.second_factor.is_some() {
            let owed = chance::token();
            let pending = Pending::owes_a_code(account.id.clone(), Instant::now());
            self.people
                .pending
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
                .insert(digest(owed.as_bytes()), pending);
            return Ok(Ok(Signed::OwesCode(owed)));
        }
        self.people.tries.succeeded(login, from);
        Ok(Ok(Signed::In(self.open_session(&account, browser).await?)))
    }

    /// The try that is one too many says so at once.
    fn wrong(&self, login: &str) -> Unsigned {
        if self.people.tries.is_blocked(login, Instant::now()) { Unsigned::Blocked } else { Unsigned::Wrong }
    }

    /// Then the code, for whoever owes one: the token of a session. A wrong one counts as a wrong password does.
    /// `NotThere`: nobody owes one, or no more; the password is asked again.
    pub async fn give_code(
        &self,
        owed: &str,
        code: &str,
        browser: &str,
        from: Option<IpAddr>,
    ) -> Result<Result<String, Unsigned>, Refusal> {
        let key = digest(owed.as_bytes());
        let account = {
            let mut pending = self.people.pending.lock().unwrap_or_else(PoisonError::into_inner);
            let one = pending.get_mut(&key).filter(|one| one.is_owed() && one.is_good(Instant::now()));
            let one = one.ok_or(Refusal::NotThere)?;
            one.tries += 1;
            if one.tries > MOST_CODES {
                pending.remove(&key);
                return Err(Refusal::NotThere);
            }
            one.account.clone()
        };
        let account = self.store.account(&account).await?.filter(|account| account.closed_at_ms.is_none());
        let account = account.ok_or(Refusal::NotThere)?;
        let secret = account.second_factor.clone().ok_or(Refusal::NotThere)?;
        if let Err(unsigned) = self.people.tries.enter(&account.login, from, Instant::now()) {
            return Ok(Err(unsigned));
        }
        if !self.take_code(&account.id, &secret, code).await? {
            return Ok(Err(self.wrong(&account.login)));
        }
        self.people.pending.lock().unwrap_or_else(PoisonError::into_inner).remove(&key);
        self.people.tries.succeeded(&account.login, from);
        Ok(Ok(self.open_session(&account, browser).await?))
    }

    /// For an account just made, or one whose password and code were given.
    async fn open_session(&self, account: &AccountRow, browser: &str) -> Result<String, Refusal> {
        let token = chance::token();
        let session = NewSession {
            token_digest: digest(token.as_bytes()),
            account: account.id.clone(),
            browser: browser.to_owned(),
            at_ms: clock::now_ms(),
        };
        let staff = Staff::from(account);
        self.store.open_session(session, line(&staff.place.id, &staff, "connexion", browser)).await?;
        Ok(token)
    }

    /// Signs in whoever has just made their account.
    pub async fn welcome(&self, staff: &Staff, browser: &str) -> Result<String, Refusal> {
        let account = self.store.account(&staff.account).await?.ok_or(Refusal::NotThere)?;
        self.open_session(&account, browser).await
    }

    /// Whose session that is, while it is good.
    pub async fn staff(&self, token: &str) -> Result<Option<Staff>, Refusal> {
        let key = digest(token.as_bytes());
        let now = clock::now_ms();
        let Some(session) = self.store.session(&key).await? else { return Ok(None) };
        if now - session.seen_at_ms > IDLE_MS || now - session.opened_at_ms > LONGEST_MS {
            return Ok(None);
        }
        let account = self.store.account(&session.account).await?;
        let Some(account) = account.filter(|account| account.closed_at_ms.is_none()) else { return Ok(None) };
        if now - session.seen_at_ms > SEEN_EVERY_MS {
            self.store.see_session(&key, now).await?;
        }
        Ok(Some(Staff::from(&account)))
    }

    pub async fn sign_out(&self, staff: &Staff, token: &str) -> Result<(), Refusal> {
        let end = EndSessions::One(digest(token.as_bytes()));
        self.end(staff, end, "deconnexion").await
    }

    /// The sessions of an account, the last seen first, and which one is this token's.
    pub async fn sessions(&self, staff: &Staff, token: &str) -> Result<Vec<(SessionRow, bool)>, Refusal> {
        let here = digest(token.as_bytes());
        let sessions = self.store.sessions(&staff.account).await?.into_iter();
        Ok(sessions
            .map(|session| {
                let is_here = session.token_digest == here;
                (session, is_here)
            })
            .collect())
    }

    /// Ends one session, by its digest.
    pub async fn end_session(&self, staff: &Staff, token_digest: &str) -> Result<(), Refusal> {
        self.end(staff, EndSessions::One(token_digest.to_owned()), "session-fermee").await
    }

    /// Ends all but this one.
    pub async fn end_other_sessions(&self, staff: &Staff, token: &str) -> Result<(), Refusal> {
        let end = EndSessions::AllBut(digest(token.as_bytes()));
        self.end(staff, end, "sessions-fermees").await
    }

    async fn end(&self, staff: &Staff, end: EndSessions, act: &str) -> Result<(), Refusal> {
        Ok(self.store.end_sessions(&staff.account, end, line(&staff.place.id, staff, act, "")).await?)
    }

    /// Gives an account another password. The other sessions end.
    pub async fn change_password(
        &self,
        staff: &Staff,
        token: &str,
        present: String,
        new: String,
    ) -> Result<Result<(), Unchanged>, Refusal> {
        if let Err(weak) = password::check(&new, &staff.login) {
            return Ok(Err(Unchanged::Weak(weak)));
        }
        if let Err(unsigned) = self.is_password_of(staff, present).await? {
            return Ok(Err(Unchanged::Unsigned(unsigned)));
        }
        let password = Some(self.people.hashing.hash(new).await?);
        let (account, only_session) = (staff.account.clone(), Some(digest(token.as_bytes())));
        let change = ChangeAccount { account, password, only_session, ..ChangeAccount::default() };
        self.change(staff, change, "mot-de-passe", "").await?;
        Ok(Ok(()))
    }

    /// Whoever is signed in has a ladder of their own here: nobody outside can make them wait.
    pub(super) async fn is_password_of(
        &self,
        staff: &Staff,
        password: String,
    ) -> Result<Result<(), Unsigned>, Refusal> {
        let ladder = format!("signed in: {}", staff.account);
        if let Err(unsigned) = self.people.tries.enter(&ladder, None, Instant::now()) {
            return Ok(Err(unsigned));
        }
        let account = self.store.account(&staff.account).await?.ok_or(Refusal::NotThere)?;
        if !self.people.hashing.verify(password, Some(account.password)).await? {
            return Ok(Err(self.wrong(&ladder)));
        }
        self.people.tries.succeeded(&ladder, None);
        Ok(Ok(()))
    }
}
