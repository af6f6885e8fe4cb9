//! The papers a persona can carry: which there are, what each is called and which values it shows.
//!
//! How a paper looks is the pages' affair.

use serde::{Deserialize, Serialize};

/// A model of paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Paper {
    CarteGrise,
    FactureNouveauLogement,
    FactureAncienLogement,
}

impl Paper {
    pub const ALL: [Self; 3] = [Self::CarteGrise, Self::FactureNouveauLogement, Self::FactureAncienLogement];

    /// The word by which scenarios, addresses and answers name the paper.
    pub const fn key(self) -> &'static str {
        match self {
            Self::CarteGrise => "carte-grise",
            Self::FactureNouveauLogement => "facture-nouveau-logement",
            Self::FactureAncienLogement => "facture-ancien-logement",
        }
    }

    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|paper| paper.key() == key)
    }

    /// The title a learner reads.
    pub const fn title(self) -> &'static str {
        match self {
            Self::CarteGrise => "Carte grise",
            Self::FactureNouveauLogement => "Facture d’électricité, nouveau logement",
            Self::FactureAncienLogement => "Facture d’électricité, ancien logement",
        }
    }

    /// Paths of the persona's values that the paper shows.
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
        }
    }
}
