//! One learner's place over HTTP: its page, and what changes on it.

use app::{
    live::News,
    mediator::seat::{self as pages, Followed},
};
use axum::{
    extract::{Path, Query, State},
    http::HeaderMap,
};
use scenarios::rehearsal;

use super::{
    Drawn, Failed, Following, Next, Reply, Room, Source, Watcher, Web, find,
    shown::{minute, shown},
    stream, streamed, who,
};

pub(in crate::web) async fn page(
    State(web): State<Web>,
    Path((id, seat)): Path<(String, String)>,
    Query(query): Query<Following>,
    headers: HeaderMap,
) -> Reply {
    let (staff, room) = find(&web, &headers, &id).await?;
    let followed = Followed { note: query.note(), ..followed(&web, &room, &seat).await? };
    let shown = stream::word(&pages::parts(&followed).concat());
    let who = who(&staff);
    Ok(web.page(|| pages::page(&who, &followed, &shown)))
}

async fn followed(web: &Web, room: &Room, seat: &str) -> Result<Followed, Failed> {
    let watched = web.backend.watch(room).await?;
    let board = shown(web, &watched);
    let one = board.seats.into_iter().find(|one| one.id == seat).ok_or(app::failure::Failure::NotFound)?;
    let minutes = watched.minutes.iter().filter(|minute| minute.seat == seat);
    let review = if one.begun {
        let found = web.backend.rehearsal_of(room, seat).await?;
        Some(rehearsal::review(&found.graph, &found.state))
    } else {
        None
    };
    Ok(Followed {
        head: board.head,
        seat: one,
        now_ms: board.now_ms,
        minutes: minutes.map(|it| minute(&watched, it, false)).collect(),
        review,
        note: None,
    })
}

/// The parts of the page that are not as they were.
pub(in crate::web) async fn live(
    State(web): State<Web>,
    Path((id, seat)): Path<(String, String)>,
    Query(drawn): Query<Drawn>,
    headers: HeaderMap,
) -> Reply {
    let shown = stream::shown(&headers, drawn);
    let (watcher, _) = Watcher::opens(web, &headers, id).await?;
    Ok(streamed(&watcher.web.clone(), watcher.hears(), One { watcher, seat, shown, sent: Vec::new() }))
}

struct One {
    watcher: Watcher,
    seat: String,
    shown: String,
    /// The parts as they were sent.
    sent: Vec<String>,
}

impl Source for One {
    async fn look(&mut self, _: u64) -> Next {
        let room = match self.watcher.still().await {
            Ok(room) => room,
            Err(next) => return next,
        };
        // The seat was taken back: the page says so when it is asked for again.
        let Ok(followed) = followed(&self.watcher.web, &room, &self.seat).await else { return Next::Reload };
        let parts = pages::parts(&followed);
        let now = stream::word(&parts.concat());
        let mut news = News::default();
        if self.shown != now {
            for part in parts.iter().filter(|part| !self.sent.contains(part)) {
                news.part(part);
            }
        }
        self.sent = parts.into();
        self.shown.clone_from(&now);
        if news.is_empty() { Next::Nothing } else { Next::News { line: news.into_line(), shown: now } }
    }
}
