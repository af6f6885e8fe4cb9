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

    /// Keeps what was read, unless something was erased since `generation`.
    pub(super) fn keep(&self, found: &Found, owner: &Owner, generation: u64) {
        let key = (found.workshop.clone(), found.rehearsal.clone());
        let entry = Arc::new((found.clone(), owner.clone()));
        self.with(|kept| {
            if kept.generation == generation {
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
            None => {}
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
