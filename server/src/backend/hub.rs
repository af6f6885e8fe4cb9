//! Who waits for news of what. It carries none itself: only that a workshop, or a seat of it, has moved.
//!
//! Whoever is told reads what there is by now. A word too many costs a reading; a word that was lost, a delay until the
//! next one or the next tick: never a hole.

use std::{
    collections::HashMap,
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
};

use tokio::sync::watch;

/// What can move.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Topic {
    /// A workshop, as its board shows it.
    Board(String),
    /// What is asked of one seat: workshop and seat.
    Seat(String, String),
}

#[derive(Debug, Default)]
pub struct Hub {
    topics: Mutex<HashMap<Topic, watch::Sender<u64>>>,
    /// Words said so far, about anything: each listener gets the number of the last one.
    said: AtomicU64,
}

impl Hub {
    /// Hears of a topic from now on.
    pub fn listen(&self, topic: Topic) -> watch::Receiver<u64> {
        self.with(|topics| topics.entry(topic).or_insert_with(|| watch::channel(self.said()).0).subscribe())
    }

    /// Tells whoever listens; a topic that nobody listens to is forgotten.
    pub fn tell(&self, topic: &Topic) {
        self.with(|topics| {
            let said = self.said.fetch_add(1, Ordering::Relaxed) + 1;
            let Some(told) = topics.get(topic) else { return };
            if told.receiver_count() == 0 {
                topics.remove(topic);
            } else {
                told.send_replace(said);
            }
        });
    }

    /// Topics that nobody listens to any more, of rooms that will never move again.
    pub fn forget_old(&self) {
        self.with(|topics| topics.retain(|_, told| told.receiver_count() > 0));
    }

    /// The number of the last word: whoever reads now knows what all the words up to it were about.
    pub fn said(&self) -> u64 {
        self.said.load(Ordering::Relaxed)
    }

    fn with<T>(&self, act: impl FnOnce(&mut HashMap<Topic, watch::Sender<u64>>) -> T) -> T {
        act(&mut self.topics.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn whoever_listens_is_told_and_nobody_else() {
        let hub = Hub::default();
        let mut board = hub.listen(Topic::Board("w".into()));
        let seat = hub.listen(Topic::Seat("w".into(), "s".into()));
        hub.tell(&Topic::Board("w".into()));
        hub.tell(&Topic::Board("w".into()));
        board.changed().await.expect("the hub is there");
        assert!(!board.has_changed().expect("the hub is there"), "twice told, heard once");
        assert!(!seat.has_changed().expect("the hub is there"));
    }

    #[test]
    fn a_topic_without_listeners_is_forgotten() {
        let hub = Hub::default();
        drop(hub.listen(Topic::Board("w".into())));
        hub.tell(&Topic::Board("w".into()));
        assert!(hub.with(|topics| topics.is_empty()));
        let board = hub.listen(Topic::Board("w".into()));
        drop(hub.listen(Topic::Board("v".into())));
        hub.forget_old();
        assert_eq!(hub.with(|topics| topics.len()), 1);
        drop(board);
    }
}
