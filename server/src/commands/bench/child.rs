//! A server under measure: this very binary, started apart, on a core of its own when the system lets us choose.

use std::{
    io,
    net::{Ipv4Addr, TcpListener},
    path::Path,
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use super::{Trouble, client::Client};

/// A start longer than this is a failure.
const PATIENCE: Duration = Duration::from_secs(10);
const AGAIN: Duration = Duration::from_millis(1);

/// A child that dies with this value.
pub(super) struct Server {
    child: Child,
    pub(super) port: u16,
    /// From its start to its first answer.
    pub(super) first_answer: Duration,
}

/// Which core the server has, and which ones the load has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cores {
    /// The first for the server, all others for the load.
    Apart,
    /// All for both: one core only, or no `taskset`.
    Shared,
}

impl Cores {
    /// Leaves the first core to servers, if `taskset` can move this process.
    pub(super) fn share_out() -> Self {
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        if cores < 2 {
            return Self::Shared;
        }
        let others = format!("1-{}", cores - 1);
        let moved = Command::new("taskset")
            .args(["--all-tasks", "--cpu-list", "--pid", &others, &std::process::id().to_string()])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status();
        if moved.is_ok_and(|status| status.success()) { Self::Apart } else { Self::Shared }
    }

    fn command(self, program: &Path) -> Command {
        match self {
            Self::Apart => {
                let mut command = Command::new("taskset");
                command.args(["--cpu-list", "0"]).arg(program);
                command
            }
            Self::Shared => Command::new(program),
        }
    }
}

impl Server {
    /// Starts this binary with `arguments`, which are given a free port, and waits for its answer at `address`.
    pub(super) async fn start(
        cores: Cores,
        address: &str,
        arguments: impl FnOnce(u16) -> Vec<String>,
    ) -> Result<Self, Trouble> {
        let port = free_port()?;
        let mut command = cores.command(&std::env::current_exe()?);
        command.args(arguments(port)).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        for variable in crate::commands::variables() {
            command.env_remove(variable);
        }
        let started = Instant::now();
        let mut server = Self { child: command.spawn()?, port, first_answer: Duration::ZERO };
        let request = format!("GET {address} HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n");
        while !answers(port, request.as_bytes()).await {
            if started.elapsed() > PATIENCE || server.child.try_wait()?.is_some() {
                return Err(Trouble::NoAnswer);
            }
            tokio::time::sleep(AGAIN).await;
        }
        server.first_answer = started.elapsed();
        Ok(server)
    }

    /// Memory it holds, in KiB; only Linux says it.
    pub(super) fn memory(&self) -> Option<u64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).ok()?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
        line.split_whitespace().next()?.parse().ok()
    }
}

/// The unit in which Linux tells programs about time: the same on all of its machines (`USER_HZ`).
const TICK: Duration = Duration::from_millis(10);

impl Server {
    /// Time that processors have spent on it; only Linux says it.
    pub(super) fn processor_time(&self) -> Option<Duration> {
        let stat = std::fs::read_to_string(format!("/proc/{}/stat", self.child.id())).ok()?;
        // The name, in parentheses, may hold spaces. `utime` and `stime` are the 12th and 13th words after it.
        let (_, after) = stat.rsplit_once(')')?;
        let ticks = after.split_whitespace().skip(11).take(2).map(|ticks| ticks.parse().unwrap_or(0));
        Some(TICK * ticks.sum::<u32>())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // Its data is thrown away: it need not stop cleanly. It may have died by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

async fn answers(port: u16, request: &[u8]) -> bool {
    match Client::open(port).await {
        Ok(mut client) => client.ask(request).await.is_ok_and(|answer| answer.status == 200),
        Err(_) => false,
    }
}

/// A port that was free a moment ago.
fn free_port() -> io::Result<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port())
}
