//! What was last typed on a page and not accepted yet: in memory only, to be shown again.
//!
//! Dropped on acceptance, at the end, after fifteen minutes, at restart. Never serialised, never logged.

use std::{
    num::NonZeroUsize,
    sync::{Mutex, PoisonError},
    time::{Duration, Instant},
};

use lru::LruCache;
use scenarios::rehearsal::Draft;

const LIFE: Duration = Duration::from_mins(15);
const MOST: NonZeroUsize = NonZeroUsize::MIN.saturating_add(4095);

type Key = (String, String);

/// What was typed, the number of the sending that brought it, and when.
struct Kept {
    draft: Draft,
    sending: String,
    since: Instant,
}

pub(super) struct Drafts(Mutex<LruCache<Key, Kept>>);

impl Default for Drafts {
    fn default() -> Self {
        Self(Mutex::new(LruCache::new(MOST)))
    }
}

impl Drafts {
    /// The draft of a rehearsal; an empty one when there is none.
    pub(super) fn get(&self, workshop: &str, rehearsal: &str) -> Draft {
        self.read(workshop, rehearsal, |kept| kept.draft.clone()).unwrap_or_default()
    }

    /// The number of the sending that brought the draft; nothing when there is no draft.
    pub(super) fn sending(&self, workshop: &str, rehearsal: &str) -> String {
        self.read(workshop, rehearsal, |kept| kept.sending.clone()).unwrap_or_default()
    }

    pub(super) fn put(&self, workshop: &str, rehearsal: &str, draft: Draft, sending: String) {
        let key = (workshop.to_owned(), rehearsal.to_owned());
        self.with(|drafts| drafts.put(key, Kept { draft, sending, since: Instant::now() }));
    }

    pub(super) fn forget(&self, workshop: &str, rehearsal: &str) {
        let key = (workshop.to_owned(), rehearsal.to_owned());
        self.with(|drafts| drafts.pop(&key));
    }

    pub(super) fn forget_workshop(&self, workshop: &str) {
        self.forget_where(|key, _| key.0 == workshop);
    }

    pub(super) fn forget_old(&self) {
        self.forget_where(|_, kept| kept.since.elapsed() >= LIFE);
    }

    fn forget_where(&self, goes: impl Fn(&Key, &Kept) -> bool) {
        self.with(|drafts| {
            let gone: Vec<Key> =
                drafts.iter().filter(|(key, kept)| goes(key, kept)).map(|(key, _)| key.clone()).collect();
            for key in gone {
                drafts.pop(&key);
            }
        });
    }

    fn read<T>(&self, workshop: &str, rehearsal: &str, read: impl FnOnce(&Kept) -> T) -> Option<T> {
        let key = (workshop.to_owned(), rehearsal.to_owned());
        self.with(|drafts| drafts.get(&key).filter(|kept| kept.since.elapsed() < LIFE).map(read))
    }

    fn with<T>(&self, act: impl FnOnce(&mut LruCache<Key, Kept>) -> T) -> T {
        act(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}
