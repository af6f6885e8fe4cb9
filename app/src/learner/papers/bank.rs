//! The bank details that offices ask for (« RIB »): the holder, the account in its old numbers, IBAN and BIC.

use leptos::prelude::*;

use super::{Drawn, VOID, line};

pub(super) fn sheet(paper: &Drawn<'_>) -> AnyView {
    view! {
        <article class="papers papers--letter">
            <p class="papers__void">{VOID}</p>
            <h2 class="papers__title">
                "Relevé d’identité bancaire (RIB) " <span class="papers__issuer">{paper.place("banque.nom")}</span>
            </h2>
            <dl class="papers__parties">
                <div class="papers__party">
                    <dt>"Titulaire du compte"</dt>
                    <dd>
                        <b>{paper.place("prenom")} " " {paper.value("nom").to_uppercase()}</b> <br/> {paper.home()}
                    </dd>
                </div>
            </dl>
            <dl class="papers__fields papers__fields--strip">{account(paper.value("banque.iban"))}</dl>
            <dl class="papers__numbers">
                {paper.line("IBAN, le numéro international du compte", "banque.iban")}
                {paper.line("BIC, le code de la banque", "banque.bic")}
            </dl>
        </article>
    }
    .into_any()
}

/// The numbers of which a French IBAN is made, after its country and its key: they look like it, and are not asked for.
fn account(iban: &str) -> Option<Vec<AnyView>> {
    let digits: String = iban.chars().filter(|letter| !letter.is_whitespace()).collect();
    let part = |name: &str, from: usize, to: usize| Some(line(name, digits.get(from..to)?.to_owned()));
    (digits.len() == 27)
        .then(|| {
            Some(vec![
                part("Code banque", 4, 9)?,
                part("Code guichet", 9, 14)?,
                part("N° de compte", 14, 25)?,
                part("Clé RIB", 25, 27)?,
            ])
        })
        .flatten()
}
