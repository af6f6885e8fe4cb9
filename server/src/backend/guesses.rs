//! Guessing a key: how long a try waits, after those that failed before it.
//!
//! It slows down and never locks: nobody can close everybody's door. It knows neither keys nor the time, which is handed
//! in; who waits does so outside.
//!
//! A room is behind one address: forty people with three slips each go through. Whoever goes on guessing is soon at two
//! tries every eight seconds, that is at 22,000 a day, for the million keys there are. When many addresses guess at once,
//! those that have hardly failed have places of their own, and wait little: whoever has a key still comes in. All guesses
//! together are then at 16 tries a second and those of that lane: 64 for the codes of rooms, 8 for the keys of pictures,
//! of which there are far fewer.

use std::{
    net::{IpAddr, Ipv6Addr},
    num::NonZeroUsize,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use lru::LruCache;
use tokio::time::Instant;

/// Where a try comes from, when the way it came tells it.
pub(super) type From = Option<IpAddr>;

/// Addresses remembered; beyond, the count of all failures still slows everybody down.
const MOST: NonZeroUsize = NonZeroUsize::MIN.saturating_add(4095);

/// From so many failures on, a try waits so many seconds.
struct Ladder {
    rungs: [(u32, u64); 4],
    /// One failure is forgotten each time this has passed.
    forgets: Duration,
}

const OF_AN_ADDRESS: Ladder =
    Ladder { rungs: [(60, 1), (160, 2), (200, 4), (240, 8)], forgets: Duration::from_secs(10) };
const OF_ALL: Ladder =
    Ladder { rungs: [(600, 1), (1_200, 2), (2_400, 4), (4_800, 8)], forgets: Duration::from_secs(1) };

/// Failures of one address from which few of its tries are let in at once.
const TROUBLE: u32 = 160;
/// Tries at once: of an address, of an address in trouble, of all.
const INSIDE: u32 = 64;
const INSIDE_IN_TROUBLE: u32 = 2;
const INSIDE_OF_ALL: u32 = 128;

/// Failures of all from which somebody guesses in earnest, from many places.
const PRESSED: u32 = 600;
/// Then, addresses with so few failures have a lane of their own, in which they wait so long at the most. A mistyped code
/// is told by its check digit, and is no failure.
const FEW: u32 = 2;
/// Tries at once in that lane: of an address, of all who have a room's code, of all who have a key of pictures.
const INSIDE_THE_LANE: u32 = 16;
const LANE_OF_CODES: u32 = 128;
const LANE_OF_KEYS: u32 = 16;
const LITTLE: Duration = Duration::from_secs(2);
/// Then, one failure of an address is forgotten each time this has passed.
const FORGETS_PRESSED: Duration = Duration::from_mins(1);
/// More failures are not counted: what was slowed down is not so for days.
const MOST_FAILURES: u32 = 5_400;

impl Ladder {
    fn wait(&self, failures: u32) -> Duration {
        let rung = self.rungs.iter().rev().find(|(from, _)| failures >= *from);
        Duration::from_secs(rung.map_or(0, |(_, seconds)| *seconds))
    }
}

#[derive(Clone)]
pub(super) struct Guesses {
    counts: Arc<Mutex<Counts>>,
    /// Tries at once of those who have hardly failed.
    lane: u32,
}

struct Counts {
    all: Count,
    /// Tries under way of those who have failed little, while all are pressed; they are not among the others.
    few: u32,
    by_address: LruCache<From, Count>,
}

/// Failures not forgotten yet, and the tries under way, each of which may become one.
#[derive(Clone, Copy)]
struct Count {
    failures: u32,
    inside: u32,
    since: Instant,
}

impl Guesses {
    /// Of the codes of rooms: a hundred million, and a picture to photograph besides.
    pub(super) fn of_codes() -> Self {
        Self::with(LANE_OF_CODES)
    }

    /// Of keys of four pictures: a million.
    pub(super) fn of_keys() -> Self {
        Self::with(LANE_OF_KEYS)
    }

    fn with(lane: u32) -> Self {
        let all = Count { failures: 0, inside: 0, since: Instant::now() };
        let counts = Counts { all, few: 0, by_address: LruCache::new(MOST) };
        Self { counts: Arc::new(Mutex::new(counts)), lane }
    }
}

/// A try let in. Its place is given back when it goes.
pub(super) struct Try {
    guesses: Guesses,
    from: From,
    /// One of those who have failed little.
    few: bool,
    /// To be waited before looking whether the key opens anything.
    pub(super) wait: Duration,
}

impl Guesses {
    /// Lets a try in, unless too many are waiting: then it may be made again a little later.
    pub(super) fn enter(&self, from: From, now: Instant) -> Option<Try> {
        let from = from.map(network);
        self.count(|counts| {
            counts.all.forget(OF_ALL.forgets, now);
            let all = counts.all;
            let pressed = all.failures >= PRESSED;
            let new = || Count { failures: 0, inside: 0, since: now };
            let here = counts.by_address.get_or_insert_mut(from, new);
            here.forget(if pressed { FORGETS_PRESSED } else { OF_AN_ADDRESS.forgets }, now);
            let few = pressed && here.failures <= FEW;
            let places = match here.failures {
                TROUBLE.. => INSIDE_IN_TROUBLE,
                _ if few => INSIDE_THE_LANE,
                _ => INSIDE,
            };
            let full = if few { counts.few >= self.lane } else { all.inside >= INSIDE_OF_ALL };
            if here.inside >= places || full {
                return None;
            }
            let wait = OF_AN_ADDRESS.wait(here.risk()).max(OF_ALL.wait(all.risk()));
            here.inside += 1;
            *if few { &mut counts.few } else { &mut counts.all.inside } += 1;
            Some(Try { guesses: self.clone(), from, few, wait: if few { wait.min(LITTLE) } else { wait } })
        })
    }

    fn count<T>(&self, act: impl FnOnce(&mut Counts) -> T) -> T {
        act(&mut self.counts.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Try {
    /// The key opened nothing.
    pub(super) fn failed(self) {
        self.guesses.count(|counts| {
            let here = counts.by_address.get_mut(&self.from);
            for count in here.into_iter().chain([&mut counts.all]) {
                count.failures = MOST_FAILURES.min(count.failures + 1);
            }
        });
    }
}

impl Drop for Try {
    fn drop(&mut self) {
        self.guesses.count(|counts| {
            let here = counts.by_address.get_mut(&self.from);
            let here = here.map(|here| &mut here.inside);
            let of_all = if self.few { &mut counts.few } else { &mut counts.all.inside };
            for inside in here.into_iter().chain([of_all]) {
                *inside = inside.saturating_sub(1);
            }
        });
    }
}

impl Count {
    fn risk(&self) -> u32 {
        self.failures.saturating_add(self.inside)
    }

    /// Forgets one failure each time `forgets` has passed.
    fn forget(&mut self, forgets: Duration, now: Instant) {
        if self.failures == 0 {
            self.since = now;
            return;
        }
        let passed = now.saturating_duration_since(self.since);
        let forgotten = u32::try_from(passed.as_secs() / forgets.as_secs()).unwrap_or(u32::MAX);
        self.failures = self.failures.saturating_sub(forgotten);
        self.since += forgets * forgotten;
    }
}

/// A home has as many addresses of the sixth version as it likes: what counts is its network.
pub(super) fn network(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(long) => IpAddr::V6(Ipv6Addr::from_bits(long.to_bits() & !u128::from(u64::MAX))),
        short @ IpAddr::V4(_) => short,
    }
}

#[cfg(test)]
mod tests {
    use std::net::Ipv4Addr;

    use super::*;

    const ONE: From = Some(IpAddr::V4(Ipv4Addr::new(192, 168, 1, 1)));
    const OTHER: From = Some(IpAddr::V4(Ipv4Addr::new(192, 168, 1, 2)));

    /// One after the other, failing each time; how long the last one waited.
    fn fails(guesses: &Guesses, from: From, times: u32, now: Instant) -> u64 {
        let mut waited = 0;
        for _ in 0..times {
            let one = guesses.enter(from, now).expect("a place");
            waited = one.wait.as_secs();
            one.failed();
        }
        waited
    }

    #[test]
    fn the_first_slips_wait_for_nothing_and_the_wait_grows() {
        let (guesses, now) = (Guesses::of_codes(), Instant::now());
        assert_eq!(fails(&guesses, ONE, 60, now), 0);
        assert_eq!(fails(&guesses, ONE, 100, now), 1);
        assert_eq!(fails(&guesses, ONE, 1, now), 2);
        assert_eq!(fails(&guesses, ONE, 1_000, now), 8, "and never longer");
        assert_eq!(fails(&guesses, OTHER, 1, now), 1, "all pay a little for those who guess");
        assert_eq!(fails(&guesses, None, 1, now), 1);
    }

    #[test]
    fn forty_people_in_a_room_are_let_in_all_at_once_after_three_slips_each() {
        let (guesses, now) = (Guesses::of_codes(), Instant::now());
        for slip in 0..4 {
            let room: Vec<_> = (0..40).map(|_| guesses.enter(ONE, now).expect("a place")).collect();
            assert!(room.iter().all(|one| one.wait.as_secs() <= 1), "at slip {slip}");
            if slip < 3 {
                room.into_iter().for_each(Try::failed);
            }
        }
    }

    #[test]
    fn whoever_guesses_at_once_and_for_ever_gets_few_places_and_never_none_for_others() {
        let (guesses, now) = (Guesses::of_codes(), Instant::now());
        fails(&guesses, ONE, 400, now);
        let waiting: Vec<_> = (0..50).filter_map(|_| guesses.enter(ONE, now)).collect();
        assert_eq!(waiting.len(), 2);
        assert_eq!(guesses.enter(OTHER, now).map(|one| one.wait), Some(Duration::ZERO));
        drop(waiting);
        assert!(guesses.enter(ONE, now).is_some(), "a place left is free again");
    }

    #[test]
    fn whoever_has_hardly_failed_comes_in_while_a_thousand_addresses_guess() {
        let (guesses, now) = (Guesses::of_codes(), Instant::now());
        let crowd = |number: u32| Some(IpAddr::V4(Ipv4Addr::from_bits(0x7f00_0000 + number)));
        for last in 0..1_000 {
            fails(&guesses, crowd(last), FEW + 1, now);
        }
        let waiting: Vec<_> = (0..1_000).filter_map(|last| guesses.enter(crowd(last), now)).collect();
        assert_eq!(waiting.len(), 128, "they have filled their own places");
        let room: Vec<_> = (0..40).filter_map(|_| guesses.enter(ONE, now)).collect();
        assert_eq!(room.len(), 16, "and nobody else's; the others of the room are next");
        let other: Vec<_> = (0..40).filter_map(|_| guesses.enter(OTHER, now)).collect();
        assert_eq!(other.len(), 16, "one address does not fill the lane");
        assert!(room.iter().all(|one| one.wait <= LITTLE));
        drop((room, other, waiting));
        let counts = guesses.count(|counts| (counts.few, counts.all.inside));
        assert_eq!(counts, (0, 0), "every place is given back");
    }

    #[test]
    fn failures_are_forgotten_in_time() {
        let (guesses, now) = (Guesses::of_codes(), Instant::now());
        fails(&guesses, ONE, 100, now);
        let later = now + Duration::from_secs(10 * 45);
        assert_eq!(guesses.enter(ONE, later).map(|one| one.wait), Some(Duration::ZERO));
        let much_later = now + Duration::from_hours(24);
        assert_eq!(fails(&guesses, ONE, 60, much_later), 0, "a day of silence is no credit");
        assert_eq!(fails(&guesses, ONE, 1, much_later), 1);
    }

    #[test]
    fn a_network_of_the_sixth_version_counts_as_one() {
        let (guesses, now) = (Guesses::of_codes(), Instant::now());
        for host in 0..400_u16 {
            let address = IpAddr::from([0x2001, 0xdb8, 0, 1, 0, 0, 0, host]);
            guesses.enter(Some(address), now).expect("a place").failed();
        }
        let next = IpAddr::from([0x2001, 0xdb8, 0, 1, 9, 9, 9, 9]);
        assert_eq!(guesses.enter(Some(next), now).map(|one| one.wait.as_secs()), Some(8));
        let mapped: IpAddr = "::ffff:192.168.1.1".parse().expect("an address");
        assert_eq!(network(mapped), IpAddr::from([192, 168, 1, 1]));
    }
}
