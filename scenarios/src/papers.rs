//! The papers a persona can carry: which there are, what each is called and which values it shows.
//!
//! How a paper looks is the pages' affair.

use serde::{Deserialize, Serialize};

use crate::{date::Month, persona::Persona};

/// A model of paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Paper {
    CarteGrise,
    FactureNouveauLogement,
    FactureAncienLogement,
    BulletinDePaie,
    BulletinDePaieEnfant,
    ReleveDeChomage,
    DecompteIndemnitesJournalieres,
    CourrierPensionAlimentaire,
    QuittanceDeLoyer,
    ReleveBancaire,
    DeclarationPreremplie,
    AvisDImpot,
    BulletinDeDecembre,
    CarteDIdentite,
}

impl Paper {
    pub const ALL: [Self; 14] = [
        Self::CarteGrise,
        Self::FactureNouveauLogement,
        Self::FactureAncienLogement,
        Self::BulletinDePaie,
        Self::BulletinDePaieEnfant,
        Self::ReleveDeChomage,
        Self::DecompteIndemnitesJournalieres,
        Self::CourrierPensionAlimentaire,
        Self::QuittanceDeLoyer,
        Self::ReleveBancaire,
        Self::DeclarationPreremplie,
        Self::AvisDImpot,
        Self::BulletinDeDecembre,
        Self::CarteDIdentite,
    ];

