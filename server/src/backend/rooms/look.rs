//! Who looks over whose shoulder: memory only. The learner knows at once, and may decline or let values be seen.

use std::{
    collections::HashMap,
    sync::{Mutex, PoisonError},
};

use super::{Backend, DAY, Refusal, Room};
use crate::{
    backend::{Found, Pass, hub::Topic},
    clock,
};

/// A look that nobody renews is over. In milliseconds: a page without script is asked for every ten seconds.
const LASTS: i64 = 25_000;

/// Somebody who looks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Looking {
    /// The account.
    pub by: String,
    /// How the learner is told who it is.
    pub name: String,
    /// The learner lets values be seen.
    pub agreed: bool,
    /// When a page last asked for it, in milliseconds.
    pub renewed_at: i64,
}

impl Looking {
    const fn stands(&self, now_ms: i64) -> bool {
        now_ms - self.renewed_at < LASTS
    }
}

type Key = (String, String);

/// By workshop and seat; and the seats that declined, with whom and when.
#[derive(Debug, Default)]
pub(in crate::backend) struct Looks(Mutex<HashMap<Key, Looking>>, Mutex<HashMap<Key, (String, i64)>>);

impl Looks {
    fn with<T>(&self, act: impl FnOnce(&mut HashMap<Key, Looking>) -> T) -> T {
        act(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    fn declined<T>(&self, act: impl FnOnce(&mut HashMap<Key, (String, i64)>) -> T) -> T {
        act(&mut self.1.lock().unwrap_or_else(PoisonError::into_inner))
    }

    fn begin(&self, key: Key, by: &str, name: &str, now_ms: i64) {
        self.declined(|declined| declined.remove(&key));
        let (by, name) = (by.to_owned(), name.to_owned());
        self.with(|looks| match looks.get_mut(&key) {
            Some(look) if look.by == by && look.stands(now_ms) => look.renewed_at = now_ms,
            // Another mediator, or another time: the learner is asked anew.
            _ => drop(looks.insert(key, Looking { by, name, agreed: false, renewed_at: now_ms })),
        });
    }

    fn answer(&self, key: Key, agrees: bool, now_ms: i64) {
        let declined = self.with(|looks| {
            if agrees {
                looks.get_mut(&key).filter(|look| look.stands(now_ms))?.agreed = true;
                return None;
            }
            looks.remove(&key).map(|look| look.by)
        });
        if let Some(by) = declined {
            self.declined(|declined| declined.insert(key, (by, now_ms)));
        }
    }

    fn at(&self, key: &Key, now_ms: i64) -> Option<Looking> {
        self.with(|looks| looks.get(key).filter(|look| look.stands(now_ms)).cloned())
    }

    /// Looks that are over, and refusals of another day.
    pub(in crate::backend) fn forget_old(&self, now_ms: i64) {
        self.with(|looks| looks.retain(|_, look| look.stands(now_ms)));
        self.declined(|declined| declined.retain(|_, (_, at_ms)| now_ms - *at_ms < DAY));
    }

    pub(super) fn forget(&self, workshop: &str, seat: &str) {
        let key = (workshop.to_owned(), seat.to_owned());
        self.with(|looks| looks.remove(&key));
        self.declined(|declined| declined.remove(&key));
    }
}

impl Backend {
    /// Begins to look; looking again is renewing, and changes nothing of what was agreed.
    pub fn begin_look(&self, room: &Room, seat: &str, by: &str, name: &str) {
        let key = (room.row.workshop.clone(), seat.to_owned());
        self.looks.begin(key, by, name, clock::now_ms());
        self.tell_seat(&room.row.workshop, seat);
    }

    /// Whether the account still looks: the learner may have declined, or the look may be over.
    pub fn renew_look(&self, room: &Room, seat: &str, by: &str) -> Option<Looking> {
        let key = (room.row.workshop.clone(), seat.to_owned());
        let now = clock::now_ms();
        self.looks.with(|looks| {
            let look = looks.get_mut(&key).filter(|look| look.by == by && look.stands(now))?;
            look.renewed_at = now;
            Some(look.clone())
        })
    }

    /// The page that looked is gone: the look is over, unless another page of the same account has renewed it since.
    pub fn leave_look(&self, room: &Room, seat: &str, by: &str, renewed_at: i64) {
        let same = self.looked_at(&room.row.workshop, seat).is_some_and(|look| look.renewed_at == renewed_at);
        if same {
            self.end_look(room, seat, by);
        }
    }

    pub fn end_look(&self, room: &Room, seat: &str, by: &str) {
        let key = (room.row.workshop.clone(), seat.to_owned());
        self.looks.with(|looks| {
            if looks.get(&key).is_some_and(|look| look.by == by) {
                looks.remove(&key);
            }
        });
        self.tell_seat(&room.row.workshop, seat);
    }

    /// Who looks at a seat now.
    pub fn looked_at(&self, workshop: &str, seat: &str) -> Option<Looking> {
        self.looks.at(&(workshop.to_owned(), seat.to_owned()), clock::now_ms())
    }

    /// The learner's answer to whoever looks: values may be seen, or nobody looks.
    pub fn answer_look(&self, pass: &Pass, agrees: bool) {
        self.looks.answer((pass.workshop.clone(), pass.seat.clone()), agrees, clock::now_ms());
        self.tell_seat(&pass.workshop, &pass.seat);
        self.moved(&pass.workshop);
    }

    /// Whether the learner declined this account's look, and nobody asked again since.
    pub fn has_declined(&self, room: &Room, seat: &str, by: &str) -> bool {
        let key = (room.row.workshop.clone(), seat.to_owned());
        self.looks.declined(|declined| declined.get(&key).is_some_and(|(whom, _)| whom == by))
    }

    /// The rehearsal that a seat is in, for whoever looks on.
    pub async fn rehearsal_of(&self, room: &Room, seat: &str) -> Result<Found, Refusal> {
        let latest = self.store.latest_rehearsal(&room.row.workshop, seat).await?;
        let row = latest.ok_or(Refusal::NotThere)?;
        self.of_workshop(&room.row.workshop, &row.rehearsal).await
    }

    /// The learner of a seat, and whoever looks at it, have something new to see.
    pub fn tell_seat(&self, workshop: &str, seat: &str) {
        self.hub.tell(&Topic::Seat(workshop.to_owned(), seat.to_owned()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_agreed_is_of_that_look_and_no_other_time() {
        let looks = Looks::default();
        let key = || ("w".to_owned(), "s".to_owned());
        let agreed = |now| looks.at(&key(), now).map(|look| look.agreed);
        looks.begin(key(), "claire", "Claire", 0);
        looks.answer(key(), true, 1);
        looks.begin(key(), "claire", "Claire", 2);
        assert_eq!(agreed(2), Some(true), "looking again is renewing");
        assert_eq!(agreed(2 + LASTS), None, "nobody renewed it");
        looks.answer(key(), true, 2 + LASTS);
        looks.begin(key(), "claire", "Claire", 3 + LASTS);
        assert_eq!(agreed(3 + LASTS), Some(false), "another time is asked anew");
        looks.answer(key(), false, 4 + LASTS);
        looks.forget_old(4 + LASTS + DAY);
        assert!(looks.declined(|declined| declined.is_empty()));
    }
}
