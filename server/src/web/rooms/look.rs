//! Over the shoulder, over HTTP. Asking is an act, in the journal; the page renews it while it is looked at.

use app::{
    mediator::{
        board::{ACT, Note},
        look::{self as pages, Seen},
    },
    mirror::site::Site,
    routes::room as routes,
};
use axum::{
    extract::{Path, Query, State},
    http::HeaderMap,
};
use scenarios::rehearsal::{self, Draft, Viewer};

use super::{Drawn, Form, Next, Reply, Source, Watcher, Web, animal, find, see, stream, streamed, who};
use crate::{
    backend::{Found, Looking, Refusal, Room, Staff},
    store::Standing,
};

/// « Regarder sa page », or « Ne plus regarder ».
pub(in crate::web) async fn begin(
    State(web): State<Web>,
    Path((id, seat)): Path<(String, String)>,
    headers: HeaderMap,
    form: Form,
) -> Reply {
    let (staff, room) = find(&web, &headers, &id).await?;
    let routes = routes::Room(&id);
    if form.get(ACT) == Some("arreter") {
        web.backend.end_look(&room, &seat, &staff.account);
        return Ok(see(&routes.seat(&seat)));
    }
    let gone = web.backend.seat_of(&room, &seat).await?.standing != Standing::In;
    if gone || web.backend.rehearsal_of(&room, &seat).await.is_err() {
        return Ok(see(&format!("{}?note={}", routes.board(), Note::Nobody.word())));
    }
    web.backend.begin_look(&room, &seat, &staff.account, &staff.name);
    web.backend.note(&staff, "regard", "").await?;
    Ok(see(&routes.look(&seat)))
}

pub(in crate::web) async fn page(
    State(web): State<Web>,
    Path((id, seat)): Path<(String, String)>,
    headers: HeaderMap,
) -> Reply {
    let (staff, room) = find(&web, &headers, &id).await?;
    let row = web.backend.seat_of(&room, &seat).await?;
    let (seen, shown) = seen(&web, &room, &seat, &staff).await?;
    let who = who(&staff);
    Ok(web.page(|| pages::page(&who, &id, &seat, animal(row.number), &shown, seen)))
}

/// Tells apart what the page shows.
fn word(found: &Found, look: Option<&Looking>) -> String {
    stream::word(&format!("{} {} {:?}", found.rehearsal, found.seq, look.map(|look| look.agreed)))
}

/// What the page shows, and the word for it.
async fn seen(web: &Web, room: &Room, seat: &str, staff: &Staff) -> Result<(Seen, String), Refusal> {
    let look = web.backend.renew_look(room, seat, &staff.account);
    let found = web.backend.rehearsal_of(room, seat).await?;
    let word = word(&found, look.as_ref());
    let Some(look) = look else {
        let declined = web.backend.has_declined(room, seat, &staff.account);
        return Ok((if declined { Seen::Declined } else { Seen::Over }, word));
    };
    let (viewer, draft) = if look.agreed {
        (Viewer::Learner, web.backend.draft(&found))
    } else {
        (Viewer::Staff, Draft::default())
    };
    let shown = rehearsal::screen(&found.graph, &found.state, &found.state.screen, &draft, viewer);
    let seen = match shown {
        Some(screen) => Seen::Screen {
            site: Site::at(&found.graph.site, &screen.path),
            screen: Box::new(screen),
            agreed: look.agreed,
        },
        None => Seen::Over,
    };
    Ok((seen, word))
}

/// Says when the page has changed. It renews the look: whoever closes the page looks no more.
pub(in crate::web) async fn live(
    State(web): State<Web>,
    Path((id, seat)): Path<(String, String)>,
    Query(drawn): Query<Drawn>,
    headers: HeaderMap,
) -> Reply {
    let shown = stream::shown(&headers, drawn);
    let (watcher, staff) = Watcher::opens(web, &headers, id).await?;
    let room = watcher.web.backend.room(&watcher.place, &watcher.room).await?;
    Ok(streamed(
        &watcher.web.clone(),
        watcher.hears(),
        Looked { watcher, room, seat, by: staff.account, shown, renewed_at: 0 },
    ))
}

struct Looked {
    watcher: Watcher,
    room: Room,
    seat: String,
    /// The account that looks.
    by: String,
    shown: String,
    /// When this stream last renewed the look.
    renewed_at: i64,
}

impl Source for Looked {
    async fn look(&mut self, _: u64) -> Next {
        if let Err(next) = self.watcher.still().await {
            return next;
        }
        let backend = &self.watcher.web.backend;
        let look = backend.renew_look(&self.room, &self.seat, &self.by);
        self.renewed_at = look.as_ref().map_or(self.renewed_at, |look| look.renewed_at);
        let found = match backend.rehearsal_of(&self.room, &self.seat).await {
            Ok(found) => found,
            Err(Refusal::NotThere) => return Next::Reload,
            Err(_) => return Next::Nothing,
        };
        let now = word(&found, look.as_ref());
        Next::ask_again(&mut self.shown, now)
    }
}

impl Drop for Looked {
    fn drop(&mut self) {
        self.watcher.web.backend.leave_look(&self.room, &self.seat, &self.by, self.renewed_at);
    }
}
