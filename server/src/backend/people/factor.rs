//! The second factor: a code of six digits that a telephone makes from a shared secret (RFC 6238).
//!
//! A code is taken once, and so is any earlier one. What is under way is in memory for ten minutes.

use std::{sync::PoisonError, time::Duration};

use tokio::time::Instant;
use totp_rs::{Builder, Secret, Totp};

use super::{Backend, Staff, Unsigned};
use crate::{backend::Refusal, chance, clock, store::ChangeAccount};

/// What is under way, and for whom.
pub(super) struct Pending {
    pub(super) account: String,
    /// The secret being set up; none for somebody who owes a code.
    secret: Option<String>,
    since: Instant,
    pub(super) tries: u32,
}

/// What a telephone needs.
#[derive(Clone, PartialEq, Eq)]
pub struct Enrolment {
    /// To be typed, when there is no camera.
    pub secret: String,
    /// To be drawn.
    pub address: String,
}

const GOOD_FOR: Duration = Duration::from_mins(10);
const SECONDS: i64 = 1000;

/// The secret stays out of logs.
impl std::fmt::Debug for Pending {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Pending").field("account", &self.account).finish_non_exhaustive()
    }
}

impl Pending {
    pub(super) fn owes_a_code(account: String, now: Instant) -> Self {
        Self { account, secret: None, since: now, tries: 0 }
    }

    pub(super) fn is_good(&self, now: Instant) -> bool {
        now.duration_since(self.since) < GOOD_FOR
    }

    pub(super) const fn is_owed(&self) -> bool {
        self.secret.is_none()
    }
}

impl Backend {
    /// Begins to set up a second factor: the same secret until it is confirmed, or ten minutes have gone.
    pub fn enrol(&self, staff: &Staff) -> Enrolment {
        let now = Instant::now();
        let mut pending = self.people.pending.lock().unwrap_or_else(PoisonError::into_inner);
        let kept = pending.get(&staff.account).filter(|kept| kept.is_good(now));
        let secret = kept.and_then(|kept| kept.secret.clone()).unwrap_or_else(|| {
            let secret = Secret::from(chance::bytes::<20>().to_vec()).to_base32();
            let (account, since) = (staff.account.clone(), now);
            let one = Pending { account, secret: Some(secret.clone()), since, tries: 0 };
            pending.insert(staff.account.clone(), one);
            secret
        });
        // Logins are plain: nothing is to be escaped.
        let address = format!("otpauth://totp/Miroir:{}?secret={secret}&issuer=Miroir", staff.login);
        Enrolment { secret, address }
    }

    /// The first code confirms it. `false`: it is not the one.
    pub async fn confirm_factor(&self, staff: &Staff, code: &str) -> Result<bool, Refusal> {
        let secret = {
            let pending = self.people.pending.lock().unwrap_or_else(PoisonError::into_inner);
            let kept = pending.get(&staff.account).filter(|kept| kept.is_good(Instant::now()));
            kept.and_then(|kept| kept.secret.clone()).ok_or(Refusal::NotThere)?
        };
        if !self.take_code(&staff.account, &secret, code).await? {
            return Ok(false);
        }
        let change = ChangeAccount {
            account: staff.account.clone(),
            second_factor: Some(Some(secret)),
            ..ChangeAccount::default()
        };
        self.change(staff, change, "second-facteur", "actif").await?;
        self.people.pending.lock().unwrap_or_else(PoisonError::into_inner).remove(&staff.account);
        Ok(true)
    }

    /// Takes the second factor away, for whoever gives the password.
    pub async fn drop_factor(
        &self,
        staff: &Staff,
        password: String,
    ) -> Result<Result<(), Unsigned>, Refusal> {
        if let Err(unsigned) = self.is_password_of(staff, password).await? {
            return Ok(Err(unsigned));
        }
        let change = ChangeAccount {
            account: staff.account.clone(),
            second_factor: Some(None),
            ..ChangeAccount::default()
        };
        self.change(staff, change, "second-facteur", "retire").await?;
        Ok(Ok(()))
    }

    pub(super) async fn take_code(&self, account: &str, secret: &str, code: &str) -> Result<bool, Refusal> {
        let typed: String = code.chars().filter(char::is_ascii_digit).collect();
        let Some(totp) = totp(secret) else { return Ok(false) };
        let now = u64::try_from(clock::now_ms() / SECONDS).unwrap_or_default();
        let Some(step) = totp.check(&typed, now) else { return Ok(false) };
        Ok(self.store.take_step(account, i64::try_from(step).unwrap_or(i64::MAX)).await?)
    }
}

/// Six digits, thirty seconds, one step of tolerance: what telephones expect.
fn totp(secret: &str) -> Option<Totp> {
    let secret = Secret::try_from_base32(secret).ok()?;
    Builder::new().with_secret(secret).build().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_those_of_the_standard() {
        // RFC 6238, appendix B: the secret « 12345678901234567890 », at 59 s, SHA-1; its last six digits.
        let secret = Secret::from(b"12345678901234567890".to_vec()).to_base32();
        let totp = totp(&secret).expect("a secret");
        assert!(totp.check("287082", 59).is_some());
        assert!(totp.check("287082", 59 + 120).is_none());
        assert!(totp.check("287083", 59).is_none());
    }
}
