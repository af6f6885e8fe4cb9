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

/// The id of what says that there may be no voice here; it goes once one is found.
pub const NO_VOICE: &str = "sans-voix";

/// Gives a voice to the page that holds it: `listen` and `stop` are what its buttons say.
#[island]
pub fn Aloud(listen: String, stop: String) -> impl IntoView {
    place::speak(listen, stop);
}
