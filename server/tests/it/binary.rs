//! The real binary, running, and spoken to as a browser does over a socket.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};

pub(crate) const BINARY: &str = env!("CARGO_BIN_EXE_miroir");

/// The binary in a folder, without whatever the environment holds for it.
pub(crate) fn miroir(folder: &Path) -> Command {
    prepared(Path::new(BINARY), folder)
}

fn prepared(binary: &Path, folder: &Path) -> Command {
    let mut command = Command::new(binary);
    command.current_dir(folder).stdin(Stdio::null());
    for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("MIROIR_") || name == "RUST_LOG") {
        command.env_remove(name);
    }
    command
}

/// A server that does not outlive its test.
pub(crate) struct Running {
    child: Child,
    rest: BufReader<ChildStdout>,
    pub(crate) address: SocketAddr,
    /// What it said while starting.
    pub(crate) said: String,
}

impl Running {
    pub(crate) fn start(folder: &Path, arguments: &[&str]) -> Self {
        Self::start_binary(Path::new(BINARY), folder, arguments)
    }

    pub(crate) fn start_binary(binary: &Path, folder: &Path, arguments: &[&str]) -> Self {
        let mut command = prepared(binary, folder);
        let mut child = command.args(arguments).stdout(Stdio::piped()).spawn().expect("the binary runs");
        let mut rest = BufReader::new(child.stdout.take().expect("an output"));
        let mut said = String::new();
        while !said.contains("Pour arrêter") {
            assert!(rest.read_line(&mut said).expect("readable") > 0, "it did not start: {said}");
        }
        let address = said.split("http://").nth(1).and_then(|rest| rest.split_whitespace().next());
        let address = address.and_then(|address| address.parse().ok()).expect("an address");
        Self { child, rest, address, said }
    }

    /// Asks it to stop, as Ctrl + C does, and waits; gives the rest of what it said.
    pub(crate) fn stops(mut self) -> String {
        let asked = Command::new("kill").args(["-INT", &self.child.id().to_string()]).status();
        assert!(asked.expect("kill runs").success());
        let mut said = String::new();
        self.rest.read_to_string(&mut said).expect("readable");
        assert!(self.child.wait().expect("ended").success());
        said
    }

    /// `SIGKILL`.
    pub(crate) fn dies(mut self) {
        self.child.kill().expect("killed");
        self.child.wait().expect("dead");
    }

    pub(crate) fn gets(&self, address: &str) -> String {
        let host = self.address;
        asks(host, &format!("GET {address} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"))
            .expect("an answer")
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

/// One request, one answer, as they go over the wire. Nothing when the server was gone before the end of its answer.
pub(crate) fn asks(host: SocketAddr, request: &str) -> Option<String> {
    let mut stream = TcpStream::connect(host).ok()?;
    stream.write_all(request.as_bytes()).ok()?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).ok()?;
    let answer = String::from_utf8_lossy(&answer).into_owned();
    answer.contains("\r\n\r\n").then_some(answer)
}
