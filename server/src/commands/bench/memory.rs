//! What a page would cost without Miroir: its very bytes, served from memory by the same axum on the same sockets.

use std::{net::SocketAddr, path::PathBuf, process::ExitCode};

use axum::{Router, body::Bytes, http::header, routing::get};
use clap::Args;
use tokio::net::TcpListener;

use crate::{commands::speak::sorry, web};

#[derive(Debug, Args)]
pub(in crate::commands) struct FromMemory {
    #[arg(long)]
    address: SocketAddr,
    /// The file whose bytes are the page.
    #[arg(long)]
    page: PathBuf,
}

impl FromMemory {
    pub(in crate::commands) fn run(self) -> ExitCode {
        let Ok(page) = std::fs::read(self.page) else { return sorry("la page ne peut pas être lue.") };
        let page = Bytes::from(page);
        let html = [(header::CONTENT_TYPE, "text/html; charset=utf-8")];
        let router = Router::new().route("/", get(async move || (html, page)));
        let Ok(runtime) = tokio::runtime::Runtime::new() else { return sorry("le système refuse.") };
        runtime.block_on(async move {
            let Ok(listener) = TcpListener::bind(self.address).await else {
                return sorry("l’adresse est prise.");
            };
            web::server::serve(listener, router, std::future::pending()).await;
            ExitCode::SUCCESS
        })
    }
}
