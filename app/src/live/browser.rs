//! One stream for one page. What it says is put in place, or the page is asked for again.

#![expect(clippy::needless_pass_by_value, reason = "an island owns its props, and hands them over")]

mod acts;
mod lines;

use std::{cell::Cell, rc::Rc};

use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    Document, DomParser, Element, Event, EventSource, MessageEvent, Response, SupportedType, window,
};

use self::{acts::Acts, lines::Lines};
use super::{CHANGED, ORDER_BUTTON};
use crate::islands::{dom, part};

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
    lines: Rc<Lines>,
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
            lines: Rc::default(),
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
        Rc::<Acts>::default().listen()?;
        if let Some(button) = dom::by_id(ORDER_BUTTON) {
            let lines = Rc::clone(&live.lines);
            dom::listen(&button, "click", move |_| lines.put_in_order());
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
        self.lines.take(&parse(&text)?)
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
            if let (Some(there), Some(here)) = (new.get_element_by_id(id), dom::by_id(id)) {
                part::open_as(&there, &here);
                if !there.is_equal_node(Some(&here)) {
                    let _ = part::move_in(&there, &here);
                    let _ = dom::document()?.dispatch_event(&Event::new(dom::ROOM).ok()?);
                }
            }
        }
        let _ = part::point(&new, &self.pointed);
        Some(())
    }
}

fn touched(event: &Event) -> Option<()> {
    let form = event.target()?.dyn_into::<Element>().ok()?.closest("form").ok()??;
    form.set_attribute(TOUCHED, "").ok()
}

fn parse(html: &str) -> Option<Document> {
    DomParser::new().ok()?.parse_from_string(html, SupportedType::TextHtml).ok()
}
