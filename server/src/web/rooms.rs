//! Rooms over HTTP, for the staff of their place: opening, the board and its stream, acts, looks, the report.
//!
//! Whoever is of another place finds nothing here: each page asks `Backend::room` with the place of whoever asks.

mod acts;
mod look;
mod open;
mod report;
mod shown;

use std::collections::HashMap;

use app::{
    learner::envelope,
    live::{CHANGED, News, SAID},
    mediator::{
        board::{self as pages, GROUP, HEAD, LINES, MINUTES, Note, TILES},
        envelopes::{self as envelopes_page, Kit},
        project::{self, Projected},
        rooms::{self as listing, Listed, MODEL, Rooms},
        seat::{self as seat_page, Followed},
    },
    render::to_html,
    routes::room as routes,
    ui::animal::Animal,
};
use axum::{
    extract::{Path, Query, State},
    http::HeaderMap,
};
use serde::Deserialize;

use self::shown::{minute, shown};
pub(super) use self::{
    acts::act,
    look::{begin as begin_look, live as look_live, page as look},
    open::{ask as ask_to_open, open},
    report::{csv, page as report},
};
use super::{
    Web, come_back,
    form::Form,
    pages as learners, qr,
    reply::{Failed, Reply, see},
    room::animal,
    staff::{session, staff, who},
    stream::{self, Next, Source},
    when,
};
use crate::{
    backend::{Found, Room, Staff, Topic, Watched},
    store::Standing,
};

