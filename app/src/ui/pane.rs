//! A panel of Miroir's own frame, beside the clone.

use leptos::prelude::*;

use super::Example;

#[component]
pub fn Pane(#[prop(optional, into)] title: String, children: Children) -> impl IntoView {
    view! {
        <section class="pane">
            {(!title.is_empty()).then(|| view! { <h2 class="pane__title">{title}</h2> })}
            {children()}
        </section>
    }
}

pub fn examples() -> Vec<Example> {
    vec![Example::new(
        "Un panneau",
        view! { <Pane title="Votre place"><p>"Loutre verte, atelier 482\u{a0}017\u{a0}395"</p></Pane> },
    )]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::to_html;

    #[test]
    fn a_pane_may_have_no_title() {
        assert!(!to_html(|| view! { <Pane>"…"</Pane> }).contains("<h2"));
    }
}
