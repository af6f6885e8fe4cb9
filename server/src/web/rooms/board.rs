//! The board over HTTP: its page, and what changes on it.

use app::mediator::board as pages;
use axum::{
    extract::{Path, Query, State},
    http::HeaderMap,
};

use super::{Drawn, Following, Next, Reply, Source, Watcher, Web, find, stream, streamed, who};

pub(in crate::web) async fn page(
    State(web): State<Web>,
    Path(id): Path<String>,
    Query(query): Query<Following>,
    headers: HeaderMap,
) -> Reply {
    let (staff, room) = find(&web, &headers, &id).await?;
    let mut board = {
        let drawing = web.drawings.now(&web, &room).await?;
        pages::Board { shown: drawing.position(), ..drawing.board().clone() }
    };
    board.follows = query.suivre.as_deref() != Some("non");
    board.note = query.note();
    // What was refused is read at ease.
    board.follows &= matches!(board.note, None | Some(pages::Note::Done(_)));
    let who = who(&staff);
    Ok(web.page(|| pages::page(&who, board)))
}

/// What has changed since the page was drawn, or since it was last told.
pub(in crate::web) async fn live(
    State(web): State<Web>,
    Path(id): Path<String>,
    Query(drawn): Query<Drawn>,
    headers: HeaderMap,
) -> Reply {
    let shown = stream::shown(&headers, drawn);
    let (watcher, _) = Watcher::opens(web, &headers, id).await?;
    Ok(streamed(&watcher.web.clone(), watcher.hears(), Watching { watcher, shown }))
}

struct Watching {
    watcher: Watcher,
    /// The drawing that the page shows.
    shown: String,
}

impl Source for Watching {
    async fn look(&mut self, told: u64) -> Next {
        let room = match self.watcher.still().await {
            Ok(room) => room,
            Err(next) => return next,
        };
        let web = &self.watcher.web;
        let Ok(drawing) = web.drawings.as_told(web, &room, told).await else { return Next::Nothing };
        let news = drawing.since(&self.shown);
        self.shown = drawing.position();
        drop(drawing);
        Next::parts(news, &self.shown)
    }
}
