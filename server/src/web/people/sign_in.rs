//! Signing in, by a login and a password, then a code for whoever has a second factor; signing out.

use app::{
    people::{self as pages, Signing},
    routes::{people, room},
};
use axum::{
    extract::State,
    http::{Extensions, HeaderMap, header},
    response::Response,
};

use super::browser;
use crate::{
    backend::{Refusal, Signed, Unsigned},
    web::{
        Web,
        form::Form,
        peer,
        reply::{Reply, see},
        staff::{session, staff},
    },
};

pub(in crate::web) async fn ask_to_sign_in(State(web): State<Web>, headers: HeaderMap) -> Reply {
    Ok(match staff(&web, &headers).await {
        Ok(_) => see(room::ROOMS),
        Err(_) => web.page(|| pages::sign_in("", Signing::NotYet)),
    })
}

pub(in crate::web) async fn sign_in(
    State(web): State<Web>,
    headers: HeaderMap,
    extensions: Extensions,
    form: Form,
) -> Reply {
    let login = form.get(people::LOGIN).unwrap_or_default().to_owned();
    let password = form.get(people::PASS).unwrap_or_default().to_owned();
    let from = peer::address(&web.reach, &headers, &extensions);
    let signing = match web.backend.sign_in(&login, password, &browser(&headers), from).await? {
        Ok(Signed::In(token)) => return Ok(signed_in(&web, &token)),
        Ok(Signed::OwesCode(owed)) => return Ok(web.page(|| pages::owed_code(&owed, Signing::NotYet))),
        Err(unsigned) => told(&unsigned),
    };
    Ok(web.page(|| pages::sign_in(&login, signing)))
}

/// A part of a second is a second to wait, so that whoever waits as told is let in.
fn told(unsigned: &Unsigned) -> Signing {
    match unsigned {
        Unsigned::Wrong => Signing::Wrong,
        Unsigned::Wait(wait) => Signing::Wait(wait.as_secs() + 1),
        Unsigned::Blocked => Signing::Blocked,
    }
}

pub(in crate::web) async fn give_code(
    State(web): State<Web>,
    headers: HeaderMap,
    extensions: Extensions,
    form: Form,
) -> Reply {
    let owed = form.get(people::OWED).unwrap_or_default().to_owned();
    let code = form.get(people::DIGITS).unwrap_or_default();
    let from = peer::address(&web.reach, &headers, &extensions);
    match web.backend.give_code(&owed, code, &browser(&headers), from).await {
        Ok(Ok(token)) => Ok(signed_in(&web, &token)),
        Ok(Err(unsigned)) => Ok(web.page(|| pages::owed_code(&owed, told(&unsigned)))),
        // Too late, or too many: from the beginning.
        Err(Refusal::NotThere) => Ok(web.page(|| pages::sign_in("", Signing::Ended))),
        Err(other) => Err(other.into()),
    }
}

/// Where one is led, signed in.
pub(super) fn signed_in(web: &Web, token: &str) -> Response {
    let mut response = see(room::ROOMS);
    response.headers_mut().extend(web.cookies.give_staff(token).map(|cookie| (header::SET_COOKIE, cookie)));
    response
}

pub(in crate::web) async fn sign_out(State(web): State<Web>, headers: HeaderMap, _: Form) -> Reply {
    if let Ok((staff, token)) = session(&web, &headers).await {
        web.backend.sign_out(&staff, &token).await?;
    }
    let mut response = see(people::SIGN_IN);
    response.headers_mut().extend(web.cookies.take_back_staff().map(|cookie| (header::SET_COOKIE, cookie)));
    Ok(response)
}
