//! Components that know no scenario: given words, they draw HTML that works without script.
//!
//! To add one: a file here with its `examples()`, the stylesheet of the same name in `style/ui/` and its
//! `@import` in `style/main.css`, a line in `gallery::SHELVES`. A component's block is named after its module.

#![expect(
    clippy::needless_pass_by_value,
    reason = "a component owns its props: the view macro hands them over"
)]

pub mod address_bar;
pub mod animal;
pub mod band;
pub mod bar;
pub mod button;
pub mod card;
pub mod checkbox;
pub mod coach;
pub mod details;
pub mod error_summary;
pub mod face;
pub mod field_shell;
pub mod gallery;
pub mod icon;
pub mod notice;
pub mod pane;
pub mod picture;
pub mod qr;
pub mod radios;
pub mod safe_textarea;
pub mod search_list;
pub mod stepper;
pub mod summary_list;
pub mod table;
pub mod tag;
pub mod text_input;

use leptos::prelude::*;

/// One way to use a component, shown in the gallery and checked by the accessibility tests.
pub struct Example {
    /// What it shows, in French: it is read by trainers too.
    pub name: &'static str,
    pub view: AnyView,
}

impl Example {
    pub fn new(name: &'static str, view: impl IntoView + 'static) -> Self {
        Self { name, view: view.into_any() }
    }
}
