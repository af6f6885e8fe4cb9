//! The return that the administration sends in spring, already filled in: the numbers to log in with at the top left, then
//! what is known of the family and of the income. It may be wrong: that is what it is for.
//!
//! Places of the numbers: our notes on procedures, A.2.

use leptos::prelude::*;
use scenarios::{date::Date, papers::numbered};

use super::{
    Drawn, VOID,
    amounts::{Cents, Row, table},
    tax_notice::former_home,
};

pub(super) fn sheet(paper: &Drawn<'_>) -> AnyView {
    let children = children(paper);
    let children =
        (!children.is_empty()).then(|| view! { <p>"Enfants connus\u{a0}: " {children.join(", ")} "."</p> });
    let known = income(paper);
    let income = (!known.is_empty()).then(|| table("Revenus connus", known));
    view! {
        <article class="papers papers--letter">
            <p class="papers__void">{VOID}</p>
            <h2 class="papers__title">
                "Déclaration des revenus " {paper.place("impots.annee")}
                <span class="papers__issuer">"Impôts en ligne"</span>
            </h2>
            <dl class="papers__parties">
                <div class="papers__party">
                    <dt>"Pour déclarer en ligne"</dt>
                    <dd>
                        "Numéro fiscal\u{a0}: " {paper.place("impots.numero-fiscal")} <br/>
                        "Numéro d’accès en ligne\u{a0}: " {paper.place("impots.numero-en-ligne")}
                    </dd>
                </div>
                <div class="papers__party">
                    <dt>"Envoyé à"</dt>
                    <dd><b>{paper.name()}</b> <br/> {former_home(paper)}</dd>
                </div>
            </dl>
            <dl class="papers__fields papers__fields--strip">
                {paper.line("Situation de famille connue", "impots.situation-connue")}
            </dl>
            {children}
            {income}
            <p class="papers__foot">"Vérifiez tout. Complétez ce qui manque, et corrigez ce qui est faux."</p>
        </article>
    }
    .into_any()
}

/// « Léon (02/03/2016) ».
fn children(paper: &Drawn<'_>) -> Vec<String> {
    let list = "impots.enfants-connus";
    let value = |number: usize, name: &str| paper.persona.value(&format!("{list}.{number}.{name}"));
    let one = |number| {
        let birth = Date::from_iso(value(number, "naissance")?).ok()?;
        Some(format!("{} ({})", value(number, "prenom")?, birth.in_digits()))
    };
    (1..=paper.persona.count(list)).filter_map(one).collect()
}

/// What employers and funds have told, one row each.
fn income(paper: &Drawn<'_>) -> Vec<Row> {
    let mut rows = Vec::new();
    for (list, said) in [("employeurs", "salaire"), ("caisses", "retraite")] {
        for numbers in paper.persona.numbers(&format!("adultes.*.{list}.*.connu")) {
            let value = |path: &str| paper.persona.value(&numbered(path, &numbers)).unwrap_or_default();
            let who = value("adultes.*.prenom");
            let from = value(&format!("adultes.*.{list}.*.nom"));
            let amount = Cents::read(value(&format!("adultes.*.{list}.*.connu"))).unwrap_or_default();
            if amount > Cents::default() {
                rows.push(Row::new(format!("{who}, {said}, {from}"), amount.printed()));
            }
        }
    }
    rows
}
