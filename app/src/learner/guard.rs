//! The guard in the browser: what looks like real data is emptied before it is sent, and the field says why.
//!
//! It is not the guard itself, which is `scenarios::guard` and runs on the server too; nor does it judge answers.

#[cfg(feature = "hydrate")]
#[path = "guard/browser.rs"]
mod place;
#[cfg(not(feature = "hydrate"))]
#[path = "guard/server.rs"]
mod place;

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// What the guard says to the learner.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GuardWords {
    /// What every message of an error begins with: « Erreur : ».
    pub error: String,
    /// Under the field that was emptied; the same words as the server's.
    pub stopped: String,
}

/// Watches the form whose id is `form`. `known` holds the values of the persona, which are on the learner's screen.
///
/// Draws nothing but a polite live region. A field that was stopped leaves `arret.<its name>` in the form, with the kind's word.
#[island]
pub fn Guard(form: String, known: Vec<String>, words: GuardWords) -> impl IntoView {
    let region = format!("{form}-guard");
    place::watch(form, region.clone(), known, words);
    view! { <p id=region class="guard" role="status"></p> }
}
