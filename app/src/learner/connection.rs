//! The connection, in words: a page says when the server is out of reach, holds what would be lost, and says when it is back.
//!
//! Nothing is ever sent by itself: what was held is sent when the learner presses again.

#[cfg(feature = "hydrate")]
#[path = "connection/browser.rs"]
mod place;
#[cfg(not(feature = "hydrate"))]
#[path = "connection/server.rs"]
mod place;

use leptos::prelude::*;

/// Asks the address `health` for a sign of life from time to time, and says `lost` when there is none, `held` when a button
/// was pressed meanwhile, then `back`, or `again` when a button has to be pressed again.
#[island]
pub fn Connection(health: String, lost: String, held: String, back: String, again: String) -> impl IntoView {
    place::watch(health, lost, held, back, again);
    view! { <p id="connexion" class="connection" role="status"></p> }
}
