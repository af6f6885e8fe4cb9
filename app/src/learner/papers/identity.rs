//! An identity card, of no State: who somebody is, and nothing that a real card would prove.

use leptos::prelude::*;
use scenarios::reference::fold;

use super::{Drawn, VOID};
use crate::{learner::exercise::look, ui::face::Face};

pub(super) fn sheet(paper: &Drawn<'_>) -> AnyView {
    let look = look(paper.persona);
    let whole = format!("{}<<{}", paper.value("nom"), paper.value("prenom"));
    view! {
        <article class="papers papers--card">
            <p class="papers__void">{VOID}</p>
            <h2 class="papers__title">"Carte d’identité" <span class="papers__issuer">"État imaginaire UTO"</span></h2>
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
            <p class="papers__code" dir="ltr">{code("IDUTO")} <br/> {code(&whole)}</p>
        </article>
    }
    .into_any()
}

/// Thirty signs, as a machine reads them: of UTO, the State of specimens.
fn code(text: &str) -> String {
    let capital = |letter: char| if letter.is_ascii_alphabetic() { letter.to_ascii_uppercase() } else { '<' };
    let written: String = fold(text).chars().map(capital).take(30).collect();
    format!("{written:<<30}")
}
