//! A payslip, with the three amounts that people mix up where they really stand: « Montant net social » in its box under
//! the contributions, the taxable income beside the tax, what is paid at the bottom, most visible.
//!
//! Order of the rubrics: decree of 25 February 2016 as changed by that of 31 January 2023 (« bulletin de paie clarifié »,
//! net social since July 2023), read on editions-legislatives.fr and fr.adp.com on 2026-11-25. Simplified: the employer's
//! part, bases and rates are left out.

use leptos::prelude::*;

use super::{
    Drawn, VOID,
    amounts::{Cents, Row, table},
};

/// Whose work is paid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Worker {
    Adult,
    Child,
}

impl Worker {
    /// The path of `name`, which the person has.
    fn path(self, name: &str) -> String {
        match self {
            Self::Adult => format!("adultes.*.{name}"),
            Self::Child => format!("enfants.*.{name}"),
        }
    }
}

pub(super) fn sheet(paper: &Drawn<'_>, worker: Worker) -> AnyView {
    let own = |name: &str| worker.path(name);
    let slip = |name: &str| worker.path(&format!("bulletins.*.{name}"));
    let place = |name: &str| paper.place(&slip(name));
    let taken = |name: &str, path: &str| withheld(paper, name, &slip(path));
    let mut pay = vec![
        Row::new("Salaire brut", place("brut")).total(),
        Row::new("Total des cotisations et contributions", place("cotisations")).taken().total(),
        Row::new("Montant net social", place("net-social")).boxed(),
        taken("Titres-restaurant, part retenue", "repas"),
        Row::new("Net à payer avant impôt sur le revenu", place("net-avant-impot")).total(),
    ];
    pay.splice(1..1, contributions(paper, worker));
    let tax = vec![
        Row::new("Montant net imposable", place("net-imposable")),
        taken("Impôt sur le revenu prélevé à la source", "impot"),
        Row::new("Net à payer", place("net-a-payer")).paid(),
    ];
    let so_far = vec![Row::new("Net imposable, cumul depuis janvier", place("cumul-imposable"))];
    view! {
        <article class="papers papers--letter">
            <p class="papers__void">{VOID}</p>
            <h2 class="papers__title">"Bulletin de paie"</h2>
            <dl class="papers__parties">
                <div class="papers__party">
                    <dt>"Employeur"</dt>
                    <dd>
                        <b>{paper.value(&own("employeur")).to_owned()}</b> <br/>
                        "1 place du Simulacre" <br/> "96450 Montclair-les-Essais" <br/>
                        "SIRET\u{a0}: 999\u{a0}999\u{a0}999\u{a0}99999"
                    </dd>
                </div>
                <div class="papers__party">
                    <dt>"Payé à"</dt>
                    <dd>
                        <b>{paper.name_of(&own("prenom"))}</b> <br/>
                        {paper.home()} <br/>
                        "Emploi\u{a0}: " {paper.value(&own("emploi")).to_owned()}
                    </dd>
                </div>
            </dl>
            <dl class="papers__fields papers__fields--strip">
                {paper.line("Période", &slip("periode"))}
                {paper.line("Payé le", &slip("paye-le"))}
                {paper.line("Heures payées", &slip("heures"))}
            </dl>
            {table("Salaire et cotisations", pay)}
            {table("Impôt sur le revenu", tax)}
            {table("Cumuls", so_far)}
            <p class="papers__foot">"Gardez ce bulletin de paie, sans limite de durée."</p>
        </article>
    }
    .into_any()
}

/// A sum withheld; nothing is taken away when it is nought.
fn withheld(paper: &Drawn<'_>, name: &str, path: &str) -> Row {
    let row = Row::new(name, paper.place(path));
    if paper.cents(path).is_some_and(|cents| cents > Cents::default()) { row.taken() } else { row }
}

/// What the contributions are made of. No persona holds these parts: they follow from its amounts, so that they add up.
/// When they cannot, the total stands alone.
fn contributions(paper: &Drawn<'_>, worker: Worker) -> Vec<Row> {
    let cents = |name: &str| paper.cents(&worker.path(&format!("bulletins.*.{name}"))).unwrap_or_default();
    let (gross, total) = (cents("brut"), cents("cotisations"));
    // What is contributed and yet taxed is all that sets the taxable income apart.
    let taxed = cents("net-imposable") - cents("net-social");
    let pension = gross.share(11_310);
    let deducted = gross.share(6_681);
    let health = total - pension - deducted - taxed;
    let parts = [
        ("Complémentaire santé", health),
        ("Retraite", pension),
        ("CSG déductible de l’impôt", deducted),
        ("CSG et CRDS non déductibles", taxed),
    ];
    if parts.iter().any(|(_, part)| *part <= Cents::default()) {
        return Vec::new();
    }
    parts.into_iter().map(|(name, part)| Row::new(name, part.printed()).taken().detail()).collect()
}
