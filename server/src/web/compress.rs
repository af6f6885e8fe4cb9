//! Pages on their way to browsers that take gzip: a room's wifi is slower than a processor.
//!
//! Assets were compressed when the binary was made, and pass through here as they are. Pages hold nothing secret that
//! a stranger could guess by their lengths (BREACH): a fictitious person, what the learner typed, and numbers that are
//! good for one response or one sending.

use std::cell::RefCell;

use axum::{
    body::{Body, to_bytes},
    extract::Request,
    http::{HeaderValue, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse as _, Response},
};
use flate2::{Compress, Compression, FlushCompress, Status};

use super::assets::weight;

/// Shorter pages gain nothing.
const SHORTEST: usize = 1024;
/// More would take longer than making the page, for some bytes in a hundred.
const LEVEL: Compression = Compression::new(2);
/// For zlib: how far back it looks, as a power of two.
const WINDOW: u8 = 15;
/// What gzip adds, at the most, to a page that does not get smaller.
const OVERHEAD: usize = 64;

thread_local! {
    /// Its tables are large: making them anew costs as much as a page.
    static COMPRESSOR: RefCell<Compress> = RefCell::new(Compress::new_gzip(LEVEL, WINDOW));
}

pub(super) async fn pages(request: Request, next: Next) -> Response {
    let accepted = request.headers().get(header::ACCEPT_ENCODING).and_then(|accepted| accepted.to_str().ok());
    let wanted =
        accepted.is_some_and(|accepted| weight(accepted, "gzip") > 0) && *request.method() != Method::HEAD;
    let mut response = next.run(request).await;
    let is_page = response
        .headers()
        .get(header::CONTENT_TYPE)
        .is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    if !is_page {
        return response;
    }
    response.headers_mut().insert(header::VARY, HeaderValue::from_name(header::ACCEPT_ENCODING));
    if wanted { compressed(response).await } else { response }
}

/// The same response, smaller; as it was when it is too short to be.
async fn compressed(response: Response) -> Response {
    let (mut head, body) = response.into_parts();
    // A page is in memory already: its reading neither waits nor fails.
    let Ok(page) = to_bytes(body, usize::MAX).await else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let smaller = if page.len() < SHORTEST { None } else { gzip(&page) };
    match smaller {
        Some(smaller) => {
            head.headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
            head.headers.insert(header::CONTENT_LENGTH, smaller.len().into());
            Response::from_parts(head, Body::from(smaller))
        }
        None => Response::from_parts(head, Body::from(page)),
    }
}

fn gzip(page: &[u8]) -> Option<Vec<u8>> {
    let mut smaller = Vec::with_capacity(page.len() + OVERHEAD);
    COMPRESSOR.with_borrow_mut(|compressor| {
        compressor.reset();
        let status = compressor.compress_vec(page, &mut smaller, FlushCompress::Finish).ok()?;
        (status == Status::StreamEnd).then_some(smaller)
    })
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use axum::{Router, middleware, response::Html, routing::get};
    use flate2::read::GzDecoder;
    use tower::ServiceExt as _;

    use super::*;

    async fn asked(method: Method, accepts: &str, content: String) -> Response {
        let page = Router::new().route("/", get(async move || Html(content)));
        let request = Request::builder().method(method).uri("/").header(header::ACCEPT_ENCODING, accepts);
        let request = request.body(Body::empty()).unwrap();
        page.layer(middleware::from_fn(pages)).oneshot(request).await.unwrap()
    }

    #[tokio::test]
    async fn a_browser_that_takes_gzip_gets_the_same_page_smaller() {
        let content = "<p>Bonjour</p>".repeat(1000);
        let response = asked(Method::GET, "gzip, deflate", content.clone()).await;
        assert_eq!(response.headers()[header::CONTENT_ENCODING], "gzip");
        assert_eq!(response.headers()[header::VARY], "accept-encoding");
        let length: usize = response.headers()[header::CONTENT_LENGTH].to_str().unwrap().parse().unwrap();
        let body = to_bytes(response.into_body(), usize::MAX).await.unwrap();
        assert!(body.len() == length && length < content.len() / 10);
        let mut read = String::new();
        GzDecoder::new(&*body).read_to_string(&mut read).unwrap();
        assert_eq!(read, content);
    }

    #[tokio::test]
    async fn others_get_it_as_it_is() {
        for (method, accepts, content) in [
            (Method::GET, "", "a".repeat(5000)),
            (Method::GET, "gzip;q=0", "a".repeat(5000)),
            (Method::HEAD, "gzip", "a".repeat(5000)),
            (Method::GET, "gzip", "a".repeat(50)),
        ] {
            let response = asked(method, accepts, content.clone()).await;
            assert!(!response.headers().contains_key(header::CONTENT_ENCODING), "{accepts}");
            assert_eq!(response.headers()[header::CONTENT_LENGTH], content.len().to_string());
        }
    }
}
