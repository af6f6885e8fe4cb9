//! The form being kept: what is written down and when, what is put back, what is forgotten.
//!
//! A key is `miroir:c:<exercise>:<visit>:<page>:<input>`: the next visit makes the others void. `miroir:envoi` is the number
//! of the sending that would bring what is kept; once the server says that it received it, all of it goes.

#![expect(clippy::needless_pass_by_value, reason = "an island owns its props, and hands them over")]

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use wasm_bindgen::JsCast as _;
use web_sys::{Element, Event, HtmlInputElement, HtmlTextAreaElement, Storage, SubmitEvent, window};

use scenarios::guard::{squash, stopped};

use crate::islands::dom;

/// Without a key for so long, what was typed is kept. In milliseconds.
const PAUSE: i32 = 300;
/// A live region must be there a moment before it speaks.
const SETTLED: i32 = 200;
const TYPED: &str = "miroir:c:";
const SENDING: &str = "miroir:envoi";
/// The visit of the page that was sent last.
const SENT: &str = "miroir:visite";

pub(super) fn keep(
    form: String,
    line: String,
    known: Vec<String>,
    received: String,
    saved: String,
    kept: String,
) {
    let _ = Journal::open(&form, line, known, &received, saved, kept);
}

struct Journal {
    form: Element,
    storage: Storage,
    /// The id of the status line.
    line: String,
    known: Vec<String>,
    squashed: Vec<String>,
    /// What it says.
    saved: String,
    kept: String,
    visit: String,
    /// What keys of this visit begin with, then those of this page.
    visited: String,
    page: String,
    /// Fields touched since the last writing.
    touched: RefCell<Vec<Element>>,
    pause: RefCell<Option<i32>>,
    /// Something of this page is in the tab.
    holds: Cell<bool>,
}

impl Journal {
    fn open(
        form: &str,
        line: String,
        known: Vec<String>,
        received: &str,
        saved: String,
        kept: String,
    ) -> Option<()> {
        let form = dom::by_id(form)?;
        let action = form.get_attribute("action")?;
        let (exercise, page) = action.split_once("/page/")?;
        let visit = form.query_selector("input[name=visite]").ok()??.get_attribute("value")?;
        let visited = [TYPED, exercise, ":", &visit, ":"].concat();
        let page = [&visited, page, ":"].concat();
        let squashed = known.iter().map(|value| squash(value)).collect();
        let journal = Rc::new(Self {
            form,
            storage: dom::storage()?,
            line,
            known,
            squashed,
            saved,
            kept,
            visit,
            visited,
            page,
            touched: RefCell::default(),
            pause: RefCell::default(),
            holds: Cell::new(false),
        });
        journal.take_up(received);
        journal.acknowledge();
        for kind in ["input", "change"] {
            let hearing = Rc::clone(&journal);
            dom::listen(&journal.form, kind, move |event| hearing.hear(&event));
        }
        let hearing = Rc::clone(&journal);
        dom::listen(&journal.form, "submit", move |event| hearing.leave(&event));
        let document = dom::document()?;
        let hearing = Rc::clone(&journal);
        dom::listen(&document, dom::LOSS, move |_| hearing.reassure());
        // A reload does not wait for the pause.
        let hearing = Rc::clone(&journal);
        let window = window()?;
        dom::listen(&window, "pagehide", move |_| hearing.write());
        Some(())
    }

    /// Forgets what is void or received, and puts back the rest.
    fn take_up(&self, received: &str) {
        let sending = self.storage.get_item(SENDING).ok().flatten();
        let received = !received.is_empty() && sending.as_deref() == Some(received);
        let count = self.storage.length().unwrap_or_default();
        let keys: Vec<String> = (0..count).filter_map(|at| self.storage.key(at).ok().flatten()).collect();
        for key in keys.iter().filter(|key| key.starts_with(TYPED)) {
            if received || !key.starts_with(&self.visited) {
                let _ = self.storage.remove_item(key);
            } else if let Some(name) = key.strip_prefix(&self.page)
                && let Ok(Some(text)) = self.storage.get_item(key)
            {
                self.put_back(name, &text);
                self.holds.set(true);
            }
        }
    }

    fn put_back(&self, name: &str, text: &str) {
        // A box that can be ticked beside others has its value after its name.
        let (name, value) = name.split_once('=').unwrap_or((name, ""));
        let same = |field: &Element| {
            field.get_attribute("name").as_deref() == Some(name) && allowed(field).is_some()
        };
        let fields: Vec<Field> =
            dom::all(&self.form, "input,textarea").into_iter().filter(same).filter_map(Field::of).collect();
        if !fields.iter().all(Field::is_as_given) {
            return;
        }
        for field in fields {
            match field {
                Field::Line(line) => line.set_value(text),
                Field::Lines(lines) => lines.set_value(text),
                Field::Radio(radio) => radio.set_checked(radio.value() == text),
                Field::Box(tick) if tick.value() == value => tick.set_checked(!text.is_empty()),
                Field::Box(_) => {}
            }
        }
    }

