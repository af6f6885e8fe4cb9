//! A mediator's acts, sent without leaving the board: what is being written to somebody else stays, and so does the focus.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Document, Element, Event, HtmlElement, HtmlFormElement, SubmitEvent};

use super::super::{DONE, NOTE, STAYS};
use super::TOUCHED;
use crate::islands::{dom, form, part};

#[derive(Default)]
pub(super) struct Acts {
    /// An answer is on its way: pressing again adds nothing.
    asking: RefCell<Option<HtmlElement>>,
    /// The button is being pressed as if there were no script.
    giving_up: Cell<bool>,
}

impl Acts {
    pub(super) fn listen(self: Rc<Self>) -> Option<()> {
        dom::listen(&dom::document()?.into(), "submit", move |event| {
            let _ = self.hear(&event);
        });
        Some(())
    }

    fn hear(self: &Rc<Self>, event: &Event) -> Option<()> {
        let form: HtmlFormElement = event.target()?.dyn_into().ok()?;
        if self.giving_up.get() || !form.has_attribute(STAYS) {
            return None;
        }
        let button = event.dyn_ref::<SubmitEvent>()?.submitter()?;
        event.prevent_default();
        // Twice on the same button is once; another act is its own.
        if self.asking.replace(Some(button.clone())).as_ref() == Some(&button) {
            return None;
        }
        let acts = Rc::clone(self);
        spawn_local(async move {
            let answer = form::post(&form, &button).await;
            acts.asking.replace(None);
            if answer.and_then(|(_, page)| tell(&page, &form, &button)).is_none() {
                // A question to be answered first, or a server that is gone: the browser shows it.
                acts.giving_up.set(true);
                form::leave(&form, &button);
                acts.giving_up.set(false);
            }
        });
        Some(())
    }
}

/// Says how it ended. What was refused stays to be mended; what is done is put away.
fn tell(page: &Document, form: &HtmlFormElement, button: &HtmlElement) -> Option<()> {
    let (there, here) = (page.get_element_by_id(NOTE)?, dom::by_id(NOTE)?);
    let done = there.query_selector(DONE).ok()?.is_some();
    part::move_in(&there, &here)?;
    if done {
        form.reset();
        form.remove_attribute(TOUCHED).ok()?;
        form.set_attribute("data-fait", "").ok()?;
        let _ = leave(button, button.closest("details[open]").ok()?);
    }
    Some(())
}

/// The button may be no more: the keyboard goes back to the name of its line, a pointer leaves nothing behind.
fn leave(button: &HtmlElement, panel: Option<Element>) -> Option<()> {
    let by_keyboard = button.matches(":focus-visible").ok()?;
    let name = button.closest("[data-ordonne]>*").ok()?.and_then(|line| line.query_selector("a").ok()?);
    if let Some(panel) = panel {
        panel.remove_attribute("open").ok()?;
    }
    match name.and_then(|name| name.dyn_into::<HtmlElement>().ok()) {
        Some(name) if by_keyboard => name.focus().ok(),
        _ if by_keyboard => None,
        _ => button.blur().ok(),
    }
}
