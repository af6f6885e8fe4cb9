//! One stream for one page. What it says is put in place; an order waits until the table is left in peace.

#![expect(clippy::needless_pass_by_value, reason = "an island owns its props, and hands them over")]

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    Document, DomParser, Element, Event, EventSource, MessageEvent, Node, Response, SupportedType, window,
};

use super::{CHANGED, ORDER_BUTTON, SAID};
use crate::islands::{dom, part};

/// Pointer and focus have left the lines for so long: they may change places. In milliseconds.
const PEACE: f64 = 3_000.0;
/// On a form in which something was written or chosen.
const TOUCHED: &str = "data-touche";
/// Before a page that did not come is asked for again, in milliseconds.
const MISSED: i32 = 3_000;
/// On the root while the stream is cut.
const CUT: &str = "data-direct-coupe";

pub(super) fn listen(address: String, parts: Vec<String>, pointed: String) {
    let _ = Live::begin(&address, parts, pointed);
}

struct Live {
    parts: Vec<String>,
    pointed: String,
    /// The page is being asked for; and something has changed since.
    asking: Cell<bool>,
    again: Cell<bool>,
    /// The page was asked for and did not come: it is asked for again.
    missed: Cell<bool>,
    /// When pointer or focus was last seen among lines that an order moves.
    busy: Cell<f64>,
    /// Orders that wait: container and ids.
    orders: RefCell<Vec<(Element, String)>>,
}

impl Live {
    fn begin(address: &str, parts: Vec<String>, pointed: String) -> Option<()> {
        let source = EventSource::new(address).ok()?;
        let live = Rc::new(Self {
            parts,
            pointed,
            asking: Cell::default(),
            again: Cell::default(),
            missed: Cell::default(),
            busy: Cell::default(),
            orders: RefCell::default(),
        });
        for kind in ["message", "recharger", "open", "error"] {
            let hearing = Rc::clone(&live);
            dom::listen(&source, kind, move |event| {
                let _ = hearing.hear(&event);
            });
        }
        dom::listen(&dom::document()?.into(), "input", |event| {
            let _ = touched(&event);
        });
        if let Some(button) = dom::by_id(ORDER_BUTTON) {
            let pressed = Rc::clone(&live);
            dom::listen(&button, "click", move |_| pressed.put_in_order());
        }
        Some(())
    }

    fn hear(self: &Rc<Self>, event: &Event) -> Option<()> {
        let Some(told) = event.dyn_ref::<MessageEvent>() else {
            // Opened, or cut.
            let root = dom::root()?;
            if event.type_() != "open" {
                return root.set_attribute(CUT, "").ok();
            }
            self.catch_up();
            return root.remove_attribute(CUT).ok();
        };
        if event.type_() != "message" {
            return window()?.location().reload().ok();
        }
        let text = told.data().as_string()?;
        if text == CHANGED {
            self.ask();
            return None;
        }
        let news = parse(&text)?;
        let body = news.body()?;
        let mut at = body.first_element_child();
        while let Some(there) = at {
            at = there.next_element_sibling();
            match there.get_attribute("data-dans") {
                Some(container) => {
                    let container = dom::by_id(&container)?;
                    let ids = there.get_attribute("data-ordre")?;
                    // Whoever has just come is shown at once, at the end: that moves nobody.
                    for new in ids.split(' ').filter_map(dom::by_id) {
                        if new.closest("[data-ordonne]").ok()?.is_none() {
                            container.append_child(&new).ok()?;
                        }
                    }
                    let mut orders = self.orders.borrow_mut();
                    orders.retain(|(other, _)| *other != container);
                    orders.push((container, ids));
                }
                None => put(&there)?,
            }
        }
        self.when_quiet();
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
        if self.orders.borrow().is_empty() {
            return;
        }
        let _ = self.mark();
        let left = PEACE - (dom::now() - self.busy.get());
        let new = self.orders.borrow().iter().any(|(container, ids)| *ids != present(container));
        if left <= 0.0 || !new {
            self.put_in_order();
            return;
        }
        let _ = dom::by_id(ORDER_BUTTON).map(|button| button.remove_attribute("hidden"));
        let waiting = Rc::clone(self);
        // Often enough to see a pointer that passes.
        dom::after(250, move || waiting.when_quiet());
    }