    /// The word by which scenarios, addresses and answers name the paper.
    pub const fn key(self) -> &'static str {
        match self {
            Self::CarteGrise => "carte-grise",
            Self::FactureNouveauLogement => "facture-nouveau-logement",
            Self::FactureAncienLogement => "facture-ancien-logement",
            Self::BulletinDePaie => "bulletin-de-paie",
            Self::BulletinDePaieEnfant => "bulletin-de-paie-enfant",
            Self::ReleveDeChomage => "releve-de-chomage",
            Self::DecompteIndemnitesJournalieres => "decompte-indemnites-journalieres",
            Self::CourrierPensionAlimentaire => "courrier-pension-alimentaire",
            Self::QuittanceDeLoyer => "quittance-de-loyer",
            Self::ReleveBancaire => "releve-bancaire",
            Self::DeclarationPreremplie => "declaration-preremplie",
            Self::AvisDImpot => "avis-d-impot",
            Self::BulletinDeDecembre => "bulletin-de-decembre",
            Self::CarteDIdentite => "carte-d-identite",
        }
    }

    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|paper| paper.key() == key)
    }

    /// What the model is called, whomever and whichever month it is about.
    pub const fn title(self) -> &'static str {
        match self {
            Self::CarteGrise => "Carte grise",
            Self::FactureNouveauLogement => "Facture d’électricité, nouveau logement",
            Self::FactureAncienLogement => "Facture d’électricité, ancien logement",
            Self::BulletinDePaie => "Bulletin de paie",
            Self::BulletinDePaieEnfant => "Bulletin de paie d’un enfant",
            Self::ReleveDeChomage => "Relevé d’allocation chômage",
            Self::DecompteIndemnitesJournalieres => "Décompte d’indemnités journalières",
            Self::CourrierPensionAlimentaire => "Courrier sur la pension alimentaire",
            Self::QuittanceDeLoyer => "Quittance de loyer",
            Self::ReleveBancaire => "Relevé d’identité bancaire (RIB)",
            Self::DeclarationPreremplie => "Déclaration de revenus, déjà remplie",
            Self::AvisDImpot => "Avis d’impôt de l’an dernier",
            Self::BulletinDeDecembre => "Dernier bulletin de paie de l’année",
            Self::CarteDIdentite => "Carte d’identité",
        }
    }

    /// The value without which there is no such paper: one paper for each item that has it, `*` standing for its number.
    pub const fn about(self) -> &'static str {
        match self {
            Self::CarteGrise => "vehicule.immatriculation",
            Self::FactureNouveauLogement => "facture.date",
            Self::FactureAncienLogement => "ancienne-facture.date",
            Self::BulletinDePaie => "adultes.*.bulletins.*.net-social",
            Self::BulletinDePaieEnfant => "enfants.*.bulletins.*.net-social",
            Self::ReleveDeChomage => "adultes.*.mois.*.chomage",
            Self::DecompteIndemnitesJournalieres => "adultes.*.mois.*.indemnites-journalieres",
            Self::CourrierPensionAlimentaire => "foyer.pension-alimentaire",
            Self::QuittanceDeLoyer => "logement.loyer",
            Self::ReleveBancaire => "banque.iban",
            Self::DeclarationPreremplie => "impots.numero-en-ligne",
            Self::AvisDImpot => "impots.avis.revenu-de-reference",
            Self::BulletinDeDecembre => "adultes.*.employeurs.*.annee-imposable",
            Self::CarteDIdentite => "naissance.lieu",
        }
    }

    /// How many numbers, of items, tell one paper from the others of its model.
    pub fn depth(self) -> usize {
        self.about().split('.').filter(|part| *part == "*").count()
    }

    /// The names of this persona's papers of this model: `bulletin-de-paie.1.2`.
    pub fn of(self, persona: &Persona) -> Vec<String> {
        let named = |numbers: Vec<usize>| crate::graph::id(self.key(), &numbers);
        persona.numbers(self.about()).into_iter().map(named).collect()
    }

    /// The title a learner reads: whose paper it is, and of which month.
    pub fn full_title(self, persona: &Persona, numbers: &[usize]) -> String {
        let value = |path: &str| persona.value(&numbered(path, numbers)).map(ToOwned::to_owned);
        let month = |path: &str| value(path).and_then(|month| Month::from_iso(&month).ok());
        let (who, month) = match self {
            Self::BulletinDePaie => ("adultes.*.prenom", month("adultes.*.bulletins.*.periode")),
            Self::BulletinDePaieEnfant => ("enfants.*.prenom", month("enfants.*.bulletins.*.periode")),
            Self::ReleveDeChomage => ("adultes.*.prenom", month("adultes.*.mois.*.chomage-au-titre-de")),
            Self::DecompteIndemnitesJournalieres => ("adultes.*.prenom", month("adultes.*.mois.*.mois")),
            Self::QuittanceDeLoyer => ("", month("logement.quittance")),
            Self::BulletinDeDecembre => {
                let said = [value("adultes.*.prenom"), value("adultes.*.employeurs.*.nom")];
                let said = said.into_iter().flatten().collect::<Vec<_>>().join(", ");
                return format!("{}, {said}", self.title());
            }
            _ => return self.title().to_owned(),
        };
        let named = if self == Self::BulletinDePaieEnfant { Self::BulletinDePaie } else { self }.title();
        let said = [Some(named.to_owned()), value(who), month.map(Month::in_words)];
        said.into_iter().flatten().collect::<Vec<_>>().join(", ")
    }

    /// Paths of the persona's values that the paper shows, `*` standing for the number of an item.
    #[expect(clippy::too_many_lines, reason = "a line for each value of each paper")]
    pub const fn shows(self) -> &'static [&'static str] {
        match self {
            Self::CarteGrise => &[
                "prenom",
                "nom",
                "ancienne-adresse.voie",
                "ancienne-adresse.ville",
                "vehicule.immatriculation",
                "vehicule.formule",
                "vehicule.vin",
                "vehicule.marque",
                "vehicule.modele",
                "vehicule.premiere-immatriculation",
            ],
            Self::FactureNouveauLogement => {
                &["prenom", "nom", "adresse.voie", "adresse.ville", "facture.date"]
            }
            Self::FactureAncienLogement => {
                &["prenom", "nom", "ancienne-adresse.voie", "ancienne-adresse.ville", "ancienne-facture.date"]
            }
            Self::BulletinDePaie => &[
                "adultes.*.prenom",
                "adultes.*.emploi",
                "adultes.*.employeur",
                "adultes.*.bulletins.*.periode",
                "adultes.*.bulletins.*.paye-le",
                "adultes.*.bulletins.*.heures",
                "adultes.*.bulletins.*.brut",
                "adultes.*.bulletins.*.cotisations",
                "adultes.*.bulletins.*.net-social",
                "adultes.*.bulletins.*.repas",
                "adultes.*.bulletins.*.net-avant-impot",
                "adultes.*.bulletins.*.net-imposable",
                "adultes.*.bulletins.*.impot",
                "adultes.*.bulletins.*.net-a-payer",
                "adultes.*.bulletins.*.cumul-imposable",
                // The same amounts, by the month in which they are paid.
                "adultes.*.mois.*.net-social",
                "adultes.*.mois.*.net-imposable",
                "adultes.*.mois.*.net-a-payer",
                "adultes.*.mois.*.cumul-imposable",
                "adultes.*.mois.*.net-social-decale",
            ],
            Self::BulletinDePaieEnfant => &[
                "enfants.*.prenom",
                "enfants.*.emploi",
                "enfants.*.employeur",
                "enfants.*.bulletins.*.periode",
                "enfants.*.bulletins.*.paye-le",
                "enfants.*.bulletins.*.heures",
                "enfants.*.bulletins.*.brut",
                "enfants.*.bulletins.*.cotisations",
                "enfants.*.bulletins.*.net-social",
                "enfants.*.bulletins.*.repas",
                "enfants.*.bulletins.*.net-avant-impot",
                "enfants.*.bulletins.*.net-imposable",
                "enfants.*.bulletins.*.impot",
                "enfants.*.bulletins.*.net-a-payer",
                "enfants.*.bulletins.*.cumul-imposable",
                "enfants.*.mois.*.net-social",
                "enfants.*.mois.*.net-imposable",
                "enfants.*.mois.*.net-a-payer",
                "enfants.*.mois.*.cumul-imposable",
            ],
            Self::ReleveDeChomage => &[
                "adultes.*.prenom",
                "adultes.*.mois.*.chomage-au-titre-de",
                "adultes.*.mois.*.chomage-jours",
                "adultes.*.mois.*.chomage-par-jour",
                "adultes.*.mois.*.chomage-brut",
                "adultes.*.mois.*.chomage",
                "adultes.*.mois.*.chomage-verse-le",
            ],
            Self::DecompteIndemnitesJournalieres => &[
                "adultes.*.prenom",
                "adultes.*.mois.*.indemnites-du",
                "adultes.*.mois.*.indemnites-au",
                "adultes.*.mois.*.indemnites-jours",
                "adultes.*.mois.*.indemnites-par-jour",
                "adultes.*.mois.*.indemnites-brut",
                "adultes.*.mois.*.indemnites-journalieres",
                "adultes.*.mois.*.indemnites-versees-le",
            ],
            Self::CourrierPensionAlimentaire => {
                &["prenom", "nom", "foyer.pension-alimentaire", "foyer.pension-de"]
            }
            Self::QuittanceDeLoyer => &[
                "prenom",
                "nom",
                "adresse.voie",
                "adresse.ville",
                "logement.bailleur",
                "logement.quittance",
                "logement.loyer",
                "logement.charges",
                "logement.aide",
            ],
            Self::ReleveBancaire => &["prenom", "nom", "banque.nom", "banque.iban", "banque.bic"],
            Self::DeclarationPreremplie => &[
                "prenom",
                "nom",
                "impots.annee",
                "impots.numero-fiscal",
                "impots.numero-en-ligne",
                "impots.situation-connue",
            ],
            Self::AvisDImpot => &[
                "prenom",
                "nom",
                "impots.numero-fiscal",
                "impots.reference-de-l-avis",
                "impots.avis.etabli-le",
                "impots.avis.situation",
                "impots.avis.parts",
                "impots.avis.salaires",
                "impots.avis.pensions",
                "impots.avis.deduction",
                "impots.avis.revenu-imposable",
                "impots.avis.impot",
                "impots.avis.preleve",
                "impots.avis.revenu-de-reference",
            ],
            Self::BulletinDeDecembre => &[
                "adultes.*.prenom",
                "adultes.*.employeurs.*.nom",
                "adultes.*.employeurs.*.emploi",
                "adultes.*.employeurs.*.dernier-mois",
                "adultes.*.employeurs.*.net-social",
                "adultes.*.employeurs.*.imposable",
                "adultes.*.employeurs.*.retenu",
                "adultes.*.employeurs.*.net-a-payer",
                "adultes.*.employeurs.*.annee-imposable",
                "adultes.*.employeurs.*.annee-retenu",
                "adultes.*.employeurs.*.annee-net",
            ],
            Self::CarteDIdentite => &["civilite", "nom", "prenom", "naissance.date", "naissance.lieu"],
        }
    }

    /// Names by which a place on the paper is pointed at: the last word of the paths of its own values.
    pub fn places(self) -> impl Iterator<Item = &'static str> {
        let item = self.about().rsplit_once('.').map_or("", |(item, _)| item);
        let own = move |path: &&&str| self.depth() == 0 || path.starts_with(item);
        self.shows().iter().filter(own).filter_map(|path| path.rsplit('.').next())
    }
}

