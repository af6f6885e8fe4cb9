//! Leaving an exercise and taking it up again, over HTTP: the pictures come in forms, never in an address.

use app::{
    failure::Failure,
    learner::{
        later::{self as leaving, Leaving},
        take_up::{self as taking, PLACES, TakingUp, Tried},
    },
    routes::{self, Exercise},
    ui::picture::Picture,
};
use axum::{
    extract::{Path, State},
    http::{Extensions, HeaderMap, header},
    response::Response,
};
use jiff::{Unit, civil};
use scenarios::date::Date;

use super::{
    Web,
    answer::{find, parted, pass},
    form::Form,
    pages::side,
    peer,
    reply::{Reply, see},
};
use crate::{
    backend::{Key, Refusal},
    clock,
};

/// How to come back. Looking makes no key.
pub(super) async fn later(State(web): State<Web>, Path(id): Path<String>, headers: HeaderMap) -> Reply {
    let pass = pass(&web, &headers)?;
    web.backend.find(&pass, &id).await?;
    let kept = web.backend.kept(&pass).await?;
    let left = kept.until.since((Unit::Day, clock::today())).map_or(0, |span| span.get_days());
    let leaving = Leaving {
        days: left,
        until: last_day(kept.until),
        address: here(&web, &headers),
        key: kept.key.map(|key| key.pictures().to_vec()),
    };
    side(&web, &id, &headers, |exercise, _| Some(leaving::page(exercise, leaving))).await
}

/// « Continuer plus tard », from a page without a form of its own.
pub(super) async fn leave(
    State(web): State<Web>,
    Path(id): Path<String>,
    headers: HeaderMap,
    _: Form,
) -> Reply {
    find(&web, &headers, &id).await?;
    put_aside(&web, &headers, &id).await
}

/// Makes the key, and lets the pass outlive the browser's window: one means to come back.
pub(super) async fn put_aside(web: &Web, headers: &HeaderMap, id: &str) -> Reply {
    let pass = pass(web, headers)?;
    web.backend.leave(&pass).await?;
    let mut response = see(&Exercise(id).later());
    let cookie = web.cookies.give_for(&pass, web.backend.keep_days());
    response.headers_mut().extend(cookie.map(|cookie| (header::SET_COOKIE, cookie)));
    Ok(response)
}

/// « Quitter cet ordinateur ». Without a key nobody would ever come back: it is shown first.
pub(super) async fn quit(
    State(web): State<Web>,
    Path(id): Path<String>,
    headers: HeaderMap,
    _: Form,
) -> Reply {
    let pass = pass(&web, &headers)?;
    web.backend.find(&pass, &id).await?;
    if web.backend.kept(&pass).await?.key.is_none() {
        return put_aside(&web, &headers, &id).await;
    }
    web.backend.quit(&pass).await?;
    Ok(parted(&web, &headers, routes::LEFT))
}

pub(super) async fn left(State(web): State<Web>) -> Response {
    web.page(leaving::left)
}

/// « Reprendre avec mes quatre images ».
pub(super) async fn ask(State(web): State<Web>, headers: HeaderMap) -> Reply {
    show(&web, &headers, Vec::new(), Tried::NotYet).await
}

/// One picture more, one less, or all four tried. The answer is a page: an address would tell the pictures.
pub(super) async fn take_up(
    State(web): State<Web>,
    headers: HeaderMap,
    extensions: Extensions,
    form: Form,
) -> Reply {
    let mut chosen = chosen(&form);
    if form.get(routes::CORRECT).is_some() {
        chosen.pop();
        return show(&web, &headers, chosen, Tried::NotYet).await;
    }
    if form.get(routes::TRY).is_none() || chosen.len() < PLACES {
        return show(&web, &headers, chosen, Tried::NotYet).await;
    }
    let key = Key::read(chosen.iter().map(|picture| picture.word())).ok_or(Failure::NotAllowed)?;
    let from = peer::address(&web.reach, &headers, &extensions);
    let (pass, id) = match web.backend.take_up(key, from).await {
        Ok(taken) => taken,
        Err(Refusal::NotThere) => return show(&web, &headers, chosen, Tried::Wrong).await,
        Err(Refusal::Contended) => return show(&web, &headers, chosen, Tried::Busy).await,
        Err(other) => return Err(other.into()),
    };
    // Whatever this browser was in before can no longer be reached from it.
    if let Some(before) = web.cookies.read(&headers).filter(|before| before.workshop != pass.workshop) {
        // Nothing to clear away is as good.
        let _ = web.backend.clear_away(&before).await;
    }
    let mut response = see(&Exercise(&id).root());
    response.headers_mut().extend(web.cookies.give(&pass).map(|cookie| (header::SET_COOKIE, cookie)));
    Ok(response)
}

async fn show(web: &Web, headers: &HeaderMap, chosen: Vec<Picture>, tried: Tried) -> Reply {
    let under_way = match web.cookies.read(headers) {
        Some(pass) => web.backend.latest(&pass).await?.is_some(),
        None => false,
    };
    Ok(web.page(|| taking::page(TakingUp { chosen, tried, under_way })))
}

/// Those chosen before, and the one just pressed; anything else the form holds is left aside.
fn chosen(form: &Form) -> Vec<Picture> {
    let mut chosen = Vec::new();
    for picture in form.all(routes::CHOSEN).chain(form.get(routes::CHOOSE)).filter_map(Picture::read) {
        if chosen.len() < PLACES && !chosen.contains(&picture) {
            chosen.push(picture);
        }
    }
    chosen
}

/// A day, as pages write it.
pub(super) fn last_day(day: civil::Date) -> Date {
    Date::from_iso(&day.to_string()).unwrap_or(Date::LAST)
}

/// The address of this Miroir, as the browser that asks reached it.
pub(super) fn here(web: &Web, headers: &HeaderMap) -> String {
    let asked = headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    let host = web.reach.public_host.as_deref().unwrap_or(asked);
    let scheme = if web.reach.tls { "https" } else { "http" };
    format!("{scheme}://{host}")
}
