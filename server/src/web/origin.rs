//! Changes are asked for from Miroir's own pages, and from nowhere else.
//!
//! A browser that says where a request comes from (`Sec-Fetch-Site`) is believed; one that does not, as on a room's
//! plain HTTP, must send an `Origin` equal to a `Host` that is ours. With neither, nothing changes.

use std::{net::IpAddr, sync::Arc};

use app::failure::Failure;
use axum::{
    extract::{Request, State},
    http::{HeaderMap, Method, header},
    middleware::Next,
    response::{IntoResponse as _, Response},
};

use super::reply::Failed;

/// The hosts under which people may reach this server.
#[derive(Debug, Clone)]
pub(super) struct Hosts(Option<Arc<str>>);

impl Hosts {
    pub(super) fn new(public: Option<String>) -> Self {
        Self(public.map(Into::into))
    }

    /// The public name, or any name that no stranger's name server can point here: an address, localhost, a name of
    /// the local network.
    fn is_ours(&self, host: &str) -> bool {
        if self.0.as_deref().is_some_and(|public| public.eq_ignore_ascii_case(host)) {
            return true;
        }
        let name = without_port(host).to_ascii_lowercase();
        let bare = name.trim_start_matches('[').trim_end_matches(']');
        let local = name.rsplit_once('.').is_some_and(|(_, domain)| matches!(domain, "local" | "lan"));
        bare.parse::<IpAddr>().is_ok() || name == "localhost" || local
    }

    fn allow(&self, headers: &HeaderMap) -> bool {
        let text = |name| headers.get(name).and_then(|value| value.to_str().ok());
        let Some(host) = text(header::HOST).filter(|host| self.is_ours(host)) else { return false };
        match (text(header::HeaderName::from_static("sec-fetch-site")), text(header::ORIGIN)) {
            (Some(site), _) => site == "same-origin",
            (None, Some(origin)) => origin.split_once("://").is_some_and(|(scheme, from)| {
                matches!(scheme, "http" | "https") && from.eq_ignore_ascii_case(host)
            }),
            (None, None) => false,
        }
    }
}

fn without_port(host: &str) -> &str {
    match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) && !name.ends_with(':') => name,
        _ => host,
    }
}

pub(super) async fn only_ours(State(hosts): State<Hosts>, request: Request, next: Next) -> Response {
    let safe = matches!(*request.method(), Method::GET | Method::HEAD);
    if safe || hosts.allow(request.headers()) {
        next.run(request).await
    } else {
        Failed::from(Failure::Foreign).into_response()
    }
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    fn allowed(hosts: &Hosts, pairs: &[(&'static str, &'static str)]) -> bool {
        hosts.allow(
            &pairs
                .iter()
                .map(|(name, value)| (header::HeaderName::from_static(name), HeaderValue::from_static(value)))
                .collect(),
        )
    }

    #[test]
    fn a_request_from_our_own_page_is_let_through_both_ways() {
        let room = Hosts::new(None);
        assert!(allowed(&room, &[("host", "127.0.0.1:3000"), ("sec-fetch-site", "same-origin")]));
        assert!(allowed(&room, &[("host", "192.168.1.20:3000"), ("origin", "http://192.168.1.20:3000")]));
        assert!(allowed(&room, &[("host", "[fe80::1]:3000"), ("origin", "http://[fe80::1]:3000")]));
        assert!(allowed(&room, &[("host", "portable.local:3000"), ("origin", "http://portable.local:3000")]));
        let tls = Hosts::new(Some("miroir.exemple.org".into()));
        assert!(allowed(&tls, &[("host", "miroir.exemple.org"), ("origin", "https://miroir.exemple.org")]));
    }

    #[test]
    fn anything_else_is_refused() {
        let room = Hosts::new(None);
        for pairs in [
            &[("host", "127.0.0.1:3000")][..],
            &[("host", "127.0.0.1:3000"), ("origin", "http://ailleurs.exemple")],
            &[("host", "127.0.0.1:3000"), ("origin", "null")],
            &[("host", "127.0.0.1:3000"), ("origin", "http://127.0.0.1:4000")],
            &[
                ("host", "127.0.0.1:3000"),
                ("sec-fetch-site", "cross-site"),
                ("origin", "http://127.0.0.1:3000"),
            ],
            &[("host", "127.0.0.1:3000"), ("sec-fetch-site", "same-site")],
            &[("host", "127.0.0.1:3000"), ("sec-fetch-site", "none")],
            &[("host", "attaque.exemple:3000"), ("origin", "http://attaque.exemple:3000")],
            &[("host", "attaque.exemple:3000"), ("sec-fetch-site", "same-origin")],
            &[("origin", "http://127.0.0.1:3000")],
        ] {
            assert!(!allowed(&room, pairs), "{pairs:?}");
        }
    }
}
