//! Bytes that reach the browser: the first page with all it needs, and a page once the rest is kept.

use super::{Trouble, client::Client};
use crate::web::assets::Assets;

/// Bodies, in bytes, by what the browser accepts.
#[derive(Debug)]
pub(super) struct Weight {
    pub(super) accepts: &'static str,
    pub(super) html: usize,
    pub(super) style: usize,
    pub(super) fonts: usize,
    /// The form page of a rehearsal.
    pub(super) following: usize,
}

pub(super) const ACCEPTED: [&str; 3] = ["identity", "gzip", "br, gzip"];

impl Weight {
    pub(super) fn first_page(&self) -> usize {
        self.html + self.style + self.fonts
    }
}

/// Weighs the home page and `form`, a request for a form page given what the browser accepts.
pub(super) async fn weigh(
    port: u16,
    accepts: &'static str,
    form: impl FnOnce(&str) -> Vec<u8>,
) -> Result<Weight, Trouble> {
    let urls = Assets::embedded().urls();
    let mut client = Client::open(port).await?;
    let mut fonts = 0;
    for font in &urls.fonts {
        fonts += body(&mut client, &get(font, accepts)).await?;
    }
    Ok(Weight {
        accepts,
        html: body(&mut client, &get("/", accepts)).await?,
        style: body(&mut client, &get(&urls.stylesheet, accepts)).await?,
        fonts,
        following: body(&mut client, &form(accepts)).await?,
    })
}

async fn body(client: &mut Client, request: &[u8]) -> Result<usize, Trouble> {
    let answer = client.ask(request).await?;
    if answer.status == 200 { Ok(answer.body.len()) } else { Err(Trouble::Unexpected) }
}

fn get(address: &str, accepts: &str) -> Vec<u8> {
    format!("GET {address} HTTP/1.1\r\nhost: 127.0.0.1\r\naccept-encoding: {accepts}\r\n\r\n").into_bytes()
}
