//! Parts of a page changed in place by those of another: focus and typed text stay where they are.

use wasm_bindgen::JsCast as _;
use web_sys::{Document, Element, HtmlElement};

use super::dom;

/// The class of a question that is pointed at; its first child says so.
const FRAME: &str = "pointed";

/// What is unfolded in `here` is unfolded in `there`.
pub(crate) fn open_as(there: &Element, here: &Element) {
    let words = |details: &Element| details.query_selector("summary").ok()??.text_content();
    for open in dom::all(here, "details[open]") {
        let same = dom::all(there, "details").into_iter().find(|details| words(details) == words(&open));
        let _ = same.map(|same| same.set_attribute("open", ""));
    }
}

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

/// The button that took the place of the pressed one, else the beginning of the part, else the part itself.
fn focus(here: &Element, pressed: Option<&str>) {
    let same = |button: &Element| pressed.is_some() && button.get_attribute("value").as_deref() == pressed;
    let button = dom::all(here, "button").into_iter().find(same);
    let place = button.or_else(|| here.query_selector("[tabindex]").ok().flatten());
    let place = place.unwrap_or_else(|| here.clone());
    if let Ok(place) = place.dyn_into::<HtmlElement>() {
        let _ = place.focus();
    }
}

/// Frames the question that `new` points at, and no other. It is marked where it stands: moving it would take the focus
/// from whoever types in it.
pub(crate) fn point(new: &Document, pointed: &str) -> Option<()> {
    let there = new.get_element_by_id(pointed);
    let here = dom::by_id(pointed);
    let control = |frame: &Element| Some(frame.query_selector("[id^=champ-]").ok()??.id());
    let wanted = there.as_ref().and_then(control);
    if wanted == here.as_ref().and_then(control) {
        return None;
    }
    if let Some(here) = here {
        here.remove_attribute("id").ok()?;
        here.class_list().remove_1(FRAME).ok()?;
        here.first_element_child()?.remove();
    }
    let question = dom::by_id(&wanted?)?.closest(".field_shell").ok()??;
    let words = there?.first_element_child()?;
    dom::document()?.adopt_node(&words).ok()?;
    question.insert_before(&words, question.first_child().as_ref()).ok()?;
    question.set_id(pointed);
    question.class_list().add_1(FRAME).ok()?;
    question.set_attribute("tabindex", "-1").ok()
}
