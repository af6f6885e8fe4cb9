//! One choice in a long list: a line to type in, which offers what begins like it. Without script.
//!
//! The browser draws the list and lets anything be typed: whoever reads the answer forgives and refuses.

use leptos::prelude::*;

use super::{
    Example,
    field_shell::{Field, labelled},
};

#[component]
pub fn SearchList(
    field: Field,
    #[prop(optional, into)] value: String,
    /// What is offered, in order.
    options: Vec<String>,
) -> impl IntoView {
    let list = format!("{}-liste", field.id);
    let options: Vec<_> =
        options.into_iter().map(|option| view! { <option value=option></option> }.into_any()).collect();
    let control = view! {
        <input
            class="text_input search_list"
            type="text"
            id=field.id.clone()
            name=field.name.clone()
            value=value
            list=list.clone()
            autocomplete="off"
            autocapitalize="off"
            spellcheck="false"
            aria-describedby=field.described_by(None)
            aria-invalid=field.invalid()
        />
        <datalist id=list>{options}</datalist>
    };
    labelled(&field, control)
}

pub fn examples() -> Vec<Example> {
    let departments =
        || ["Val-de-Mire", "Haute-Mire", "Haute-Fiction", "Îles d’Essai"].map(str::to_owned).to_vec();
    vec![
        Example::new(
            "Un département",
            view! {
                <SearchList
                    field=Field::new("departement", "Département de naissance")
                        .hint("Tapez les premières lettres, puis choisissez une ligne.")
                    options=departments()
                />
            },
        ),
        Example::new(
            "Une réponse à préciser",
            view! {
                <SearchList
                    field=Field::new("departement-2", "Département de naissance")
                        .error("plusieurs lignes de la liste commencent ainsi.")
                    value="haute"
                    options=departments()
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
    fn the_line_offers_its_list_and_keeps_what_was_typed() {
        let html = to_html(|| {
            let options = vec!["Haute-Mire".to_owned(), "\"><b>".to_owned()];
            view! { <SearchList field=Field::new("d", "D") value="haute" options/> }
        });
        assert!(html.contains(r#"list="champ-d-liste""#) && html.contains(r#"id="champ-d-liste""#), "{html}");
        assert!(html.contains(r#"value="haute""#) && !html.contains("<b>"), "{html}");
    }
}
