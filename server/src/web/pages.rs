//! What is looked at: pages, and nothing changes by looking.

use app::{
    failure::Failure,
    learner::{
        card, comfort as settings, envelope as kit, erase as erasing,
        exercise::Exercise as Shown,
        lost as astray, mailbox, papers as sheets, ready as real,
        rehearse::{self, Detour, Rehearsing},
        room::InRoom,
        telephone,
        welcome::{self, Offer, Unfinished},
    },
    routes::Exercise,
    shell::Page,
};
use axum::{
    extract::{Path, Query, State},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse as _, Response},
};
use scenarios::rehearsal::{self, Draft, Viewer};
use serde::Deserialize;

use super::{
    Web,
    answer::find,
    come_back,
    comfort::comfort as chosen,
    reply::{Failed, Reply, see},
    room::in_room,
};
use crate::{
    backend::{Found, Pass},
    chance,
};

pub(super) async fn home(State(web): State<Web>, headers: HeaderMap) -> Reply {
    let unfinished = match web.cookies.read(&headers) {
        Some(pass) => unfinished(&web, &pass).await?,
        None => None,
    };
    let bundles = web.backend.library.all();
    let offers = bundles.iter().map(|bundle| Offer {
        scenario: bundle.id.clone(),
        title: bundle.graph.title.clone(),
        summary: bundle.graph.summary.clone(),
        duration: bundle.graph.duration.clone(),
        initials: bundle.graph.site.initials.clone(),
        site: bundle.graph.site.name.clone(),
        theme: bundle.graph.site.theme.clone(),
        differences: bundle.graph.differences.clone(),
    });
    let offers = offers.collect();
    Ok(web.page(|| welcome::page(offers, unfinished)))
}

/// Which exercise this browser was in, how far, and until when it is kept.
async fn unfinished(web: &Web, pass: &Pass) -> Result<Option<Unfinished>, Failed> {
    let Some(id) = web.backend.latest(pass).await? else { return Ok(None) };
    let found = web.backend.find(pass, &id).await?;
    let until = come_back::last_day(web.backend.kept(pass).await?.until);
    let state = &found.state;
    let screen = rehearsal::screen(&found.graph, state, &state.screen, &Draft::default(), Viewer::Learner);
    let at = screen.map(|screen| screen.title).unwrap_or_default();
    Ok(Some(Unfinished { id, title: found.graph.title.clone(), at, until }))
}

/// Words an address may carry; never a learner's.
/// The place that a hint shows on a paper: see `app::routes::PLACE`.
#[derive(Deserialize)]
pub(super) struct Marked {
    repere: Option<String>,
}

#[derive(Deserialize)]
pub(super) struct Info {
    info: Option<String>,
}

/// The rehearsal's own address leads to its current page.
pub(super) async fn current(
    State(web): State<Web>,
    Path(id): Path<String>,
    Query(query): Query<Info>,
    headers: HeaderMap,
) -> Reply {
    let found = find(&web, &headers, &id).await?;
    let page = Exercise(&id).page(&found.state.screen);
    let detour = query.info.as_deref().and_then(Detour::read);
    Ok(see(&match detour {
        Some(detour) => format!("{page}?info={}", detour.word()),
        None => page,
    }))
}

pub(super) async fn screen(
    State(web): State<Web>,
    Path((id, key)): Path<(String, String)>,
    Query(query): Query<Info>,
    headers: HeaderMap,
) -> Reply {
    let found = find(&web, &headers, &id).await?;
    let draft = web.backend.draft(&found);
    let Some(screen) = rehearsal::screen(&found.graph, &found.state, &key, &draft, Viewer::Learner) else {
        // Not reached yet, or behind the end: where the learner is.
        return Ok(see(&Exercise(&id).page(&found.state.screen)));
    };
    let advice = if screen.current { rehearsal::advise(&found.graph, &found.state) } else { None };
    let detour = query.info.as_deref().and_then(Detour::read);
    let received = web.backend.received(&found);
    let room = in_room(&web, &found).await?;
    Ok(web.page(|| {
        rehearse::page(Rehearsing {
            exercise: shown(&id, &found, room.as_ref()),
            screen,
            advice,
            detour,
            submission: chance::id(),
            received,
        })
    }))
}

pub(super) async fn card(state: State<Web>, id: Path<String>, headers: HeaderMap) -> Reply {
    side(&state, &id, &headers, |exercise, _| Some(card::page(exercise))).await
}

pub(super) async fn papers(state: State<Web>, id: Path<String>, headers: HeaderMap) -> Reply {
    side(&state, &id, &headers, |exercise, _| Some(sheets::list(exercise))).await
}

