//! What knows HTTP: addresses to pages, forms to commands, cookies to passes. Nothing here knows SQL or a scenario's rules.

pub mod assets;
mod stylesheet;
mod to_the_end;

mod answer;
mod come_back;
mod comfort;
mod compress;
mod form;
mod headers;
mod join;
mod origin;
mod pages;
mod peer;
mod people;
mod qr;
mod reply;
mod room;
mod rooms;
mod session;
mod staff;
mod stream;
mod when;

pub mod server;

use std::{sync::Arc, time::Duration};

use axum::{
    Router,
    extract::DefaultBodyLimit,
    http::StatusCode,
    middleware,
    routing::{get, post},
};
use tower_http::{catch_panic::CatchPanicLayer, timeout::TimeoutLayer};

use app::{failure::Failure, routes};

use self::{assets::Assets, headers::Headers, origin::Hosts, session::Cookies};
use crate::backend::Backend;

/// Longest body of a form, in bytes.
pub const LONGEST_BODY: usize = 64 * 1024;
/// Time for a request to be received and answered.
const PATIENCE: Duration = Duration::from_secs(15);

/// What every page needs.
#[derive(Clone)]
pub struct Web {
    backend: Arc<Backend>,
    cookies: Cookies,
    reach: Reach,
    drawings: Arc<rooms::Drawings>,
    assets: Arc<app::shell::Assets>,
}

/// How people reach this server.
#[derive(Debug, Clone, Default)]
pub struct Reach {
    /// Over TLS, behind a proxy.
    pub tls: bool,
    /// Host of the public address, when there is one.
    pub public_host: Option<String>,
}

