//! The tax notice of the year before, with its boxes where they are: references at the top left, then the income line by
//! line, the tax, what was withheld, and the reference income in its own box.
//!
//! Names of the boxes: our notes on procedures, A.2 and A.6. Simplified: payment and appeals are left out.

use leptos::prelude::*;

use super::{
    Drawn, VOID,
    amounts::{Row, table},
};

pub(super) fn sheet(paper: &Drawn<'_>) -> AnyView {
    let own = |name: &str| format!("impots.avis.{name}");
    let row = |name: &str, path: &str| {
        let path = own(path);
        (!paper.value(&path).is_empty()).then(|| Row::new(name, paper.place(&path)))
    };
    let income: Vec<Row> = [
        row("Salaires", "salaires"),
        row("Pensions, retraites", "pensions"),
        row("Déduction de 10 %", "deduction").map(Row::taken),
        row("Revenu imposable", "revenu-imposable").map(Row::total),
    ]
    .into_iter()
    .flatten()
    .collect();
    let tax: Vec<Row> = [
        row("Impôt sur le revenu net", "impot").map(Row::total),
        row("Prélèvement à la source déjà payé", "preleve").map(Row::taken),
    ]
    .into_iter()
    .flatten()
    .collect();
    let reference = row("Revenu fiscal de référence", "revenu-de-reference").map(Row::boxed);
    view! {
        <article class="papers papers--letter">
            <p class="papers__void">{VOID}</p>
            <h2 class="papers__title">"Avis d’impôt de l’an dernier" <span class="papers__issuer">"Impôts en ligne"</span></h2>
            <dl class="papers__parties">
                <div class="papers__party">
                    <dt>"Vos références"</dt>
                    <dd>
                        "Numéro fiscal\u{a0}: " {paper.place("impots.numero-fiscal")} <br/>
                        "Référence de l’avis\u{a0}: " {paper.place("impots.reference-de-l-avis")} <br/>
                        "Établi le " {paper.place(&own("etabli-le"))}
                    </dd>
                </div>
                <div class="papers__party">
                    <dt>"Envoyé à"</dt>
                    <dd><b>{paper.name()}</b> <br/> {former_home(paper)}</dd>
                </div>
            </dl>
            <dl class="papers__fields papers__fields--strip">
                {paper.line("Situation de famille", &own("situation"))}
                {paper.line("Nombre de parts", &own("parts"))}
            </dl>
            {table("Revenus", income)}
            {table("Impôt", tax)}
            {table("Pour vos démarches", reference.into_iter().collect())}
            <p class="papers__foot">"Gardez cet avis. Il prouve vos revenus."</p>
        </article>
    }
    .into_any()
}

/// The home that the administration knew: the former one of those who have moved since.
pub(super) fn former_home(paper: &Drawn<'_>) -> AnyView {
    let street = paper.value("impots.ancienne-voie");
    if street.is_empty() {
        return paper.home();
    }
    view! { {street.to_owned()} <br/> {paper.value("impots.ancienne-ville").to_owned()} }.into_any()
}
