//! One learner's place over HTTP: its page, and what changes on it.

use app::{
    failure::Failure,
    live::News,
    mediator::seat::{self as pages, Followed},
};
use axum::{
    extract::{Path, Query, State},
    http::HeaderMap,
};
use scenarios::rehearsal;

use super::{
    Drawn, Following, Next, Refusal, Reply, Room, Source, Watcher, Web, find,
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
    let followed = followed(&web, &room, &seat).await?.ok_or(Failure::NotFound)?;
    let followed = Followed { note: query.note(), ..followed };
    let shown = stream::word(&pages::parts(&followed).concat());
    let who = who(&staff);
    Ok(web.page(|| pages::page(&who, &followed, &shown)))
}

/// `None`: the seat was taken back, or never given.
async fn followed(web: &Web, room: &Room, seat: &str) -> Result<Option<Followed>, Refusal> {
    let watched = web.backend.watch(room).await?;
    let board = shown(web, &watched);
    let Some(one) = board.seats.into_iter().find(|one| one.id == seat) else { return Ok(None) };
    let minutes = watched.minutes.iter().filter(|minute| minute.seat == seat);
    let review = if one.begun {
        let found = web.backend.rehearsal_of(room, seat).await?;
        Some(rehearsal::review(&found.graph, &found.state))
    } else {
        None
    };
    Ok(Some(Followed {
        head: board.head,
        seat: one,
        now_ms: board.now_ms,
        minutes: minutes.map(|it| minute(&watched, it, false)).collect(),
        review,
        note: None,
    }))
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
        let followed = match followed(&self.watcher.web, &room, &self.seat).await {
            Ok(Some(followed)) => followed,
            // The page says so when it is asked for again.
            Ok(None) => return Next::Reload,
            Err(_) => return Next::Nothing,
        };
        let parts = pages::parts(&followed);
        let now = stream::word(&parts.concat());
        let mut news = News::default();
        if self.shown != now {
            for part in parts.iter().filter(|part| !self.sent.contains(part)) {
                news.part(part);
            }
        }
        self.sent = parts.into();
        self.shown = now;
        Next::parts(news, &self.shown)
    }
}
