//! Rooms over HTTP, for the staff of their place: opening, the board and its stream, acts, looks, the report.
//!
//! Whoever is of another place finds nothing here: each page asks `Backend::room` with the place of whoever asks.

mod acts;
mod board;
mod drawing;
mod look;
mod open;
mod project;
mod report;
mod seat;
mod shown;
mod spreadsheet;

use app::{
    learner::envelope,
    mediator::{
        board::Note,
        envelopes::{self as envelopes_page, Kit},
        rooms::{self as listing, Listed, MODEL, Rooms},
    },
    routes::room as routes,
    ui::animal::Animal,
};
use axum::{
    extract::{Path, State},
    http::HeaderMap,
    response::Response,
};
use serde::Deserialize;
use tokio::sync::watch;

pub(super) use self::{
    acts::act,
    board::{live, page as board},
    drawing::Drawings,
    look::{begin as begin_look, live as look_live, page as look},
    open::{ask as ask_to_open, open},
    project::{live as projected_live, page as projected},
    report::page as report,
    seat::{live as seat_live, page as seat},
    spreadsheet::csv,
};
use super::{
    Web, come_back,
    form::Form,
    pages as learners, qr,
    reply::{Failed, Reply, see},
    room::animal,
    staff::{session, staff, who},
    stream::{self, Drawn, Next, Source},
    when,
};
use crate::{
    backend::{Found, Refusal, Room, Staff, Topic},
    chance,
    store::Standing,
};

/// The room of that id, and whoever of its place asks.
async fn find(web: &Web, headers: &HeaderMap, id: &str) -> Result<(Staff, Room), Failed> {
    let staff = staff(web, headers).await?;
    let room = of_place(web, &staff, id).await?;
    Ok((staff, room))
}

async fn of_place(web: &Web, staff: &Staff, id: &str) -> Result<Room, Failed> {
    web.backend.room(&staff.place.id, id).await.map_err(|refusal| match refusal {
        Refusal::NotThere => app::failure::Failure::NotFound.into(),
        other => Failed::from(other),
    })
}

/// Somebody whose page is open on a room. Rights are looked at each time its stream speaks: a session that ended, or
/// whoever went to another place, hears nothing more.
struct Watcher {
    web: Web,
    token: String,
    place: String,
    room: String,
}

impl Watcher {
    async fn opens(web: Web, headers: &HeaderMap, room: String) -> Result<(Self, Staff), Failed> {
        let (staff, token) = session(&web, headers).await?;
        of_place(&web, &staff, &room).await?;
        Ok((Self { web, token, place: staff.place.id.clone(), room }, staff))
    }

    /// Hears what moves in the room, for as long as the browser reads.
    fn hears(&self) -> watch::Receiver<u64> {
        self.web.backend.hub.listen(Topic::Board(self.room.clone()))
    }

    /// The room, for as long as it may be seen; otherwise what its stream says next.
    async fn still(&self) -> Result<Room, Next> {
        match self.web.backend.staff(&self.token).await {
            Ok(Some(staff)) if staff.place.id == self.place => {}
            Ok(_) => return Err(Next::Reload),
            Err(_) => return Err(Next::Nothing),
        }
        self.web.backend.room(&self.place, &self.room).await.map_err(|refusal| match refusal {
            Refusal::NotThere => Next::Reload,
            _ => Next::Nothing,
        })
    }
}

/// What a page of the staff hears.
fn streamed(web: &Web, told: watch::Receiver<u64>, source: impl Source) -> Response {
    stream::stream(source, told, web.backend.closing(), chance::seed())
}

pub(super) async fn list(State(web): State<Web>, headers: HeaderMap) -> Reply {
    let staff = staff(&web, &headers).await?;
    let rooms = web.backend.rooms(&staff.place.id).await?.into_iter().map(|room| Listed {
        title: shown::title(&web, &room),
        opened: when::moment(room.row.opened_at_ms),
        code: room.row.code.as_deref().map(shown::spaced),
        people: room.row.given,
        kept: shown::kept(&web, &room),
        id: room.row.workshop,
    });
    let rooms = Rooms {
        rooms: rooms.collect(),
        models: web
            .backend
            .models(&staff.place.id)
            .await?
            .into_iter()
            .map(|(row, _)| (row.id, row.name))
            .collect(),
    };
    let who = who(&staff);
    Ok(web.page(|| listing::page(&who, rooms)))
}

pub(super) async fn drop_model(State(web): State<Web>, headers: HeaderMap, form: Form) -> Reply {
    let staff = staff(&web, &headers).await?;
    web.backend.drop_model(&staff.place.id, form.get(MODEL).unwrap_or_default()).await?;
    Ok(see(routes::ROOMS))
}

#[derive(Deserialize)]
pub(super) struct Following {
    suivre: Option<String>,
    /// How an act ended, by a word of ours.
    note: Option<String>,
}

impl Following {
    fn note(&self) -> Option<Note> {
        self.note.as_deref().and_then(Note::read)
    }
}

/// The papers of all the seats, to be printed in one go.
pub(super) async fn envelopes(State(web): State<Web>, Path(id): Path<String>, headers: HeaderMap) -> Reply {
    let (staff, room) = find(&web, &headers, &id).await?;
    let watched = web.backend.watch(&room).await?;
    let mut kits = Vec::new();
    for seat in watched.seats.iter().filter(|seat| seat.row.standing == Standing::In) {
        if let Some(latest) = &seat.latest {
            kits.push((animal(seat.row.number), web.backend.of_workshop(&id, &latest.rehearsal).await?));
        }
    }
    let who = who(&staff);
    let title = shown::title(&web, &room);
    Ok(web.page(|| {
        let kit = |(animal, found): &(Animal, Found)| {
            let exercise = learners::shown(&found.rehearsal, found, None);
            Kit { animal: *animal, title: envelope::title(exercise), content: envelope::kit(exercise) }
        };
        envelopes_page::page(&who, &id, &title, kits.iter().map(kit).collect())
    }))
}
