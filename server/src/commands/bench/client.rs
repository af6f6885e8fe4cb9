//! One keep-alive connection that asks and reads, and nothing more: the load must cost less than what it measures.
//!
//! It knows of HTTP/1.1 what our own server answers: a status, a length, a place to go. It goes to this machine only.

use std::{
    io,
    net::{Ipv4Addr, SocketAddr},
    time::Duration,
};

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpSocket, TcpStream},
    time::timeout,
};

/// Beyond this an answer is counted as none.
const PATIENCE: Duration = Duration::from_secs(5);
const LARGEST_ANSWER: usize = 4 * 1024 * 1024;

pub(in crate::commands) struct Client {
    stream: TcpStream,
    received: Vec<u8>,
    patience: Duration,
}

/// An answer, read whole. It lives until the next request.
pub(in crate::commands) struct Answer<'a> {
    pub(in crate::commands) status: u16,
    head: &'a [u8],
    pub(in crate::commands) body: &'a [u8],
}

impl Answer<'_> {
    /// The value of a header, by its name in lower case.
    pub(in crate::commands) fn header(&self, name: &str) -> Option<&str> {
        header(self.head, name)
    }
}

impl Answer<'_> {
    /// The values of a header that may be there several times, by its name in lower case.
    pub(in crate::commands) fn headers<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.head.split(|byte| *byte == b'\n').filter_map(move |line| header(line, name))
    }
}

impl Client {
    /// A connection to `port` of this machine.
    pub(in crate::commands) async fn open(port: u16) -> io::Result<Self> {
        Self::open_from(Ipv4Addr::LOCALHOST, port, PATIENCE).await
    }

    /// The same from another address of this machine, by somebody who waits for answers as long as `patience`.
    pub(in crate::commands) async fn open_from(
        from: Ipv4Addr,
        port: u16,
        patience: Duration,
    ) -> io::Result<Self> {
        let socket = TcpSocket::new_v4()?;
        socket.bind(SocketAddr::from((from, 0)))?;
        let stream = socket.connect(SocketAddr::from((Ipv4Addr::LOCALHOST, port))).await?;
        stream.set_nodelay(true)?;
        Ok(Self { stream, received: Vec::with_capacity(64 * 1024), patience })
    }

    /// Sends a whole request and reads its whole answer.
    pub(in crate::commands) async fn ask(&mut self, request: &[u8]) -> io::Result<Answer<'_>> {
        self.received.clear();
        timeout(self.patience, self.exchange(request)).await.map_err(|_| io::ErrorKind::TimedOut)??;
        let (head, body) = split(&self.received).ok_or(io::ErrorKind::InvalidData)?;
        let status = head
            .get(9..12)
            .and_then(|digits| std::str::from_utf8(digits).ok())
            .and_then(|digits| digits.parse().ok())
            .ok_or(io::ErrorKind::InvalidData)?;
        Ok(Answer { status, head, body })
    }

    async fn exchange(&mut self, request: &[u8]) -> io::Result<()> {
        self.stream.write_all(request).await?;
        let mut whole = None;
        while whole.is_none_or(|length| self.received.len() < length) {
            if self.stream.read_buf(&mut self.received).await? == 0 {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
            if whole.is_none()
                && let Some((head, _)) = split(&self.received)
            {
                let length: usize = header(head, "content-length")
                    .and_then(|length| length.parse().ok())
                    .ok_or(io::ErrorKind::InvalidData)?;
                whole = Some(head.len() + SEPARATOR.len() + length);
            }
            if self.received.len() > LARGEST_ANSWER {
                return Err(io::ErrorKind::InvalidData.into());
            }
        }
        Ok(())
    }
}

const SEPARATOR: &[u8] = b"\r\n\r\n";

fn split(received: &[u8]) -> Option<(&[u8], &[u8])> {
    let at = received.windows(SEPARATOR.len()).position(|window| window == SEPARATOR)?;
    Some((&received[..at], &received[at + SEPARATOR.len()..]))
}

fn header<'a>(head: &'a [u8], name: &str) -> Option<&'a str> {
    head.split(|byte| *byte == b'\n').find_map(|line| {
        let (found, value) = line.split_at_checked(name.len())?;
        let value = found.eq_ignore_ascii_case(name.as_bytes()).then(|| value.strip_prefix(b":"))??;
        std::str::from_utf8(value).ok().map(str::trim)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_taken_apart() {
        let (head, body) =
            split(b"HTTP/1.1 303 See Other\r\nLocation: /a\r\ncontent-length: 2\r\n\r\nok").unwrap();
        assert_eq!((header(head, "location"), header(head, "content-length")), (Some("/a"), Some("2")));
        assert_eq!((header(head, "content"), body), (None, &b"ok"[..]));
        assert!(split(b"HTTP/1.1 200 OK\r\n").is_none());
    }
}
