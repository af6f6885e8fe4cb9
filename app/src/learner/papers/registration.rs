//! The registration certificate, with the lines that its holder may have to copy and those that look like them.

use leptos::prelude::*;

use super::{Drawn, VOID, line};

pub(super) fn sheet(paper: &Drawn<'_>) -> AnyView {
    let surname = paper.place_of("nom", paper.value("nom").to_uppercase());
    let holder = view! { {surname} " " {paper.place("prenom")} };
    let (street, town) = (paper.place("ancienne-adresse.voie"), paper.place("ancienne-adresse.ville"));
    let address = view! { {street} ", " {town} };
    view! {
        <article class="papers papers--registration">
            <p class="papers__void">{VOID}</p>
            <h2 class="papers__title">"Certificat d’immatriculation " <span class="papers__issuer">"État imaginaire UTO"</span></h2>
            <dl class="papers__fields">
                {paper.line("A. Immatriculation", "vehicule.immatriculation")}
                {paper.line("Numéro de formule", "vehicule.formule")}
                {paper.line("B. Première immatriculation", "vehicule.premiere-immatriculation")}
                {line("C.1 Titulaire", holder)}
                {line("C.3 Adresse", address)}
                {paper.line("D.1 Marque", "vehicule.marque")}
                {paper.line("D.3 Modèle", "vehicule.modele")}
                {paper.line("E. Numéro de série", "vehicule.vin")}
            </dl>
        </article>
    }
    .into_any()
}
