//! The journal: what is being typed survives a reload, a crash of the tab, a page that could not be sent.
//!
//! It keeps only what the guard has passed, or what the page says of the persona, in the tab's own storage. It is not the
//! server's draft, which comes back by itself: what the server has received is forgotten here.

#[cfg(feature = "hydrate")]
#[path = "journal/browser.rs"]
mod place;
#[cfg(not(feature = "hydrate"))]
#[path = "journal/server.rs"]
mod place;

#[cfg(feature = "ssr")]
#[path = "journal/sheet.rs"]
mod sheet;

#[cfg(feature = "ssr")]
pub use sheet::sheet;

use leptos::prelude::*;

/// Keeps what is typed in the form of id `form`, field by field, as its `data-kept` allows.
///
/// `known` holds the values of the persona, as they may be typed; `received` the number of the last sending that the server
/// keeps a draft of. Its line says `saved` when the former page is on the server's disk, and `kept` when what was just
/// typed is in this tab, while the server cannot be reached.
#[island]
pub fn Journal(
    form: String,
    known: Vec<String>,
    received: String,
    saved: String,
    kept: String,
) -> impl IntoView {
    let line = [form.as_str(), "-journal"].concat();
    place::keep(form, line.clone(), known, received, saved, kept);
    view! { <p id=line class="journal" role="status"></p> }
}
