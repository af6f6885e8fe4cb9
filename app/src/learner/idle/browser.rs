//! How long ago somebody did something, and the dialog that stands before the page.

#![expect(clippy::needless_pass_by_value, reason = "an island owns its props, and hands them over")]

use std::{cell::Cell, rc::Rc};

use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlDialogElement};

use crate::islands::dom;

/// In milliseconds.
const ABSENT: f64 = 300_000.0;
/// On the root: what is not the dialog is out of sight, and out of reach of the keyboard.
const HIDDEN: &str = "data-absence";

pub(super) fn watch(dialog: String) {
    let _ = Absence::begin(&dialog);
}

struct Absence {
    dialog: HtmlDialogElement,
    last: Cell<f64>,
}

impl Absence {
    fn begin(dialog: &str) -> Option<()> {
        let document = dom::document()?;
        let dialog: HtmlDialogElement = dom::by_id(dialog)?.dyn_into().ok()?;
        let absence = Rc::new(Self { dialog, last: Cell::new(dom::now()) });
        let hearing = Rc::clone(&absence);
        dom::everywhere(&["keydown", "pointerdown", "pointermove", "wheel", "scroll", "input"], move || {
            hearing.last.set(dom::now());
        });
        // A machine that slept is looked at as soon as it wakes.
        let hearing = Rc::clone(&absence);
        dom::listen(&document, "visibilitychange", move |_| hearing.look());
        let hearing = Rc::clone(&absence);
        dom::listen(&absence.dialog, "close", move |_| hearing.show());
        let hearing = Rc::clone(&absence);
        dom::listen(&absence.dialog, "click", move |event| {
            let button = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            if button.is_some_and(|button| button.has_attribute(HIDDEN)) {
                hearing.show();
                hearing.dialog.close();
            }
        });
        // What the mediator does is seen at once.
        let hearing = Rc::clone(&absence);
        dom::listen(&document, dom::ROOM, move |_| {
            if hearing.dialog.open() {
                hearing.show();
                hearing.dialog.close();
            }
        });
        absence.wait(ABSENT);
        Some(())
    }

    fn wait(self: &Rc<Self>, milliseconds: f64) {
        let waiting = Rc::clone(self);
        #[expect(clippy::cast_possible_truncation, reason = "five minutes at the most, in milliseconds")]
        let milliseconds = milliseconds as i32;
        dom::after(milliseconds, move || {
            let left = ABSENT - (dom::now() - waiting.last.get());
            waiting.look();
            waiting.wait(if left > 0.0 { left } else { ABSENT });
        });
    }

    fn look(&self) {
        let seen = dom::document().is_some_and(|document| !document.hidden());
        if seen && dom::now() - self.last.get() >= ABSENT && !self.dialog.open() && !is_held() {
            // First the dialog, which remembers what had the focus; then what is behind it goes.
            if self.dialog.show_modal().is_ok()
                && let Some(root) = dom::root()
            {
                let _ = root.set_attribute(HIDDEN, "");
            }
        }
    }

    /// Before the dialog closes, so that what had the focus can take it again.
    fn show(&self) {
        self.last.set(dom::now());
        if let Some(root) = dom::root() {
            let _ = root.remove_attribute(HIDDEN);
        }
    }
}

/// « Regardez par ici »: whoever looks away does as asked.
fn is_held() -> bool {
    dom::root().and_then(|root| root.query_selector(".call--look").ok().flatten()).is_some()
}
