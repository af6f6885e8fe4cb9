//! Something to agree to, or several things that may be true together.

use leptos::prelude::*;

use super::{
    Example,
    field_shell::{Field, error, grouped},
    radios::{Choice, item},
};

/// One box alone: « Je certifie l’exactitude… ». Its label is the field's label.
#[component]
pub fn Checkbox(
    field: Field,
    #[prop(optional)] checked: bool,
    #[prop(default = "oui".to_owned(), into)] value: String,
) -> impl IntoView {
    let class = if field.error.is_some() { "field_shell field_shell--wrong" } else { "field_shell" };
    view! {
        <div class=class data-kept=field.kept()>
            {error(&field)}
            <div class="radios__item checkbox">
                <input
                    class="radios__control"
                    type="checkbox"
                    id=field.id.clone()
                    name=field.name.clone()
                    value=value
                    checked=checked
                    autocomplete="off"
                    aria-describedby=field.described_by(None)
                    aria-invalid=field.invalid()
                />
                <label class="radios__label" for=field.id.clone()>{field.label.clone()}</label>
                {field.hint.clone().map(|hint| view! { <p class="radios__hint" id=field.hint_id()>{hint}</p> })}
            </div>
        </div>
    }
}

/// Several boxes under one question.
#[component]
pub fn Checkboxes(
    field: Field,
    choices: Vec<Choice>,
    #[prop(optional)] chosen: Vec<String>,
) -> impl IntoView {
    let items: Vec<_> = choices
        .into_iter()
        .enumerate()
        .map(|(rank, choice)| {
            let checked = chosen.contains(&choice.value);
            item("checkbox", &field, rank, choice, checked)
        })
        .collect();
    grouped(&field, view! { <div class="radios">{items}</div> })
}

pub fn examples() -> Vec<Example> {
    vec![
        Example::new(
            "Une attestation, oubliée",
            view! {
                <Checkbox field=Field::new("honneur", "Je certifie sur l’honneur que ces informations sont exactes.")
                    .error("cochez la case pour continuer.")/>
            },
        ),
        Example::new(
            "Plusieurs réponses possibles",
            view! {
                <Checkboxes
                    field=Field::new("motifs", "Pourquoi déménagez-vous\u{a0}?").hint("Cochez tout ce qui vous concerne.")
                    choices=vec![
                        Choice::new("petit", "Mon logement est trop petit"),
                        Choice::new("cher", "Mon logement est trop cher"),
                        Choice::new("travail", "Je me rapproche de mon travail"),
                    ]
                    chosen=vec!["petit".to_owned(), "travail".to_owned()]
                />
            },
        ),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::to_html;

    #[test]
    fn a_forgotten_box_says_so_beside_itself() {
        let html =
            to_html(|| view! { <Checkbox field=Field::new("h", "Je certifie").error("cochez la case.")/> });
        assert!(html.contains(r#"aria-describedby="champ-h-erreur" aria-invalid="true""#), "{html}");
        assert!(html.contains(r#"id="champ-h-erreur""#), "{html}");
    }
}
