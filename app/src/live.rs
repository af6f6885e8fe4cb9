//! A page kept as it is on the server, while it lives: a room's board, and a learner's page in a room.
//!
//! The server says what has changed, as HTML, or only that something has; the page's own parts are changed in place.
//! Neither the focus nor what is being typed moves. Without script the page is asked for again, by hand or by itself.

#[cfg(feature = "hydrate")]
#[path = "live/browser.rs"]
mod place;
#[cfg(not(feature = "hydrate"))]
#[path = "live/server.rs"]
mod place;

#[cfg(feature = "ssr")]
mod news;

#[cfg(feature = "ssr")]
pub use news::News;

use leptos::prelude::*;

/// Shown while an order waits for the table to be left in peace; pressing it puts the lines in order at once.
pub const ORDER_BUTTON: &str = "ordre";
/// A polite live region, filled with the last sentence said.
pub const SAID: &str = "annonce";

/// On a form that is sent without leaving the page, where there is script.
pub const STAYS: &str = "data-reste";
/// Where the page says how what was sent ended, and what says there that it is done.
pub const NOTE: &str = "note";
pub const DONE: &str = ".board__done";

/// Something has changed: the page is to be asked for again.
pub const CHANGED: &str = ".";

/// Listens at `address`. `parts` are the ids that change when the server says no more than « something has changed »;
/// `pointed` is the place that a question pointed at has, where the page has one.
#[island]
pub fn Live(address: String, parts: Vec<String>, pointed: String) -> impl IntoView {
    place::listen(address, parts, pointed);
}
