//! Who looks over whose shoulder: memory only. The learner knows at once, and may decline or let values be seen.

use std::{
    collections::HashMap,
    sync::{Mutex, PoisonError},
};

use super::{Backend, Refusal, Room};
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

type Key = (String, String);

/// By workshop and seat; and the seats that declined, with whom.
#[derive(Debug, Default)]
pub(in crate::backend) struct Looks(Mutex<HashMap<Key, Looking>>, Mutex<HashMap<Key, String>>);

impl Looks {
    fn with<T>(&self, act: impl FnOnce(&mut HashMap<Key, Looking>) -> T) -> T {
        act(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    fn declined<T>(&self, act: impl FnOnce(&mut HashMap<Key, String>) -> T) -> T {
        act(&mut self.1.lock().unwrap_or_else(PoisonError::into_inner))
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
        self.looks.declined(|declined| declined.remove(&key));
        let (by, name, renewed_at) = (by.to_owned(), name.to_owned(), clock::now_ms());
        self.looks.with(|looks| match looks.get_mut(&key) {
            Some(look) if look.by == by => look.renewed_at = renewed_at,
            // Another mediator: the learner is asked anew.
            _ => drop(looks.insert(key, Looking { by, name, agreed: false, renewed_at })),
        });
        self.tell_seat(&room.row.workshop, seat);
    }

    /// Whether the account still looks: the learner may have declined, or the look may be over.
    pub fn renew_look(&self, room: &Room, seat: &str, by: &str) -> Option<Looking> {
        let key = (room.row.workshop.clone(), seat.to_owned());
        let now = clock::now_ms();
        self.looks.with(|looks| {
            let look = looks.get_mut(&key).filter(|look| look.by == by && now - look.renewed_at < LASTS)?;
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
        let key = (workshop.to_owned(), seat.to_owned());
        let now = clock::now_ms();
        self.looks.with(|looks| looks.get(&key).filter(|look| now - look.renewed_at < LASTS).cloned())
    }

    /// The learner's answer to whoever looks: values may be seen, or nobody looks.
    pub fn answer_look(&self, pass: &Pass, agrees: bool) {
        let key = (pass.workshop.clone(), pass.seat.clone());
        let by = self.looks.with(|looks| {
            if agrees {
                looks.get_mut(&key)?.agreed = true;
                return None;
            }
            looks.remove(&key).map(|look| look.by)
        });
        if let Some(by) = by {
            self.looks.declined(|declined| declined.insert(key, by));
        }
        self.tell_seat(&pass.workshop, &pass.seat);
        self.moved(&pass.workshop);
    }

    /// Whether the learner declined this account's look, and nobody asked again since.
    pub fn has_declined(&self, room: &Room, seat: &str, by: &str) -> bool {
        let key = (room.row.workshop.clone(), seat.to_owned());
        self.looks.declined(|declined| declined.get(&key).is_some_and(|whom| whom == by))
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
