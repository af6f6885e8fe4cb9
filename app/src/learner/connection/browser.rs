//! A light question to the server, often while somebody works or while something is wrong, seldom otherwise.
//!
//! A form about to be sent asks first, unless the server has just answered: what the browser's own page of errors would
//! replace stays on the screen.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::js_sys::{Array, Promise};
use web_sys::{
    Event, HtmlElement, HtmlFormElement, RequestCache, RequestInit, Response, SubmitEvent, window,
};

use crate::islands::dom;

/// Between two looks at whether a question is due. In milliseconds, as all that follows.
const BEAT: i32 = 1_500;
/// Somebody who did something so recently is told at once.
const WORKING: f64 = 30_000.0;
/// Between two questions when nobody does anything.
const SELDOM: f64 = 12_000.0;
/// An answer as fresh as this needs no other, and none at all before a form is sent.
const FRESH: (f64, f64) = (1_000.0, 150.0);
/// An answer that takes longer than the shortest is not there; a slow network is given up to the longest.
const PATIENCE: (f64, f64) = (1_400.0, 6_000.0);
/// How long the good news stays.
const GOOD_NEWS: i32 = 8_000;
const REGION: &str = "connexion";

pub(super) fn watch(health: String, lost: String, held: String, back: String, again: String) {
    let _ = Link::open(health, Words { lost, held, back, again });
}

/// What the line says.
struct Words {
    lost: String,
    held: String,
    back: String,
    again: String,
}

struct Link {
    health: String,
    words: Words,
    lost: Cell<bool>,
    /// A button was pressed in vain.
    held: Cell<bool>,
    /// A question is on its way.
    asking: Cell<bool>,
    /// The submission under way was let through.
    let_through: Cell<bool>,
    answered: Cell<f64>,
    worked: Cell<f64>,
    patience: Cell<f64>,
    waiting: RefCell<Option<(HtmlFormElement, Option<HtmlElement>)>>,
}

impl Link {
    fn open(health: String, words: Words) -> Option<()> {
        let window = window()?;
        let document = window.document()?;
        let link = Rc::new(Self {
            health,
            words,
            lost: Cell::new(false),
            held: Cell::new(false),
            asking: Cell::new(false),
            let_through: Cell::new(false),
            answered: Cell::new(dom::now()),
            worked: Cell::new(dom::now()),
            patience: Cell::new(PATIENCE.0),
            waiting: RefCell::default(),
        });
        let hearing = Rc::clone(&link);
        dom::listen(&window, "offline", move |_| hearing.settle(false));
        for kind in ["online", "pageshow"] {
            let hearing = Rc::clone(&link);
            dom::listen(&window, kind, move |_| hearing.ask());
        }
        let hearing = Rc::clone(&link);
        dom::listen(&document, "visibilitychange", move |_| hearing.look());
        let hearing = Rc::clone(&link);
        dom::listen(&document, "submit", move |event| hearing.hold(&event));
        let hearing = Rc::clone(&link);
        dom::everywhere(&["keydown", "pointerdown"], move || hearing.worked.set(dom::now()));
        link.beat();
        Some(())
    }

    fn beat(self: &Rc<Self>) {
        let beating = Rc::clone(self);
        dom::after(BEAT, move || {
            beating.look();
            beating.beat();
        });
    }

    /// Asks when it is time to.
    fn look(self: &Rc<Self>) {
        let seen = dom::document().is_some_and(|document| !document.hidden());
        let now = dom::now();
        let since = now - self.answered.get();
        if seen && (self.lost.get() || now - self.worked.get() < WORKING || since > SELDOM) && since > FRESH.0
        {
            self.ask();
        }
    }

    /// One question at a time: what waits is told by the first answer.
    fn ask(self: &Rc<Self>) {
        if self.asking.replace(true) {
            return;
        }
        let link = Rc::clone(self);
        spawn_local(async move {
            let begun = dom::now();
            let well = answers(&link.health, link.patience.get()).await;
            let took = (dom::now() - begun) * 3.0;
            let patience = if well { took } else { link.patience.get() * 2.0 };
            link.patience.set(patience.clamp(PATIENCE.0, PATIENCE.1));
            link.asking.set(false);
            link.settle(well);
            link.let_go(well);
        });
    }

    fn settle(self: &Rc<Self>, well: bool) {
        if well {
            self.answered.set(dom::now());
        }
        if self.lost.replace(!well) != well {
            return;
        }
        let Some(root) = dom::root() else { return };
        if !well {
            let _ = root.set_attribute(dom::LOST, "");
            dom::say(REGION, &self.words.lost);
            if let (Some(document), Ok(loss)) = (dom::document(), Event::new(dom::LOSS)) {
                let _ = document.dispatch_event(&loss);
            }
            return;
        }
        let _ = root.remove_attribute(dom::LOST);
        let held = self.held.replace(false);
        dom::say(REGION, if held { &self.words.again } else { &self.words.back });
        let link = Rc::clone(self);
        dom::after(GOOD_NEWS, move || {
            if !link.lost.get() {
                dom::say(REGION, "");
            }
        });
    }

    /// A form about to be sent waits for a sign of life; a press while one waits is the same press.
    fn hold(self: &Rc<Self>, event: &Event) {
        if event.default_prevented() || self.let_through.replace(false) {
            return;
        }
        let Some(event) = event.dyn_ref::<SubmitEvent>() else { return };
        let Some(form) = event.target().and_then(|form| form.dyn_into::<HtmlFormElement>().ok()) else {
            return;
        };
        let fresh = !self.lost.get() && dom::now() - self.answered.get() < FRESH.1;
        if fresh || !dom::has(&form, "requestSubmit") {
            return;
        }
        event.prevent_default();
        if let Some(root) = dom::root() {
            let _ = root.set_attribute(dom::WAITING, "");
        }
        *self.waiting.borrow_mut() = Some((form, event.submitter()));
        self.ask();
    }

    /// Sends what the learner has just asked to send, or says why it stays.
    fn let_go(&self, well: bool) {
        let Some((form, button)) = self.waiting.take() else { return };
        if !well {
            self.held.set(true);
            if let Some(root) = dom::root() {
                let _ = root.remove_attribute(dom::WAITING);
            }
            dom::say(REGION, &self.words.held);
            return;
        }
        self.let_through.set(true);
        let _ = match button {
            Some(button) => form.request_submit_with_submitter(Some(&button)),
            None => form.request_submit(),
        };
        self.let_through.set(false);
    }
}

/// Whether the server answers in time, and well.
async fn answers(health: &str, patience: f64) -> bool {
    let Some(window) = window() else { return false };
    let asked = RequestInit::new();
    asked.set_method("HEAD");
    asked.set_cache(RequestCache::NoStore);
    let answer = window.fetch_with_str_and_init(health, &asked);
    let late = Promise::new(&mut |resolve, _| {
        #[expect(clippy::cast_possible_truncation, reason = "a few seconds, in milliseconds")]
        let patience = patience as i32;
        let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, patience);
    });
    let first = Promise::race(&Array::of2(&answer, &late));
    match JsFuture::from(first).await {
        Ok(answer) => answer.dyn_into::<Response>().is_ok_and(|answer| answer.ok()),
        Err(JsValue { .. }) => false,
    }
}