    fn put_in_order(&self) {
        let orders = self.orders.take();
        let changed = || orders.iter().filter(|(container, ids)| *ids != present(container));
        // First everybody is where they belong: a line that became a tile still stands among the lines.
        for (container, ids) in changed() {
            for element in ids.split(' ').filter_map(dom::by_id) {
                let _ = container.append_child(&element);
            }
        }
        for (container, ids) in changed() {
            let wanted: Vec<&str> = ids.split(' ').collect();
            let mut child = container.first_element_child();
            while let Some(element) = child {
                child = element.next_element_sibling();
                if !wanted.contains(&element.id().as_str()) {
                    element.remove();
                }
            }
        }
        let _ = dom::by_id(ORDER_BUTTON).map(|button| button.set_attribute("hidden", ""));
    }

    /// The page is asked for again, once at a time.
    fn ask(self: &Rc<Self>) {
        if self.asking.replace(true) {
            self.again.set(true);
            return;
        }
        let live = Rc::clone(self);
        spawn_local(async move {
            loop {
                live.again.set(false);
                live.missed.set(live.renew().await.is_none());
                if !live.again.get() {
                    break;
                }
            }
            live.asking.set(false);
            if live.missed.get() {
                dom::after(MISSED, move || live.catch_up());
            }
        });
    }

    fn catch_up(self: &Rc<Self>) {
        if self.missed.get() {
            self.ask();
        }
    }

    /// `None`: it did not come.
    async fn renew(&self) -> Option<()> {
        let address = window()?.location().href().ok()?;
        let answer = JsFuture::from(window()?.fetch_with_str(&address)).await.ok()?;
        let answer: Response = answer.dyn_into().ok()?;
        if !answer.ok() {
            // A page that is no more will not come later either.
            return (answer.status() < 500).then_some(());
        }
        let new = parse(&JsFuture::from(answer.text().ok()?).await.ok()?.as_string()?)?;
        for id in &self.parts {
            if let (Some(there), Some(here)) = (new.get_element_by_id(id), dom::by_id(id))
                && !there.is_equal_node(Some(&here))
            {
                let _ = part::move_in(&there, &here);
            }
        }
        let _ = part::point(&new, &self.pointed);
        Some(())
    }
}

/// `there` takes the place of what has its id. What holds the focus stays, and only its parts change.
fn put(there: &Element) -> Option<()> {
    let document = dom::document()?;
    let id = there.id();
    let Some(here) = dom::by_id(&id) else {
        // A new line: the order that follows says in which table.
        document.adopt_node(there).ok()?;
        dom::by_id(SAID)?.parent_element()?.append_child(there).ok()?;
        return Some(());
    };
    let focused = document.active_element();
    let holds = |element: &Element| element.contains(focused.as_ref().map(AsRef::<Node>::as_ref));
    if id == SAID {
        dom::say(SAID, &there.text_content()?);
    } else if !holds(&here) && !in_use(&here) {
        document.adopt_node(there).ok()?;
        here.replace_with_with_node_1(there).ok()?;
    } else {
        here.set_class_name(&there.class_name());
        for part in dom::all(there, "[id]") {
            if let Some(former) = dom::by_id(&part.id()).filter(|former| !holds(former)) {
                if in_use(&former) || former.closest("details[open],[data-touche]").ok()?.is_some() {
                    continue;
                }
                document.adopt_node(&part).ok()?;
                former.replace_with_with_node_1(&part).ok()?;
            }
        }
    }
    Some(())
}

/// Open, or written in: somebody is at work there, and it stays.
fn in_use(element: &Element) -> bool {
    element.query_selector("details[open],[data-touche]").ok().flatten().is_some()
}

fn touched(event: &Event) -> Option<()> {
    let form = event.target()?.dyn_into::<Element>().ok()?.closest("form").ok()??;
    form.set_attribute(TOUCHED, "").ok()
}

fn parse(html: &str) -> Option<Document> {
    DomParser::new().ok()?.parse_from_string(html, SupportedType::TextHtml).ok()
}

/// The ids of what stands in a container, in order.
fn present(container: &Element) -> String {
    let mut ids = Vec::new();
    let mut child = container.first_element_child();
    while let Some(element) = child {
        ids.push(element.id());
        child = element.next_element_sibling();
    }
    ids.join(" ")
}
