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

pub(super) struct Drafts(Mutex<LruCache<Key, (Draft, Instant)>>);

impl Default for Drafts {
    fn default() -> Self {
        Self(Mutex::new(LruCache::new(MOST)))
    }
}

impl Drafts {
    /// The draft of a rehearsal; an empty one when there is none.
    pub(super) fn get(&self, workshop: &str, rehearsal: &str) -> Draft {
        let key = (workshop.to_owned(), rehearsal.to_owned());
        self.with(|drafts| {
            drafts.get(&key).filter(|(_, since)| since.elapsed() < LIFE).map(|(draft, _)| draft.clone())
        })
        .unwrap_or_default()
    }

    pub(super) fn put(&self, workshop: &str, rehearsal: &str, draft: Draft) {
        let key = (workshop.to_owned(), rehearsal.to_owned());
        self.with(|drafts| drafts.put(key, (draft, Instant::now())));
    }

    pub(super) fn forget(&self, workshop: &str, rehearsal: &str) {
        let key = (workshop.to_owned(), rehearsal.to_owned());
        self.with(|drafts| drafts.pop(&key));
    }

    pub(super) fn forget_workshop(&self, workshop: &str) {
        self.forget_where(|key, _| key.0 == workshop);
    }

    pub(super) fn forget_old(&self) {
        self.forget_where(|_, since| since.elapsed() >= LIFE);
    }

    fn forget_where(&self, goes: impl Fn(&Key, &Instant) -> bool) {
        self.with(|drafts| {
            let gone: Vec<Key> = drafts
                .iter()
                .filter(|(key, (_, since))| goes(key, since))
                .map(|(key, _)| key.clone())
                .collect();
            for key in gone {
                drafts.pop(&key);
            }
        });
    }

    fn with<T>(&self, act: impl FnOnce(&mut LruCache<Key, (Draft, Instant)>) -> T) -> T {
        act(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}
