//! The last payslip of a year: the month beside the year, where people mix them up, and the taxable income beside what is
//! paid, where they mix those up too.
//!
//! Contributions are left out: the payslips of a quarter show them.

use leptos::prelude::*;

use super::{Drawn, VOID};

/// Names of the rows; where the amount of the month is, and that of the year.
const ROWS: [(&str, &str, &str); 4] = [
    ("Montant net social", "net-social", ""),
    ("Montant net imposable", "imposable", "annee-imposable"),
    ("Impôt sur le revenu prélevé à la source", "retenu", "annee-retenu"),
    ("Net à payer", "net-a-payer", "annee-net"),
];

pub(super) fn sheet(paper: &Drawn<'_>) -> AnyView {
    let own = |name: &str| format!("adultes.*.employeurs.*.{name}");
    let row = |(name, month, year): &(&'static str, &str, &str)| {
        let year = if year.is_empty() { ().into_any() } else { paper.place(&own(year)) };
        view! {
            <tr class="amounts__row">
                <th class="amounts__name" scope="row">{*name}</th>
                <td>{paper.place(&own(month))}</td>
                <td>{year}</td>
            </tr>
        }
        .into_any()
    };
    let rows: Vec<_> = ROWS.iter().map(row).collect();
    view! {
        <article class="papers papers--letter">
            <p class="papers__void">{VOID}</p>
            <h2 class="papers__title">"Bulletin de paie"</h2>
            <dl class="papers__parties">
                <div class="papers__party">
                    <dt>"Employeur"</dt>
                    <dd><b>{paper.place(&own("nom"))}</b> <br/> "96450 Montclair-les-Essais"</dd>
                </div>
                <div class="papers__party">
                    <dt>"Payé à"</dt>
                    <dd>
                        <b>{paper.name_of("adultes.*.prenom")}</b> <br/>
                        "Emploi\u{a0}: " {paper.place(&own("emploi"))}
                    </dd>
                </div>
            </dl>
            <dl class="papers__fields papers__fields--strip">{paper.line("Période", &own("dernier-mois"))}</dl>
            <table class="amounts">
                <caption class="unseen">"Montants du mois et de l’année"</caption>
                <thead>
                    <tr>
                        <th scope="col"><span class="unseen">"Libellé"</span></th>
                        <th class="amounts__column" scope="col">"Ce mois"</th>
                        <th class="amounts__column" scope="col">"Depuis janvier"</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
            <p class="papers__foot">"Gardez ce bulletin de paie, sans limite de durée."</p>
        </article>
    }
    .into_any()
}