/// The room of that id, and whoever of its place asks.
pub(super) async fn find(web: &Web, headers: &HeaderMap, id: &str) -> Result<(Staff, Room), Failed> {
    let staff = staff(web, headers).await?;
    let room = web.backend.room(&staff.place.id, id).await.map_err(|refusal| match refusal {
        crate::backend::Refusal::NotThere => app::failure::Failure::NotFound.into(),
        other => Failed::from(other),
    })?;
    Ok((staff, room))
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

pub(super) async fn board(
    State(web): State<Web>,
    Path(id): Path<String>,
    Query(query): Query<Following>,
    headers: HeaderMap,
) -> Reply {
    let (staff, room) = find(&web, &headers, &id).await?;
    let watched = web.backend.watch(&room).await?;
    let mut board = shown(&web, &watched);
    board.follows = query.suivre.as_deref() != Some("non");
    board.note = query.note.as_deref().and_then(Note::read);
    let who = who(&staff);
    Ok(web.page(|| pages::page(&who, board)))
}

/// What changes on the board, as it changes: only the parts that are not as they were sent.
pub(super) async fn live(State(web): State<Web>, Path(id): Path<String>, headers: HeaderMap) -> Reply {
    let (staff, room) = find(&web, &headers, &id).await?;
    let (_, token) = session(&web, &headers).await?;
    let told = web.backend.hub.listen(Topic::Board(id.clone()));
    let closing = web.backend.closing();
    let source = Watching {
        web,
        id: room.row.workshop,
        place: staff.place.id,
        token,
        sent: HashMap::new(),
        calling: None,
    };
    Ok(stream::stream(source, told, closing, crate::chance::seed()))
}

struct Watching {
    web: Web,
    id: String,
    place: String,
    token: String,
    /// What was sent of each part.
    sent: HashMap<String, String>,
    /// Who needed somebody when it was last said.
    calling: Option<Vec<String>>,
}

impl Source for Watching {
    async fn look(&mut self) -> Next {
        // Rights are looked at each time: a session that ended sees nothing more.
        match self.web.backend.staff(&self.token).await {
            Ok(Some(staff)) if staff.place.id == self.place => {}
            Ok(_) => return Next::Reload,
            Err(_) => return Next::Nothing,
        }
        let watched = match self.web.backend.room(&self.place, &self.id).await {
            Ok(room) => self.web.backend.watch(&room).await,
            Err(crate::backend::Refusal::NotThere) => return Next::Reload,
            Err(other) => Err(other),
        };
        let Ok(watched) = watched else { return Next::Nothing };
        let news = self.news(&watched);
        if news.is_empty() {
            return Next::Nothing;
        }
        Next::News { line: news.into_line(), position: watched.position }
    }
}

impl Watching {
    fn news(&mut self, watched: &Watched) -> News {
        let board = shown(&self.web, watched);
        let mut news = News::default();
        let crowd = board.seats.len();
        let (mut lines, mut tiles) = (Vec::new(), Vec::new());
        for (rank, seat) in board.seats.iter().enumerate() {
            let id = format!("place-{}", seat.id);
            self.part(&mut news, &id, pages::line(&board.head, seat, rank, crowd, board.now_ms));
            if pages::is_line(seat, rank, crowd) { lines.push(id) } else { tiles.push(id) }
        }
        for (inside, ids) in [(LINES, lines), (TILES, tiles)] {
            let ordered = ids.join(" ");
            let key = format!("ordre-{inside}");
            if self.sent.get(&key) != Some(&ordered) {
                news.order(inside, ids.iter().map(String::as_str));
                self.sent.insert(key, ordered);
            }
        }
        self.part(&mut news, HEAD, to_html(|| pages::head_part(&board.head)));
        self.part(&mut news, GROUP, to_html(|| pages::group(&board.group)));
        self.part(&mut news, MINUTES, to_html(|| pages::minutes(&board.minutes)));
        self.say(&mut news, &board);
        news
    }

    fn part(&mut self, news: &mut News, id: &str, html: String) {
        if self.sent.get(id) != Some(&html) {
            news.part(&html);
            self.sent.insert(id.to_owned(), html);
        }
    }

    /// Soberly: who needs somebody and did not before.
    fn say(&mut self, news: &mut News, board: &pages::Board) {
        let calling: Vec<String> = board
            .seats
            .iter()
            .filter(|seat| seat.reasons.first().is_some_and(|reason| reason.why.calls()))
            .map(|seat| seat.animal.called())
            .collect();
        if let Some(before) = self.calling.replace(calling.clone()) {
            let new: Vec<String> = calling.into_iter().filter(|called| !before.contains(called)).collect();
            if !new.is_empty() {
                news.part(&format!("<p id=\"{SAID}\">À aider\u{a0}: {}.</p>", new.join(", ")));
            }
        }
    }
}

/// Says when somebody has come in or left, or the door has moved.
pub(super) async fn projected_live(
    State(web): State<Web>,
    Path(id): Path<String>,
    headers: HeaderMap,
) -> Reply {
    let (staff, room) = find(&web, &headers, &id).await?;
    let (_, token) = session(&web, &headers).await?;
    let told = web.backend.hub.listen(Topic::Board(id.clone()));
    let closing = web.backend.closing();
    let source = Projecting { web, id: room.row.workshop, place: staff.place.id, token, shown: None };
    Ok(stream::stream(source, told, closing, crate::chance::seed()))
}

struct Projecting {
    web: Web,
    id: String,
    place: String,
    token: String,
    /// What the page shows: people, door, code.
    shown: Option<String>,
}

impl Source for Projecting {
    async fn look(&mut self) -> Next {
        match self.web.backend.staff(&self.token).await {
            Ok(Some(staff)) if staff.place.id == self.place => {}
            Ok(_) => return Next::Reload,
            Err(_) => return Next::Nothing,
        }
        let Ok(room) = self.web.backend.room(&self.place, &self.id).await else { return Next::Nothing };
        let Ok(present) = self.web.backend.present(&room).await else { return Next::Nothing };
        let now = format!("{present} {:?} {:?}", room.row.door, room.row.code);
        if self.shown.as_ref() == Some(&now) {
            return Next::Nothing;
        }
        // The page was drawn a moment ago.
        let first = self.shown.replace(now).is_none();
        if first { Next::Nothing } else { Next::News { line: CHANGED.to_owned(), position: 0 } }
    }
}

/// To be projected.
pub(super) async fn projected(State(web): State<Web>, Path(id): Path<String>, headers: HeaderMap) -> Reply {
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
        shut: room.row.door == crate::store::Door::Closed,
        room: id,
    };
    let who = who(&staff);
    Ok(web.page(|| project::page(&who, projected)))
}

/// One learner.
pub(super) async fn seat(
    State(web): State<Web>,
    Path((id, seat)): Path<(String, String)>,
    Query(query): Query<Following>,
    headers: HeaderMap,
) -> Reply {
    let (staff, room) = find(&web, &headers, &id).await?;
    let watched = web.backend.watch(&room).await?;
    let board = shown(&web, &watched);
    let one = board.seats.into_iter().find(|one| one.id == seat).ok_or(app::failure::Failure::NotFound)?;
    let minutes =
        watched.minutes.iter().filter(|minute| minute.seat == seat).map(|it| minute(&watched, it, false));
    let review = if one.begun {
        let found = web.backend.rehearsal_of(&room, &seat).await?;
        Some(scenarios::rehearsal::review(&found.graph, &found.state))
    } else {
        None
    };
    let followed = Followed {
        head: board.head,
        seat: one,
        now_ms: board.now_ms,
        minutes: minutes.collect(),
        review,
        note: query.note.as_deref().and_then(Note::read),
    };
    let who = who(&staff);
    Ok(web.page(|| seat_page::page(&who, followed)))
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
