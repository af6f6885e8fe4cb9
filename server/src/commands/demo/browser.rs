//! A browser without a screen: one connection, the cookies it was given, forms as people send them.

use std::{io, net::Ipv4Addr, time::Duration};

use form_urlencoded::Serializer;

use crate::commands::bench::client::Client;

/// As long as browsers are willing to wait for an answer, or nearly.
const PATIENCE: Duration = Duration::from_secs(20);

pub(super) struct Browser {
    /// The address of this machine that it comes from.
    from: Ipv4Addr,
    port: u16,
    client: Option<Client>,
    cookies: Vec<(String, String)>,
}

/// What came back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Came {
    pub(super) status: u16,
    /// Where it leads, after a form.
    pub(super) location: Option<String>,
}

impl Browser {
    pub(super) const fn new(port: u16) -> Self {
        Self::from(Ipv4Addr::LOCALHOST, port)
    }

    pub(super) const fn from(from: Ipv4Addr, port: u16) -> Self {
        Self { from, port, client: None, cookies: Vec::new() }
    }

    pub(super) fn carrying(&self) -> String {
        let pairs: Vec<String> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        pairs.join("; ")
    }

    pub(super) async fn opens(&mut self, address: &str) -> io::Result<Came> {
        let cookies = self.carrying();
        let request = format!(
            "GET {address} HTTP/1.1\r\nhost: 127.0.0.1\r\ncookie: {cookies}\r\naccept-encoding: gzip\r\n\r\n"
        );
        self.asks(request.as_bytes()).await
    }

    pub(super) async fn sends<'p>(
        &mut self,
        address: &str,
        inputs: impl IntoIterator<Item = (&'p str, &'p str)>,
    ) -> io::Result<Came> {
        let body = Serializer::new(String::new()).extend_pairs(inputs).finish();
        let request = format!(
            "POST {address} HTTP/1.1\r\nhost: 127.0.0.1\r\norigin: http://127.0.0.1\r\ncookie: {}\r\n\
             content-type: application/x-www-form-urlencoded\r\ncontent-length: {}\r\n\r\n{body}",
            self.carrying(),
            body.len()
        );
        self.asks(request.as_bytes()).await
    }

    async fn asks(&mut self, request: &[u8]) -> io::Result<Came> {
        let mut client = match self.client.take() {
            Some(client) => client,
            None => Client::open_from(self.from, self.port, PATIENCE).await?,
        };
        let (came, given) = {
            let answer = client.ask(request).await?;
            let given: Vec<(String, String)> = answer.headers("set-cookie").filter_map(pair).collect();
            (
                Came { status: answer.status, location: answer.header("location").map(ToOwned::to_owned) },
                given,
            )
        };
        for (name, value) in given {
            self.cookies.retain(|(known, _)| *known != name);
            if !value.is_empty() {
                self.cookies.push((name, value));
            }
        }
        self.client = Some(client);
        Ok(came)
    }
}

/// The name and the value of a cookie, without its dress.
fn pair(cookie: &str) -> Option<(String, String)> {
    let (name, value) = cookie.split(';').next()?.split_once('=')?;
    Some((name.trim().to_owned(), value.trim().to_owned()))
}
