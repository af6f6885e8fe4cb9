//! The registration certificate, with the lines that its holder may have to copy and those that look like them.

use leptos::prelude::*;
use scenarios::persona::Persona;

use super::{VOID, day, line, value};

pub(super) fn sheet(persona: &Persona) -> AnyView {
    let holder = format!("{} {}", value(persona, "nom").to_uppercase(), value(persona, "prenom"));
    let address =
        format!("{}, {}", value(persona, "ancienne-adresse.voie"), value(persona, "ancienne-adresse.ville"));
    view! {
        <article class="papers papers--registration">
            <p class="papers__void">{VOID}</p>
            <h2 class="papers__title">"Certificat d’immatriculation" <span class="papers__issuer">"État imaginaire UTO"</span></h2>
            <dl class="papers__fields">
                {line("A. Immatriculation", value(persona, "vehicule.immatriculation"))}
                {line("Numéro de formule", value(persona, "vehicule.formule"))}
                {line("B. Première immatriculation", day(persona, "vehicule.premiere-immatriculation"))}
                {line("C.1 Titulaire", holder)}
                {line("C.3 Adresse", address)}
                {line("D.1 Marque", value(persona, "vehicule.marque"))}
                {line("D.3 Modèle", value(persona, "vehicule.modele"))}
                {line("E. Numéro de série", value(persona, "vehicule.vin"))}
            </dl>
        </article>
    }
    .into_any()
}
