//! Several lines of text: the only place that may write a `<textarea>`.
//!
//! Leptos 0.8.23 does not escape the children of a textarea on the server: what was typed is escaped here.

use leptos::prelude::*;

use super::{
    Example,
    field_shell::{Field, labelled},
};

#[component]
pub fn SafeTextarea(
    field: Field,
    #[prop(optional, into)] value: String,
    /// Height in lines.
    #[prop(default = 5)]
    rows: u8,
) -> impl IntoView {
    let control = view! {
        <textarea
            class="safe_textarea"
            id=field.id.clone()
            name=field.name.clone()
            rows=rows.to_string()
            autocomplete="off"
            spellcheck="false"
            aria-describedby=field.described_by(None)
            aria-invalid=field.invalid()
        >
            {escaped(&value)}
        </textarea>
    };
    labelled(&field, control)
}

/// Text that can end neither the element nor itself. A browser drops the first newline of a textarea: it is
/// given one to drop.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len() + 16);
    safe.push('\n');
    for letter in text.chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            other => safe.push(other),
        }
    }
    safe
}

pub fn examples() -> Vec<Example> {
    vec![Example::new(
        "Un message",
        view! { <SafeTextarea field=Field::new("message", "Votre message").hint("Quelques mots suffisent.") value="Bonjour,\nje voudrais savoir si c’est <gratuit> & rapide."/> },
    )]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::to_html;

    #[test]
    fn what_was_typed_can_neither_end_the_element_nor_add_another() {
        let html = to_html(
            || view! { <SafeTextarea field=Field::new("m", "M") value="</textarea><script>alert(1)</script>&lt;"/> },
        );
        assert!(!html.contains("<script>"), "{html}");
        assert!(
            html.contains("\n&lt;/textarea&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;lt;</textarea>"),
            "{html}"
        );
        assert_eq!(html.matches("</textarea>").count(), 1, "{html}");
    }
}
