//! The form being watched: which fields, when, and what is done to one that was stopped.
//!
//! Every step that finds the page other than expected gives up in silence: the server vets what arrives.

use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{Document, Element, Event, HtmlElement, HtmlInputElement, HtmlTextAreaElement, Node};

use scenarios::guard::stopped;

use super::GuardWords;

pub(super) fn watch(form: String, region: String, known: Vec<String>, words: GuardWords) {
    let _ = Watch::over(form, region, known, words);
}

/// A message that is forgiven, and leaves its room.
const GONE: &str = "field_shell__error--gone";

struct Watch {
    document: Document,
    /// The id of the form.
    form: String,
    /// The id of the live region.
    region: String,
    known: Vec<String>,
    words: GuardWords,
}

impl Watch {
    /// Listens for as long as the page lives.
    fn over(form: String, region: String, known: Vec<String>, words: GuardWords) -> Option<()> {
        let document = web_sys::window()?.document()?;
        let watched = document.get_element_by_id(&form)?;
        let watch = Self { document, form, region, known, words };
        let hear = Closure::<dyn Fn(Event)>::new(move |event: Event| {
            watch.hear(&event);
        });
        let listener = hear.as_ref().unchecked_ref();
        // Both while the event goes down, before any other listener reads the fields.
        watched.add_event_listener_with_callback_and_bool("change", listener, true).ok()?;
        watched.add_event_listener_with_callback_and_bool("submit", listener, true).ok()?;
        hear.forget();
        Some(())
    }

    fn hear(&self, event: &Event) -> Option<()> {
        let target: Element = event.target()?.dyn_into().ok()?;
        if event.type_() != "submit" {
            return self.vet(target);
        }
        // Not `form.elements`: a field of that name would stand in its place.
        let fields = target.query_selector_all("input, textarea").ok()?;
        for field in (0..fields.length()).filter_map(|at| fields.item(at)?.dyn_into().ok()) {
            self.vet(field);
        }
        Some(())
    }

    /// Nothing, when the element is no field that one types in.
    fn vet(&self, element: Element) -> Option<()> {
        let field = Field::of(element)?;
        let text = field.text();
        match stopped(&text, self.known.iter().map(String::as_str)) {
            Some(kind) => {
                field.empty();
                let _ = self.mark(&field, kind.word());
                let _ = self.explain(&field, &self.words.stopped);
            }
            None if text.is_empty() => {}
            None => {
                let _ = self.forgive(&field);
            }
        }
        Some(())
    }

    /// The mediator will know that something was stopped, and of which kind.
    fn mark(&self, field: &Field, word: &str) -> Result<(), JsValue> {
        let name = format!("arret.{}", field.name);
        let id = format!("{}-{name}", self.region);
        if self.document.get_element_by_id(&id).is_none()
            && let Some(form) = self.document.get_element_by_id(&self.form)
        {
            let marker = self.document.create_element("input")?;
            marker.set_id(&id);
            marker.set_attribute("type", "hidden")?;
            marker.set_attribute("name", &name)?;
            form.append_child(&marker)?;
        }
        if let Some(marker) = self.document.get_element_by_id(&id) {
            marker.set_attribute("value", word)?;
        }
        Ok(())
    }

