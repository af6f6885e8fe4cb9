//! Somebody who keeps a board open: reads its stream, and notes when what was done is shown.

use std::{io, sync::Arc};

use app::routes::room::Room;
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpStream,
};

use super::Stage;

pub(super) struct Watch {
    stage: Arc<Stage>,
    workshop: String,
    cookie: String,
}

impl Watch {
    pub(super) const fn new(stage: Arc<Stage>, workshop: String, cookie: String) -> Self {
        Self { stage, workshop, cookie }
    }

    /// Until it is stopped; a stream that ends is opened again, as browsers do.
    pub(super) async fn look(self, number: usize) {
        loop {
            if self.read(number).await.is_err() {
                self.stage.measures.failed();
            }
        }
    }

    async fn read(&self, number: usize) -> io::Result<()> {
        let mut stream = TcpStream::connect(("127.0.0.1", self.stage.port)).await?;
        let request = format!(
            "GET {} HTTP/1.1\r\nhost: 127.0.0.1\r\ncookie: {}\r\n\r\n",
            Room(&self.workshop).live(""),
            self.cookie
        );
        stream.write_all(request.as_bytes()).await?;
        let mut kept = String::new();
        let mut received = vec![0; 64 * 1024];
        loop {
            let read = stream.read(&mut received).await?;
            if read == 0 {
                return Ok(());
            }
            self.stage.measures.board_received(read);
            kept.push_str(&String::from_utf8_lossy(&received[..read]));
            // A message ends with an empty line; what comes after is of the next one.
            while let Some(end) = kept.find("\n\n") {
                let message: String = kept.drain(..end + 2).collect();
                for (seat, acted_at_ms) in lines(&message) {
                    self.stage.measures.shown(number, seat, acted_at_ms);
                }
            }
        }
    }
}

/// The seats whose line is in a message, and up to when it is told.
fn lines(message: &str) -> impl Iterator<Item = (&str, i64)> {
    message.split("id=\"depuis-").skip(1).filter_map(|after| {
        let (seat, rest) = after.split_once('"')?;
        let (_, rest) = rest.split_once("data-acte=\"")?;
        Some((seat, rest.split_once('"')?.0.parse().ok()?))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_tells_which_lines_are_in_it_and_up_to_when() {
        let message = r#"data: <li id="place-a"><p id="depuis-a" class="x" data-acte="12"></p></li><p data-acte="3"></p><a id="depuis-b" data-acte="7"></a>"#;
        assert_eq!(lines(message).collect::<Vec<_>>(), [("a", 12), ("b", 7)]);
    }
}
