//! The letter of the parent who pays child support.

use leptos::prelude::*;

use super::{Drawn, VOID};

pub(super) fn sheet(paper: &Drawn<'_>) -> AnyView {
    let from = paper.value("foyer.pension-de").to_owned();
    view! {
        <article class="papers papers--letter">
            <p class="papers__void">{VOID}</p>
            <h2 class="papers__title">"Pension alimentaire " <span class="papers__issuer">"Lettre"</span></h2>
            <p class="papers__address">{paper.name()} <br/> {paper.home()}</p>
            <p>"Bonjour,"</p>
            <p>"Tu m’as demandé ce papier pour tes démarches. Je te verse une pension alimentaire, la même somme chaque mois."</p>
            <dl class="papers__fields papers__fields--strip">
                {paper.line("Pension versée chaque mois", "foyer.pension-alimentaire")}
                {paper.line("Versée par", "foyer.pension-de")}
            </dl>
            <p>"Le virement part de mon compte le 5 de chaque mois."</p>
            <p class="papers__signature">{from}</p>
        </article>
    }
    .into_any()
}
