//! What is wrong in what a scenario says: names that lead nowhere, pages without a way out, answers that cannot be given.
//!
//! How it is written is `syntax`' affair. To add a rule: a file named after the defect, its French page beside it
//! (prose, a `yaml` block with the defect drawn, one without), and a line in [`RULES`].

mod findings;
mod quotes;
mod sentences;
mod shown;
mod terms;
mod tolerances;
mod way;

mod attendu_incompatible;
mod borne_illisible;
mod champ_sans_etiquette;
mod champ_sans_indice;
mod choix_manquant;
mod cle_en_double;
mod donnee_trop_reelle;
mod ecart_non_dit;
mod fin_manquante;
mod genre_inconnu;
mod impasse;
mod indice_qui_donne_la_reponse;
mod indices_trop_nombreux;
mod issue_inatteignable;
mod ligne_introuvable;
mod message_introuvable;
mod message_sans_code;
mod mot_jamais_dit;
mod page_inatteignable;
mod page_introuvable;
mod papier_introuvable;
mod parametre_perime;
mod personnage_impossible;
mod phrase_trop_longue;
mod reglage_sans_effet;
mod reponse_sans_papier;
mod sans_fin;
mod sigle_inexplique;
mod source_ancienne;
mod texte_repete;
mod tolerance_inutile;
mod valeur_introuvable;

use self::findings::Findings;
pub use self::sentences::{Readability, readability};
use crate::{
    Surroundings,
    diagnostic::{self, Diagnostic},
    model::Scenario,
    text::Text,
};

/// One defect looked for.
pub struct Rule {
    /// Its name, which reads after « tolérer ».
    pub code: &'static str,
    /// Its page of the manual, in French; the tests run the page's scenarios.
    pub page: &'static str,
    look: fn(&Scenario, &mut Findings<'_>),
    needs: Needs,
}

/// What must be right for a rule to make sense.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Needs {
    Nothing,
    /// The text has no error of writing.
    Writing,
    /// Nor is an unknown page named: the way from page to page is known.
    Way,
}

impl Needs {
    fn are_met(self, findings: &Findings<'_>) -> bool {
        match self {
            Self::Nothing => true,
            Self::Writing => !findings.doubtful,
            Self::Way => {
                !findings.doubtful && findings.found.iter().all(|found| found.code != "page-introuvable")
            }
        }
    }
}

macro_rules! rule {
    ($rule:ident, $code:literal, $needs:ident) => {
        Rule {
            code: $code,
            page: include_str!(concat!("lint/", stringify!($rule), ".md")),
            look: $rule::look,
            needs: Needs::$needs,
        }
    };
}

/// Every rule, in the order of the manual.
pub const RULES: &[Rule] = &[
    rule!(page_introuvable, "page-introuvable", Nothing),
    rule!(message_introuvable, "message-introuvable", Nothing),
    rule!(papier_introuvable, "papier-introuvable", Nothing),
    rule!(ligne_introuvable, "ligne-introuvable", Nothing),
    rule!(valeur_introuvable, "valeur-introuvable", Nothing),
    rule!(genre_inconnu, "genre-inconnu", Nothing),
    rule!(choix_manquant, "choix-manquant", Writing),
    rule!(reglage_sans_effet, "reglage-sans-effet", Nothing),
    rule!(borne_illisible, "borne-illisible", Nothing),
    rule!(attendu_incompatible, "attendu-incompatible", Nothing),
    rule!(message_sans_code, "message-sans-code", Nothing),
    rule!(cle_en_double, "cle-en-double", Nothing),
    rule!(indices_trop_nombreux, "indices-trop-nombreux", Nothing),
    rule!(page_inatteignable, "page-inatteignable", Way),
    rule!(impasse, "impasse", Way),
    rule!(sans_fin, "sans-fin", Writing),
    rule!(fin_manquante, "fin-manquante", Writing),
    rule!(issue_inatteignable, "issue-inatteignable", Way),
    rule!(champ_sans_etiquette, "champ-sans-etiquette", Nothing),
    rule!(champ_sans_indice, "champ-sans-indice", Writing),
    rule!(indice_qui_donne_la_reponse, "indice-qui-donne-la-reponse", Nothing),
    rule!(reponse_sans_papier, "reponse-sans-papier", Writing),
    rule!(personnage_impossible, "personnage-impossible", Nothing),
    rule!(donnee_trop_reelle, "donnee-trop-reelle", Nothing),
    rule!(phrase_trop_longue, "phrase-trop-longue", Nothing),
    rule!(mot_jamais_dit, "mot-jamais-dit", Writing),
    rule!(sigle_inexplique, "sigle-inexplique", Writing),
    rule!(texte_repete, "texte-repete", Nothing),
    rule!(source_ancienne, "source-ancienne", Nothing),
    rule!(parametre_perime, "parametre-perime", Nothing),
    rule!(ecart_non_dit, "ecart-non-dit", Writing),
    // Last: it says which tolerances the others had no use for.
    rule!(tolerance_inutile, "tolerance-inutile", Nothing),
];

/// What is wrong in what `scenario`, read from `text`, says, added to the findings of the reading. When some of these are
/// errors, only what they cannot have caused is told.
///
/// Warnings that the author lets be are taken away, those of the reading too.
pub(crate) fn add_to(
    told: &mut Vec<Diagnostic>,
    scenario: &Scenario,
    text: &Text,
    around: &Surroundings<'_>,
) {
    let mut findings = Findings::new(scenario, text, told.iter().any(Diagnostic::is_error), around);
    told.retain(|finding| !findings.tolerances.forgive(finding));
    terms::look(scenario, &mut findings);
    for rule in RULES {
        if rule.needs.are_met(&findings) {
            (rule.look)(scenario, &mut findings);
        }
    }
    told.append(&mut findings.found);
    diagnostic::sort(told);
}
