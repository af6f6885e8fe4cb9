//! A line of text: as wide as the answer it waits for, with no help from the browser's memory.
//!
//! The browser must not offer a real name, nor keep an invented one: autocomplete and spell-check stay off. The staff's
//! own accounts are the exception, so that whoever has a password manager may use it.

use leptos::prelude::*;

use super::{
    Example,
    field_shell::{Field, labelled},
};

/// The keyboard a phone shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Keys {
    #[default]
    Text,
    /// Whole numbers and codes.
    Digits,
    /// Amounts, with a comma.
    Decimal,
    Email,
    Phone,
    /// Typed hidden.
    Password,
}

impl Keys {
    const fn inputmode(self) -> Option<&'static str> {
        match self {
            Self::Text | Self::Password => None,
            Self::Digits => Some("numeric"),
            Self::Decimal => Some("decimal"),
            Self::Email => Some("email"),
            Self::Phone => Some("tel"),
        }
    }
}

/// How many characters the box is wide, rounded to the widths that exist.
fn width(chars: u16) -> &'static str {
    match chars {
        0 => "text_input",
        1..=2 => "text_input text_input--2",
        3..=4 => "text_input text_input--4",
        5..=6 => "text_input text_input--6",
        7..=10 => "text_input text_input--10",
        11..=14 => "text_input text_input--14",
        15..=20 => "text_input text_input--20",
        _ => "text_input text_input--30",
    }
}

#[component]
pub fn TextInput(
    field: Field,
    #[prop(optional, into)] value: String,
    #[prop(optional)] keys: Keys,
    /// Width in characters; 0 takes the whole line, up to what is comfortable.
    #[prop(optional)]
    chars: u16,
    /// What follows the box: « € », « km ».
    #[prop(optional, into)]
    unit: String,
    #[prop(optional_no_strip, into)] maxlength: Option<u16>,
    /// What a password manager may fill in.
    #[prop(default = "off")]
    autocomplete: &'static str,
) -> impl IntoView {
    let unit_id = format!("{}-unite", field.id);
    let described = field.described_by((!unit.is_empty()).then(|| unit_id.clone()));
    let kind = if keys == Keys::Password { "password" } else { "text" };
    let control = view! {
        <input
            class=width(chars)
            type=kind
            id=field.id.clone()
            name=field.name.clone()
            value=value
            inputmode=keys.inputmode()
            maxlength=maxlength.map(|n| n.to_string())
            autocomplete=autocomplete
            autocapitalize="off"
            spellcheck="false"
            aria-describedby=described
            aria-invalid=field.invalid()
        />
        {(!unit.is_empty()).then(|| view! { <span class="text_input__unit" id=unit_id>{unit}</span> })}
    };
    labelled(&field, control)
}

pub fn examples() -> Vec<Example> {
    vec![
        Example::new(
            "Un nom",
            view! { <TextInput field=Field::new("nom", "Nom de naissance").hint("Comme sur la carte d’identité.") chars=30/> },
        ),
        Example::new(
            "Un montant, refusé",
            view! {
                <TextInput
                    field=Field::new("montant", "Montant net social d’août")
                        .hint("Il est écrit «\u{a0}Montant net social\u{a0}» sur le bulletin. Par exemple\u{a0}: 1\u{a0}203,40.")
                        .error("ce montant ne correspond pas à ce que votre employeur a transmis.")
                    value="1391,12"
                    keys=Keys::Decimal
                    chars=10
                    unit="€"
                />
            },
        ),
        Example::new(
            "Un code, facultatif",
            view! { <TextInput field=Field::new("code", "Code reçu par message").optional() keys=Keys::Digits chars=6 maxlength=6_u16/> },
        ),
        Example::new(
            "Un mot de passe",
            view! { <TextInput field=Field::new("secret", "Mot de passe de Camille") keys=Keys::Password chars=20/> },
        ),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::to_html;

    #[test]
    fn a_refused_amount_keeps_its_value_and_names_its_error_and_unit() {
        let html = to_html(|| {
            let field = Field::new("m", "Montant").error("écrivez un nombre");
            view! { <TextInput field value="12\"><b>" unit="€" chars=8/> }
        });
        assert!(html.contains(r#"aria-describedby="champ-m-erreur champ-m-unite""#), "{html}");
        assert!(html.contains(r#"aria-invalid="true""#), "{html}");
        assert!(html.contains("12&quot;") && !html.contains("<b>"), "{html}");
        assert!(html.contains(r#"autocomplete="off""#), "{html}");
    }
}
