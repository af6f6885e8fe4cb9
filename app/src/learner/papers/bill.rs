//! An electricity bill, of the new home or of the former one: alike but for the address and the date.

use leptos::prelude::*;

use super::{Drawn, VOID, line};

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
    let name = format!("{} {}", paper.value("prenom"), paper.value("nom").to_uppercase());
    view! {
        <article class="papers papers--letter">
            <p class="papers__void">{VOID}</p>
            <h2 class="papers__title">"Facture d’électricité" <span class="papers__issuer">"Lumière d’Essai"</span></h2>
            <p class="papers__address">
                {name} <br/> {paper.place(street)} <br/> {paper.place(town)}
            </p>
            <dl class="papers__fields">
                {paper.line("Facture du", date)}
                {line("Point de livraison", "00000000000123")}
            </dl>
            <table class="papers__table">
                <caption class="unseen">"Détail de la facture"</caption>
                <thead><tr><th scope="col">"Quoi"</th><th scope="col">"Montant"</th></tr></thead>
                <tbody>
                    <tr><td>"Consommation"</td><td>"64,90\u{a0}€"</td></tr>
                    <tr><td>"Abonnement, 2 mois"</td><td>"25,18\u{a0}€"</td></tr>
                </tbody>
                <tfoot><tr><th scope="row">"À payer"</th><td>"90,08\u{a0}€"</td></tr></tfoot>
            </table>
        </article>
    }
    .into_any()
}
