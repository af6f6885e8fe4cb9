//! Signing in and out; who is at the other end of a session's token, kept in memory because every page of the staff asks.

use std::{
    collections::HashMap,
    net::IpAddr,
    sync::{Mutex, PoisonError},
    time::{Duration, Instant},
};

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

/// What a right password gives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Signed {
    /// The token of a session.
    In(String),
    /// A code is owed: what to give back with it.
    OwesCode(String),
}

/// Sessions known to be good, by digest of their token.
#[derive(Debug, Default)]
pub(super) struct Known(Mutex<HashMap<String, (Staff, SessionRow)>>);

impl Known {
    fn get(&self, digest: &str) -> Option<(Staff, SessionRow)> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).get(digest).cloned()
    }

    fn put(&self, staff: &Staff, session: &SessionRow) {
        let entry = (staff.clone(), session.clone());
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(session.token_digest.clone(), entry);
    }

    /// Something has changed: all is read again.
    pub(super) fn forget(&self) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }
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
        if let Err(unsigned) = self.may_try(login, from) {
            return Ok(Err(unsigned));
        }
        let account = match super::login(login) {
            Some(login) => self.store.account_of_login(&login).await?,
            None => None,
        };
        let account = account.filter(|account| account.closed_at_ms.is_none());
        let hash = account.as_ref().map(|account| account.password.clone());
        if !self.people.hashing.verify(password, hash).await? {
            self.people.tries.failed(login, from, Instant::now());
            // The try that is one too many says so at once.
            return Ok(Err(match self.may_try(login, None) {
                Err(Unsigned::Blocked) => Unsigned::Blocked,
                _ => Unsigned::Wrong,
            }));
        }
        let Some(account) = account else { return Ok(Err(Unsigned::Wrong)) };
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
        self.people.tries.succeeded(login);
        Ok(Ok(Signed::In(self.open_session(&account, browser).await?)))
    }

    /// Then the code, for whoever owes one. `NotThere`: nobody does, or no more; the password is asked again.
    pub async fn give_code(
        &self,
        owed: &str,
        code: &str,
        browser: &str,
    ) -> Result<Result<Signed, Unsigned>, Refusal> {
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
        if !self.take_code(&account.id, &secret, code).await? {
            return Ok(Err(Unsigned::Wrong));
        }
        self.people.pending.lock().unwrap_or_else(PoisonError::into_inner).remove(&key);
        self.people.tries.succeeded(&account.login);
        Ok(Ok(Signed::In(self.open_session(&account, browser).await?)))
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
        let (staff, mut session) = match self.people.known.get(&key) {
            Some(known) => known,
            None => {
                let Some(session) = self.store.session(&key).await? else { return Ok(None) };
                let account = self.store.account(&session.account).await?;
                let Some(account) = account.filter(|account| account.closed_at_ms.is_none()) else {
                    return Ok(None);
                };
                (Staff::from(&account), session)
            }
        };
        if now - session.seen_at_ms > IDLE_MS || now - session.opened_at_ms > LONGEST_MS {
            self.people.known.forget();
            return Ok(None);
        }
        if now - session.seen_at_ms > SEEN_EVERY_MS {
            self.store.see_session(&key, now).await?;
            session.seen_at_ms = now;
        }
        self.people.known.put(&staff, &session);
        Ok(Some(staff))
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
        self.store.end_sessions(&staff.account, end, line(&staff.place.id, staff, act, "")).await?;
        self.people.known.forget();
        Ok(())
    }

    /// `Ok(Err)`: the new one is weak. `Ok(Ok(false))`: the present one is not the one. The other sessions end.
    pub async fn change_password(
        &self,
        staff: &Staff,
        token: &str,
        present: String,
        new: String,
    ) -> Result<Result<bool, password::Weak>, Refusal> {
        if let Err(weak) = password::check(&new, &staff.login) {
            return Ok(Err(weak));
        }
        if !self.is_password_of(staff, present).await? {
            return Ok(Ok(false));
        }
        let password = Some(self.people.hashing.hash(new).await?);
        let change = ChangeAccount { account: staff.account.clone(), password, ..ChangeAccount::default() };
        self.change(staff, change, "mot-de-passe", "").await?;
        self.end_other_sessions(staff, token).await?;
        Ok(Ok(true))
    }

    pub(super) async fn is_password_of(&self, staff: &Staff, password: String) -> Result<bool, Refusal> {
        if self.may_try(&staff.login, None).is_err() {
            return Ok(false);
        }
        let account = self.store.account(&staff.account).await?.ok_or(Refusal::NotThere)?;
        let same = self.people.hashing.verify(password, Some(account.password)).await?;
        if !same {
            self.people.tries.failed(&staff.login, None, Instant::now());
        }
        Ok(same)
    }
}