    /// The field's shell says why it is empty, and so does the live region.
    fn explain(&self, field: &Field, message: &str) -> Result<(), JsValue> {
        if let Some(region) = self.document.get_element_by_id(&self.region) {
            region.set_text_content(Some(message));
        }
        if self.is_said(field, message) {
            return Ok(());
        }
        let id = field.message_id();
        if let Some(gone) = field
            .element
            .closest(".field_shell")?
            .and_then(|shell| shell.query_selector(&[".", GONE].concat()).ok()?)
        {
            gone.remove();
        }
        let said = self.document.create_element("p")?;
        said.set_id(&id);
        said.set_class_name("field_shell__error");
        said.set_text_content(Some(&format!("{}{message}", self.words.error)));
        if field.element.get_attribute("aria-invalid").is_none() {
            // The guard's fault alone: it goes when the message goes.
            said.set_attribute("data-alone", "")?;
            field.element.set_attribute("aria-invalid", "true")?;
            field.mark_shell(true)?;
        }
        // Where the server writes it too: between the hint and the control.
        let control = field.element.closest(".field_shell__control")?;
        let control: &Node = control.as_ref().map_or(&*field.element, |control| &**control);
        if let Some(parent) = control.parent_node() {
            parent.insert_before(&said, Some(control))?;
        }
        field.describe(|ids| format!("{ids} {id}"))
    }

    /// Whether what describes the field says it already: the guard's message, or the server's.
    fn is_said(&self, field: &Field, message: &str) -> bool {
        let ids = field.element.get_attribute("aria-describedby").unwrap_or_default();
        ids.split_whitespace()
            .filter_map(|id| self.document.get_element_by_id(id)?.text_content())
            .any(|said| said.ends_with(message))
    }

    /// What is typed now is fine: the message goes, the marker stays.
    fn forgive(&self, field: &Field) -> Result<(), JsValue> {
        let id = field.message_id();
        let Some(said) = self.document.get_element_by_id(&id) else { return Ok(()) };
        if said.has_attribute("data-alone") {
            field.element.remove_attribute("aria-invalid")?;
            field.mark_shell(false)?;
        }
        // It leaves its room: the button that is being pressed must not move away from the pointer.
        said.remove_attribute("id")?;
        said.class_list().add_1(GONE)?;
        if let Some(region) = self.document.get_element_by_id(&self.region) {
            region.set_text_content(None);
        }
        field.describe(|ids| ids.replace(&id, ""))
    }
}

/// A field that one types in.
struct Field {
    element: HtmlElement,
    control: Control,
    name: String,
}

enum Control {
    Line(HtmlInputElement),
    Lines(HtmlTextAreaElement),
}

impl Field {
    fn of(element: Element) -> Option<Self> {
        let (control, name) = match element.clone().dyn_into::<HtmlInputElement>() {
            Ok(line) if is_typed_in(&line.type_()) => {
                let name = line.name();
                (Control::Line(line), name)
            }
            Ok(_) => return None,
            Err(element) => {
                let lines: HtmlTextAreaElement = element.dyn_into().ok()?;
                let name = lines.name();
                (Control::Lines(lines), name)
            }
        };
        let element = element.dyn_into().ok()?;
        (!name.is_empty()).then_some(Self { element, control, name })
    }

    fn text(&self) -> String {
        match &self.control {
            Control::Line(line) => line.value(),
            Control::Lines(lines) => lines.value(),
        }
    }

    fn empty(&self) {
        match &self.control {
            Control::Line(line) => line.set_value(""),
            Control::Lines(lines) => lines.set_value(""),
        }
    }

    fn message_id(&self) -> String {
        format!("{}-arret", self.element.id())
    }

    /// Shows in the margin that something is wrong, or no longer.
    fn mark_shell(&self, wrong: bool) -> Result<(), JsValue> {
        if let Some(shell) = self.element.closest(".field_shell")? {
            shell.set_class_name(if wrong { "field_shell field_shell--wrong" } else { "field_shell" });
        }
        Ok(())
    }

    /// Changes the list of what describes the field.
    fn describe(&self, change: impl FnOnce(String) -> String) -> Result<(), JsValue> {
        let ids = change(self.element.get_attribute("aria-describedby").unwrap_or_default());
        match ids.trim() {
            "" => self.element.remove_attribute("aria-describedby"),
            ids => self.element.set_attribute("aria-describedby", ids),
        }
    }
}

fn is_typed_in(kind: &str) -> bool {
    matches!(kind, "text" | "email" | "number" | "password" | "search" | "tel" | "url")
}
