//! Reading aloud: a button by each block of text, and the browser's own French voice.
//!
//! It reads what the page says, never what a field holds. Without a French voice nothing is drawn.

#[cfg(feature = "hydrate")]
#[path = "aloud/browser.rs"]
mod place;
#[cfg(not(feature = "hydrate"))]
#[path = "aloud/server.rs"]
mod place;

use leptos::prelude::*;

/// Gives a voice to the page that holds it: `listen` and `stop` are what its buttons say.
#[island]
pub fn Aloud(listen: String, stop: String) -> impl IntoView {
    place::speak(listen, stop);
}
