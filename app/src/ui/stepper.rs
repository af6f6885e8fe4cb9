//! Where one is in a procedure: « Étape 2 sur 5 », the page's title, and a bar that says the same.

use leptos::prelude::*;

use super::Example;

/// `step` counts from 1. The title is the page's `<h1>`.
#[component]
pub fn Stepper(step: u8, of: u8, #[prop(into)] title: String) -> impl IntoView {
    let marks: Vec<_> =
        (1..=of).map(|mark| view! { <span class=mark_class(mark, step)></span> }.into_any()).collect();
    view! {
        <div class="stepper">
            <p class="stepper__count">"Étape " {step} " sur " {of}</p>
            <h1 class="stepper__title">{title}</h1>
            <div class="stepper__bar" aria-hidden="true">{marks}</div>
        </div>
    }
}

fn mark_class(mark: u8, step: u8) -> &'static str {
    match mark.cmp(&step) {
        std::cmp::Ordering::Less => "stepper__mark stepper__mark--done",
        std::cmp::Ordering::Equal => "stepper__mark stepper__mark--here",
        std::cmp::Ordering::Greater => "stepper__mark",
    }
}

pub fn examples() -> Vec<Example> {
    vec![Example::new(
        "Deuxième étape sur cinq",
        view! { <Stepper step=2 of=5 title="Vos ressources des trois derniers mois"/> },
    )]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::to_html;

    #[test]
    fn the_bar_has_as_many_marks_as_steps() {
        let html = to_html(|| view! { <Stepper step=2 of=5 title="Vous"/> });
        assert_eq!(
            html.matches("stepper__mark ").count() + html.matches("\"stepper__mark\"").count(),
            5,
            "{html}"
        );
        assert_eq!(html.matches("--done").count(), 1, "{html}");
    }
}
