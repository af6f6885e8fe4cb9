//! Streams of events that a page keeps open: what is new is looked for when somebody says so, and from time to time.
//!
//! A stream is made as it is read: one that is slow to read gets the last of what there is, and nothing piles up.

use std::{convert::Infallible, time::Duration};

use axum::{
    http::{HeaderName, HeaderValue, header},
    response::{
        IntoResponse as _, Response,
        sse::{Event, Sse},
    },
};
use futures_util::stream;
use tokio::{
    sync::watch,
    time::{Instant, sleep_until, timeout},
};

/// What a stream says next.
pub(super) enum Next {
    /// Nothing new: only a sign of life.
    Nothing,
    /// News, up to that position.
    News { line: String, position: i64 },
    /// The page is no more what it was: it is asked for again, and the stream ends.
    Reload,
}

/// What a stream looks at.
pub(super) trait Source: Send + 'static {
    fn look(&mut self) -> impl Future<Output = Next> + Send;
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
        self.told.mark_unchanged();
        let next = self.source.look().await;
        self.last = Instant::now();
        let first = !std::mem::replace(&mut self.begun, true);
        let event = match next {
            Next::Nothing => Event::default().comment(""),
            Next::News { line, position } => Event::default().id(position.to_string()).data(line),
            Next::Reload => {
                self.over = true;
                Event::default().event("recharger").data("-")
            }
        };
        Some(if first { event.retry(Duration::from_millis(come_back)) } else { event })
    }
}
