//! The listening socket: slow, half-sent and strange requests hold nobody else up, and stopping is clean.

use std::net::SocketAddr;
use std::sync::Arc;

use axum::routing::get;
use axum::{Extension, Router};
use server::web::server::serve;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Notify, oneshot};
use tokio::task::JoinHandle;

use crate::house::House;

/// A served router, until it is told to stop.
struct Served {
    address: SocketAddr,
    stop: oneshot::Sender<()>,
    done: JoinHandle<()>,
}

async fn served(router: Router) -> Served {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("an address");
    let (stop, stopped) = oneshot::channel();
    let done = tokio::spawn(serve(listener, router, async {
        let _ = stopped.await;
    }));
    Served { address, stop, done }
}

impl Served {
    async fn sends(&self, text: &[u8]) -> TcpStream {
        let mut stream = TcpStream::connect(self.address).await.expect("a connection");
        stream.write_all(text).await.expect("sent");
        stream
    }

    /// A whole request and its whole answer.
    async fn asks(&self, text: &str) -> String {
        read(self.sends(text.as_bytes()).await).await
    }
}

async fn read(mut stream: TcpStream) -> String {
    let mut answer = Vec::new();
    // A connection reset says as much as one that is closed.
    let _ = stream.read_to_end(&mut answer).await;
    String::from_utf8_lossy(&answer).into_owned()
}

const ROBOTS: &str = "GET /robots.txt HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n";

#[tokio::test]
async fn headers_that_do_not_come_to_an_end_are_cut_and_hold_nobody_up() {
    let house = House::opens().await;
    // From here on time passes when nobody has anything to do: the time-outs come without waiting.
    tokio::time::pause();
    let served = served(house.router.clone()).await;
    let mut slow = Vec::new();
    for beginning in
        ["", "G", "GET / HTTP/1.1\r\nHost: 127.0", "POST /exercice HTTP/1.1\r\nHost: 127.0.0.1\r\nX: "]
    {
        slow.push(served.sends(beginning.as_bytes()).await);
    }
    assert!(served.asks(ROBOTS).await.starts_with("HTTP/1.1 200"), "others are served meanwhile");
    for stream in slow {
        let answer = read(stream).await;
        assert!(answer.is_empty() || answer.starts_with("HTTP/1.1 408"), "{answer}");
    }
}

#[tokio::test]
async fn a_body_that_does_not_come_to_an_end_is_given_up_in_french() {
    let house = House::opens().await;
    tokio::time::pause();
    let served = served(house.router.clone()).await;
    let half = "POST /exercice HTTP/1.1\r\nHost: 127.0.0.1\r\nOrigin: http://127.0.0.1\r\nConnection: close\r\n\
                Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\ndemarche=";
    let answer = served.asks(half).await;
    assert!(answer.starts_with("HTTP/1.1 408"), "{answer}");
    assert!(answer.contains("Votre demande a mis trop de temps"), "{answer}");
    assert!(answer.contains("content-security-policy"), "{answer}");
    assert_eq!(house.rows("workshop").await, 0);
}

#[tokio::test]
async fn a_body_without_a_length_is_limited_too() {
    let house = House::opens().await;
    let served = served(house.router.clone()).await;
    let piece = format!("1000\r\n{}\r\n", "a".repeat(0x1000));
    let body = piece.repeat(32);
    let request = format!(
        "POST /exercice HTTP/1.1\r\nHost: 127.0.0.1\r\nOrigin: http://127.0.0.1\r\nConnection: close\r\n\
         Content-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\n{body}0\r\n\r\n"
    );
    let answer = served.asks(&request).await;
    assert!(answer.starts_with("HTTP/1.1 413"), "{answer}");
    assert_eq!(house.rows("workshop").await, 0);
}

#[tokio::test]
async fn what_is_not_http_is_refused() {
    let house = House::opens().await;
    let served = served(house.router.clone()).await;
    let huge = format!("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: {}\r\n\r\n", "a".repeat(100_000));
    let many = format!("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n{}\r\n", "X: 1\r\n".repeat(5_000));
    for request in [
        "\u{16}\u{3}\u{1}\r\n\r\n",
        "SSH-2.0-OpenSSH\r\n\r\n",
        "GET / HTTP/9.9\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
        "GET /\u{e9} \u{e9} HTTP/1.1\r\n\r\n",
        huge.as_str(),
        many.as_str(),
    ] {
        let answer = served.asks(request).await;
        assert!(answer.is_empty() || answer.starts_with("HTTP/1.1 4"), "{request:.60}: {answer:.200}");
    }
    assert!(served.asks(ROBOTS).await.starts_with("HTTP/1.1 200"));
}

#[tokio::test]
async fn stopping_lets_a_request_under_way_finish() {
    let (under_way, go_on) = (Arc::new(Notify::new()), Arc::new(Notify::new()));
    let router = Router::new()
        .route(
            "/",
            get(async |Extension((under_way, go_on)): Extension<(Arc<Notify>, Arc<Notify>)>| {
                under_way.notify_one();
                go_on.notified().await;
                "fini"
            }),
        )
        .layer(Extension((Arc::clone(&under_way), Arc::clone(&go_on))));
    let Served { address, stop, done } = served(router).await;
    let mut stream = TcpStream::connect(address).await.expect("a connection");
    stream.write_all(b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n").await.expect("sent");
    under_way.notified().await;
    stop.send(()).expect("still serving");
    // The door is closed when no more connection is taken.
    while TcpStream::connect(address).await.is_ok() {
        tokio::task::yield_now().await;
    }
    go_on.notify_one();
    let answer = read(stream).await;
    assert!(answer.starts_with("HTTP/1.1 200") && answer.ends_with("fini"), "{answer}");
    done.await.expect("stopped");
}