/// Every address of Miroir.
pub fn router(backend: Arc<Backend>, assets: &Assets, reach: Reach) -> Router {
    let urls = assets.urls();
    let web = Web {
        backend,
        cookies: Cookies::new(reach.tls),
        reach: reach.clone(),
        drawings: Arc::default(),
        assets: Arc::new(app::shell::Assets {
            stylesheet: urls.stylesheet,
            font: urls.fonts.into_iter().find(|font| font.contains("regular")).unwrap_or_default(),
            favicon: urls.favicon.unwrap_or_default(),
            script: urls.script,
        }),
    };
    let pages = Router::new()
        .route(routes::HOME, get(pages::home))
        .route(routes::EXERCISES, post(answer::begin))
        .route("/exercice/{id}", get(pages::current))
        .route("/exercice/{id}/page/{screen}", get(pages::screen).post(answer::answer))
        .route("/exercice/{id}/fiche", get(pages::card))
        .route("/exercice/{id}/papiers", get(pages::papers).post(answer::open_paper))
        .route("/exercice/{id}/papiers/{paper}", get(pages::paper))
        .route("/exercice/{id}/enveloppe", get(pages::envelope))
        .route("/exercice/{id}/messages", get(pages::messages).post(answer::open_message))
        .route("/exercice/{id}/messages/{number}", get(pages::message))
        .route("/exercice/{id}/telephone", get(pages::phone).post(answer::read_phone))
        .route("/exercice/{id}/salle", post(room::gesture))
        .route("/exercice/{id}/direct", get(room::live))
        .route("/exercice/{id}/perdu", get(pages::lost))
        .route("/exercice/{id}/pour-de-vrai", get(pages::ready))
        .route("/exercice/{id}/plus-tard", get(come_back::later).post(come_back::leave))
        .route("/exercice/{id}/quitter", post(come_back::quit))
        .route("/exercice/{id}/confort", get(pages::comfort).post(comfort::choose))
        .route("/exercice/{id}/effacer", get(pages::ask_to_erase).post(answer::erase))
        .route(routes::room::JOIN, get(join::ask).post(join::join))
        .route("/rejoindre/{token}", get(join::invited).post(join::join_invited))
        .route(routes::room::WAITING, get(join::waiting))
        .route(routes::room::WAITING_LIVE, get(join::waiting_live))
        .route(routes::room::ARRIVED, get(join::arrived).post(join::begin))
        .route(routes::room::ROOMS, get(rooms::list))
        .route(routes::room::OPEN, get(rooms::ask_to_open))
        .route(routes::room::OPENED, post(rooms::open))
        .route(routes::room::MODELS, post(rooms::drop_model))
        .route("/atelier/{id}", get(rooms::board))
        .route("/atelier/{id}/direct", get(rooms::live))
        .route("/atelier/{id}/acte", post(rooms::act))
        .route("/atelier/{id}/projeter", get(rooms::projected))
        .route("/atelier/{id}/projeter/direct", get(rooms::projected_live))
        .route("/atelier/{id}/enveloppes", get(rooms::envelopes))
        .route("/atelier/{id}/place/{seat}", get(rooms::seat))
        .route("/atelier/{id}/place/{seat}/direct", get(rooms::seat_live))
        .route("/atelier/{id}/place/{seat}/regard", get(rooms::look).post(rooms::begin_look))
        .route("/atelier/{id}/place/{seat}/regard/direct", get(rooms::look_live))
        .route("/atelier/{id}/bilan", get(rooms::report))
        .route("/atelier/{id}/bilan.csv", get(rooms::csv))
        .route(routes::people::INSTALL, get(people::ask_to_install).post(people::install))
        .route("/invitation/{token}", get(people::ask_to_accept).post(people::accept))
        .route(routes::people::SIGN_IN, get(people::ask_to_sign_in).post(people::sign_in))
        .route(routes::people::CODE, post(people::give_code))
        .route(routes::people::SIGN_OUT, post(people::sign_out))
        .route(routes::people::ACCOUNT, get(people::account))
        .route(routes::people::PASSWORD, post(people::change_password))
        .route(routes::people::FACTOR, post(people::second_factor))
        .route(routes::people::SESSIONS, post(people::end_sessions))
        .route(routes::people::PEOPLE, get(people::house).post(people::change_house))
        .route(routes::people::JOURNAL, get(people::journal))
        .route(routes::TAKE_UP, get(come_back::ask).post(come_back::take_up))
        .route(routes::LEFT, get(come_back::left))
        .route(routes::ERASED, get(pages::erased))
        .route(routes::SEAT_GIVEN, get(pages::seat_given))
        .route(routes::GALLERY, get(pages::gallery))
        .route(routes::HEALTH, get(pages::health))
        .route(routes::ROBOTS, get(pages::robots))
        .fallback(pages::not_found)
        .method_not_allowed_fallback(pages::not_allowed)
        .layer(DefaultBodyLimit::max(LONGEST_BODY))
        .layer(middleware::from_fn_with_state(Hosts::new(reach.public_host), origin::only_ours))
        .with_state(web.clone());
    Router::new()
        .merge(assets.clone().routes())
        .merge(pages)
        .layer(middleware::from_fn(to_the_end::changes))
        .layer(TimeoutLayer::with_status_code(StatusCode::REQUEST_TIMEOUT, PATIENCE))
        .layer(CatchPanicLayer::custom(reply::Panicked))
        // Whatever answered, and however: a failure without a page gets one, and every answer its headers.
        .layer(middleware::from_fn_with_state(web.clone(), reply::dress_failures))
        .layer(middleware::from_fn_with_state(web, comfort::carry))
        .layer(middleware::from_fn(compress::pages))
        .layer(middleware::from_fn_with_state(Headers { tls: reach.tls }, headers::add))
}

/// The status of a failure.
pub(crate) const fn status(failure: Failure) -> StatusCode {
    match failure {
        Failure::NotFound | Failure::NoExercise | Failure::TakenUp | Failure::LinkUsed => {
            StatusCode::NOT_FOUND
        }
        Failure::Foreign | Failure::SignedOut => StatusCode::FORBIDDEN,
        Failure::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
        Failure::NotAForm => StatusCode::UNSUPPORTED_MEDIA_TYPE,
        Failure::NotAllowed => StatusCode::METHOD_NOT_ALLOWED,
        Failure::TooSlow => StatusCode::REQUEST_TIMEOUT,
        Failure::Full => StatusCode::INSUFFICIENT_STORAGE,
        Failure::Busy => StatusCode::SERVICE_UNAVAILABLE,
        Failure::Broken => StatusCode::INTERNAL_SERVER_ERROR,
    }
}
