//! States of the rehearsals being lived, so that showing a page reads nothing from the disk.
//!
//! This process is the only writer of its data: a kept state is the true one. What is erased is forgotten here, and a
//! reading that began before an erasure is not kept after it.

use std::{
    num::NonZeroUsize,
    sync::{Arc, Mutex, PoisonError},
};

use lru::LruCache;

use super::Found;

/// Rehearsals kept: some kilobytes each.
const MOST: NonZeroUsize = NonZeroUsize::MIN.saturating_add(4095);

/// Whose a rehearsal is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Owner {
    pub(super) seat: String,
    pub(super) token_digest: String,
}

type Key = (String, String);

pub(super) struct Live(Mutex<Kept>);

struct Kept {
    rehearsals: LruCache<Key, Arc<(Found, Owner)>>,
    /// Grows with each erasure.
    generation: u64,
}

impl Default for Live {
    fn default() -> Self {
        Self(Mutex::new(Kept { rehearsals: LruCache::new(MOST), generation: 0 }))
    }
}

impl Live {
    pub(super) fn generation(&self) -> u64 {
        self.with(|kept| kept.generation)
    }

    pub(super) fn get(&self, workshop: &str, rehearsal: &str) -> Option<(Found, Owner)> {
        let key = (workshop.to_owned(), rehearsal.to_owned());
        let found = self.with(|kept| kept.rehearsals.get(&key).cloned())?;
        Some((*found).clone())
    }

    /// Keeps what was read, unless something was erased since `generation`, or more is known already.
    pub(super) fn keep(&self, found: &Found, owner: &Owner, generation: u64) {
        let key = (found.workshop.clone(), found.rehearsal.clone());
        let entry = Arc::new((found.clone(), owner.clone()));
        self.with(|kept| {
            let newer = kept.rehearsals.peek(&key).is_some_and(|known| known.0.seq >= entry.0.seq);
            if kept.generation == generation && !newer {
                kept.rehearsals.put(key, entry);
            }
        });
    }

    /// Moves a kept rehearsal on, if it stands where the facts were decided.
    pub(super) fn advance(&self, before: &Found, after: &Found) {
        let key = (before.workshop.clone(), before.rehearsal.clone());
        self.with(|kept| match kept.rehearsals.get(&key).map(|entry| (entry.0.seq, entry.1.clone())) {
            Some((seq, owner)) if seq == before.seq => {
                kept.rehearsals.put(key, Arc::new((after.clone(), owner)));
            }
            Some(_) => {
                kept.rehearsals.pop(&key);
            }
            // Whoever is reading it now may have read what was there before.
            None => kept.generation += 1,
        });
    }

    /// Forgets one rehearsal: it will be read again.
    pub(super) fn drop_one(&self, found: &Found) {
        let key = (found.workshop.clone(), found.rehearsal.clone());
        self.with(|kept| kept.rehearsals.pop(&key));
    }

    pub(super) fn forget(&self, workshop: &str) {
        self.with(|kept| {
            kept.generation += 1;
            let of_it: Vec<Key> =
                kept.rehearsals.iter().map(|(key, _)| key).filter(|key| key.0 == workshop).cloned().collect();
            for key in of_it {
                kept.rehearsals.pop(&key);
            }
        });
    }

    /// Forgets the rehearsals of one seat: its pass has changed.
    pub(super) fn forget_seat(&self, workshop: &str, seat: &str) {
        self.with(|kept| {
            kept.generation += 1;
            let is_its =
                |(key, entry): &(&Key, &Arc<(Found, Owner)>)| key.0 == workshop && entry.1.seat == seat;
            let of_it: Vec<Key> = kept.rehearsals.iter().filter(is_its).map(|(key, _)| key.clone()).collect();
            for key in of_it {
                kept.rehearsals.pop(&key);
            }
        });
    }

    pub(super) fn forget_all(&self) {
        self.with(|kept| {
            kept.generation += 1;
            kept.rehearsals.clear();
        });
    }

    fn with<T>(&self, act: impl FnOnce(&mut Kept) -> T) -> T {
        act(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

#[cfg(test)]
mod tests {
    use scenarios::rehearsal::State;

    use super::*;
    use crate::{backend::events_of_start, library::Library};

    /// A rehearsal just begun, as if so many facts were known of it.
    fn known(seq: i64) -> (Found, Owner) {
        let bundle = Library::open(None).find("ants/changement-adresse").expect("bundled");
        let state = State::fold(&events_of_start(&bundle, Some(1)).expect("a start")).expect("a state");
        let found = Found {
            workshop: "w".to_owned(),
            rehearsal: "r".to_owned(),
            scenario: bundle.id.as_str().into(),
            graph: Arc::clone(&bundle.graph),
            state: Arc::new(state),
            seq,
            chair: None,
        };
        (found, Owner { seat: "s".to_owned(), token_digest: String::new() })
    }

    #[test]
    fn what_was_read_late_takes_the_place_of_nothing_newer() {
        let live = Live::default();
        let seq = || live.get("w", "r").map(|(found, _)| found.seq);
        let ((old, owner), (new, _)) = (known(1), known(2));
        let reading = live.generation();
        live.keep(&old, &owner, reading);
        live.advance(&old, &new);
        live.keep(&old, &owner, reading);
        assert_eq!(seq(), Some(2));

        // The same, when nothing was kept while somebody read.
        live.forget("w");
        let reading = live.generation();
        live.advance(&old, &new);
        live.keep(&old, &owner, reading);
        assert_eq!(seq(), None, "it will be read again");
    }
}
