//! How this browser's learner likes to read: from a cookie of its own to the root of every page it is given.
//!
//! Pages of failure are drawn far from any handler, so the settings travel with the request's task and not through
//! every function's arguments.

use app::{comfort::Comfort, routes::Exercise};
use axum::{
    extract::{Path, Request, State},
    http::{HeaderMap, header},
    middleware::Next,
    response::Response,
};

use super::{
    Web,
    answer::find,
    form::Form,
    reply::{Reply, see},
};

tokio::task_local! {
    static COMFORT: Comfort;
}

/// The settings of whoever asks; what everybody has, outside of a request.
pub(super) fn comfort() -> Comfort {
    COMFORT.try_with(|comfort| *comfort).unwrap_or_default()
}

/// With the same settings in another task.
pub(super) fn carried<F: Future>(doing: F) -> impl Future<Output = F::Output> {
    COMFORT.scope(comfort(), doing)
}

pub(super) async fn carry(State(web): State<Web>, request: Request, next: Next) -> Response {
    let comfort = web.cookies.comfort(request.headers()).unwrap_or_default();
    COMFORT.scope(comfort, next.run(request)).await
}

/// « Appliquer »: the page comes back as it was asked for.
pub(super) async fn choose(
    State(web): State<Web>,
    Path(id): Path<String>,
    headers: HeaderMap,
    form: Form,
) -> Reply {
    find(&web, &headers, &id).await?;
    let comfort = Comfort::choose(|name| form.get(name));
    let mut response = see(&Exercise(&id).comfort());
    response
        .headers_mut()
        .extend(web.cookies.give_comfort(comfort).map(|cookie| (header::SET_COOKIE, cookie)));
    Ok(response)
}
