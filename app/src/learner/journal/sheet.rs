//! What the server tells the journal: the persona's values as forms want them, and the words of its line.

use leptos::prelude::*;
use scenarios::{date::Date, persona::Persona};

use super::Journal;
use crate::ui::button::PAGE_FORM;

/// The journal of the page's form.
pub fn sheet(persona: &Persona, received: String) -> AnyView {
    let known = typed(persona);
    view! { <Journal form=PAGE_FORM.to_owned() known received saved="Enregistré".to_owned() kept="Gardé sur cet ordinateur".to_owned()/> }
        .into_any()
}

/// Each value, and what it is in the lines of a form: a day in digits, a postal code apart from its town.
fn typed(persona: &Persona) -> Vec<String> {
    let mut known: Vec<String> = persona.values.values().cloned().collect();
    for value in persona.values.values() {
        known.extend(Date::from_iso(value).ok().map(Date::in_digits));
        let post = value
            .split_once(' ')
            .filter(|(code, _)| code.len() == 5 && code.bytes().all(|byte| byte.is_ascii_digit()));
        known.extend(post.into_iter().flat_map(|(code, town)| [code.to_owned(), town.to_owned()]));
    }
    known.sort_unstable();
    known.dedup();
    known
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_known_as_it_is_typed() {
        let values = [("naissance.date", "1985-07-14"), ("ville", "96123 Valfranche"), ("prenom", "Camille")];
        let values = values.iter().map(|(path, value)| ((*path).to_owned(), (*value).to_owned())).collect();
        let known = typed(&Persona { values, papers: Vec::new() });
        for text in ["14/07/1985", "96123", "Valfranche", "Camille"] {
            assert!(known.iter().any(|one| one == text), "{text} in {known:?}");
        }
    }
}
