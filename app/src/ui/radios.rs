//! One choice among few, all of them visible. Each line is a target as wide as the page.

use leptos::prelude::*;

use super::{
    Example,
    field_shell::{Field, grouped},
};

/// One possible answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    pub value: String,
    pub label: String,
    pub hint: Option<String>,
}

impl Choice {
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self { value: value.into(), label: label.into(), hint: None }
    }

    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }
}

/// How the choices are laid out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Layout {
    #[default]
    Lines,
    /// Side by side where there is room: « Oui », « Non ».
    Row,
    /// Without borders, inside a card.
    Bare,
}

impl Layout {
    const fn class(self) -> &'static str {
        match self {
            Self::Lines => "radios",
            Self::Row => "radios radios--row",
            Self::Bare => "radios radios--bare",
        }
    }
}

#[component]
pub fn Radios(
    field: Field,
    choices: Vec<Choice>,
    /// The value already chosen, if any: never one by default that nobody chose.
    #[prop(optional_no_strip, into)]
    chosen: Option<String>,
    #[prop(optional)] layout: Layout,
) -> impl IntoView {
    let items: Vec<_> = choices
        .into_iter()
        .enumerate()
        .map(|(rank, choice)| {
            let checked = chosen.as_deref() == Some(choice.value.as_str());
            item("radio", &field, rank, choice, checked)
        })
        .collect();
    grouped(&field, view! { <div class=layout.class()>{items}</div> })
}

/// One line: the control, its label, its hint. Shared with the checkboxes, which look the same.
pub(super) fn item(kind: &'static str, field: &Field, rank: usize, choice: Choice, checked: bool) -> AnyView {
    let id = if rank == 0 { field.id.clone() } else { format!("{}-{}", field.id, rank + 1) };
    let hint_id = format!("{id}-precision");
    let described = choice.hint.as_ref().map(|_| hint_id.clone());
    view! {
        <div class="radios__item">
            <input
                class="radios__control"
                type=kind
                id=id.clone()
                name=field.name.clone()
                value=choice.value
                checked=checked
                form=field.form
                autocomplete="off"
                aria-describedby=described
            />
            <label class="radios__label" for=id>{choice.label}</label>
            {choice.hint.map(|hint| view! { <p class="radios__hint" id=hint_id>{hint}</p> })}
        </div>
    }
    .into_any()
}

pub fn examples() -> Vec<Example> {
    let months = || vec![Choice::new("oui", "C’est correct"), Choice::new("non", "Corriger")];
    vec![
        Example::new(
            "Avec une précision",
            view! {
                <Radios
                    field=Field::new("situation", "Vous êtes\u{a0}?")
                    choices=vec![
                        Choice::new("vendeur", "Je vends ou je donne mon véhicule").hint("Vous déclarez la cession."),
                        Choice::new("acheteur", "J’achète ou je reçois un véhicule"),
                    ]
                    chosen=Some("vendeur".to_owned())
                />
            },
        ),
        Example::new(
            "Oui ou non, refusé faute de réponse",
            view! {
                <Radios
                    field=Field::new("travail", "Avez-vous travaillé ce mois-ci\u{a0}?").error("choisissez oui ou non.")
                    choices=vec![Choice::new("oui", "Oui"), Choice::new("non", "Non")]
                    layout=Layout::Row
                />
            },
        ),
        Example::new(
            "Sans bordure, dans une carte",
            view! { <Radios field=Field::new("juillet", "Juillet\u{a0}2026") choices=months() layout=Layout::Bare/> },
        ),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::to_html;

    #[test]
    fn the_first_choice_is_where_the_error_summary_leads() {
        let html = to_html(|| {
            let field = Field::new("t", "Travail").error("choisissez");
            view! { <Radios field choices=vec![Choice::new("o", "Oui"), Choice::new("n", "Non")] chosen=Some("n".to_owned())/> }
        });
        assert!(html.contains(r#"id="champ-t""#) && html.contains(r#"id="champ-t-2""#), "{html}");
        assert!(html.contains(r#"<fieldset aria-describedby="champ-t-erreur""#), "{html}");
        assert_eq!(html.matches(" checked").count(), 1, "{html}");
    }
}
