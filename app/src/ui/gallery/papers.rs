//! Papers of a persona, as plain markup: a card, a registration certificate, a bill. All of them void.
//!
//! The words across each sheet are drawn by `papers.css`; the first line says the same to screen readers.

use leptos::prelude::*;

use crate::ui::{
    Example,
    face::{Face, Look},
};

const VOID: &str = "SPÉCIMEN — ENTRAÎNEMENT";

pub(super) fn examples() -> Vec<Example> {
    vec![
        Example::new("Une carte d’identité", identity()),
        Example::new("Un certificat d’immatriculation, barré", registration()),
        Example::new("Une facture d’électricité", bill()),
    ]
}

fn identity() -> impl IntoView {
    view! {
        <article class="papers papers--card">
            <p class="papers__void">{VOID}</p>
            <h3 class="papers__title">"Carte d’identité" <span class="papers__issuer">"État imaginaire UTO"</span></h3>
            <div class="papers__body">
                <div class="papers__photo"><Face look=Look(1)/></div>
                <dl class="papers__fields">
                    {field("Nom", "ESSAI")}
                    {field("Prénoms", "Camille, Noé")}
                    {field("Née le", "31 février 1985")}
                    {field("À", "VILLE-D’ESSAI")}
                    {field("Numéro", "X00TEST00")}
                    {field("Valable jusqu’au", "30 février 2031")}
                </dl>
            </div>
            <p class="papers__code" dir="ltr">"IDUTOX00TEST00<<<<<<<<<<<<<<<<" <br/> "ESSAI<<CAMILLE<NOE<<<<<<<<<<<<"</p>
        </article>
    }
}

fn registration() -> impl IntoView {
    view! {
        <article class="papers papers--registration">
            <p class="papers__void">{VOID}</p>
            <h3 class="papers__title">"Certificat d’immatriculation" <span class="papers__issuer">"État imaginaire UTO"</span></h3>
            <dl class="papers__fields">
                {field("A. Immatriculation", "AA-000-AA")}
                {field("B. Première mise en circulation", "14/03/2016")}
                {field("C.1 Titulaire", "ESSAI Camille")}
                {field("D.1 Marque", "EXEMPLE")}
                {field("D.3 Modèle", "Citadine")}
                {field("E. Numéro de série", "UT0ESSA1000000000")}
                {field("P.6 Puissance fiscale", "5\u{a0}CV")}
                {field("Numéro de formule", "2016ZZ00000")}
            </dl>
            <p class="papers__mark">"Vendu le 12/09/2026 à 14\u{a0}h\u{a0}30" <span class="papers__hand">"C. Essai"</span></p>
        </article>
    }
}

fn bill() -> impl IntoView {
    view! {
        <article class="papers papers--letter">
            <p class="papers__void">{VOID}</p>
            <h3 class="papers__title">"Facture d’électricité" <span class="papers__issuer">"Lumière d’Essai"</span></h3>
            <p class="papers__address">"Mme ESSAI Camille" <br/> "3 rue de l’Exemple" <br/> "00000 VILLE-D’ESSAI"</p>
            <dl class="papers__fields">
                {field("Facture du", "4 septembre 2026")}
                {field("Numéro de client", "000\u{a0}000\u{a0}123")}
                {field("Point de livraison", "00000000000123")}
            </dl>
            <table class="papers__table">
                <caption class="unseen">"Détail de la facture"</caption>
                <thead><tr><th scope="col">"Période"</th><th scope="col">"Consommation"</th><th scope="col">"Montant"</th></tr></thead>
                <tbody>
                    <tr><td>"Juillet et août"</td><td>"312\u{a0}kWh"</td><td>"64,90\u{a0}€"</td></tr>
                    <tr><td>"Abonnement"</td><td>"2 mois"</td><td>"25,18\u{a0}€"</td></tr>
                </tbody>
                <tfoot><tr><th scope="row" colspan="2">"À payer avant le 20 septembre"</th><td>"90,08\u{a0}€"</td></tr></tfoot>
            </table>
        </article>
    }
}

fn field(name: &'static str, value: &'static str) -> AnyView {
    view! { <div class="papers__field"><dt>{name}</dt><dd>{value}</dd></div> }.into_any()
}
