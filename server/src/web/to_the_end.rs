//! A change asked for goes to its end, though its browser hangs up or its time is over: the disk would have it, and the
//! memory not.

use std::panic::resume_unwind;

use app::failure::Failure;
use axum::{
    body::{Body, to_bytes},
    extract::Request,
    http::StatusCode,
    middleware::Next,
    response::{IntoResponse as _, Response},
};
use http_body_util::LengthLimitError;

use super::{LONGEST_BODY, comfort, form, reply::Failed};

/// Once its form is there, each change has a task of its own, which nobody drops. Reading has nothing to finish.
pub(super) async fn changes(request: Request, next: Next) -> Response {
    if request.method().is_safe() || !form::is_one(request.headers()) {
        return next.run(request).await;
    }
    let (parts, body) = request.into_parts();
    let body = match to_bytes(body, LONGEST_BODY).await {
        Ok(body) => Body::from(body),
        Err(error) => {
            let source = std::error::Error::source(&error);
            let too_large = source.is_some_and(<dyn std::error::Error>::is::<LengthLimitError>);
            let failure = if too_large { Failure::TooLarge } else { Failure::TooSlow };
            return Failed::from(failure).into_response();
        }
    };
    let doing = next.run(Request::from_parts(parts, body));
    match tokio::spawn(comfort::carried(doing)).await {
        Ok(response) => response,
        Err(stopped) => match stopped.try_into_panic() {
            Ok(panic) => resume_unwind(panic),
            // The server is going away.
            Err(_) => StatusCode::SERVICE_UNAVAILABLE.into_response(),
        },
    }
}
