//! The blocks that can be read, their buttons, and the voice.
//!
//! What is read is the text of a block, without what one types or presses: values of fields are no text of the page.

use std::{cell::RefCell, rc::Rc};

use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{
    Element, Event, Node, SpeechSynthesis, SpeechSynthesisUtterance, SpeechSynthesisVoice, window,
};

use super::NO_VOICE;
use crate::islands::dom;

/// What has a button of its own; a block inside another is read with it.
const BLOCKS: &str = "h1,h2,h3,p,ul,ol,dl,table,.field_shell,.notice,.coach,.error_summary";
/// Where blocks are looked for: the page, and what Miroir says beside it.
const PLACES: &str = "main,#coach";
/// What one looks at or presses rather than reads.
const LEFT_OUT: &str = ".address_bar,.site,nav,dialog";
/// What holds no text of the page, or is not shown.
const SILENT: [&str; 10] =
    ["BUTTON", "DATALIST", "INPUT", "SCRIPT", "SELECT", "STYLE", "SVG", "TEMPLATE", "TEXTAREA", "DIALOG"];
const BUTTON: &str = "aloud";

pub(super) fn speak(listen: String, stop: String) {
    let _ = Voice::find(listen, stop);
}

struct Voice {
    speech: SpeechSynthesis,
    /// What a button says, before and while it reads.
    listen: String,
    stop: String,
    /// The button of what is being read.
    reading: RefCell<Option<Element>>,
}

impl Voice {
    fn find(listen: String, stop: String) -> Option<()> {
        let window = window()?;
        let document = window.document()?;
        if !dom::has(&window, "speechSynthesis") || !dom::has(&window, "SpeechSynthesisUtterance") {
            return None;
        }
        let voice = Rc::new(Self {
            speech: window.speech_synthesis().ok()?,
            listen,
            stop,
            reading: RefCell::default(),
        });
        // A page left goes silent.
        let leaving = Rc::clone(&voice);
        dom::listen(&window, "pagehide", move |_| leaving.speech.cancel());
        let pressed = Rc::clone(&voice);
        dom::listen(&document, "click", move |event| {
            pressed.press(&event);
        });
        let changed = Rc::clone(&voice);
        dom::listen(&document, dom::COACH, move |_| {
            changed.dress();
        });
        if voice.french().is_some() {
            voice.dress();
        } else if dom::has(&voice.speech, "addEventListener") {
            // Voices come late in some browsers.
            let changed = Rc::clone(&voice);
            dom::listen(voice.speech.unchecked_ref(), "voiceschanged", move |_| {
                changed.dress();
            });
        }
        Some(())
    }

    fn french(&self) -> Option<SpeechSynthesisVoice> {
        let voices = self.speech.get_voices();
        let voices = voices.iter().map(JsValue::unchecked_into::<SpeechSynthesisVoice>);
        let mut french = voices.filter(|voice| voice.lang().starts_with("fr"));
        // One of the machine itself alone: nothing read leaves it.
        french.find(SpeechSynthesisVoice::local_service)
    }

    /// A button after each block that has none.
    fn dress(&self) -> Option<()> {
        self.french()?;
        let document = dom::document()?;
        if let Some(said) = document.get_element_by_id(NO_VOICE) {
            said.remove();
        }
        for place in dom::all(&dom::root()?, PLACES) {
            for block in dom::all(&place, BLOCKS) {
                let within = block.parent_element().and_then(|parent| parent.closest(BLOCKS).ok().flatten());
                let left_out = block.closest(LEFT_OUT).ok().flatten();
                let next = block.next_element_sibling();
                let dressed = next.is_some_and(|next| next.class_name() == BUTTON);
                if within.is_some() || left_out.is_some() || dressed || text(&block).is_empty() {
                    continue;
                }
                let button = document.create_element("button").ok()?;
                button.set_class_name(BUTTON);
                button.set_attribute("type", "button").ok()?;
                button.set_text_content(Some(&self.listen));
                block.insert_adjacent_element("afterend", &button).ok()?;
            }
        }
        Some(())
    }

    fn press(self: &Rc<Self>, event: &Event) -> Option<()> {
        let button: Element = event.target()?.dyn_into().ok()?;
        if button.class_name() != BUTTON {
            return None;
        }
        let same = self.reading.borrow().as_ref() == Some(&button);
        self.silence();
        if same {
            return None;
        }
        let said =
            SpeechSynthesisUtterance::new_with_text(&text(&button.previous_element_sibling()?)).ok()?;
        said.set_lang("fr-FR");
        said.set_voice(self.french().as_ref());
        for end in ["end", "error"] {
            let (voice, ended) = (Rc::clone(self), button.clone());
            dom::listen(&said, end, move |_| {
                if voice.reading.borrow().as_ref() == Some(&ended) {
                    voice.silence();
                }
            });
        }
        button.set_text_content(Some(&self.stop));
        *self.reading.borrow_mut() = Some(button);
        self.speech.speak(&said);
        Some(())
    }

    fn silence(&self) {
        if let Some(button) = self.reading.borrow_mut().take() {
            button.set_text_content(Some(&self.listen));
        }
        self.speech.cancel();
    }
}

/// What is read of a block: its words, with a pause between two elements.
fn text(block: &Element) -> String {
    let mut words = String::new();
    gather(block, &mut words);
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn gather(node: &Node, words: &mut String) {
    if let Some(element) = node.dyn_ref::<Element>() {
        let name = element.tag_name();
        let shown = !element.has_attribute("hidden")
            && element.get_attribute("aria-hidden").as_deref() != Some("true")
            && !SILENT.iter().any(|silent| name.eq_ignore_ascii_case(silent));
        if !shown {
            return;
        }
    } else if let Some(text) = node.node_value() {
        words.push_str(&text);
        return;
    }
    let mut child = node.first_child();
    while let Some(node) = child {
        gather(&node, words);
        child = node.next_sibling();
    }
    words.push(' ');
}
