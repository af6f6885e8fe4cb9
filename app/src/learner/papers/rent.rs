//! A rent receipt: rent and charges, the help that the landlord receives, what the tenant has paid.

use leptos::prelude::*;
use scenarios::date::{Date, Month};

use super::{
    Drawn, VOID,
    amounts::{Row, table},
};

pub(super) fn sheet(paper: &Drawn<'_>) -> AnyView {
    let cents = |path| paper.cents(path).unwrap_or_default();
    let total = cents("logement.loyer") + cents("logement.charges");
    let help = paper.cents("logement.aide");
    let paid = total - help.unwrap_or_default();
    let mut rows = vec![
        Row::new("Loyer sans les charges", paper.place("logement.loyer")),
        Row::new("Charges", paper.place("logement.charges")),
    ];
    if help.is_some() {
        rows.push(Row::new("Total du loyer et des charges", total.printed()).total());
        let help = paper.place("logement.aide");
        rows.push(Row::new("Aide au logement, versée au bailleur", help).taken());
    }
    rows.push(Row::new("Payé par le locataire", paid.printed()).boxed());
    view! {
        <article class="papers papers--letter">
            <p class="papers__void">{VOID}</p>
            <h2 class="papers__title">
                "Quittance de loyer " <span class="papers__issuer">{paper.place("logement.bailleur")}</span>
            </h2>
            <p class="papers__address">
                {paper.name()} <br/> {paper.place("adresse.voie")} <br/> {paper.place("adresse.ville")}
            </p>
            <dl class="papers__fields papers__fields--strip">
                {paper.line("Mois", "logement.quittance")}
                {days(paper)}
            </dl>
            {table("Loyer et charges du mois", rows)}
            <p class="papers__foot">
                "Nous avons bien reçu ces sommes. Cette quittance annule tout reçu donné avant pour ce mois."
            </p>
        </article>
    }
    .into_any()
}

/// « du 01/10/2026 au 31/10/2026 ».
fn days(paper: &Drawn<'_>) -> Option<AnyView> {
    let month = Month::from_iso(paper.value("logement.quittance")).ok()?;
    let [first, last] = [month.first_day(), month.last_day()].map(Date::in_digits);
    Some(super::line("Période", format!("du {first} au {last}")))
}
