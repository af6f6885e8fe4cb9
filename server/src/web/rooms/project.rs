//! The projected page over HTTP: how to come in, and how many have.

use app::{
    mediator::project::{self as pages, Projected},
    routes::room as routes,
};
use axum::{
    extract::{Path, Query, State},
    http::HeaderMap,
};

use super::{
    Drawn, Next, Reply, Room, Source, Watcher, Web, come_back, find, qr, shown, stream, streamed, who,
};
use crate::store::Door;

pub(in crate::web) async fn page(
    State(web): State<Web>,
    Path(id): Path<String>,
    headers: HeaderMap,
) -> Reply {
    let (staff, room) = find(&web, &headers, &id).await?;
    let present = web.backend.present(&room).await?;
    let here = come_back::here(&web, &headers);
    let invitation = room.row.invitation.as_deref().map(routes::invitation).unwrap_or_default();
    let projected = Projected {
        title: shown::title(&web, &room),
        address: here.trim_start_matches("http://").trim_start_matches("https://").to_owned(),
        code: room.row.code.as_deref().map(shown::spaced),
        picture: qr::of(&format!("{here}{invitation}")),
        present,
        shut: room.row.door == Door::Closed,
        shown: word(&room, present),
        room: id,
    };
    let who = who(&staff);
    Ok(web.page(|| pages::page(&who, projected)))
}

/// Tells apart what the page shows: people, door, code.
fn word(room: &Room, present: usize) -> String {
    stream::word(&format!("{present} {:?} {:?}", room.row.door, room.row.code))
}

/// Says when somebody has come in or left, or the door has moved.
pub(in crate::web) async fn live(
    State(web): State<Web>,
    Path(id): Path<String>,
    Query(drawn): Query<Drawn>,
    headers: HeaderMap,
) -> Reply {
    let shown = stream::shown(&headers, drawn);
    let (watcher, _) = Watcher::opens(web, &headers, id).await?;
    Ok(streamed(&watcher.web.clone(), watcher.hears(), Projecting { watcher, shown }))
}

struct Projecting {
    watcher: Watcher,
    shown: String,
}

impl Source for Projecting {
    async fn look(&mut self, _: u64) -> Next {
        let room = match self.watcher.still().await {
            Ok(room) => room,
            Err(next) => return next,
        };
        let Ok(present) = self.watcher.web.backend.present(&room).await else { return Next::Nothing };
        let now = word(&room, present);
        Next::ask_again(&mut self.shown, now)
    }
}