pub(super) async fn paper(
    state: State<Web>,
    Path((id, key)): Path<(String, String)>,
    Query(marked): Query<Marked>,
    headers: HeaderMap,
) -> Reply {
    side(&state, &id, &headers, |exercise, found| {
        let sheet = rehearsal::paper(&found.graph, &found.state, &key)?;
        Some(sheets::open(exercise, key, sheet, marked.repere.as_deref()))
    })
    .await
}

pub(super) async fn envelope(state: State<Web>, id: Path<String>, headers: HeaderMap) -> Reply {
    side(&state, &id, &headers, |exercise, _| Some(kit::page(exercise))).await
}

pub(super) async fn messages(state: State<Web>, id: Path<String>, headers: HeaderMap) -> Reply {
    side(&state, &id, &headers, |exercise, found| {
        Some(mailbox::list(exercise, rehearsal::mails(&found.graph, &found.state)))
    })
    .await
}

pub(super) async fn message(
    state: State<Web>,
    Path((id, number)): Path<(String, u32)>,
    headers: HeaderMap,
) -> Reply {
    side(&state, &id, &headers, |exercise, found| {
        let mail = rehearsal::mail(&found.graph, &found.state, number).filter(|mail| !mail.phone)?;
        Some(mailbox::open(exercise, mail))
    })
    .await
}

pub(super) async fn phone(state: State<Web>, id: Path<String>, headers: HeaderMap) -> Reply {
    side(&state, &id, &headers, |exercise, found| {
        Some(telephone::page(exercise, rehearsal::texts(&found.graph, &found.state)))
    })
    .await
}

pub(super) async fn lost(state: State<Web>, id: Path<String>, headers: HeaderMap) -> Reply {
    side(&state, &id, &headers, |exercise, found| {
        Some(astray::page(exercise, rehearsal::whereabouts(&found.graph, &found.state)))
    })
    .await
}

pub(super) async fn ready(state: State<Web>, id: Path<String>, headers: HeaderMap) -> Reply {
    side(&state, &id, &headers, |exercise, _| real::page(exercise)).await
}

pub(super) async fn comfort(state: State<Web>, id: Path<String>, headers: HeaderMap) -> Reply {
    side(&state, &id, &headers, |exercise, _| Some(settings::page(exercise, chosen()))).await
}

pub(super) async fn ask_to_erase(state: State<Web>, id: Path<String>, headers: HeaderMap) -> Reply {
    side(&state, &id, &headers, |exercise, _| Some(erasing::ask(exercise))).await
}

pub(super) async fn erased(State(web): State<Web>) -> Response {
    web.page(erasing::done)
}

pub(super) async fn seat_given(State(web): State<Web>) -> Response {
    web.page(erasing::seat_given)
}

pub(super) async fn gallery(State(web): State<Web>) -> Response {
    web.page(|| Page::new("Galerie des composants", app::gallery::gallery()))
}

/// For monitors: whether the next learner will be served.
pub(super) async fn health(State(web): State<Web>) -> Response {
    let plain = [(header::CONTENT_TYPE, "text/plain; charset=utf-8")];
    match web.backend.check().await {
        Ok(()) => (plain, "ok\n").into_response(),
        Err(refusal) => {
            tracing::error!(error = &refusal as &dyn std::error::Error, "not in good health");
            (StatusCode::SERVICE_UNAVAILABLE, plain, "en panne\n").into_response()
        }
    }
}

pub(super) async fn robots() -> &'static str {
    "User-agent: *\nDisallow: /\n"
}

pub(super) async fn not_found() -> Failed {
    Failed::from(Failure::NotFound)
}

pub(super) async fn not_allowed() -> Failed {
    Failed::from(Failure::NotAllowed)
}

/// A page beside the clone, in the same frame.
pub(super) async fn side(
    web: &Web,
    id: &str,
    headers: &HeaderMap,
    page: impl FnOnce(Shown<'_>, &Found) -> Option<Page>,
) -> Reply {
    let found = find(web, headers, id).await?;
    let room = in_room(web, &found).await?;
    let mut missing = false;
    let response = web.page(|| {
        page(shown(id, &found, room.as_ref()), &found).unwrap_or_else(|| {
            missing = true;
            app::failure::page(Failure::NotFound, None, None)
        })
    });
    if missing { Err(Failure::NotFound.into()) } else { Ok(response) }
}

pub(super) fn shown<'a>(id: &'a str, found: &'a Found, room: Option<&'a InRoom>) -> Shown<'a> {
    Shown { id, scenario: &found.scenario, graph: &found.graph, state: &found.state, room }
}