    /// The page sent before this one was recorded, since the visit is another.
    fn acknowledge(self: &Rc<Self>) {
        let sent = self.storage.get_item(SENT).ok().flatten();
        if sent.is_some_and(|sent| sent != self.visit) {
            let _ = self.storage.remove_item(SENT);
            let saying = Rc::clone(self);
            dom::after(SETTLED, move || dom::say(&saying.line, &saying.saved));
        }
    }

    fn hear(self: &Rc<Self>, event: &Event) {
        let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else {
            return;
        };
        if allowed(&target).is_none() {
            return;
        }
        if !self.touched.borrow().contains(&target) {
            self.touched.borrow_mut().push(target);
        }
        if let (Some(pause), Some(window)) = (self.pause.borrow_mut().take(), window()) {
            window.clear_timeout_with_handle(pause);
        }
        let writing = Rc::clone(self);
        *self.pause.borrow_mut() = dom::after(PAUSE, move || writing.write());
    }

    fn write(&self) {
        let touched = self.touched.take();
        if touched.is_empty() {
            return;
        }
        for field in touched {
            if self.write_one(field) == Some(true) {
                self.holds.set(true);
            }
        }
        if let Some(sending) = self.form.query_selector(dom::SENDING).ok().flatten() {
            let sending = sending.dyn_into::<HtmlInputElement>().map(|sending| sending.value());
            let _ = self.storage.set_item(SENDING, &sending.unwrap_or_default());
        }
        if dom::root().is_some_and(|root| root.has_attribute(dom::LOST)) {
            self.reassure();
        }
    }

    /// Said while the connection is lost, and only of what is really kept.
    fn reassure(&self) {
        if self.holds.get() {
            dom::say(&self.line, &self.kept);
        }
    }

    /// Whether the field's text is kept: what may not be takes away what was there.
    fn write_one(&self, element: Element) -> Option<bool> {
        let allowed = allowed(&element)?;
        let name = element.get_attribute("name")?;
        let (name, text) = match Field::of(element)? {
            Field::Box(tick) => {
                let text = if tick.checked() { "1" } else { "" };
                ([&name, "=", &tick.value()].concat(), text.to_owned())
            }
            Field::Radio(radio) => (name, radio.value()),
            Field::Line(line) => (name, line.value()),
            Field::Lines(lines) => (name, lines.value()),
        };
        let key = [&self.page, &name[..]].concat();
        let passes = match allowed {
            Allowed::Vetted => stopped(&text, &self.known).is_none(),
            Allowed::Known => self.squashed.contains(&squash(&text)),
        };
        if passes {
            self.storage.set_item(&key, &text).ok()?;
        } else {
            self.storage.remove_item(&key).ok()?;
        }
        Some(passes)
    }

    /// Whatever button was pressed, what is typed is written; only « Continuer » has something to acknowledge.
    fn leave(&self, event: &Event) {
        self.write();
        let pressed = event.dyn_ref::<SubmitEvent>().and_then(SubmitEvent::submitter);
        let gesture = pressed.and_then(|button| button.get_attribute("value")).unwrap_or_default();
        if gesture.is_empty() || gesture == "continuer" {
            let _ = self.storage.set_item(SENT, &self.visit);
        }
    }
}

/// What the server says of a field.
enum Allowed {
    Vetted,
    Known,
}

fn allowed(field: &Element) -> Option<Allowed> {
    match field.closest("[data-kept]").ok()??.get_attribute("data-kept")?.as_str() {
        "vetted" => Some(Allowed::Vetted),
        "known" => Some(Allowed::Known),
        _ => None,
    }
}

enum Field {
    Line(HtmlInputElement),
    Lines(HtmlTextAreaElement),
    Radio(HtmlInputElement),
    Box(HtmlInputElement),
}

impl Field {
    fn of(element: Element) -> Option<Self> {
        match element.dyn_into::<HtmlInputElement>() {
            Ok(input) => match input.type_().as_str() {
                "radio" => Some(Self::Radio(input)),
                "checkbox" => Some(Self::Box(input)),
                "text" => Some(Self::Line(input)),
                // Passwords above all.
                _ => None,
            },
            Err(element) => element.dyn_into().ok().map(Self::Lines),
        }
    }

    /// Neither the learner nor the browser's own memory has changed it.
    fn is_as_given(&self) -> bool {
        match self {
            Self::Line(line) => line.value() == line.default_value(),
            Self::Lines(lines) => lines.value() == lines.default_value().unwrap_or_default(),
            Self::Radio(input) | Self::Box(input) => input.checked() == input.default_checked(),
        }
    }
}
