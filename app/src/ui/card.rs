//! A small thing among its likes: a month, a vehicle, a benefit.

use leptos::prelude::*;

use super::Example;

/// Its title is an `<h2>`.
#[component]
pub fn Card(#[prop(into)] title: String, children: Children) -> impl IntoView {
    view! {
        <section class="card">
            <h2 class="card__title">{title}</h2>
            {children()}
        </section>
    }
}

pub fn examples() -> Vec<Example> {
    vec![Example::new(
        "Trois mois",
        view! {
            <div class="tiles">
                <Card title="Juillet 2026"><p class="card__note">"Transmis par l’employeur"</p><p><b>"1\u{a0}478,00\u{a0}€"</b></p></Card>
                <Card title="Août 2026"><p class="card__note">"Transmis par l’employeur"</p><p><b>"1\u{a0}478,00\u{a0}€"</b></p></Card>
                <Card title="Septembre 2026"><p class="card__note">"Rien n’a été transmis"</p><p><b>"—"</b></p></Card>
            </div>
        },
    )]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::to_html;

    #[test]
    fn its_title_is_a_heading() {
        assert!(to_html(|| view! { <Card title="Août">"…"</Card> }).contains("<h2"));
    }
}
