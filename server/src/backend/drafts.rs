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

/// Pages of one rehearsal of which something is kept: whoever goes back finds it again further on.
const MOST_PAGES: usize = 4;

type Key = (String, String);

/// What was typed, the number of the sending that brought it, and when.
struct Kept {
    draft: Draft,
    sending: String,
    since: Instant,
}

impl Kept {
    fn lives(&self) -> bool {
        self.since.elapsed() < LIFE
    }
}

/// By rehearsal; the page last typed on comes last.
pub(super) struct Drafts(Mutex<LruCache<Key, Vec<Kept>>>);

impl Default for Drafts {
    fn default() -> Self {
        Self(Mutex::new(LruCache::new(MOST)))
    }
}

impl Drafts {
    /// The draft of a page; an empty one when there is none.
    pub(super) fn get(&self, workshop: &str, rehearsal: &str, page: &str) -> Draft {
        self.read(workshop, rehearsal, page, |kept| kept.draft.clone()).unwrap_or_default()
    }

    /// The number of the sending that brought the draft; nothing when there is no draft.
    pub(super) fn sending(&self, workshop: &str, rehearsal: &str, page: &str) -> String {
        self.read(workshop, rehearsal, page, |kept| kept.sending.clone()).unwrap_or_default()
    }

    pub(super) fn put(&self, workshop: &str, rehearsal: &str, draft: Draft, sending: String) {
        let key = (workshop.to_owned(), rehearsal.to_owned());
        self.with(|drafts| {
            let pages = drafts.get_or_insert_mut(key, Vec::new);
            pages.retain(|kept| kept.draft.screen != draft.screen && kept.lives());
            if pages.len() == MOST_PAGES {
                pages.remove(0);
            }
            pages.push(Kept { draft, sending, since: Instant::now() });
        });
    }

    /// Of that page only: what was typed further on waits there.
    pub(super) fn forget_page(&self, workshop: &str, rehearsal: &str, page: &str) {
        let key = (workshop.to_owned(), rehearsal.to_owned());
        self.with(|drafts| {
            if let Some(pages) = drafts.get_mut(&key) {
                pages.retain(|kept| kept.draft.screen != page);
            }
        });
    }

    pub(super) fn forget(&self, workshop: &str, rehearsal: &str) {
        let key = (workshop.to_owned(), rehearsal.to_owned());
        self.with(|drafts| drafts.pop(&key));
    }

    pub(super) fn forget_workshop(&self, workshop: &str) {
        self.forget_where(|key, _| key.0 == workshop);
    }

    pub(super) fn forget_old(&self) {
        self.forget_where(|_, pages| !pages.iter().any(Kept::lives));
    }

    fn forget_where(&self, goes: impl Fn(&Key, &[Kept]) -> bool) {
        self.with(|drafts| {
            let gone: Vec<Key> =
                drafts.iter().filter(|(key, pages)| goes(key, pages)).map(|(key, _)| key.clone()).collect();
            for key in gone {
                drafts.pop(&key);
            }
        });
    }

    fn read<T>(
        &self,
        workshop: &str,
        rehearsal: &str,
        page: &str,
        read: impl FnOnce(&Kept) -> T,
    ) -> Option<T> {
        let key = (workshop.to_owned(), rehearsal.to_owned());
        self.with(|drafts| {
            let pages = drafts.get(&key)?;
            pages.iter().find(|kept| kept.draft.screen == page && kept.lives()).map(read)
        })
    }

    fn with<T>(&self, act: impl FnOnce(&mut LruCache<Key, Vec<Kept>>) -> T) -> T {
        act(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}
