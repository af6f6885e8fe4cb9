//! The last value tapped bears a class; tapping it again takes it away.

use wasm_bindgen::JsCast as _;
use web_sys::{Element, Event};

use crate::islands::dom;

/// What can be pointed at on a paper: a value, not its name.
const VALUES: &str = ".papers dd, .papers td";
const POINTED: &str = "papers__pointed";

pub(super) fn watch() {
    if let Some(document) = dom::document() {
        dom::listen(&document, "click", |event| {
            let _ = point(&event);
        });
    }
}

fn point(event: &Event) -> Option<()> {
    let tapped: Element = event.target()?.dyn_into().ok()?;
    let value = tapped.closest(VALUES).ok()??;
    let again = value.class_list().contains(POINTED);
    let former = dom::document()?.query_selector(&[".", POINTED].concat()).ok()?;
    if let Some(former) = former {
        former.class_list().remove_1(POINTED).ok()?;
    }
    if !again {
        value.class_list().add_1(POINTED).ok()?;
    }
    Some(())
}
