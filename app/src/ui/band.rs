//! The training band: on every page, drawn by the shell, where no theme reaches. Printed too.

use leptos::prelude::*;

use super::{
    Example,
    icon::{Icon, icon},
};

/// `recipient` says to whom nothing is sent, with its preposition: « à la CAF ».
#[component]
pub fn Band(#[prop(optional_no_strip, into)] recipient: Option<String>) -> impl IntoView {
    let recipient = recipient.map(|name| format!(" {name}"));
    view! {
        <header class="band">
            <p class="band__name">{icon(Icon::Warning)} "SITE D’ENTRAÎNEMENT"</p>
            <p class="band__text">
                <span class="band__dash">"— "</span>
                "rien n’est envoyé" {recipient} ". N’utilisez pas vos vraies informations."
            </p>
        </header>
    }
}

pub fn examples() -> Vec<Example> {
    vec![Example::new("Pour un organisme", view! { <Band recipient="à la CAF".to_owned()/> })]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::to_html;

    #[test]
    fn it_says_that_nothing_is_sent() {
        let html = to_html(|| view! { <Band/> });
        assert!(html.contains("SITE D’ENTRAÎNEMENT") && html.contains("rien n’est envoyé"), "{html}");
    }
}
