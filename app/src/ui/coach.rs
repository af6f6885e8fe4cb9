//! Miroir speaking: the violet panel that helps, one rung at a time. The site never looks like this.

use leptos::prelude::*;

use super::{
    Example,
    button::{Button, Rank},
    icon::{Icon, icon},
};

/// Where the phone's « Aide » leads.
pub const HELP: &str = "aide";

/// The rungs of the ladder of help.
const RUNGS: u8 = 4;

/// `rung` is 0 before any help was asked, 4 when all was said. `button` asks for the next one.
#[component]
pub fn Coach(
    #[prop(into)] title: String,
    #[prop(optional)] rung: u8,
    /// Rungs there are.
    #[prop(default = RUNGS)]
    of: u8,
    #[prop(optional_no_strip, into)] button: Option<AnyView>,
    children: Children,
) -> impl IntoView {
    view! {
        <section class="coach" id=HELP tabindex="-1" aria-labelledby="aide-titre">
            <h2 class="coach__title" id="aide-titre">{icon(Icon::Help)} {title}</h2>
            {(rung > 0).then(|| ladder(rung, of))}
            <div class="coach__text">{children()}</div>
            {button}
        </section>
    }
}

fn ladder(rung: u8, of: u8) -> impl IntoView {
    let rungs: Vec<_> = (1..=of)
        .map(|step| {
            let class = if step <= rung { "coach__rung coach__rung--on" } else { "coach__rung" };
            view! { <span class=class></span> }.into_any()
        })
        .collect();
    view! {
        <p class="coach__count">"Indice " {rung} " sur " {of}</p>
        <div class="coach__ladder" aria-hidden="true">{rungs}</div>
    }
}

pub fn examples() -> Vec<Example> {
    vec![Example::new(
        "Deuxième barreau",
        view! {
            <Coach
                title="Un coup de main"
                rung=2
                button=view! { <Button label="Montrez-moi où" rank=Rank::Coach/> }.into_any()
            >
                <p>"Ouvrez le bulletin d’août. Cherchez en bas la ligne «\u{a0}Montant net social\u{a0}»."</p>
            </Coach>
        },
    )]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::to_html;

    #[test]
    fn the_ladder_is_said_in_words() {
        let html = to_html(|| view! { <Coach title="Aide" rung=2>"…"</Coach> });
        assert_eq!(html.matches("--on").count(), 2, "{html}");
        assert!(html.contains("Indice ") && html.contains(" sur "), "{html}");
    }

    #[test]
    fn before_any_help_there_is_no_ladder() {
        assert!(!to_html(|| view! { <Coach title="Aide">"…"</Coach> }).contains("coach__rung"));
    }
}
