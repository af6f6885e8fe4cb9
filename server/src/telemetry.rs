//! The technical log: what the machine does, never what a learner types.
//!
//! Requests are not logged: an address holds the id of a rehearsal, and nobody needs it to mend the machine.

use std::{
    io::{self, IsTerminal as _},
    panic::{self, PanicHookInfo},
};

use tracing_subscriber::{EnvFilter, fmt};

use crate::config::LogFormat;

/// Starts the log, on the standard error. `RUST_LOG` chooses its levels, as everywhere in Rust.
pub fn start(format: LogFormat) {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("warn,server=info"));
    let log = fmt().with_env_filter(filter).with_writer(io::stderr).with_ansi(io::stderr().is_terminal());
    panic::set_hook(Box::new(tell_panic));
    // A second start, in tests, changes nothing.
    let _ = match format {
        LogFormat::Text => log.compact().try_init(),
        LogFormat::Json => log.json().try_init(),
    };
}

/// The place and nothing else: a panic's own words may quote what a learner typed.
fn tell_panic(panic: &PanicHookInfo) {
    let place = panic.location().map(ToString::to_string).unwrap_or_default();
    tracing::error!(place, "a panic, which is a defect");
}
