//! Coming into a room over HTTP: by the code, or by the link that a telephone read.

use app::{
    failure::Failure,
    learner::join::{self as pages, Arrived, Joining},
    routes::{Exercise, room},
};
use axum::{
    extract::{Path, State},
    http::{Extensions, HeaderMap, header},
    response::Response,
};

use super::{
    Web,
    answer::pass,
    form::Form,
    peer,
    reply::{Failed, Reply, see},
    room::{animal, begun},
    stream::{self, Next, Source},
};
use crate::{
    backend::{Code, Here, Misread, Pass, Refusal, Seated, Topic},
    store::Standing,
};

pub(super) async fn ask(State(web): State<Web>, headers: HeaderMap) -> Reply {
    let under_way = under_way(&web, &headers).await?;
    Ok(web.page(|| pages::page("", Joining::NotYet, under_way)))
}

/// A slip costs nothing; a whole code that opens nothing counts.
pub(super) async fn join(
    State(web): State<Web>,
    headers: HeaderMap,
    extensions: Extensions,
    form: Form,
) -> Reply {
    let typed = form.get(room::CODE).unwrap_or_default();
    let from = peer::address(&web.reach, &headers, &extensions);
    let joining = match Code::read(typed) {
        Err(Misread::Nothing) => Joining::Nothing,
        Err(Misread::Length) => Joining::Length,
        Err(Misread::Check) => Joining::Slip,
        Ok(code) => match web.backend.join(&code, from).await {
            Ok(pass) => return come_in(&web, &headers, &pass).await,
            Err(Refusal::NotThere) => Joining::NotOpen,
            Err(Refusal::Contended) => Joining::Busy,
            Err(other) => return Err(other.into()),
        },
    };
    // What is shown again is digits, and nothing that anybody could have meant otherwise.
    let kept: String =
        typed.chars().filter(|letter| letter.is_ascii_digit() || *letter == ' ').take(14).collect();
    let under_way = under_way(&web, &headers).await?;
    Ok(web.page(|| pages::page(&kept, joining, under_way)))
}

pub(super) async fn invited(State(web): State<Web>, Path(token): Path<String>, headers: HeaderMap) -> Reply {
    let under_way = under_way(&web, &headers).await?;
    Ok(web.page(|| pages::invited(&token, under_way)))
}

pub(super) async fn join_invited(
    State(web): State<Web>,
    Path(token): Path<String>,
    headers: HeaderMap,
    _: Form,
) -> Reply {
    match web.backend.join_invited(&token).await {
        Ok(pass) => come_in(&web, &headers, &pass).await,
        Err(Refusal::NotThere) => Ok(web.page(|| pages::page("", Joining::NotOpen, None))),
        Err(other) => Err(other.into()),
    }
}

/// A new pass; whatever this browser was in before can no longer be reached from it.
async fn come_in(web: &Web, headers: &HeaderMap, pass: &Pass) -> Reply {
    if let Some(before) = web.cookies.read(headers) {
        // Nothing to clear away is as good.
        let _ = web.backend.clear_away(&before).await;
    }
    let mut response = see(room::ARRIVED);
    response.headers_mut().extend(web.cookies.give(pass).map(|cookie| (header::SET_COOKIE, cookie)));
    Ok(response)
}

/// Where the exercise is that this browser has already.
async fn under_way(web: &Web, headers: &HeaderMap) -> Result<Option<String>, Failed> {
    let Some(pass) = web.cookies.read(headers) else { return Ok(None) };
    Ok(web.backend.latest(&pass).await?.map(|id| Exercise(&id).root()))
}

async fn seated(web: &Web, headers: &HeaderMap) -> Result<(Pass, Seated), Failed> {
    let pass = pass(web, headers)?;
    let seated = web.backend.seated(&pass).await?.ok_or(Failure::NoExercise)?;
    Ok((pass, seated))
}

pub(super) async fn waiting(State(web): State<Web>, headers: HeaderMap) -> Reply {
    let (_, Seated { seat, room: its_room }) = seated(&web, &headers).await?;
    Ok(match seat.standing {
        Standing::Waiting if its_room.is_closed() => web.page(pages::too_late),
        Standing::Waiting => web.page(|| pages::waiting(animal(seat.number))),
        _ => see(room::ARRIVED),
    })
}

/// Says when one is let in, or the seat is no more: the page is then another one.
pub(super) async fn waiting_live(State(web): State<Web>, headers: HeaderMap) -> Reply {
    let (pass, Seated { seat, .. }) = seated(&web, &headers).await?;
    let told = web.backend.hub.listen(Topic::Seat(pass.workshop.clone(), pass.seat.clone()));
    let here = web.backend.presences.enter(&pass.workshop, &pass.seat);
    let closing = web.backend.closing();
    let source = Waits { web, pass, _here: here };
    Ok(stream::stream(source, told, closing, seat.number.unsigned_abs() * 37))
}

struct Waits {
    web: Web,
    pass: Pass,
    _here: Here,
}

impl Source for Waits {
    async fn look(&mut self, _: u64) -> Next {
        match self.web.backend.seated(&self.pass).await {
            Ok(Some(Seated { seat, room: its_room }))
                if seat.standing == Standing::Waiting && !its_room.is_closed() =>
            {
                Next::Nothing
            }
            Ok(_) => Next::Reload,
            Err(_) => Next::Nothing,
        }
    }
}

pub(super) async fn arrived(State(web): State<Web>, headers: HeaderMap) -> Reply {
    let (pass, Seated { room: its_room, seat }) = seated(&web, &headers).await?;
    if seat.standing == Standing::Waiting {
        return Ok(see(room::WAITING));
    }
    let title =
        |procedure: &String| web.backend.library.find(procedure).map(|found| found.graph.title.clone());
    let arrived = Arrived {
        animal: animal(seat.number),
        procedures: its_room.plan.procedures.iter().filter_map(title).collect(),
        begun: web.backend.latest(&pass).await?.is_some(),
    };
    Ok(web.page(|| pages::arrived(arrived)))
}

/// « Commencer ».
pub(super) async fn begin(State(web): State<Web>, headers: HeaderMap, _: Form) -> Result<Response, Failed> {
    let (pass, seated) = seated(&web, &headers).await?;
    if seated.seat.standing == Standing::Waiting {
        return Ok(see(room::WAITING));
    }
    let rehearsal = web.backend.begin_in_room(&pass, None).await?;
    Ok(begun(&rehearsal))
}
