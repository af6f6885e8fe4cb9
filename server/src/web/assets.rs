//! Style sheet, fonts, pictures and islands: from the binary, compressed beforehand, kept by browsers for ever.
//!
//! In development the style sheet is made from `style/` at each request, so that an edit needs no rebuild.

use std::path::PathBuf;
use std::sync::Arc;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;

use crate::embedded::{ASSETS, Asset, HAS_ISLANDS};
use crate::web::stylesheet;

/// Where assets come from.
#[derive(Clone, Debug, Default)]
pub struct Assets {
    /// The repository, in development only.
    repository: Option<PathBuf>,
}

/// What a page asks for in its head: addresses without a host.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Urls {
    pub stylesheet: String,
    /// Fonts to fetch before the style sheet asks for them.
    pub fonts: Vec<String>,
    pub favicon: Option<String>,
    pub icons: Option<String>,
    /// The module that wakes the islands; none in a binary made without wasm.
    pub script: Option<String>,
}

/// What development calls its style sheet: a name without digest, never kept.
const LIVE_STYLESHEET: &str = "main.css";
const FOR_EVER: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");

impl Assets {
    /// Everything from the binary.
    pub fn embedded() -> Self {
        Self::default()
    }

    /// The style sheet from the repository's `style/`, the rest from the binary.
    pub fn live(repository: PathBuf) -> Self {
        Self { repository: Some(repository) }
    }

    /// The addresses to write in pages.
    pub fn urls(&self) -> Urls {
        let live = self.repository.as_ref().map(|_| format!("/assets/{LIVE_STYLESHEET}"));
        let fonts = ASSETS.iter().filter(|asset| asset.content_type == "font/woff2").map(address).collect();
        Urls {
            stylesheet: live.or_else(|| named("main.css").map(address)).unwrap_or_default(),
            fonts,
            favicon: named("favicon.svg").map(address),
            icons: named("icons.svg").map(address),
            script: if HAS_ISLANDS { named("islands.js").map(address) } else { None },
        }
    }

    /// `GET` and `HEAD` of `/assets/…`.
    pub fn routes(self) -> Router {
        Router::new().route("/assets/{*name}", get(serve)).with_state(Arc::new(self))
    }
}

async fn serve(State(assets): State<Arc<Assets>>, Path(name): Path<String>, asked: HeaderMap) -> Response {
    if let Some(repository) = assets.repository.clone().filter(|_| name == LIVE_STYLESHEET) {
        return live_stylesheet(repository).await;
    }
    match ASSETS.binary_search_by(|asset| asset.file.cmp(&name)) {
        Ok(at) => answer(&ASSETS[at], &asked),
        Err(_) => StatusCode::NOT_FOUND.into_response(),
    }
}

fn answer(asset: &'static Asset, asked: &HeaderMap) -> Response {
    // Weak: the same for every compression of the same content.
    let tag = format!("W/\"{}\"", asset.digest);
    let known = text(asked, header::IF_NONE_MATCH)
        .is_some_and(|known| known.split(',').any(|known| known.trim() == tag || known.trim() == "*"));
    let (encoding, bytes) = negotiated(asset, text(asked, header::ACCEPT_ENCODING).unwrap_or_default());

    let mut response = if known {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        Body::from(Bytes::from_static(bytes)).into_response()
    };
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, FOR_EVER);
    headers.insert(header::VARY, HeaderValue::from_name(header::ACCEPT_ENCODING));
    if let Ok(tag) = HeaderValue::from_str(&tag) {
        headers.insert(header::ETAG, tag);
    }
    if !known {
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(asset.content_type));
        if let Some(encoding) = encoding {
            headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static(encoding));
        }
    }
    response
}

/// The form that the browser likes best, the smaller one when it has no preference; as it is when it wants neither.
fn negotiated(asset: &'static Asset, accepted: &str) -> (Option<&'static str>, &'static [u8]) {
    let forms = [("br", asset.brotli), ("gzip", asset.gzip)];
    let mut best = (None, asset.identity);
    let mut liking = 0;
    for (encoding, bytes) in forms {
        let weight = weight(accepted, encoding);
        if !bytes.is_empty() && weight > liking {
            best = (Some(encoding), bytes);
            liking = weight;
        }
    }
    best
}

/// How much an `Accept-Encoding` likes `encoding`, in thousandths; 0 when it refuses it or is silent about it.
pub(super) fn weight(accepted: &str, encoding: &str) -> u16 {
    let mut liking = 0;
    for offer in accepted.split(',') {
        let (name, parameters) = offer.split_once(';').unwrap_or((offer, ""));
        let quality = parameters.trim().strip_prefix("q=").map_or(1000, thousandths);
        if name.trim().eq_ignore_ascii_case(encoding) {
            return quality;
        }
        if name.trim() == "*" {
            liking = quality;
        }
    }
    liking
}

/// « 0.5 » as 500: at most three decimals, never more than one.
fn thousandths(quality: &str) -> u16 {
    let (whole, decimals) = quality.trim().split_once('.').unwrap_or((quality.trim(), ""));
    let decimals = decimals
        .bytes()
        .chain(*b"000")
        .take(3)
        .fold(0, |sum, digit| sum * 10 + u16::from(digit.saturating_sub(b'0').min(9)));
    if whole == "0" { decimals } else { 1000 }
}

