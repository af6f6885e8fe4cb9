//! Where a request comes from: for counting failures, and for nothing else. It is neither kept nor logged.

use std::net::IpAddr;

use axum::http::{Extensions, HeaderMap};

use super::Reach;

/// The other end of the connection.
#[derive(Debug, Clone, Copy)]
pub(super) struct Peer(pub(super) IpAddr);

/// Behind a proxy, the address that the proxy itself wrote, last of its header: what stands before it was sent by anybody.
pub(super) fn address(reach: &Reach, headers: &HeaderMap, extensions: &Extensions) -> Option<IpAddr> {
    let peer = extensions.get::<Peer>().map(|peer| peer.0);
    if reach.public_host.is_none() {
        return peer;
    }
    let written = headers.get_all("x-forwarded-for").iter().next_back().and_then(|value| value.to_str().ok());
    let last = written.and_then(|list| list.rsplit(',').next()).and_then(|last| last.trim().parse().ok());
    last.or(peer)
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    fn told(reach: &Reach, forwarded: Option<&'static str>) -> String {
        let mut extensions = Extensions::new();
        extensions.insert(Peer(IpAddr::from([127, 0, 0, 1])));
        let headers = forwarded
            .map(|list| ("x-forwarded-for".parse().expect("a name"), HeaderValue::from_static(list)));
        let headers: HeaderMap = headers.into_iter().collect();
        address(reach, &headers, &extensions).map(|ip| ip.to_string()).unwrap_or_default()
    }

    #[test]
    fn in_a_room_the_connection_alone_is_believed() {
        assert_eq!(told(&Reach::default(), Some("203.0.113.9")), "127.0.0.1");
    }

    #[test]
    fn behind_a_proxy_only_what_the_proxy_wrote_is_believed() {
        let reach = Reach { tls: true, public_host: Some("miroir.exemple.org".to_owned()) };
        assert_eq!(told(&reach, Some("198.51.100.1, 203.0.113.9")), "203.0.113.9");
        assert_eq!(told(&reach, Some("anything")), "127.0.0.1");
        assert_eq!(told(&reach, None), "127.0.0.1");
    }
}
