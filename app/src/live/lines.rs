//! Parts and lines of a live page: each is put in place as it comes; an order waits until the lines are left in peace.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use wasm_bindgen::JsCast as _;
use web_sys::{Document, Element, HtmlElement, Node};

use super::super::{ORDER_BUTTON, SAID};
use crate::islands::dom;

/// Pointer and focus have left the lines for so long: they may change places. In milliseconds.
const PEACE: f64 = 3_000.0;

#[derive(Default)]
pub(super) struct Lines {
    /// When pointer or focus was last seen among lines that an order moves.
    busy: Cell<f64>,
    /// Orders that wait: container and ids.
    orders: RefCell<Vec<(Element, String)>>,
    /// They are looked at again by and by.
    waiting: Cell<bool>,
    /// What changed while somebody was at work in it, or about to press it.
    later: RefCell<Vec<Element>>,
}

impl Lines {
    /// Puts in place what the server says.
    pub(super) fn take(self: &Rc<Self>, news: &Document) -> Option<()> {
        let mut at = news.body()?.first_element_child();
        while let Some(there) = at {
            at = there.next_element_sibling();
            match there.get_attribute("data-dans") {
                Some(container) => {
                    self.wait_for(dom::by_id(&container)?, there.get_attribute("data-ordre")?)?;
                }
                None => self.put(&there)?,
            }
        }
        self.when_quiet();
        Some(())
    }

    fn wait_for(&self, container: Element, ids: String) -> Option<()> {
        // Whoever has just come is shown at once, at the end: that moves nobody.
        for new in ids.split(' ').filter_map(dom::by_id) {
            if new.closest("[data-ordonne]").ok()?.is_none() {
                container.append_child(&new).ok()?;
            }
        }
        let mut orders = self.orders.borrow_mut();
        orders.retain(|(other, _)| *other != container);
        orders.push((container, ids));
        Some(())
    }

    /// Pointer or focus among lines that an order moves.
    fn mark(&self) -> Option<()> {
        let inside = dom::root()?.query_selector("[data-ordonne]:hover,[data-ordonne]:focus-within").ok()?;
        if inside.is_some() {
            self.busy.set(dom::now());
        }
        Some(())
    }

    fn when_quiet(self: &Rc<Self>) {
        if self.orders.borrow().is_empty() && self.later.borrow().is_empty() {
            return;
        }
        let _ = self.mark();
        let quiet = PEACE <= dom::now() - self.busy.get();
        if quiet || !self.orders.borrow().iter().any(|order| self.moves(order)) {
            self.put_in_order();
            if self.later.borrow().is_empty() {
                return;
            }
        } else {
            let _ = dom::by_id(ORDER_BUTTON).map(|button| button.remove_attribute("hidden"));
        }
        if !self.waiting.replace(true) {
            let lines = Rc::clone(self);
            // Often enough to see a pointer that passes.
            dom::after(250, move || {
                lines.waiting.set(false);
                lines.when_quiet();
            });
        }
    }

    /// Whether that order asks for anything but what is there.
    fn moves(&self, (container, ids): &(Element, String)) -> bool {
        let ids = ids.split(' ').filter(|id| !id.is_empty() && !self.is_later(id));
        !ids.eq(present(container).iter().map(String::as_str).filter(|id| !self.is_later(id)))
    }

    fn is_later(&self, id: &str) -> bool {
        self.later.borrow().iter().any(|there| there.id() == id)
    }

    pub(super) fn put_in_order(&self) {
        for there in self.later.take() {
            let _ = self.put(&there);
        }
        let orders = self.orders.take();
        let changed: Vec<_> = orders.iter().filter(|order| self.moves(order)).collect();
        // First everybody is where they belong: a line that became a tile still stands among the lines.
        for (container, ids) in &changed {
            for element in ids.split(' ').filter(|id| !self.is_later(id)).filter_map(dom::by_id) {
                let _ = container.append_child(&element);
            }
        }
        for (container, ids) in &changed {
            let wanted: Vec<&str> = ids.split(' ').collect();
            for id in present(container) {
                if !wanted.contains(&id.as_str()) && !self.is_later(&id) {
                    let _ = dom::by_id(&id).map(|element| element.remove());
                }
            }
        }
        let _ = dom::by_id(ORDER_BUTTON).map(|button| button.set_attribute("hidden", ""));
        if !self.later.borrow().is_empty() {
            self.orders.replace(orders);
        }
    }

    /// `there` takes the place of what has its id. What holds the focus or is in use stays, and only its parts change.
    fn put(&self, there: &Element) -> Option<()> {
        let document = dom::document()?;
        let id = there.id();
        self.later.borrow_mut().retain(|other| other.id() != id);
        let Some(here) = dom::by_id(&id) else {
            // A new line: the order that follows says in which table. A part of none is of one that has gone.
            if there.tag_name() == "LI" {
                document.adopt_node(there).ok()?;
                dom::by_id(SAID)?.parent_element()?.append_child(there).ok()?;
            }
            return Some(());
        };
        let focused = document.active_element();
        let holds = |element: &Element| element.contains(focused.as_ref().map(AsRef::<Node>::as_ref));
        if id == SAID {
            dom::say(SAID, &there.text_content()?);
        } else if !holds(&here) && !in_use(&here) {
            document.adopt_node(there).ok()?;
            here.replace_with_with_node_1(there).ok()?;
        } else if form(&here) != form(there) {
            // A line and a tile have no parts in common but the name, which leads to the same page.
            if in_use(&here) || focused.is_none_or(|focused| focused.tag_name() != "A") {
                self.later.borrow_mut().push(there.clone());
                return Some(());
            }
            document.adopt_node(there).ok()?;
            here.replace_with_with_node_1(there).ok()?;
            there.query_selector("a").ok()??.dyn_into::<HtmlElement>().ok()?.focus().ok()?;
        } else {
            here.set_class_name(&there.class_name());
            let parts = dom::all(there, "[id]");
            if parts.is_empty() {
                self.later.borrow_mut().push(there.clone());
            }
            for part in parts {
                if let Some(former) = dom::by_id(&part.id()) {
                    if holds(&former)
                        || in_use(&former)
                        || former.closest("details[open],[data-touche]").ok()?.is_some()
                    {
                        self.later.borrow_mut().retain(|other| other.id() != part.id());
                        self.later.borrow_mut().push(part);
                        continue;
                    }
                    document.adopt_node(&part).ok()?;
                    former.replace_with_with_node_1(&part).ok()?;
                }
            }
        }
        Some(())
    }
}

/// Open, written in, or with a button under the pointer that was not pressed: somebody is at work there, and it stays.
fn in_use(element: &Element) -> bool {
    const AT_WORK: &str = "details[open],[data-touche],form:not([data-fait]) button:hover";
    element.query_selector(AT_WORK).ok().flatten().is_some()
}

/// What it is, as its first class says.
fn form(element: &Element) -> Option<String> {
    element.class_list().item(0)
}

/// The ids of what stands in a container, in order.
fn present(container: &Element) -> Vec<String> {
    let mut ids = Vec::new();
    let mut child = container.first_element_child();
    while let Some(element) = child {
        ids.push(element.id());
        child = element.next_element_sibling();
    }
    ids
}
