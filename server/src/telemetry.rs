//! The technical log: what the machine does, never what a learner types.
//!
//! Requests are not logged: an address holds the id of a rehearsal, and nobody needs it to mend the machine.

use std::{
    io::{self, IsTerminal as _},
    panic,
};

use tracing_subscriber::{EnvFilter, fmt};

use crate::config::LogFormat;

/// Starts the log, on the standard error. `RUST_LOG` chooses its levels, as everywhere in Rust.
pub fn start(format: LogFormat) {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("warn,server=info"));
    let log = fmt().with_env_filter(filter).with_writer(io::stderr).with_ansi(io::stderr().is_terminal());
    // A second start, in tests, changes nothing.
    let _ = match format {
        LogFormat::Text => log.compact().try_init(),
        LogFormat::Json => log.json().try_init(),
    };
    panic::set_hook(Box::new(say_where));
}

/// A panic says where it happened and nothing else: its message may quote what was typed.
fn say_where(panic: &panic::PanicHookInfo<'_>) {
    let (file, line) = panic.location().map_or(("somewhere", 0), |place| (place.file(), place.line()));
    tracing::error!(file, line, "a panic");
}
