//! Parts of a page changed in place by those of another: focus and typed text stay where they are.

use wasm_bindgen::JsCast as _;
use web_sys::{Document, Element, HtmlElement};

use super::dom;

/// Everything of `there` takes the place of everything of `here`. What had the focus in it has it again, if it is still
/// there by the value of its button.
pub(crate) fn move_in(there: &Element, here: &Element) -> Option<()> {
    let document = dom::document()?;
    let focused = document.active_element().filter(|focused| here.contains(Some(focused)));
    let pressed = focused.as_ref().and_then(|focused| focused.get_attribute("value"));
    here.set_text_content(None);
    while let Some(node) = there.first_child() {
        if document.adopt_node(&node).is_err() || here.append_child(&node).is_err() {
            break;
        }
    }
    if focused.is_some() {
        focus(here, pressed.as_deref());
    }
    Some(())
}

/// The button that took the place of the pressed one, else the beginning of the part.
fn focus(here: &Element, pressed: Option<&str>) {
    let same = |button: &Element| pressed.is_some() && button.get_attribute("value").as_deref() == pressed;
    let button = dom::all(here, "button").into_iter().find(same);
    let place = button.or_else(|| here.query_selector("[tabindex]").ok().flatten());
    if let Some(place) = place.and_then(|place| place.dyn_into::<HtmlElement>().ok()) {
        let _ = place.focus();
    }
}

/// Frames the question that `new` points at; what is typed in it stays.
pub(crate) fn point(new: &Document, pointed: &str) -> Option<()> {
    let document = dom::document()?;
    let there = new.get_element_by_id(pointed)?;
    if dom::by_id(pointed).is_some() {
        return None;
    }
    let control = there.query_selector("[id^=champ-]").ok()??.id();
    let question = dom::by_id(&control)?.closest(".field_shell").ok()??;
    let words = there.first_element_child()?;
    let frame = document.create_element("div").ok()?;
    frame.set_id(pointed);
    frame.set_class_name(&there.class_name());
    frame.set_attribute("tabindex", "-1").ok()?;
    question.parent_node()?.insert_before(&frame, Some(&question)).ok()?;
    document.adopt_node(&words).ok()?;
    frame.append_child(&words).ok()?;
    frame.append_child(&question).ok()?;
    Some(())
}