/// `path` with each `*` replaced by a number, from the left.
pub fn numbered(path: &str, numbers: &[usize]) -> String {
    let mut numbers = numbers.iter();
    let part = |part: &str| match part {
        "*" => numbers.next().map_or_else(|| part.to_owned(), usize::to_string),
        word => word.to_owned(),
    };
    path.split('.').map(part).collect::<Vec<_>>().join(".")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::persona::kind;

    #[test]
    fn a_paper_shows_values_that_personas_have_under_names_of_their_own() {
        for paper in Paper::ALL {
            assert!(paper.shows().contains(&paper.about()), "{paper:?}");
            assert!(paper.shows().iter().all(|path| kind(path).is_some()), "{paper:?}");
            assert_eq!(Paper::from_key(paper.key()), Some(paper));
        }
    }

    #[test]
    fn there_is_one_paper_for_each_item_that_has_its_value() {
        let value = |path: &str| (path.to_owned(), "1.00".to_owned());
        let values = ["adultes.1.mois.3.chomage", "adultes.2.mois.1.chomage", "adultes.2.mois.1.mois"];
        let persona = Persona { values: values.map(value).into(), papers: Vec::new() };
        let ids: BTreeSet<String> = Paper::ReleveDeChomage.of(&persona).into_iter().collect();
        assert_eq!(ids, ["releve-de-chomage.1.3".to_owned(), "releve-de-chomage.2.1".to_owned()].into());
        assert!(Paper::BulletinDePaie.of(&persona).is_empty());
    }
}
