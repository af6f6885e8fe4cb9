//! Hints without leaving the page: the coach's part is fetched and changed in place, and nothing else moves.
//!
//! It knows nothing of what the coach says. The same button, without script or after any doubt, posts the page's form.

#[cfg(feature = "hydrate")]
#[path = "hints/browser.rs"]
mod place;
#[cfg(not(feature = "hydrate"))]
#[path = "hints/server.rs"]
mod place;

use leptos::prelude::*;

/// Watches the buttons of the form `form` that stand in the element `coach`.
///
/// Draws nothing but a polite live region, which says what is new. A hidden element of id `coach-offre` inside `coach` is
/// shown and said after a while without a key or a click.
#[island]
pub fn Hints(form: String, coach: String) -> impl IntoView {
    let region = [coach.as_str(), "-dit"].concat();
    place::watch(form, coach, region.clone());
    view! { <p id=region class="unseen" role="status"></p> }
}
