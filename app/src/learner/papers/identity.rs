//! An identity card, of no State: who somebody is, and nothing that a real card would prove.

use leptos::prelude::*;

use super::{Drawn, VOID};
use crate::ui::face::{Face, Look};

pub(super) fn sheet(paper: &Drawn<'_>) -> AnyView {
    let letters: u32 = paper.value("prenom").chars().map(u32::from).sum();
    let look = Look(u8::try_from(letters % 4).unwrap_or_default());
    view! {
        <article class="papers">
            <p class="papers__void">{VOID}</p>
            <h2 class="papers__title">"Carte d’identité" <span class="papers__issuer">"Pays d’exercice"</span></h2>
            <div class="papers__body">
                <div class="papers__photo"><Face look/></div>
                <dl class="papers__fields">
                    {paper.line("Civilité", "civilite")}
                    {paper.line("Nom", "nom")}
                    {paper.line("Prénom", "prenom")}
                    {paper.line("Date de naissance", "naissance.date")}
                    {paper.line("Lieu de naissance", "naissance.lieu")}
                </dl>
            </div>
        </article>
    }
    .into_any()
}
