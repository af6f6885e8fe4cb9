//! The headers of every answer: what browsers may load, keep, tell and show.

use axum::{
    extract::{Request, State},
    http::{HeaderName, HeaderValue, header},
    middleware::Next,
    response::Response,
};

/// By the way Miroir is reached.
#[derive(Debug, Clone, Copy)]
pub(super) struct Headers {
    pub(super) tls: bool,
}

/// The nonce of a response, on its way from the page to the header.
#[derive(Debug, Clone)]
pub(super) struct Nonce(pub(super) String);

/// With `no-referrer` forms would be posted with `Origin: null`.
const ALWAYS: [(HeaderName, &str); 5] = [
    (header::REFERRER_POLICY, "same-origin"),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::X_FRAME_OPTIONS, "DENY"),
    (HeaderName::from_static("x-robots-tag"), "noindex, nofollow, noarchive"),
    (
        HeaderName::from_static("permissions-policy"),
        "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
    ),
];

/// Browsers heed these over TLS alone, and say so in the console otherwise.
const OVER_TLS: [(HeaderName, &str); 3] = [
    (header::STRICT_TRANSPORT_SECURITY, "max-age=31536000"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
];

pub(super) async fn add(State(of): State<Headers>, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let nonce = response.extensions_mut().remove::<Nonce>();
    let headers = response.headers_mut();
    for (name, value) in
        ALWAYS.into_iter().chain(OVER_TLS.into_iter().take(if of.tls { OVER_TLS.len() } else { 0 }))
    {
        headers.insert(name, HeaderValue::from_static(value));
    }
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    if let Ok(policy) = HeaderValue::from_str(&content_policy(nonce.as_ref())) {
        headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    response
}

/// No inline script exists; the one module of a page carries the response's nonce all the same.
fn content_policy(nonce: Option<&Nonce>) -> String {
    let nonce = nonce.map(|Nonce(nonce)| format!(" 'nonce-{nonce}'")).unwrap_or_default();
    format!(
        "default-src 'none'; script-src 'self'{nonce} 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; \
         font-src 'self'; media-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; \
         frame-ancestors 'none'"
    )
}
