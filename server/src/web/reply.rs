//! Answers: a page in its document, or what went wrong in words a person can act on.

use std::any::Any;

use app::{
    failure::{self, Failure},
    routes,
    shell::{self, Page},
};
use axum::{
    extract::{Request, State},
    http::{HeaderValue, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Redirect, Response},
};
use tower_http::catch_panic::ResponseForPanic;

use super::{Web, comfort::comfort, headers::Nonce, status};
use crate::{backend::Refusal, chance, store::StoreError};

/// Something that will be a failure's page once the way out knows how pages look.
#[derive(Debug, Clone)]
pub(super) struct Failed {
    failure: Failure,
    /// Finds its line in the log.
    reference: Option<String>,
}

/// What handlers give.
pub(super) type Reply = Result<Response, Failed>;

impl IntoResponse for Failed {
    fn into_response(self) -> Response {
        let mut response = status(self.failure).into_response();
        response.extensions_mut().insert(self);
        response
    }
}

impl From<Failure> for Failed {
    fn from(failure: Failure) -> Self {
        Self { failure, reference: None }
    }
}

impl Failed {
    /// Our own fault: said once in the log, under a reference that the page shows.
    fn broken(log: impl FnOnce(&str)) -> Self {
        let reference = chance::reference();
        log(&reference);
        Self { failure: Failure::Broken, reference: Some(reference) }
    }
}

impl From<Refusal> for Failed {
    fn from(refusal: Refusal) -> Self {
        let failure = match &refusal {
            Refusal::NotThere => Failure::NoExercise,
            Refusal::TakenUp => Failure::TakenUp,
            Refusal::Store(StoreError::Full(_)) => Failure::Full,
            Refusal::Store(StoreError::Busy | StoreError::Closed) | Refusal::Contended => Failure::Busy,
            Refusal::Store(_) | Refusal::History | Refusal::Hashing | Refusal::Unreadable(_) => {
                return Self::broken(|reference| {
                    tracing::error!(
                        reference,
                        error = &refusal as &dyn std::error::Error,
                        "a request failed"
                    );
                });
            }
        };
        failure.into()
    }
}

impl Web {
    /// A page in its document.
    pub(super) fn page(&self, page: impl FnOnce() -> Page) -> Response {
        let nonce = chance::token();
        let html = shell::document(page, &self.assets, comfort(), Some(&nonce));
        let content_type = HeaderValue::from_static("text/html; charset=utf-8");
        let mut response = ([(header::CONTENT_TYPE, content_type)], html).into_response();
        response.extensions_mut().insert(Nonce(nonce));
        response
    }
}

/// After a POST: the page where it led.
pub(super) fn see(address: &str) -> Response {
    Redirect::to(address).into_response()
}

/// Gives a page to failures that have none: ours, and those of the layers (too slow, too large…).
pub(super) async fn dress_failures(State(web): State<Web>, request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    let looks = request.method().is_safe();
    let mut response = next.run(request).await;
    let Some(Failed { failure, reference }) = undressed(&mut response) else { return response };
    if failure == Failure::SignedOut && looks {
        return see(routes::people::SIGN_IN);
    }
    let mut dressed = web.page(|| failure::page(failure, failure.way_back(&path), reference));
    *dressed.status_mut() = status(failure);
    if let Some(allow) = response.headers().get(header::ALLOW) {
        dressed.headers_mut().insert(header::ALLOW, allow.clone());
    }
    dressed
}

fn undressed(response: &mut Response) -> Option<Failed> {
    if let Some(failed) = response.extensions_mut().remove::<Failed>() {
        return Some(failed);
    }
    let failure = match response.status() {
        // An address that does not read: in English, quoting what it did not understand.
        StatusCode::BAD_REQUEST | StatusCode::NOT_FOUND => Failure::NotFound,
        StatusCode::METHOD_NOT_ALLOWED => Failure::NotAllowed,
        StatusCode::REQUEST_TIMEOUT => Failure::TooSlow,
        StatusCode::PAYLOAD_TOO_LARGE => Failure::TooLarge,
        StatusCode::UNSUPPORTED_MEDIA_TYPE => Failure::NotAForm,
        _ => return None,
    };
    Some(failure.into())
}

/// A panic is ours: said once in the log, without the request's text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Panicked;

impl ResponseForPanic for Panicked {
    type ResponseBody = axum::body::Body;

    fn response_for_panic(&mut self, _: Box<dyn Any + Send + 'static>) -> Response {
        Failed::broken(|reference| tracing::error!(reference, "a request panicked")).into_response()
    }
}
