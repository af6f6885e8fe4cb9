//! Wrong passwords and codes: each ten make the next one wait longer, thirty block the login for a while. An address waits
//! too, and is never blocked: a whole town hall is behind one. All is forgotten in time.
//!
//! Nothing here knows whether a login exists: unknown ones wait and are blocked the same. A try counts as a failure from
//! its beginning, so that a thousand at once are no way around.

use std::{
    net::IpAddr,
    num::NonZeroUsize,
    sync::{Mutex, PoisonError},
    time::Duration,
};

use lru::LruCache;
use tokio::time::Instant;

use super::Unsigned;
use crate::{backend::guesses::network, library::digest};

/// After so many failures, so long before the next try.
const LADDER: [(u32, Duration); 2] = [(10, Duration::from_secs(10)), (20, Duration::from_secs(20))];
/// After so many, nothing for so long; then it begins anew.
const BLOCKS_AFTER: u32 = 30;
const BLOCKED_FOR: Duration = Duration::from_mins(15);
/// Failures of an address weigh less than those of a login, and one is forgotten each time this has passed.
const ROOM: u32 = 10;
const FORGETS: Duration = Duration::from_secs(30);
/// Logins and addresses remembered.
const MOST: NonZeroUsize = NonZeroUsize::MIN.saturating_add(9_999);

#[derive(Debug)]
pub(super) struct Tries(Mutex<LruCache<String, Failures>>);

#[derive(Debug, Clone, Copy)]
struct Failures {
    count: u32,
    last: Instant,
    /// From when on the next one is forgotten.
    since: Instant,
}

impl Default for Tries {
    fn default() -> Self {
        Self(Mutex::new(LruCache::new(MOST)))
    }
}

impl Tries {
    /// Lets a try in, and counts it as a failure until it has succeeded. One that is told to wait counts for nothing.
    pub(super) fn enter(&self, login: &str, from: Option<IpAddr>, now: Instant) -> Result<(), Unsigned> {
        let (login, from) = (of_login(login), from.map(of_address));
        self.with(|kept| {
            let by_login = of(kept, &login, now);
            if by_login.count >= BLOCKS_AFTER {
                return Err(Unsigned::Blocked);
            }
            let by_address = from.map(|from| (of(kept, &from, now).forgetting(now), from));
            let waits =
                [Some(by_login.wait(1, now)), by_address.as_ref().map(|(here, _)| here.wait(ROOM, now))];
            if let Some(wait) = waits.into_iter().flatten().max().filter(|wait| !wait.is_zero()) {
                return Err(Unsigned::Wait(wait));
            }
            kept.put(login, by_login.one_more(now));
            if let Some((here, from)) = by_address {
                kept.put(from, here.one_more(now));
            }
            Ok(())
        })
    }

    /// Whether the last failure was one too many.
    pub(super) fn is_blocked(&self, login: &str, now: Instant) -> bool {
        self.with(|kept| of(kept, &of_login(login), now).count >= BLOCKS_AFTER)
    }

    /// Whoever signs in begins anew; their address gets back this try, and no other.
    pub(super) fn succeeded(&self, login: &str, from: Option<IpAddr>) {
        self.with(|kept| {
            kept.pop(&of_login(login));
            if let Some(here) = from.and_then(|from| kept.get_mut(&of_address(from))) {
                here.count = here.count.saturating_sub(1);
            }
        });
    }

