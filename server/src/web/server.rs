//! The listening socket: connections bounded in number and in time, ended cleanly when asked to stop.

use std::{net::SocketAddr, pin::pin, sync::Arc, time::Duration};

use axum::Router;
use hyper::{Request, body::Incoming, server::conn::http1};
use hyper_util::{
    rt::{TokioIo, TokioTimer},
    server::graceful::GracefulShutdown,
    service::TowerToHyperService,
};
use tokio::{
    net::{TcpListener, TcpStream},
    sync::Semaphore,
};
use tower::ServiceExt as _;

use super::peer::Peer;

/// Connections served at once; more wait in the system's queue.
const MOST_CONNECTIONS: usize = 4096;
/// Time to send the headers of a request; also how long an idle connection is kept.
const HEADERS: Duration = Duration::from_secs(30);
/// What was sent and not acknowledged for so long is lost.
const SILENCE: Duration = Duration::from_secs(12);
/// Time left to requests under way when stopping.
const FAREWELL: Duration = Duration::from_secs(10);

/// A browser out of reach acknowledges nothing: its stream ends after a while, and the board can say so.
#[cfg(target_os = "linux")]
fn notice_silence(stream: &TcpStream) {
    // Without it, the connection is kept for a quarter of an hour.
    let _ = socket2::SockRef::from(stream).set_tcp_user_timeout(Some(SILENCE));
}

/// Other systems have delays of their own.
#[cfg(not(target_os = "linux"))]
fn notice_silence(_: &TcpStream) {}

/// Serves until `stop` ends, then lets the requests under way finish.
pub async fn serve(listener: TcpListener, router: Router, stop: impl Future<Output = ()>) {
    let graceful = GracefulShutdown::new();
    let room = Arc::new(Semaphore::new(MOST_CONNECTIONS));
    let mut stop = pin!(stop);
    loop {
        let Ok(place) = Arc::clone(&room).acquire_owned().await else { break };
        let (stream, peer): (TcpStream, SocketAddr) = tokio::select! {
            accepted = listener.accept() => match accepted {
                Ok(accepted) => accepted,
                Err(error) => {
                    // Out of file handles, most often: others will be given back.
                    tracing::warn!(%error, "a connection was not accepted");
                    tokio::time::sleep(Duration::from_millis(50)).await;
                    continue;
                }
            },
            () = &mut stop => break,
        };
        // Small answers are sent at once; failing that, they are sent all the same.
        let _ = stream.set_nodelay(true);
        notice_silence(&stream);
        let service = router.clone().map_request(move |mut request: Request<Incoming>| {
            request.extensions_mut().insert(Peer(peer.ip()));
            request
        });
        let connection = http1::Builder::new()
            .timer(TokioTimer::new())
            .header_read_timeout(HEADERS)
            .max_buf_size(32 * 1024)
            .serve_connection(TokioIo::new(stream), TowerToHyperService::new(service));
        let connection = graceful.watch(connection);
        tokio::spawn(async move {
            // A client that leaves half-way is nothing to tell.
            let _ = connection.await;
            drop(place);
        });
    }
    drop(listener);
    let _ = tokio::time::timeout(FAREWELL, graceful.shutdown()).await;
}
