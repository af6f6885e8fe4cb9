//! Wrong passwords: each ten make the next one wait longer, thirty block the login for a while. An address waits too, and
//! is never blocked: a whole town hall is behind one.
//!
//! Nothing here knows whether a login exists: unknown ones wait and are blocked the same.

use std::{
    net::IpAddr,
    num::NonZeroUsize,
    sync::{Mutex, PoisonError},
    time::{Duration, Instant},
};

use lru::LruCache;

use super::Unsigned;
use crate::library::digest;

/// After so many failures, so long before the next try.
const LADDER: [(u32, Duration); 2] = [(10, Duration::from_secs(10)), (20, Duration::from_secs(20))];
/// After so many, nothing for so long; then it begins anew.
const BLOCKS_AFTER: u32 = 30;
const BLOCKED_FOR: Duration = Duration::from_mins(15);
/// Failures of an address weigh less than those of a login.
const ROOM: u32 = 10;
/// Logins and addresses remembered.
const MOST: NonZeroUsize = NonZeroUsize::MIN.saturating_add(9_999);

#[derive(Debug)]
pub(super) struct Tries(Mutex<LruCache<String, Failures>>);

#[derive(Debug, Clone, Copy)]
struct Failures {
    count: u32,
    last: Instant,
}

impl Default for Tries {
    fn default() -> Self {
        Self(Mutex::new(LruCache::new(MOST)))
    }
}

impl Tries {
    /// Whether one may try now. Looking counts for nothing.
    pub(super) fn may(&self, login: &str, from: Option<IpAddr>, now: Instant) -> Result<(), Unsigned> {
        let by_login = self.of(&of_login(login), now);
        if by_login.count >= BLOCKS_AFTER {
            return Err(Unsigned::Blocked);
        }
        let by_address = from.map(|from| self.of(&of_address(from), now));
        let waits = [Some(by_login.wait(1, now)), by_address.map(|failures| failures.wait(ROOM, now))];
        match waits.into_iter().flatten().max() {
            Some(wait) if !wait.is_zero() => Err(Unsigned::Wait(wait)),
            _ => Ok(()),
        }
    }

    pub(super) fn failed(&self, login: &str, from: Option<IpAddr>, now: Instant) {
        for key in [Some(of_login(login)), from.map(of_address)].into_iter().flatten() {
            let Failures { count, .. } = self.of(&key, now);
            let failures = Failures { count: count.saturating_add(1), last: now };
            self.0.lock().unwrap_or_else(PoisonError::into_inner).put(key, failures);
        }
    }

    /// Whoever signs in begins anew; their address does not.
    pub(super) fn succeeded(&self, login: &str) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).pop(&of_login(login));
    }

    fn of(&self, key: &str, now: Instant) -> Failures {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner).peek(key).copied();
        kept.filter(|failures| now.duration_since(failures.last) < BLOCKED_FOR)
            .unwrap_or(Failures { count: 0, last: now })
    }
}

impl Failures {
    /// How long before the next try, when the ladder has rungs `times` as high.
    fn wait(self, times: u32, now: Instant) -> Duration {
        let rung = LADDER.into_iter().rev().find(|(after, _)| self.count >= after * times);
        let wait = rung.map(|(_, wait)| wait).unwrap_or_default();
        wait.saturating_sub(now.duration_since(self.last))
    }
}

/// A digest: what people type as their login may be their password.
fn of_login(login: &str) -> String {
    digest(login.trim().to_lowercase().as_bytes())
}

fn of_address(from: IpAddr) -> String {
    from.to_canonical().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ten_wait_twenty_wait_longer_thirty_are_blocked_and_told() {
        let (tries, mut now) = (Tries::default(), Instant::now());
        for failure in 0..30 {
            let wait = match failure {
                0..10 => 0,
                10..20 => 10,
                _ => 20,
            };
            let may = tries.may("claire", None, now);
            let expected = if wait == 0 { Ok(()) } else { Err(Unsigned::Wait(Duration::from_secs(wait))) };
            assert_eq!(may, expected, "after {failure}");
            now += Duration::from_secs(wait);
            assert_eq!(tries.may("claire", None, now), Ok(()));
            tries.failed("claire", None, now);
        }
        assert_eq!(tries.may(" CLAIRE", None, now), Err(Unsigned::Blocked));
        assert_eq!(tries.may("paul", None, now), Ok(()), "only that login");
        assert_eq!(tries.may("claire", None, now + BLOCKED_FOR), Ok(()));
    }

    #[test]
    fn an_address_waits_and_is_never_blocked() {
        let (tries, now) = (Tries::default(), Instant::now());
        let hall = Some(IpAddr::from([192, 168, 1, 9]));
        for failure in 0..500 {
            tries.failed(&format!("login{failure}"), hall, now);
        }
        assert_eq!(tries.may("claire", hall, now), Err(Unsigned::Wait(Duration::from_secs(20))));
        assert_eq!(tries.may("claire", hall, now + Duration::from_secs(20)), Ok(()));
        assert_eq!(tries.may("claire", None, now), Ok(()));
    }

    #[test]
    fn whoever_signs_in_begins_anew() {
        let (tries, now) = (Tries::default(), Instant::now());
        for _ in 0..12 {
            tries.failed("claire", None, now);
        }
        tries.succeeded("claire");
        assert_eq!(tries.may("claire", None, now), Ok(()));
    }
}