    fn with<T>(&self, act: impl FnOnce(&mut LruCache<String, Failures>) -> T) -> T {
        act(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

fn of(kept: &LruCache<String, Failures>, key: &str, now: Instant) -> Failures {
    let found = kept.peek(key).copied();
    found.filter(|failures| now.saturating_duration_since(failures.last) < BLOCKED_FOR).unwrap_or(Failures {
        count: 0,
        last: now,
        since: now,
    })
}

impl Failures {
    fn one_more(self, now: Instant) -> Self {
        let since = if self.count == 0 { now } else { self.since };
        Self { count: self.count.saturating_add(1), last: now, since }
    }

    fn forgetting(self, now: Instant) -> Self {
        let passed = now.saturating_duration_since(self.since).as_secs() / FORGETS.as_secs();
        let forgotten = u32::try_from(passed).unwrap_or(u32::MAX);
        let count = self.count.saturating_sub(forgotten);
        Self { count, since: self.since + FORGETS.saturating_mul(forgotten), ..self }
    }

    /// How long before the next try, when the ladder has rungs `times` as high.
    fn wait(self, times: u32, now: Instant) -> Duration {
        let rung = LADDER.into_iter().rev().find(|(after, _)| self.count >= after * times);
        let wait = rung.map(|(_, wait)| wait).unwrap_or_default();
        wait.saturating_sub(now.saturating_duration_since(self.last))
    }
}

/// A digest: what people type as their login may be their password.
fn of_login(login: &str) -> String {
    digest(login.trim().to_lowercase().as_bytes())
}

fn of_address(from: IpAddr) -> String {
    network(from).to_string()
}

#[cfg(test)]
mod tests {
    use std::net::Ipv4Addr;

    use super::*;

    const HALL: Option<IpAddr> = Some(IpAddr::V4(Ipv4Addr::new(192, 168, 1, 9)));

    /// Other logins, one after the other from one address, as fast as it may.
    fn fails_often(tries: &Tries, times: u32, mut now: Instant) -> Instant {
        for failure in 0..times {
            let login = format!("login{failure}");
            if let Err(Unsigned::Wait(wait)) = tries.enter(&login, HALL, now) {
                now += wait;
                assert_eq!(tries.enter(&login, HALL, now), Ok(()));
            }
        }
        now
    }

    #[test]
    fn ten_wait_twenty_wait_longer_thirty_are_blocked_and_told() {
        let (tries, mut now) = (Tries::default(), Instant::now());
        for failure in 0..30 {
            let wait = match failure {
                0..10 => 0,
                10..20 => 10,
                _ => 20,
            };
            if wait > 0 {
                let may = tries.enter("claire", None, now);
                assert_eq!(may, Err(Unsigned::Wait(Duration::from_secs(wait))), "after {failure}");
            }
            now += Duration::from_secs(wait);
            assert!(!tries.is_blocked("claire", now));
            assert_eq!(tries.enter("claire", None, now), Ok(()), "after {failure}");
        }
        assert!(tries.is_blocked(" CLAIRE", now));
        assert_eq!(tries.enter(" CLAIRE", None, now), Err(Unsigned::Blocked));
        assert_eq!(tries.enter("paul", None, now), Ok(()), "only that login");
        assert_eq!(tries.enter("claire", None, now + BLOCKED_FOR), Ok(()));
    }

    #[test]
    fn a_thousand_at_once_are_ten() {
        let (tries, now) = (Tries::default(), Instant::now());
        let let_in = (0..1_000).filter(|_| tries.enter("claire", None, now).is_ok()).count();
        assert_eq!(let_in, 10);
    }

    #[test]
    fn an_address_waits_and_is_never_blocked() {
        let (tries, now) = (Tries::default(), Instant::now());
        let now = fails_often(&tries, 230, now);
        let Err(Unsigned::Wait(wait)) = tries.enter("claire", HALL, now) else { panic!("it waits") };
        assert!(wait <= Duration::from_secs(20), "{wait:?}");
        assert_eq!(tries.enter("claire", HALL, now + wait), Ok(()));
        assert_eq!(tries.enter("claire", None, now), Ok(()), "others never wait for it");
    }

    #[test]
    fn an_address_is_forgotten_little_by_little_even_when_it_never_rests() {
        let (tries, now) = (Tries::default(), Instant::now());
        let mut now = fails_often(&tries, 100, now);
        assert!(tries.enter("claire", HALL, now).is_err());
        // Somebody is wrong each minute, all day long.
        for minute in 0..120 {
            now += Duration::from_mins(1);
            assert_eq!(tries.enter(&format!("person{minute}"), HALL, now), Ok(()));
        }
        assert_eq!(tries.enter("claire", HALL, now), Ok(()));
    }

    #[test]
    fn whoever_signs_in_begins_anew_and_weighs_nothing_on_the_address() {
        let (tries, now) = (Tries::default(), Instant::now());
        for _ in 0..9 {
            assert_eq!(tries.enter("claire", None, now), Ok(()));
        }
        for person in 0..300 {
            let login = format!("person{person}");
            assert_eq!(tries.enter(&login, HALL, now), Ok(()));
            tries.succeeded(&login, HALL);
        }
        tries.succeeded("claire", None);
        assert_eq!(tries.enter("claire", None, now), Ok(()));
    }
}
