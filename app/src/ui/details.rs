//! More for those who want it, folded for the others.

use leptos::prelude::*;

use super::Example;

#[component]
pub fn Details(#[prop(into)] summary: String, children: Children) -> impl IntoView {
    view! {
        <details class="details">
            <summary class="details__summary">{summary}</summary>
            <div class="details__body">{children()}</div>
        </details>
    }
}

pub fn examples() -> Vec<Example> {
    vec![Example::new(
        "Une question que l’on se pose",
        view! {
            <Details summary="Où trouver ce numéro\u{a0}?">
                <p>"Il est en haut à droite de la carte, au-dessus de la photo."</p>
            </Details>
        },
    )]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::to_html;

    #[test]
    fn it_folds_without_script() {
        let html = to_html(|| view! { <Details summary="Où\u{a0}?">"Ici"</Details> });
        assert!(html.contains("<details") && html.contains("<summary"), "{html}");
    }
}
