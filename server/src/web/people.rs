//! The staff's accounts over HTTP. Passwords and codes come in forms and go nowhere else; of addresses, only the links
//! that are handed over hold a token.

mod account;
mod house;
mod newcomer;
mod sign_in;

use app::{failure::Failure, people::Wrong};
use axum::http::{HeaderMap, header};

pub(super) use account::{account, change_password, end_sessions, second_factor};
pub(super) use house::{change_house, house, journal};
pub(super) use newcomer::{accept, ask_to_accept, ask_to_install, install};
pub(super) use sign_in::{ask_to_sign_in, give_code, sign_in, sign_out};

use super::reply::Failed;
use crate::backend::{Refusal, Weak};

/// What a weak password is told.
const fn weakness(weak: Weak) -> Wrong {
    match weak {
        Weak::Short => Wrong::Short,
        Weak::Long => Wrong::Long,
        Weak::Guessed => Wrong::Guessed,
    }
}

/// What is not there among people and places is a page like any unknown one: no exercise is meant.
fn unknown(refusal: Refusal) -> Failed {
    match refusal {
        Refusal::NotThere => Failure::NotFound.into(),
        other => other.into(),
    }
}

/// « Firefox, Linux », from what a browser says of itself: enough to know one's own.
fn browser(headers: &HeaderMap) -> String {
    let said = headers.get(header::USER_AGENT).and_then(|said| said.to_str().ok()).unwrap_or_default();
    let first = |known: &[(&str, &'static str)]| {
        known.iter().find(|(sign, _)| said.contains(sign)).map(|(_, name)| *name)
    };
    let browser =
        first(&[("Edg/", "Edge"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari")]);
    let system = first(&[
        ("Android", "Android"),
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Windows", "Windows"),
        ("Mac OS", "Mac"),
        ("Linux", "Linux"),
    ]);
    [browser.unwrap_or("Navigateur"), system.unwrap_or("appareil inconnu")].join(", ")
}
