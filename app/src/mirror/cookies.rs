//! The cookie banner of the imitated site: three buttons of one level, at the top of the window, until a choice is made.
//!
//! Its buttons are gestures of the page's own form, so that nothing typed is lost. It stands in the flow: it hides neither
//! the page nor what has the focus, and the page can be filled in under it.

use leptos::prelude::*;
use scenarios::{
    field,
    rehearsal::{Cookies, Purpose},
};

use crate::{
    routes::{self, COOKIES, Gesture},
    ui::{
        Example,
        button::{Go, GoButton, PAGE_FORM, Rank},
        checkbox::Checkboxes,
        field_shell::Field,
        radios::Choice,
    },
};

/// Nothing, unless it is open.
pub fn banner(cookies: Option<&Cookies>) -> Option<AnyView> {
    cookies.filter(|cookies| cookies.open).map(|cookies| open(cookies, COOKIES))
}

/// « Gestion des cookies », at the foot of the site.
pub(super) fn manage() -> AnyView {
    view! { <GoButton label=TITLE go=go(routes::Cookies::Manage) rank=Rank::Quiet/> }.into_any()
}

const TITLE: &str = "Gestion des cookies";

fn go(pressed: routes::Cookies) -> Go {
    Go::submit(Gesture::Cookies(pressed).write())
}

/// The banner, of the id `id`.
fn open(cookies: &Cookies, id: &str) -> AnyView {
    let title = format!("{id}-titre");
    let mut field = Field::new(COOKIES, "J’accepte les cookies pour\u{a0}:")
        .hint("Ce que vous ne cochez pas est refusé.");
    field.id = format!("{id}-choix");
    field.form = Some(PAGE_FORM);
    let key = |purpose: &Purpose| purpose.choice.key.clone();
    let choices =
        cookies.purposes.iter().map(|purpose| Choice::new(key(purpose), purpose.choice.label.clone()));
    let choices = choices.collect();
    let chosen = cookies.purposes.iter().filter(|purpose| purpose.accepted).map(key).collect();
    view! {
        <section class="cookies" id=id.to_owned() tabindex="-1" aria-labelledby=title>
            <h2 class="cookies__title" id=title.clone()>{TITLE}</h2>
            <p class="cookies__text">{cookies.text.clone()}</p>
            <div class="cookies__buttons">
                <GoButton label="Tout accepter" go=go(routes::Cookies::Accept) rank=Rank::Secondary/>
                <GoButton label="Tout refuser" go=go(routes::Cookies::Refuse) rank=Rank::Secondary/>
                <details class="cookies__more" open=cookies.again>
                    <summary class="button button--secondary cookies__summary">"Personnaliser"</summary>
                    <div class="cookies__panel">
                        <Checkboxes field choices chosen/>
                        <GoButton label="Enregistrer mes choix" go=go(routes::Cookies::Save) rank=Rank::Secondary/>
                    </div>
                </details>
            </div>
        </section>
    }
    .into_any()
}

pub fn examples() -> Vec<Example> {
    let cookies = |again: bool| Cookies {
        text: "Nous utilisons des cookies pour mesurer les visites.".to_owned(),
        purposes: vec![
            Purpose {
                choice: field::Choice::new("audience", "Mesurer les visites du site"),
                accepted: again,
            },
            Purpose { choice: field::Choice::new("videos", "Montrer des vidéos"), accepted: false },
        ],
        open: true,
        again,
    };
    vec![
        Example::new("Avant un choix", open(&cookies(false), "cookies-avant")),
        Example::new("À nouveau, avec le choix déjà fait", open(&cookies(true), "cookies-apres")),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::to_html;

    fn example(at: usize) -> String {
        to_html(|| examples().remove(at).view)
    }

    #[test]
    fn accepting_refusing_and_choosing_are_of_one_level() {
        let html = example(0);
        for words in ["Tout accepter", "Tout refuser", "Personnaliser"] {
            let before = html.split(words).next().unwrap_or_default();
            let class = &before[before.rfind("class=").unwrap_or_default()..];
            assert!(class.starts_with(r#"class="button button--secondary"#), "{words}: {class}");
        }
    }

    #[test]
    fn nothing_is_ticked_before_a_choice_and_the_choice_is_shown_after() {
        assert_eq!(example(0).matches(" checked").count(), 0);
        assert_eq!(example(1).matches(" checked").count(), 1);
        assert!(!example(0).contains("<details open") && example(1).contains(" open"), "{}", example(1));
    }

    #[test]
    fn every_control_is_of_the_pages_own_form() {
        let html = example(0);
        let controls = html.matches("<button").count() + html.matches("<input").count();
        assert_eq!(html.matches(r#"form="page""#).count(), controls, "{html}");
    }
}
