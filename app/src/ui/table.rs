//! A table of texts, with its caption. On a narrow screen it scrolls by itself, never the page.

use leptos::prelude::*;

use super::Example;

#[component]
pub fn Table(
    #[prop(into)] caption: String,
    columns: Vec<String>,
    /// As many cells in each row as there are columns.
    rows: Vec<Vec<String>>,
) -> impl IntoView {
    let columns: Vec<_> =
        columns.into_iter().map(|name| view! { <th scope="col">{name}</th> }.into_any()).collect();
    let rows: Vec<_> = rows.into_iter().map(row).collect();
    let name = caption.clone();
    view! {
        <div class="table" role="region" aria-label=name tabindex="0">
            <table class="table__cells">
                <caption class="table__caption">{caption}</caption>
                <thead><tr>{columns}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

fn row(cells: Vec<String>) -> AnyView {
    let mut cells = cells.into_iter();
    let first = cells.next().map(|cell| view! { <th scope="row">{cell}</th> });
    let others: Vec<_> = cells.map(|cell| view! { <td>{cell}</td> }.into_any()).collect();
    view! { <tr>{first}{others}</tr> }.into_any()
}

pub fn examples() -> Vec<Example> {
    let cells = |cells: [&str; 2]| cells.map(str::to_owned).to_vec();
    let rows = vec![cells(["Juin 2026", "1\u{202f}478,00\u{a0}€"]), cells(["Juillet 2026", "0,00\u{a0}€"])];
    vec![Example::new(
        "Des montants par mois",
        view! { <Table caption="Ressources déclarées" columns=cells(["Mois", "Montant"]) rows/> },
    )]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::to_html;

    #[test]
    fn the_first_cell_of_a_row_names_it() {
        let html = to_html(|| {
            view! { <Table caption="Mois" columns=vec!["A".into(), "B".into()] rows=vec![vec!["juin".into(), "1".into()]]/> }
        });
        assert!(html.contains(r#"<th scope="row">juin</th><td>1</td>"#), "{html}");
    }
}
