//! A finger on a paper: the value that was tapped stays marked, while one looks from the paper to the form and back.
//!
//! It copies nothing: typing is what is rehearsed.

#[cfg(feature = "hydrate")]
#[path = "pointer/browser.rs"]
mod place;
#[cfg(not(feature = "hydrate"))]
#[path = "pointer/server.rs"]
mod place;

use leptos::prelude::*;

/// Watches the papers of the page; draws nothing.
#[island]
pub fn Pointer() -> impl IntoView {
    place::watch();
}
