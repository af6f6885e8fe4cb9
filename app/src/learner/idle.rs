//! The absence: a screen left alone hides the persona and asks « C'est toujours vous ? ».
//!
//! Nothing is erased by itself, and nothing typed is lost: whoever comes back goes on where it stood.

#[cfg(feature = "hydrate")]
#[path = "idle/browser.rs"]
mod place;
#[cfg(not(feature = "hydrate"))]
#[path = "idle/server.rs"]
mod place;

#[cfg(feature = "ssr")]
#[path = "idle/sheet.rs"]
mod sheet;

#[cfg(feature = "ssr")]
pub use sheet::{examples, sheet};

use leptos::prelude::*;

/// Opens the dialog of id `dialog` when nobody has done anything for five minutes; its button « continue » closes it.
#[island]
pub fn Idle(dialog: String) -> impl IntoView {
    place::watch(dialog);
}
