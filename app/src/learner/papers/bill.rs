//! An electricity bill, of the new home or of the former one: alike but for the address and the date.

use leptos::prelude::*;

use super::{
    Drawn, VOID,
    amounts::{Cents, Row, table},
    line,
};

/// Whose bill it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Home {
    New,
    Former,
}

impl Home {
    /// Paths of the street, of the town and of the bill's date.
    const fn paths(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::New => ("adresse.voie", "adresse.ville", "facture.date"),
            Self::Former => ("ancienne-adresse.voie", "ancienne-adresse.ville", "ancienne-facture.date"),
        }
    }
}

pub(super) fn sheet(paper: &Drawn<'_>, home: Home) -> AnyView {
    let (street, town, date) = home.paths();
    let amount = |stored| Cents::read(stored).unwrap_or_default();
    let (used, standing) = (amount("64.90"), amount("25.18"));
    let rows = vec![
        Row::new("Consommation", used.printed()),
        Row::new("Abonnement, 2 mois", standing.printed()),
        Row::new("À payer", (used + standing).printed()).boxed(),
    ];
    view! {
        <article class="papers papers--letter">
            <p class="papers__void">{VOID}</p>
            <h2 class="papers__title">"Facture d’électricité " <span class="papers__issuer">"Lumière d’Essai"</span></h2>
            <p class="papers__address">
                {paper.name()} <br/> {paper.place(street)} <br/> {paper.place(town)}
            </p>
            <dl class="papers__fields">
                {paper.line("Facture du", date)}
                {line("Point de livraison", "00000000000123")}
            </dl>
            {table("Détail de la facture", rows)}
        </article>
    }
    .into_any()
}
