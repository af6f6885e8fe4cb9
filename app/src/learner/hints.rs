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
use serde::{Deserialize, Serialize};

/// Ids of what a new hint may change.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Places {
    /// All that the coach says.
    pub coach: String,
    /// The question that it points at.
    pub pointed: String,
    /// The paper beside the clone, where it marks a line.
    pub paper: String,
}

/// Watches the buttons of the form `form` that stand in the coach's part.
///
/// Draws nothing but a polite live region, which says what is new. A hidden element of id `coach-offre` inside it is
/// shown and said after a while without a key or a click.
#[island]
pub fn Hints(form: String, places: Places) -> impl IntoView {
    let region = [places.coach.as_str(), "-dit"].concat();
    place::watch(form, places, region.clone());
    view! { <p id=region class="unseen" role="status"></p> }
}
