//! Who of the staff asks: every page and every act of theirs goes through here.

use app::{failure::Failure, people::Who};
use axum::http::HeaderMap;

use super::{Web, reply::Failed};
use crate::{backend::Staff, store::Role};

/// Whoever is signed in, and the token of their session. Nobody: the way to sign in.
pub(super) async fn session(web: &Web, headers: &HeaderMap) -> Result<(Staff, String), Failed> {
    let token = web.cookies.staff(headers).ok_or(Failure::SignedOut)?;
    let staff = web.backend.staff(&token).await?.ok_or(Failure::SignedOut)?;
    Ok((staff, token))
}

pub(super) async fn staff(web: &Web, headers: &HeaderMap) -> Result<Staff, Failed> {
    Ok(session(web, headers).await?.0)
}

/// A host; for the others there is no such page.
pub(super) async fn host(web: &Web, headers: &HeaderMap) -> Result<Staff, Failed> {
    let staff = staff(web, headers).await?;
    if staff.role == Role::Host { Ok(staff) } else { Err(Failure::NotFound.into()) }
}

/// As the pages' head says it.
pub(super) fn who(staff: &Staff) -> Who {
    Who { name: staff.name.clone(), place: staff.place.name.clone(), host: staff.role == Role::Host }
}

pub(super) const fn role_words(role: Role) -> &'static str {
    match role {
        Role::Mediator => "médiation",
        Role::Trainer => "formation",
        Role::Host => "responsable",
    }
}
