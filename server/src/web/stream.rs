//! Streams of events that a page keeps open: what is new is looked for when somebody says so, and from time to time.
//!
//! A stream is made as it is read: one that is slow to read gets the last of what there is, and nothing piles up. A page
//! says what it shows already, when it first asks and when it comes back after a cut: it is sent what has changed since.

use std::{convert::Infallible, time::Duration};

use app::live::{CHANGED, News};
use axum::{
    http::{HeaderMap, HeaderName, HeaderValue, header},
    response::{
        IntoResponse as _, Response,
        sse::{Event, Sse},
    },
};
use futures_util::stream;
use serde::Deserialize;
use tokio::{
    sync::watch,
    time::{Instant, sleep_until, timeout},
};

use crate::library::digest;

/// What a stream says next.
pub(super) enum Next {
    /// Nothing new: only a sign of life.
    Nothing,
    /// News, and the word for what the page shows then: a browser that comes back hands it in.
    News { line: String, shown: String },
    /// The page is no more what it was: it is asked for again, and the stream ends.
    Reload,
}

impl Next {
    /// The page is to be asked for again, unless it shows that already.
    pub(super) fn ask_again(shown: &mut String, now: String) -> Self {
        if *shown == now {
            return Self::Nothing;
        }
        shown.clone_from(&now);
        Self::News { line: CHANGED.to_owned(), shown: now }
    }

    /// Parts of the page, if there are any.
    pub(super) fn parts(news: News, shown: &str) -> Self {
        if news.is_empty() {
            return Self::Nothing;
        }
        Self::News { line: news.into_line(), shown: shown.to_owned() }
    }
}

/// What a stream looks at.
pub(super) trait Source: Send + 'static {
    /// `told`: the number of the last word of the hub that the stream has heard.
    fn look(&mut self, told: u64) -> impl Future<Output = Next> + Send;
}

/// A word for what a page shows: the same word, the same page.
pub(super) fn word(told: &str) -> String {
    let mut word = digest(told.as_bytes());
    word.truncate(16);
    word
}

/// What a page was drawn with.
#[derive(Deserialize)]
pub(super) struct Drawn {
    vu: Option<String>,
}

/// What a page shows already: as of the last message that reached it, or as it was drawn.
pub(super) fn shown(headers: &HeaderMap, drawn: Drawn) -> String {
    let last = headers.get("last-event-id").and_then(|last| last.to_str().ok()).map(str::to_owned);
    last.or(drawn.vu).unwrap_or_default()
}

/// Between two looks when nobody says anything: times go by, and a browser that left is noticed.
const TICK: Duration = Duration::from_secs(5);
/// Between two messages at the least: what happens meanwhile goes together.
const APART: Duration = Duration::from_millis(60);
/// How long a browser waits before it comes back, in milliseconds; a little more for some than for others.
const COME_BACK: u64 = 1_000;

struct Stream<S> {
    source: S,
    told: watch::Receiver<u64>,
    closing: watch::Receiver<bool>,
    last: Instant,
    begun: bool,
    over: bool,
}

/// A response that goes on for as long as the browser reads it, or until `closing` says so.
pub(super) fn stream(
    source: impl Source,
    told: watch::Receiver<u64>,
    closing: watch::Receiver<bool>,
    spread: u64,
) -> Response {
    let start = Stream { source, told, closing, last: Instant::now(), begun: false, over: false };
    let events = stream::unfold(start, move |mut stream| async move {
        let event = stream.next(COME_BACK + spread % COME_BACK).await?;
        Some((Ok::<_, Infallible>(event), stream))
    });
    let mut response = Sse::new(events).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(HeaderName::from_static("x-accel-buffering"), HeaderValue::from_static("no"));
    response
}

impl<S: Source> Stream<S> {
    async fn next(&mut self, come_back: u64) -> Option<Event> {
        if self.over || *self.closing.borrow() {
            return None;
        }
        if self.begun {
            // What was said while the last message was read is heard at once.
            let tick = tokio::select! {
                told = timeout(TICK, self.told.changed()) => match told {
                    Ok(Ok(())) => false,
                    Ok(Err(_)) => return None,
                    Err(_) => true,
                },
                _ = self.closing.changed() => return None,
            };
            if !tick {
                sleep_until(self.last + APART).await;
            }
        }
        let told = *self.told.borrow_and_update();
        let next = self.source.look(told).await;
        self.last = Instant::now();
        let first = !std::mem::replace(&mut self.begun, true);
        let event = match next {
            Next::Nothing => Event::default().comment(""),
            Next::News { line, shown } => Event::default().id(shown).data(line),
            Next::Reload => {
                self.over = true;
                Event::default().event("recharger").data("-")
            }
        };
        Some(if first { event.retry(Duration::from_millis(come_back)) } else { event })
    }
}
