//! From a view to its HTML, in one synchronous pass: every page is given its data before it is rendered.
//!
//! There is no streaming, no suspense and no resource here, so no inline script is ever written into a page.

use std::sync::Arc;

use hydration_context::SsrSharedContext;
use leptos::prelude::*;

/// Renders `page` to HTML, islands included as `<leptos-island>` elements that the browser may wake up.
pub fn to_html<V: IntoView>(page: impl FnOnce() -> V) -> String {
    let owner = Owner::new_root(Some(Arc::new(SsrSharedContext::new_islands())));
    let html = owner.with(|| page().into_view().to_html());
    owner.unset_with_forced_cleanup();
    html
}
