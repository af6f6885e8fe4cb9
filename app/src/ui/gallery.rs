//! The gallery: every component in every way it is used, on one page. For us, for trainers, for the tests.
//!
//! Sheets of spaces (mailbox, receipt…) that have no component yet are shown as plain markup.

mod keepsakes;

use leptos::prelude::*;

use super::{
    Example, address_bar, animal, band, bar, button, card, checkbox, coach, details, error_summary, face,
    field_shell, icon, notice, pane, picture, qr, radios, safe_textarea, search_list, stepper, summary_list,
    table, tag, text_input,
};
use crate::shell::CONTENT;

/// A component's name, which is its anchor, and its examples.
pub type Shelf = (&'static str, fn() -> Vec<Example>);

pub const SHELVES: &[Shelf] = &[
    ("band", band::examples),
    ("button", button::examples),
    ("error_summary", error_summary::examples),
    ("field_shell", field_shell::examples),
    ("text_input", text_input::examples),
    ("safe_textarea", safe_textarea::examples),
    ("search_list", search_list::examples),
    ("radios", radios::examples),
    ("checkbox", checkbox::examples),
    ("notice", notice::examples),
    ("details", details::examples),
    ("stepper", stepper::examples),
    ("summary_list", summary_list::examples),
    ("card", card::examples),
    ("address_bar", address_bar::examples),
    ("table", table::examples),
    ("tag", tag::examples),
    ("pane", pane::examples),
    ("coach", coach::examples),
    ("face", face::examples),
    ("icon", icon::examples),
    ("picture", picture::examples),
    ("qr", qr::examples),
    ("bar", bar::examples),
    ("animal", animal::examples),
    ("mailbox", keepsakes::mailbox),
    ("receipt", keepsakes::receipt),
];

/// The whole gallery, ready for the shell, with the shelves of the spaces that know scenarios.
pub fn page(more: &[Shelf]) -> AnyView {
    let contents: Vec<_> = SHELVES
        .iter()
        .chain(more)
        .map(|(name, _)| view! { <li><a href=format!("#{name}")>{*name}</a></li> }.into_any())
        .collect();
    let shelves: Vec<_> =
        SHELVES.iter().chain(more).map(|&(name, examples)| shelf(name, examples())).collect();
    view! {
        <main class="gallery theme-bleu" id=CONTENT tabindex="-1">
            <h1>"Galerie des composants"</h1>
            <nav aria-label="Composants"><ul class="gallery__contents">{contents}</ul></nav>
            {shelves}
        </main>
    }
    .into_any()
}

fn shelf(name: &'static str, examples: Vec<Example>) -> AnyView {
    let examples: Vec<_> = examples
        .into_iter()
        .map(|example| {
            view! {
                <div class="gallery__example">
                    <p class="gallery__name">{example.name}</p>
                    {example.view}
                </div>
            }
            .into_any()
        })
        .collect();
    view! {
        <section class="gallery__shelf" id=name tabindex="-1" aria-labelledby=format!("{name}-titre")>
            <h2 class="gallery__title" id=format!("{name}-titre")>{name}</h2>
            {examples}
        </section>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::to_html;

    #[test]
    fn every_component_has_an_example_and_no_inline_style() {
        let html = to_html(|| page(&[]));
        for (name, examples) in SHELVES {
            assert!(!examples().is_empty(), "{name}");
            assert!(html.contains(&format!(r#"id="{name}""#)), "{name}");
        }
        assert!(!html.contains("style="), "the CSP blocks inline styles");
    }
}
