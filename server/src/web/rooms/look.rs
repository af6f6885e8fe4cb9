//! Over the shoulder, over HTTP. Asking is an act, in the journal; the page renews it while it is looked at.

use app::{
    failure::Failure,
    live::CHANGED,
    mediator::{
        board::ACT,
        look::{self as pages, Seen},
    },
    routes::room as routes,
};
use axum::{
    extract::{Path, State},
    http::HeaderMap,
};
use scenarios::rehearsal::{self, Draft, Viewer};

use super::{Form, Next, Reply, Source, Web, animal, find, see, session, stream, who};
use crate::{
    backend::{Refusal, Room, Staff, Topic},
    library::digest,
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
    web.backend.rehearsal_of(&room, &seat).await.map_err(|_| Failure::NotFound)?;
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
    let seen = seen(&web, &room, &seat, &staff).await?;
    let who = who(&staff);
    Ok(web.page(|| pages::page(&who, &id, &seat, animal(row.number), seen)))
}

async fn seen(web: &Web, room: &Room, seat: &str, staff: &Staff) -> Result<Seen, Refusal> {
    let Some(look) = web.backend.renew_look(room, seat, &staff.account) else {
        let declined = web.backend.has_declined(room, seat, &staff.account);
        return Ok(if declined { Seen::Declined } else { Seen::Over });
    };
    let found = web.backend.rehearsal_of(room, seat).await?;
    let (viewer, draft) = if look.agreed {
        (Viewer::Learner, web.backend.draft(&found))
    } else {
        (Viewer::Staff, Draft::default())
    };
    let shown = rehearsal::screen(&found.graph, &found.state, &found.state.screen, &draft, viewer);
    Ok(match shown {
        Some(screen) => Seen::Screen {
            screen: Box::new(screen),
            agreed: look.agreed,
            site: found.graph.site.name.clone(),
        },
        None => Seen::Over,
    })
}

/// Says when the page has changed. It renews the look: whoever closes the page looks no more.
pub(in crate::web) async fn live(
    State(web): State<Web>,
    Path((id, seat)): Path<(String, String)>,
    headers: HeaderMap,
) -> Reply {
    let (staff, room) = find(&web, &headers, &id).await?;
    let (_, token) = session(&web, &headers).await?;
    let told = web.backend.hub.listen(Topic::Board(id.clone()));
    let closing = web.backend.closing();
    let source = Looked { web, room, seat, staff, token, shown: None };
    Ok(stream::stream(source, told, closing, crate::chance::seed()))
}

struct Looked {
    web: Web,
    room: Room,
    seat: String,
    staff: Staff,
    token: String,
    shown: Option<String>,
}

impl Source for Looked {
    async fn look(&mut self) -> Next {
        match self.web.backend.staff(&self.token).await {
            Ok(Some(staff)) if staff.place.id == self.room.row.place => {}
            Ok(_) => return Next::Reload,
            Err(_) => return Next::Nothing,
        }
        let look = self.web.backend.renew_look(&self.room, &self.seat, &self.staff.account);
        let Ok(found) = self.web.backend.rehearsal_of(&self.room, &self.seat).await else {
            return Next::Reload;
        };
        let told = format!("{} {:?}", found.seq, look.map(|look| look.agreed));
        let now = digest(told.as_bytes());
        let first = self.shown.is_none();
        if self.shown.as_ref() == Some(&now) {
            return Next::Nothing;
        }
        self.shown = Some(now);
        // The page was drawn a moment ago.
        if first { Next::Nothing } else { Next::News { line: CHANGED.to_owned(), position: found.seq } }
    }
}

impl Drop for Looked {
    fn drop(&mut self) {
        self.web.backend.end_look(&self.room, &self.seat, &self.staff.account);
    }
}
