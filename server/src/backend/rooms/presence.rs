//! Whose browser is at the other end of a stream: memory only, and never a fact.
//!
//! A stream ends with each page and begins again with the next: only a longer silence is a connection that is lost.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

use scenarios::board::Presence;

use super::DAY;
use crate::clock;

/// A page that follows another is there sooner, on a slow machine too. In milliseconds.
pub(super) const BETWEEN_PAGES: i64 = 8_000;

/// By workshop, then by seat.
type Seats = HashMap<String, HashMap<String, Seen>>;

#[derive(Debug, Default, Clone)]
pub struct Presences(Arc<Mutex<Seats>>);

#[derive(Debug, Default, Clone, Copy)]
struct Seen {
    streams: u32,
    /// When the last stream ended.
    left_at: i64,
}

/// Somebody is there for as long as this lives.
#[derive(Debug)]
pub struct Here {
    presences: Presences,
    workshop: String,
    seat: String,
}

impl Presences {
    /// A stream begins.
    pub fn enter(&self, workshop: &str, seat: &str) -> Here {
        self.with(|seats| {
            seats.entry(workshop.to_owned()).or_default().entry(seat.to_owned()).or_default().streams += 1;
        });
        Here { presences: self.clone(), workshop: workshop.to_owned(), seat: seat.to_owned() }
    }

    /// What is known of the seats of a workshop; of those not in it, nothing.
    pub(super) fn of(&self, workshop: &str, now_ms: i64) -> HashMap<String, Presence> {
        let known = |seen: &Seen| match seen {
            Seen { streams: 1.., .. } => Presence::There,
            Seen { left_at, .. } if now_ms - left_at < BETWEEN_PAGES => Presence::There,
            Seen { left_at, .. } => Presence::Lost { since: *left_at },
        };
        self.with(|seats| {
            let of_it = seats.get(workshop).into_iter().flatten();
            of_it.map(|(seat, seen)| (seat.clone(), known(seen))).collect()
        })
    }

    /// Of those who left another day, nothing more is known.
    pub(in crate::backend) fn forget_old(&self, now_ms: i64) {
        self.with(|seats| {
            for of_it in seats.values_mut() {
                of_it.retain(|_, seen| seen.streams > 0 || now_ms - seen.left_at < DAY);
            }
            seats.retain(|_, of_it| !of_it.is_empty());
        });
    }

    /// Of a seat given back, nothing more is known.
    pub(super) fn forget(&self, workshop: &str, seat: &str) {
        self.with(|seats| {
            if let Some(of_it) = seats.get_mut(workshop) {
                of_it.remove(seat);
                if of_it.is_empty() {
                    seats.remove(workshop);
                }
            }
        });
    }

    fn with<T>(&self, act: impl FnOnce(&mut Seats) -> T) -> T {
        act(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Drop for Here {
    fn drop(&mut self) {
        self.presences.with(|seats| {
            // Forgotten meanwhile: it stays so.
            if let Some(seen) = seats.get_mut(&self.workshop).and_then(|seats| seats.get_mut(&self.seat)) {
                seen.streams = seen.streams.saturating_sub(1);
                seen.left_at = clock::now_ms();
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn between_two_pages_one_is_there_and_after_a_while_lost() {
        let presences = Presences::default();
        let known = |at| presences.of("w", at).get("s").copied();
        assert_eq!(known(clock::now_ms()), None);
        let first = presences.enter("w", "s");
        let second = presences.enter("w", "s");
        drop(first);
        assert_eq!(known(clock::now_ms() + 60_000), Some(Presence::There), "another tab");
        drop(second);
        assert_eq!(known(clock::now_ms()), Some(Presence::There));
        let later = known(clock::now_ms() + BETWEEN_PAGES);
        assert!(matches!(later, Some(Presence::Lost { .. })), "{later:?}");
    }

    #[test]
    fn of_those_who_left_another_day_nothing_more_is_known() {
        let presences = Presences::default();
        let stays = presences.enter("w", "s");
        drop(presences.enter("w", "t"));
        presences.forget_old(clock::now_ms() + DAY);
        assert_eq!(presences.of("w", clock::now_ms()).into_keys().collect::<Vec<_>>(), ["s"]);
        drop(stays);
        presences.forget_old(clock::now_ms() + DAY);
        assert!(presences.with(|seats| seats.is_empty()));
    }

    #[test]
    fn of_a_seat_given_back_nothing_more_is_known() {
        let presences = Presences::default();
        let here = presences.enter("w", "s");
        presences.forget("w", "s");
        drop(here);
        assert!(presences.of("w", clock::now_ms()).is_empty());
        assert!(presences.with(|seats| seats.is_empty()));
    }
}
