//! The same request as the button's own, without leaving; then the coach's part of the answer takes this page's place.

#![expect(clippy::needless_pass_by_value, reason = "an island owns its props, and hands them over")]

use std::{cell::Cell, rc::Rc};

use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Document, Element, Event, HtmlElement, HtmlFormElement, HtmlInputElement, SubmitEvent};

use super::Places;
use crate::islands::{dom, form, part};

/// Without a key or a click for so long, a help is offered. In milliseconds.
const HESITATING: f64 = 90_000.0;
/// What the coach's buttons ask for, when the rest of the page stays as it is.
const HINT: &str = "indice";
const MODE: &str = "mode.";
/// Hidden until it is offered.
const OFFER: &str = "coach-offre";

pub(super) fn watch(form: String, places: Places, region: String) {
    let _ = Hints::begin(&form, places, region);
}

struct Hints {
    form: HtmlFormElement,
    places: Places,
    /// Id of the live region.
    region: String,
    /// An answer is on its way: pressing again adds nothing.
    asking: Cell<bool>,
    /// The button is being pressed as if there were no script.
    giving_up: Cell<bool>,
    last: Cell<f64>,
    offered: Cell<bool>,
}

impl Hints {
    fn begin(form: &str, places: Places, region: String) -> Option<()> {
        let form: HtmlFormElement = dom::by_id(form)?.dyn_into().ok()?;
        dom::by_id(&places.coach)?;
        let hints = Rc::new(Self {
            form,
            places,
            region,
            asking: Cell::new(false),
            giving_up: Cell::new(false),
            last: Cell::new(dom::now()),
            offered: Cell::new(false),
        });
        let hearing = Rc::clone(&hints);
        dom::listen(&hints.form, "submit", move |event| {
            hearing.hear(&event);
        });
        let hearing = Rc::clone(&hints);
        dom::everywhere(&["keydown", "pointerdown"], move || hearing.last.set(dom::now()));
        hints.wait(HESITATING);
        Some(())
    }

    fn hear(self: &Rc<Self>, event: &Event) -> Option<()> {
        if event.default_prevented() || self.giving_up.get() {
            return None;
        }
        let button = event.dyn_ref::<SubmitEvent>()?.submitter()?;
        let gesture = button.get_attribute("value")?;
        let ours = gesture == HINT || gesture.starts_with(MODE);
        let lost = dom::root()?.has_attribute(dom::LOST);
        if !ours || lost || button.closest(&["#", &self.places.coach].concat()).ok()?.is_none() {
            return None;
        }
        event.prevent_default();
        if self.asking.replace(true) {
            return None;
        }
        let hints = Rc::clone(self);
        spawn_local(async move {
            let done = hints.ask(&button).await.is_some();
            hints.asking.set(false);
            if !done {
                hints.give_up(&button);
            }
        });
        Some(())
    }

    fn give_up(&self, button: &HtmlElement) {
        self.giving_up.set(true);
        form::leave(&self.form, button);
        self.giving_up.set(false);
    }

    async fn ask(&self, button: &HtmlElement) -> Option<()> {
        let (address, new) = form::post(&self.form, button).await?;
        if !address.ends_with(&self.form.get_attribute("action")?) {
            return None;
        }
        self.replace(&new)
    }

    /// Everything is looked for before anything is changed.
    fn replace(&self, new: &Document) -> Option<()> {
        let document = dom::document()?;
        let there = new.get_element_by_id(&self.places.coach)?;
        let here = document.get_element_by_id(&self.places.coach)?;
        let sending: HtmlInputElement = self.form.query_selector(dom::SENDING).ok()??.dyn_into().ok()?;
        let next = new.query_selector(dom::SENDING).ok()??.get_attribute("value")?;
        let former = sentences(&here);
        // What was typed has been received under the former number.
        sending.set_value(&next);
        part::move_in(&there, &here)?;
        // A hint may mark a line of the paper that lies beside, and point at the question.
        if let (Some(there), Some(here)) =
            (new.get_element_by_id(&self.places.paper), dom::by_id(&self.places.paper))
        {
            part::move_in(&there, &here)?;
        }
        let _ = part::point(new, &self.places.pointed);
        let said: Vec<String> = sentences(&here).into_iter().filter(|said| !former.contains(said)).collect();
        dom::say(&self.region, &said.join(" "));
        let _ = document.dispatch_event(&Event::new(dom::COACH).ok()?);
        Some(())
    }

    fn wait(self: &Rc<Self>, milliseconds: f64) {
        let waiting = Rc::clone(self);
        #[expect(
            clippy::cast_possible_truncation,
            reason = "a minute and a half at the most, in milliseconds"
        )]
        let milliseconds = milliseconds as i32;
        dom::after(milliseconds, move || {
            let left = HESITATING - (dom::now() - waiting.last.get());
            if left > 0.0 {
                waiting.wait(left);
            } else if waiting.offer().is_none() {
                waiting.wait(HESITATING);
            }
        });
    }

    /// Once a page: nothing when there is nothing to offer.
    fn offer(&self) -> Option<()> {
        let offer = dom::by_id(OFFER)?;
        if !self.offered.replace(true) {
            offer.remove_attribute("hidden").ok()?;
            dom::say(&self.region, &offer.text_content()?);
        }
        Some(())
    }
}

/// What is said, block by block, whatever it is; neither what is hidden nor what is folded.
fn sentences(of: &Element) -> Vec<String> {
    let visible = |block: &Element| matches!(block.closest("[hidden],details:not([open])"), Ok(None));
    dom::all(of, "p,li").into_iter().filter(visible).filter_map(|block| block.text_content()).collect()
}
