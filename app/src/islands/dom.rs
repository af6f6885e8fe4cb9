//! The few doors to the browser that every island goes through: listening, waiting, storing, finding.
//!
//! Nothing here fails aloud: what a browser has not is `None`, and the page works without.

use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::js_sys::{Date, Function};
use web_sys::{Document, Element, Event, EventTarget, Storage, window};

/// On the root while the connection is lost.
pub(crate) const LOST: &str = "data-coupure";

/// On the root while a form waits for a sign of life, then for its page.
pub(crate) const WAITING: &str = "data-attente";

/// Heard by the document when the connection has just been lost.
pub(crate) const LOSS: &str = "coupure";

/// Heard by the document when the coach's part was changed in place.
pub(crate) const COACH: &str = "coach";

/// Heard by the document when the room has changed something of the page.
pub(crate) const ROOM: &str = "salle";

/// The number of a page's sending, in its form.
pub(crate) const SENDING: &str = "input[name=envoi]";

pub(crate) fn document() -> Option<Document> {
    window()?.document()
}

pub(crate) fn by_id(id: &str) -> Option<Element> {
    document()?.get_element_by_id(id)
}

pub(crate) fn root() -> Option<Element> {
    document()?.document_element()
}

/// Hears every `kind` of event that reaches `target`, for as long as the page lives.
pub(crate) fn listen(target: &EventTarget, kind: &str, act: impl FnMut(Event) + 'static) {
    let hear = Closure::<dyn FnMut(Event)>::new(act);
    let _ = target.add_event_listener_with_callback(kind, hear.as_ref().unchecked_ref());
    hear.forget();
}

/// Does `act` once, later; the number undoes it.
pub(crate) fn after(milliseconds: i32, act: impl FnOnce() + 'static) -> Option<i32> {
    let act: Function = Closure::once_into_js(act).unchecked_into();
    window()?.set_timeout_with_callback_and_timeout_and_arguments_0(&act, milliseconds).ok()
}

/// Milliseconds of the browser's clock.
pub(crate) fn now() -> f64 {
    Date::now()
}

/// What the tab keeps until it is closed.
pub(crate) fn storage() -> Option<Storage> {
    window()?.session_storage().ok().flatten()
}

/// Says `text` in the live region `id`, or nothing more.
pub(crate) fn say(id: &str, text: &str) {
    if let Some(region) = by_id(id)
        && region.text_content().as_deref() != Some(text)
    {
        region.set_text_content(Some(text));
    }
}

/// Every element that `selector` finds below `from`.
pub(crate) fn all(from: &Element, selector: &str) -> Vec<Element> {
    let Ok(found) = from.query_selector_all(selector) else { return Vec::new() };
    (0..found.length()).filter_map(|at| found.item(at)?.dyn_into().ok()).collect()
}

/// Whether this browser gives `target` a thing of that name.
pub(crate) fn has(target: &JsValue, name: &str) -> bool {
    web_sys::js_sys::Reflect::has(target, &JsValue::from_str(name)).unwrap_or_default()
}

/// Something to hear, anywhere in the window.
pub(crate) fn everywhere(kinds: &[&str], act: impl Fn() + Clone + 'static) {
    let Some(window) = window() else { return };
    for kind in kinds {
        let act = act.clone();
        let hear = Closure::<dyn FnMut(Event)>::new(move |_| act());
        // While the event goes down, so that nobody stops it before.
        let listener = hear.as_ref().unchecked_ref();
        let _ = window.add_event_listener_with_callback_and_bool(kind, listener, true);
        hear.forget();
    }
}