async fn live_stylesheet(repository: PathBuf) -> Response {
    let made = tokio::task::spawn_blocking(move || {
        let css = stylesheet::bundle(&repository.join("style"))?;
        stylesheet::with_addresses(&css, |name| named(name).map(address))
    });
    let css = match made.await {
        Ok(Ok(css)) => css,
        Ok(Err(reason)) => return broken(&reason),
        Err(stopped) => return broken(&stopped.to_string()),
    };
    let headers = [(header::CONTENT_TYPE, "text/css; charset=utf-8"), (header::CACHE_CONTROL, "no-store")];
    (headers, css).into_response()
}

/// Development only: the author of the style sheet reads the reason where it is looked for.
fn broken(reason: &str) -> Response {
    tracing::error!(reason, "the style sheet cannot be made");
    (StatusCode::INTERNAL_SERVER_ERROR, reason.to_owned()).into_response()
}

fn named(name: &str) -> Option<&'static Asset> {
    ASSETS.iter().find(|asset| asset.name == name)
}

fn address(asset: &Asset) -> String {
    format!("/assets/{}", asset.file)
}

fn text(headers: &HeaderMap, name: header::HeaderName) -> Option<&str> {
    headers.get(name)?.to_str().ok()
}

#[cfg(test)]
mod tests {
    use axum::http::{Method, Request};
    use tower::ServiceExt as _;

    use super::*;

    static PLAIN: Asset = Asset {
        name: "a.css",
        file: "a.0123456789.css",
        digest: "0123456789",
        content_type: "text/css; charset=utf-8",
        identity: b"identity",
        gzip: b"gzip",
        brotli: b"brotli",
    };

    #[test]
    fn the_smallest_form_the_browser_takes_is_sent() {
        let chosen = |accepted: &str| negotiated(&PLAIN, accepted).0;
        assert_eq!(chosen("gzip, deflate, br, zstd"), Some("br"));
        assert_eq!(chosen("gzip, deflate"), Some("gzip"));
        assert_eq!(chosen("br;q=0.5, gzip;q=0.8"), Some("gzip"));
        assert_eq!(chosen("br;q=0, *"), Some("gzip"));
        assert_eq!(chosen("BR ; q=1.0"), Some("br"));
        assert_eq!(chosen("*"), Some("br"));
        assert_eq!(chosen("identity"), None);
        assert_eq!(chosen(""), None);
        assert_eq!(chosen("gzip;q=0.000, br;q="), Some("br"));
    }

    #[test]
    fn a_form_that_saves_nothing_is_never_sent() {
        static SMALL: Asset = Asset { gzip: &[], brotli: &[], ..PLAIN };
        assert_eq!(negotiated(&SMALL, "gzip, br"), (None, PLAIN.identity));
    }

    #[test]
    fn what_a_browser_has_is_not_sent_again() {
        let mut asked = HeaderMap::new();
        asked.insert(header::IF_NONE_MATCH, HeaderValue::from_static("\"x\", W/\"0123456789\""));
        let response = answer(&PLAIN, &asked);
        assert_eq!(response.status(), StatusCode::NOT_MODIFIED);
        assert_eq!(response.headers()[header::ETAG], "W/\"0123456789\"");
        assert!(!response.headers().contains_key(header::CONTENT_TYPE));
    }

    #[test]
    fn an_asset_is_kept_for_ever_and_varies_by_encoding() {
        let mut asked = HeaderMap::new();
        asked.insert(header::ACCEPT_ENCODING, HeaderValue::from_static("gzip"));
        let response = answer(&PLAIN, &asked);
        assert_eq!(response.headers()[header::CACHE_CONTROL], "public, max-age=31536000, immutable");
        assert_eq!(response.headers()[header::VARY], "accept-encoding");
        assert_eq!(response.headers()[header::CONTENT_ENCODING], "gzip");
        assert_eq!(response.headers()[header::CONTENT_TYPE], "text/css; charset=utf-8");
    }

    #[tokio::test]
    async fn the_style_sheet_of_the_binary_is_found_by_its_address() {
        let assets = Assets::embedded();
        let address = &assets.urls().stylesheet;
        for method in [Method::GET, Method::HEAD] {
            assert_eq!(status(assets.clone(), method, address).await, StatusCode::OK);
        }
        assert_eq!(status(assets.clone(), Method::POST, address).await, StatusCode::METHOD_NOT_ALLOWED);
        assert_eq!(status(assets.clone(), Method::GET, "/assets/main.css").await, StatusCode::NOT_FOUND);
        assert_eq!(status(assets, Method::GET, "/assets/../Cargo.toml").await, StatusCode::NOT_FOUND);
    }

    #[tokio::test]
    async fn the_style_sheet_of_the_repository_is_made_when_asked_for() {
        let repository = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/.."));
        let assets = Assets::live(repository);
        assert_eq!(assets.urls().stylesheet, "/assets/main.css");
        assert_eq!(status(assets, Method::GET, "/assets/main.css").await, StatusCode::OK);
        let nowhere = Assets::live(PathBuf::from("/nowhere"));
        assert_eq!(status(nowhere, Method::GET, "/assets/main.css").await, StatusCode::INTERNAL_SERVER_ERROR);
    }

    async fn status(assets: Assets, method: Method, address: &str) -> StatusCode {
        let request = Request::builder().method(method).uri(address).body(Body::empty()).unwrap();
        assets.routes().oneshot(request).await.unwrap().status()
    }
}
