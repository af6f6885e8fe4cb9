//! Making one's account, by the link of the first start or by an invitation.

use app::{
    failure::Failure,
    people::{self as pages, Newcomer as Coming, Wrong},
    routes::people,
};
use axum::{
    extract::{Path, Query, State},
    http::HeaderMap,
};
use serde::Deserialize;

use super::{browser, sign_in::signed_in, unknown, weakness};
use crate::{
    backend::{Newcomer, NotMade, Staff},
    web::{
        Web,
        form::Form,
        reply::{Failed, Reply},
        staff::role_words,
    },
};

#[derive(Deserialize)]
pub(in crate::web) struct Key {
    cle: Option<String>,
}

/// The page of the first account; with a wrong or used key there is no such page.
pub(in crate::web) async fn ask_to_install(State(web): State<Web>, Query(key): Query<Key>) -> Reply {
    let key = key.cle.filter(|key| web.backend.can_install(key)).ok_or(Failure::NotFound)?;
    Ok(web.page(|| {
        pages::newcomer(Coming { action: people::INSTALL.into(), key: Some(key), ..Coming::default() })
    }))
}

pub(in crate::web) async fn install(State(web): State<Web>, headers: HeaderMap, form: Form) -> Reply {
    let key = form.get(people::KEY).unwrap_or_default().to_owned();
    let place = form.get(people::PLACE).unwrap_or_default().to_owned();
    if !web.backend.can_install(&key) {
        return Err(Failure::NotFound.into());
    }
    let made = web.backend.install(&key, newcomer(&form), &place).await;
    let mut coming = Coming { action: people::INSTALL.into(), key: Some(key), ..Coming::default() };
    coming.new_place = place;
    settle(&web, &headers, &form, made, coming).await
}

/// An invitation, while it is good.
pub(in crate::web) async fn ask_to_accept(State(web): State<Web>, Path(token): Path<String>) -> Reply {
    let coming = invited(&web, &token).await?;
    Ok(web.page(|| pages::newcomer(coming)))
}

pub(in crate::web) async fn accept(
    State(web): State<Web>,
    Path(token): Path<String>,
    headers: HeaderMap,
    form: Form,
) -> Reply {
    let coming = invited(&web, &token).await?;
    let made = web.backend.accept(&token, newcomer(&form)).await;
    settle(&web, &headers, &form, made, coming).await
}

async fn invited(web: &Web, token: &str) -> Result<Coming, Failed> {
    let invitation = web.backend.invited(token).await.map_err(unknown)?.ok_or(Failure::LinkUsed)?;
    Ok(Coming {
        action: people::invitation(token),
        place: Some(invitation.place.name),
        role: role_words(invitation.role).to_owned(),
        ..Coming::default()
    })
}

fn newcomer(form: &Form) -> Newcomer {
    let text = |name| form.get(name).unwrap_or_default().to_owned();
    Newcomer { login: text(people::LOGIN), name: text(people::NAME), password: text(people::PASS) }
}

/// Signs in whoever has an account now, or shows what is to be corrected.
async fn settle(
    web: &Web,
    headers: &HeaderMap,
    form: &Form,
    made: Result<Staff, NotMade>,
    mut coming: Coming,
) -> Reply {
    let wrong = match made {
        Ok(staff) => {
            let token = web.backend.welcome(&staff, &browser(headers)).await?;
            return Ok(signed_in(web, &token));
        }
        Err(NotMade::Refused(refusal)) => return Err(unknown(refusal)),
        Err(NotMade::Gone) => return Err(Failure::LinkUsed.into()),
        Err(NotMade::Login) => Wrong::Login,
        Err(NotMade::Taken) => Wrong::Taken,
        Err(NotMade::Name) => Wrong::Name,
        Err(NotMade::Place) => Wrong::Place,
        Err(NotMade::Password(weak)) => weakness(weak),
    };
    coming.login = form.get(people::LOGIN).unwrap_or_default().to_owned();
    coming.name = form.get(people::NAME).unwrap_or_default().to_owned();
    coming.wrong = vec![wrong];
    Ok(web.page(|| pages::newcomer(coming)))
}
