//! What an office pays to somebody who does not work: an unemployment benefit, or the daily allowances of a sick leave.
//!
//! The offices are invented.

use leptos::prelude::*;

use super::{
    Drawn, VOID,
    amounts::{Row, table},
    line,
};

/// What is paid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Benefit {
    Unemployment,
    SickLeave,
}

/// What one statement says in its own words. Paths are those of an adult's month.
struct Words {
    title: &'static str,
    issuer: &'static str,
    /// Names, and the values under each.
    facts: &'static [(&'static str, &'static [&'static str])],
    caption: &'static str,
    gross: &'static str,
    withheld: &'static str,
    net: &'static str,
    foot: &'static str,
}

impl Benefit {
    const fn words(self) -> Words {
        match self {
            Self::Unemployment => Words {
                title: "Relevé d’allocation chômage",
                issuer: "Agence de l’emploi d’Essai",
                facts: &[
                    ("Mois payé", &["chomage-au-titre-de"]),
                    ("Versée le", &["chomage-verse-le"]),
                    ("Jours payés", &["chomage-jours"]),
                    ("Par jour", &["chomage-par-jour"]),
                ],
                caption: "Allocation d’aide au retour à l’emploi",
                gross: "chomage-brut",
                withheld: "Retenues\u{a0}: retraite complémentaire, CSG, CRDS",
                net: "chomage",
                foot: "L’allocation est versée sur votre compte, au début du mois suivant.",
            },
            Self::SickLeave => Words {
                title: "Décompte d’indemnités journalières",
                issuer: "Caisse maladie d’Essai",
                facts: &[
                    ("Arrêt de travail", &["indemnites-du", "indemnites-au"]),
                    ("Versées le", &["indemnites-versees-le"]),
                    ("Jours payés", &["indemnites-jours"]),
                    ("Par jour", &["indemnites-par-jour"]),
                ],
                caption: "Indemnités journalières, arrêt maladie",
                gross: "indemnites-brut",
                withheld: "Retenues\u{a0}: CSG, CRDS",
                net: "indemnites-journalieres",
                foot: "Les indemnités sont versées sur votre compte.",
            },
        }
    }
}

pub(super) fn sheet(paper: &Drawn<'_>, benefit: Benefit) -> AnyView {
    let words = benefit.words();
    let path = |name: &str| format!("adultes.*.mois.*.{name}");
    let place = |name: &str| paper.place(&path(name));
    let fact = |(said, names): &(&'static str, &'static [&'static str])| match names {
        [from, to] => line(*said, view! { "du " {place(from)} <br/> "au " {place(to)} }),
        names => line(*said, names.iter().map(|name| place(name)).collect::<Vec<_>>()),
    };
    let facts: Vec<_> = words.facts.iter().map(fact).collect();
    let (gross, net) = (path(words.gross), path(words.net));
    let withheld = paper.cents(&gross).unwrap_or_default() - paper.cents(&net).unwrap_or_default();
    let rows = vec![
        Row::new("Montant brut", paper.place(&gross)),
        Row::new(words.withheld, withheld.printed()).taken(),
        Row::new("Montant net social", paper.place(&net)).boxed(),
    ];
    view! {
        <article class="papers papers--letter">
            <p class="papers__void">{VOID}</p>
            <h2 class="papers__title">{words.title} " " <span class="papers__issuer">{words.issuer}</span></h2>
            <p class="papers__address">{paper.name_of("adultes.*.prenom")} <br/> {paper.home()}</p>
            <dl class="papers__fields papers__fields--strip">{facts}</dl>
            {table(words.caption, rows)}
            <p class="papers__foot">{words.foot}</p>
        </article>
    }
    .into_any()
}
