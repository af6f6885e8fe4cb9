//! « Mon compte »: its password, its second factor, its sessions.

use app::{
    people::{self as pages, Account, Enrolling, Outcome, Session},
    routes::people,
    ui::button::GESTURE,
};
use axum::{
    extract::{Query, State},
    http::HeaderMap,
    response::Response,
};
use serde::Deserialize;

use super::weakness;
use crate::{
    backend::{Refusal, Unchanged, Unsigned},
    web::{
        Web,
        form::Form,
        qr,
        reply::{Reply, see},
        staff::{role_words, session, staff, who},
        when,
    },
};

/// What the page's address says of the last form.
#[derive(Deserialize)]
pub(in crate::web) struct Done {
    fait: Option<String>,
}

pub(in crate::web) async fn account(
    State(web): State<Web>,
    Query(done): Query<Done>,
    headers: HeaderMap,
) -> Reply {
    show(&web, &headers, done.fait.as_deref().and_then(Outcome::read), false).await
}

/// After a form that went well: the page, so that reloading it sends nothing again.
fn done(outcome: Outcome) -> Response {
    see(&people::done(people::ACCOUNT, outcome.word().unwrap_or_default()))
}

async fn show(web: &Web, headers: &HeaderMap, outcome: Option<Outcome>, enrols: bool) -> Reply {
    let (staff, token) = session(web, headers).await?;
    let sessions = web.backend.sessions(&staff, &token).await?.into_iter().map(|(row, here)| Session {
        id: row.token_digest,
        browser: row.browser,
        seen: when::moment(row.seen_at_ms),
        here,
    });
    let sessions = sessions.collect();
    let enrolling = (enrols && !staff.has_second_factor).then(|| web.backend.enrol(&staff));
    let account = Account {
        login: staff.login.clone(),
        role: role_words(staff.role).to_owned(),
        has_second_factor: staff.has_second_factor,
        enrolling: enrolling.map(|enrolment| Enrolling {
            secret: in_groups(&enrolment.secret),
            picture: qr::of(&enrolment.address),
        }),
        sessions,
        outcome,
    };
    let who = who(&staff);
    Ok(web.page(|| pages::account(&who, account)))
}

pub(in crate::web) async fn change_password(State(web): State<Web>, headers: HeaderMap, form: Form) -> Reply {
    let (staff, token) = session(&web, &headers).await?;
    let text = |name| form.get(name).unwrap_or_default().to_owned();
    let changed =
        web.backend.change_password(&staff, &token, text(people::PASS), text(people::NEW_PASS)).await?;
    let outcome = match changed {
        Ok(()) => return Ok(done(Outcome::PasswordChanged)),
        Err(Unchanged::Weak(weak)) => Outcome::Weak(weakness(weak)),
        Err(Unchanged::Unsigned(Unsigned::Wrong)) => Outcome::WrongPassword,
        Err(Unchanged::Unsigned(_)) => Outcome::TooMany,
    };
    show(&web, &headers, Some(outcome), false).await
}

pub(in crate::web) async fn second_factor(State(web): State<Web>, headers: HeaderMap, form: Form) -> Reply {
    let staff = staff(&web, &headers).await?;
    match form.get(GESTURE) {
        Some("activer") => {
            let code = form.get(people::DIGITS).unwrap_or_default();
            match web.backend.confirm_factor(&staff, code).await {
                Ok(true) => Ok(done(Outcome::FactorOn)),
                Ok(false) => show(&web, &headers, Some(Outcome::WrongCode), true).await,
                // Too late: a new secret.
                Err(Refusal::NotThere) => show(&web, &headers, None, true).await,
                Err(other) => Err(other.into()),
            }
        }
        Some("retirer") => {
            let password = form.get(people::PASS).unwrap_or_default().to_owned();
            match web.backend.drop_factor(&staff, password).await? {
                Ok(()) => Ok(done(Outcome::FactorOff)),
                Err(Unsigned::Wrong) => show(&web, &headers, Some(Outcome::WrongToRemove), false).await,
                Err(_) => show(&web, &headers, Some(Outcome::TooMany), false).await,
            }
        }
        _ => show(&web, &headers, None, true).await,
    }
}

pub(in crate::web) async fn end_sessions(State(web): State<Web>, headers: HeaderMap, form: Form) -> Reply {
    let (staff, token) = session(&web, &headers).await?;
    match form.get(people::SESSION) {
        Some(one) => web.backend.end_session(&staff, one).await?,
        None => web.backend.end_other_sessions(&staff, &token).await?,
    }
    Ok(done(Outcome::SessionsEnded))
}

fn in_groups(secret: &str) -> String {
    let letters: Vec<char> = secret.chars().collect();
    letters.chunks(4).map(|four| four.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}
