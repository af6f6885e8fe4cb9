//! The fictitious person a learner plays: named values, each of a nature, and the papers that show them.
//!
//! It draws nothing at random: the server makes personas, this says what one may hold.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{date::Date, reference::fold, term::Kind};

/// Most items of one list.
pub const MOST_ITEMS: usize = 50;

/// A person who can be nobody, with the values its papers show.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Persona {
    /// Values by path, such as `adresse.voie`; see [`VALUES`].
    pub values: BTreeMap<String, String>,
    /// Keys of the papers carried, in the order in which they lie on the table.
    pub papers: Vec<String>,
}

impl Persona {
    /// The value at `path`, if this persona has it.
    pub fn value(&self, path: &str) -> Option<&str> {
        self.values.get(path).map(String::as_str)
    }

    /// How many items the list at `path` has: they are numbered from 1, without a gap.
    pub fn count(&self, path: &str) -> usize {
        let holds = |number: usize| {
            let item = format!("{path}.{number}");
            let from = (std::ops::Bound::Included(item.clone()), std::ops::Bound::Unbounded);
            self.values
                .range(from)
                .map(|(key, _)| key.as_str())
                .take_while(|key| key.starts_with(&item))
                .any(|key| key.len() == item.len() || key.as_bytes().get(item.len()) == Some(&b'.'))
        };
        (1..=MOST_ITEMS).take_while(|number| holds(*number)).count()
    }

    /// The numbers that stand for each `*` of `pattern`, wherever this persona has a value there.
    pub fn numbers(&self, pattern: &str) -> Vec<Vec<usize>> {
        let wanted: Vec<&str> = pattern.split('.').collect();
        let matched = |path: &String| {
            let parts: Vec<&str> = path.split('.').collect();
            if parts.len() != wanted.len() {
                return None;
            }
            let mut numbers = Vec::new();
            for (wanted, part) in wanted.iter().zip(parts) {
                match *wanted {
                    "*" => numbers.push(part.parse().ok()?),
                    word if word == part => {}
                    _ => return None,
                }
            }
            Some(numbers)
        };
        let mut all: Vec<Vec<usize>> = self.values.keys().filter_map(matched).collect();
        all.sort();
        all
    }

    /// Age in whole years on `today`.
    pub fn age(&self, today: Date) -> Option<u16> {
        let birth = Date::from_iso(self.value("naissance.date")?).ok()?;
        let birthday_to_come = (today.month(), today.day()) < (birth.month(), birth.day());
        today.year().checked_sub(birth.year())?.checked_sub(u16::from(birthday_to_come))
    }
}

/// A kind of household, with what comes with it: who works, who has children, who is helped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Household {
    /// One adult with a wage, no child.
    Alone,
    /// One adult with a part-time wage, children, and child support.
    LoneParent,
    /// A wage, an unemployment benefit, children.
    OneUnemployed,
    /// Two wages, and a grown child who works.
    TwoWages,
    /// Two wages, married or in a civil union since the year whose income is declared.
    NewlyWed,
    /// One adult who parted from the other in that year, and children who live with both in turn.
    Separated,
    /// A couple, with a baby born in that year.
    NewBaby,
    /// A couple whose first child is grown, and studies.
    GrownStudent,
    /// One adult over 65, with pensions.
    Retired,
    /// One adult who works since that year, and declares for the first time.
    FirstReturn,
    /// One adult with a wage, who moved in that year.
    Moved,
}

impl Household {
    pub const ALL: [Self; 11] = [
        Self::Alone,
        Self::LoneParent,
        Self::OneUnemployed,
        Self::TwoWages,
        Self::NewlyWed,
        Self::Separated,
        Self::NewBaby,
        Self::GrownStudent,
        Self::Retired,
        Self::FirstReturn,
        Self::Moved,
    ];

    /// The word of the language, which the persona holds at `foyer.sorte`.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Alone => "seul",
            Self::LoneParent => "parent-seul",
            Self::OneUnemployed => "couple-chômage",
            Self::TwoWages => "couple-deux-salaires",
            Self::NewlyWed => "jeunes-mariés",
            Self::Separated => "séparation",
            Self::NewBaby => "naissance",
            Self::GrownStudent => "enfant-majeur",
            Self::Retired => "retraité",
            Self::FirstReturn => "première-déclaration",
            Self::Moved => "déménagement",
        }
    }

    /// By its word; accents and case do not matter.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| fold(kind.word()) == fold(word))
    }
}

/// One value that a persona may hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ValueKind {
    /// Dotted path; `*` stands for the number of an item, as in `enfants.*.prenom`.
    pub path: &'static str,
    /// Shown beside the value on the persona's card.
    pub label: &'static str,
    pub kind: Kind,
    /// The trait without which a persona has no such value, if any.
    pub given: Option<&'static str>,
}

const fn any(path: &'static str, kind: Kind, label: &'static str) -> ValueKind {
    ValueKind { path, label, kind, given: None }
}

const fn given(wanted: &'static str, path: &'static str, kind: Kind, label: &'static str) -> ValueKind {
    ValueKind { path, label, kind, given: Some(wanted) }
}

/// The kind of value at `path`, in which numbers are written `*`.
pub fn kind(path: &str) -> Option<&'static ValueKind> {
    VALUES.iter().find(|value| value.path == path)
}

/// Traits that a scenario may ask of its persona (« personnage: a: […] »).
pub const TRAITS: &[&str] =
    &["vehicule", "demenagement", "logement", "foyer", "ressources", "identifiants", "banque", "impots"];

/// Words of paths and traits that take accents, in the order of the alphabet: without, then with.
const ACCENTED: &[(&str, &str)] = &[
    ("annee", "année"),
    ("annee-imposable", "année-imposable"),
    ("annee-net", "année-net"),
    ("annee-retenu", "année-retenu"),
    ("chomage", "chômage"),
    ("chomage-au-titre-de", "chômage-au-titre-de"),
    ("chomage-brut", "chômage-brut"),
    ("chomage-de-l-annee", "chômage-de-l-année"),
    ("chomage-jours", "chômage-jours"),
    ("chomage-par-jour", "chômage-par-jour"),
    ("chomage-verse-le", "chômage-versé-le"),
    ("civilite", "civilité"),
    ("deduction", "déduction"),
    ("demenagement", "déménagement"),
    ("entree", "entrée"),
    ("etabli-le", "établi-le"),
    ("evenement", "événement"),
    ("evenement-date", "événement-date"),
    ("impot", "impôt"),
    ("impots", "impôts"),
    ("indemnites-au", "indemnités-au"),
    ("indemnites-brut", "indemnités-brut"),
    ("indemnites-du", "indemnités-du"),
    ("indemnites-journalieres", "indemnités-journalières"),
    ("indemnites-jours", "indemnités-jours"),
    ("indemnites-par-jour", "indemnités-par-jour"),
    ("indemnites-versees-le", "indemnités-versées-le"),
    ("modele", "modèle"),
    ("net-a-payer", "net-à-payer"),
    ("net-avant-impot", "net-avant-impôt"),
    ("net-social-decale", "net-social-décalé"),
    ("numero-allocataire", "numéro-allocataire"),
    ("numero-de-securite-sociale", "numéro-de-sécurité-sociale"),
    ("numero-en-ligne", "numéro-en-ligne"),
    ("numero-fiscal", "numéro-fiscal"),
    ("paye-le", "payé-le"),
    ("pension-recue", "pension-reçue"),
    ("periode", "période"),
    ("preleve", "prélevé"),
    ("premiere-immatriculation", "première-immatriculation"),
    ("prenom", "prénom"),
    ("reference-de-l-avis", "référence-de-l-avis"),
    ("revenu-de-reference", "revenu-de-référence"),
    ("telephone", "téléphone"),
    ("vehicule", "véhicule"),
    ("verse", "versé"),
];

/// A path or a trait as French spells it: « véhicule.modèle » for `vehicule.modele`.
pub fn spelt(folded: &str) -> String {
    let word = |word| {
        let at = ACCENTED.binary_search_by_key(&word, |(without, _)| *without);
        at.map_or(word, |at| ACCENTED[at].1)
    };
    folded.split('.').map(word).collect::<Vec<_>>().join(".")
}

/// Every value a scenario may quote, in the order of the persona's card.
pub static VALUES: &[ValueKind] = &[
    any("civilite", Kind::Text, "Civilité"),
    any("prenom", Kind::Text, "Prénom"),
    any("nom", Kind::Text, "Nom"),
    any("naissance.date", Kind::Date, "Date de naissance"),
    any("naissance.lieu", Kind::Text, "Lieu de naissance"),
    any("courriel", Kind::Text, "Adresse électronique"),
    any("telephone", Kind::Text, "Téléphone"),
    any("adresse.voie", Kind::Text, "Numéro et nom de la rue"),
    any("adresse.ville", Kind::Text, "Ville"),
    given("demenagement", "ancienne-adresse.voie", Kind::Text, "Ancienne adresse\u{a0}: rue"),
    given("demenagement", "ancienne-adresse.ville", Kind::Text, "Ancienne adresse\u{a0}: ville"),
    given("demenagement", "demenagement.date", Kind::Date, "Date du déménagement"),
    given("demenagement", "facture.date", Kind::Date, "Date de la facture"),
    given("demenagement", "ancienne-facture.date", Kind::Date, "Date de l’ancienne facture"),
    given("vehicule", "vehicule.immatriculation", Kind::Text, "Immatriculation"),
    given("vehicule", "vehicule.formule", Kind::Text, "Numéro de formule"),
    given("vehicule", "vehicule.vin", Kind::Text, "Numéro de série du véhicule"),
    given("vehicule", "vehicule.marque", Kind::Text, "Marque"),
    given("vehicule", "vehicule.modele", Kind::Text, "Modèle"),
    given("vehicule", "vehicule.premiere-immatriculation", Kind::Date, "Première immatriculation"),
    given("logement", "logement.loyer", Kind::Money, "Loyer sans les charges"),
    given("logement", "logement.charges", Kind::Money, "Charges du logement"),
    given("logement", "logement.bailleur", Kind::Text, "Bailleur"),
    given("logement", "logement.entree", Kind::Date, "Date d’entrée dans le logement"),
    given("logement", "logement.aide", Kind::Money, "Aide au logement, chaque mois"),
    given("logement", "logement.quittance", Kind::Month, "Mois de la quittance de loyer"),
    given("identifiants", "numero-de-securite-sociale", Kind::Text, "Numéro de sécurité sociale"),
    given("identifiants", "numero-allocataire", Kind::Text, "Numéro d’allocataire"),
    given("identifiants", "mot-de-passe", Kind::Text, "Mot de passe"),
    given("banque", "banque.nom", Kind::Text, "Banque"),
    given("banque", "banque.iban", Kind::Text, "IBAN, le numéro du compte"),
    given("banque", "banque.bic", Kind::Text, "BIC, le code de la banque"),
    given("foyer", "foyer.sorte", Kind::Text, "Sorte de foyer"),
    given("foyer", "adultes", Kind::List, "Adultes du foyer"),
    given("foyer", "adultes.*.prenom", Kind::Text, "Prénom"),
    given("foyer", "adultes.*.naissance", Kind::Date, "Date de naissance"),
    given("foyer", "enfants", Kind::List, "Enfants du foyer"),
    given("foyer", "enfants.*.prenom", Kind::Text, "Prénom"),
    given("foyer", "enfants.*.naissance", Kind::Date, "Date de naissance"),
    given("ressources", "foyer.pension-alimentaire", Kind::Money, "Pension alimentaire reçue, chaque mois"),
    given("ressources", "foyer.pension-de", Kind::Text, "Qui verse la pension alimentaire"),
    given("ressources", "adultes.*.situation", Kind::Text, "Situation"),
    given("ressources", "adultes.*.emploi", Kind::Text, "Emploi"),
    given("ressources", "adultes.*.employeur", Kind::Text, "Employeur"),
    given("ressources", "adultes.*.mois", Kind::List, "Mois de ressources"),
    given("ressources", "adultes.*.mois.*.mois", Kind::Month, "Mois"),
    given("ressources", "adultes.*.mois.*.net-social", Kind::Money, "Montant net social"),
    given("ressources", "adultes.*.mois.*.net-imposable", Kind::Money, "Net imposable"),
    given("ressources", "adultes.*.mois.*.net-a-payer", Kind::Money, "Net à payer"),
    given("ressources", "adultes.*.mois.*.cumul-imposable", Kind::Money, "Net imposable depuis janvier"),
    given(
        "ressources",
        "adultes.*.mois.*.net-social-decale",
        Kind::Money,
        "Net social du travail de ce mois, payé le mois suivant",
    ),
    given("ressources", "adultes.*.mois.*.chomage", Kind::Money, "Allocation chômage, montant net social"),
    given("ressources", "adultes.*.mois.*.chomage-brut", Kind::Money, "Allocation chômage, montant brut"),
    given("ressources", "adultes.*.mois.*.chomage-jours", Kind::Number, "Jours de chômage payés"),
    given("ressources", "adultes.*.mois.*.chomage-par-jour", Kind::Money, "Allocation chômage par jour"),
    given("ressources", "adultes.*.mois.*.chomage-au-titre-de", Kind::Month, "Mois de chômage payé"),
    given("ressources", "adultes.*.mois.*.chomage-verse-le", Kind::Date, "Jour où le chômage est versé"),
    given(
        "ressources",
        "adultes.*.mois.*.indemnites-journalieres",
        Kind::Money,
        "Indemnités journalières, montant net social",
    ),
    given(
        "ressources",
        "adultes.*.mois.*.indemnites-brut",
        Kind::Money,
        "Indemnités journalières, montant brut",
    ),
    given("ressources", "adultes.*.mois.*.indemnites-jours", Kind::Number, "Jours d’arrêt payés"),
    given("ressources", "adultes.*.mois.*.indemnites-par-jour", Kind::Money, "Indemnité par jour"),
    given("ressources", "adultes.*.mois.*.indemnites-du", Kind::Date, "Premier jour d’arrêt payé"),
    given("ressources", "adultes.*.mois.*.indemnites-au", Kind::Date, "Dernier jour d’arrêt payé"),
    given(
        "ressources",
        "adultes.*.mois.*.indemnites-versees-le",
        Kind::Date,
        "Jour où les indemnités sont versées",
    ),
    given("ressources", "adultes.*.bulletins", Kind::List, "Bulletins de paie"),
    given("ressources", "adultes.*.bulletins.*.periode", Kind::Month, "Mois travaillé"),
    given("ressources", "adultes.*.bulletins.*.paye-le", Kind::Date, "Jour de paie"),
    given("ressources", "adultes.*.bulletins.*.heures", Kind::Number, "Heures payées"),
    given("ressources", "adultes.*.bulletins.*.brut", Kind::Money, "Salaire brut"),
    given("ressources", "adultes.*.bulletins.*.cotisations", Kind::Money, "Cotisations retenues"),
    given("ressources", "adultes.*.bulletins.*.net-social", Kind::Money, "Montant net social"),
    given("ressources", "adultes.*.bulletins.*.net-imposable", Kind::Money, "Net imposable"),
    given("ressources", "adultes.*.bulletins.*.repas", Kind::Money, "Titres-restaurant retenus"),
    given("ressources", "adultes.*.bulletins.*.net-avant-impot", Kind::Money, "Net à payer avant impôt"),
    given("ressources", "adultes.*.bulletins.*.impot", Kind::Money, "Impôt retenu"),
    given("ressources", "adultes.*.bulletins.*.net-a-payer", Kind::Money, "Net à payer"),
    given("ressources", "adultes.*.bulletins.*.cumul-imposable", Kind::Money, "Net imposable depuis janvier"),
    given("ressources", "enfants.*.situation", Kind::Text, "Situation"),
    given("ressources", "enfants.*.emploi", Kind::Text, "Emploi"),
    given("ressources", "enfants.*.employeur", Kind::Text, "Employeur"),
    given("ressources", "enfants.*.mois", Kind::List, "Mois de ressources"),
    given("ressources", "enfants.*.mois.*.mois", Kind::Month, "Mois"),
    given("ressources", "enfants.*.mois.*.net-social", Kind::Money, "Montant net social"),
    given("ressources", "enfants.*.mois.*.net-imposable", Kind::Money, "Net imposable"),
    given("ressources", "enfants.*.mois.*.net-a-payer", Kind::Money, "Net à payer"),
    given("ressources", "enfants.*.mois.*.cumul-imposable", Kind::Money, "Net imposable depuis janvier"),
    given("ressources", "enfants.*.bulletins", Kind::List, "Bulletins de paie"),
    given("ressources", "enfants.*.bulletins.*.periode", Kind::Month, "Mois travaillé"),
    given("ressources", "enfants.*.bulletins.*.paye-le", Kind::Date, "Jour de paie"),
    given("ressources", "enfants.*.bulletins.*.heures", Kind::Number, "Heures payées"),
    given("ressources", "enfants.*.bulletins.*.brut", Kind::Money, "Salaire brut"),
    given("ressources", "enfants.*.bulletins.*.cotisations", Kind::Money, "Cotisations retenues"),
    given("ressources", "enfants.*.bulletins.*.net-social", Kind::Money, "Montant net social"),
    given("ressources", "enfants.*.bulletins.*.net-imposable", Kind::Money, "Net imposable"),
    given("ressources", "enfants.*.bulletins.*.repas", Kind::Money, "Titres-restaurant retenus"),
    given("ressources", "enfants.*.bulletins.*.net-avant-impot", Kind::Money, "Net à payer avant impôt"),
    given("ressources", "enfants.*.bulletins.*.impot", Kind::Money, "Impôt retenu"),
    given("ressources", "enfants.*.bulletins.*.net-a-payer", Kind::Money, "Net à payer"),
    given("ressources", "enfants.*.bulletins.*.cumul-imposable", Kind::Money, "Net imposable depuis janvier"),
    given("impots", "impots.annee", Kind::Number, "Année des revenus à déclarer"),
    given("impots", "impots.numero-fiscal", Kind::Text, "Numéro fiscal"),
    given("impots", "impots.numero-en-ligne", Kind::Text, "Numéro d’accès en ligne"),
    given("impots", "impots.reference-de-l-avis", Kind::Text, "Référence de l’avis d’impôt"),
    given("impots", "impots.situation", Kind::Text, "Situation de famille"),
    given("impots", "impots.situation-connue", Kind::Text, "Situation de famille connue de l’administration"),
    given("impots", "impots.evenement", Kind::Text, "Changement de situation"),
    given("impots", "impots.evenement-date", Kind::Date, "Date du changement de situation"),
    given("impots", "impots.vie", Kind::Text, "Vie à la maison"),
    given("impots", "impots.ancienne-voie", Kind::Text, "Rue de l’adresse connue de l’administration"),
    given("impots", "impots.ancienne-ville", Kind::Text, "Ville de l’adresse connue de l’administration"),
    given("impots", "impots.demenagement", Kind::Date, "Date du déménagement dans l’année des revenus"),
    given("impots", "impots.avis.etabli-le", Kind::Date, "Jour où l’avis est établi"),
    given("impots", "impots.avis.situation", Kind::Text, "Situation de famille sur l’avis"),
    given("impots", "impots.avis.parts", Kind::Number, "Nombre de parts sur l’avis"),
    given("impots", "impots.avis.salaires", Kind::Money, "Salaires sur l’avis"),
    given("impots", "impots.avis.pensions", Kind::Money, "Pensions sur l’avis"),
    given("impots", "impots.avis.deduction", Kind::Money, "Déduction de 10 % sur l’avis"),
    given("impots", "impots.avis.revenu-imposable", Kind::Money, "Revenu imposable sur l’avis"),
    given("impots", "impots.avis.revenu-de-reference", Kind::Money, "Revenu fiscal de référence"),
    given("impots", "impots.avis.impot", Kind::Money, "Impôt sur le revenu net"),
    given("impots", "impots.avis.preleve", Kind::Money, "Impôt déjà prélevé"),
    given(
        "impots",
        "impots.pension-par-mois",
        Kind::Money,
        "Pension alimentaire reçue, chaque mois de l’année",
    ),
    given("impots", "impots.pension-recue", Kind::Money, "Pension alimentaire reçue dans l’année"),
    given("impots", "impots.pension-de", Kind::Text, "Qui a versé la pension alimentaire"),
    given("impots", "impots.enfants-connus", Kind::List, "Enfants connus de l’administration"),
    given("impots", "impots.enfants-connus.*.prenom", Kind::Text, "Prénom"),
    given("impots", "impots.enfants-connus.*.naissance", Kind::Date, "Date de naissance"),
    given("impots", "impots.enfants-connus.*.charge", Kind::Text, "Comment cet enfant compte"),
    given("impots", "impots.enfants-nouveaux", Kind::List, "Enfants que l’administration ne connaît pas"),
    given("impots", "impots.enfants-nouveaux.*.prenom", Kind::Text, "Prénom"),
    given("impots", "impots.enfants-nouveaux.*.naissance", Kind::Date, "Date de naissance"),
    given("impots", "impots.gardes", Kind::List, "Gardes d’enfants"),
    given("impots", "impots.gardes.*.prenom", Kind::Text, "Enfant gardé"),
    given("impots", "impots.gardes.*.par", Kind::Text, "Qui garde l’enfant"),
    given("impots", "impots.gardes.*.verse", Kind::Money, "Somme versée pour la garde"),
    given("impots", "impots.gardes.*.aide", Kind::Money, "Aide reçue pour la garde"),
    given("impots", "impots.gardes.*.reste", Kind::Money, "Dépense de garde, sans l’aide"),
    given("impots", "impots.don-aide.association", Kind::Text, "Association"),
    given("impots", "impots.don-aide.but", Kind::Text, "Ce que fait l’association"),
    given("impots", "impots.don-aide.date", Kind::Date, "Jour du don"),
    given("impots", "impots.don-aide.montant", Kind::Money, "Montant du don"),
    given("impots", "impots.don-autre.association", Kind::Text, "Association"),
    given("impots", "impots.don-autre.but", Kind::Text, "Ce que fait l’association"),
    given("impots", "impots.don-autre.date", Kind::Date, "Jour du don"),
    given("impots", "impots.don-autre.montant", Kind::Money, "Montant du don"),
    given("impots", "impots.domicile.organisme", Kind::Text, "Qui aide à la maison"),
    given("impots", "impots.domicile.nature", Kind::Text, "Service rendu à la maison"),
    given("impots", "impots.domicile.verse", Kind::Money, "Somme versée pour l’aide à la maison"),
    given("impots", "impots.domicile.aide", Kind::Money, "Aide reçue pour l’aide à la maison"),
    given("impots", "adultes.*.employeurs", Kind::List, "Employeurs de l’année"),
    given("impots", "adultes.*.employeurs.*.nom", Kind::Text, "Employeur"),
    given("impots", "adultes.*.employeurs.*.emploi", Kind::Text, "Emploi"),
    given("impots", "adultes.*.employeurs.*.dernier-mois", Kind::Month, "Dernier mois de l’année payé"),
    given("impots", "adultes.*.employeurs.*.net-social", Kind::Money, "Montant net social du mois"),
    given("impots", "adultes.*.employeurs.*.imposable", Kind::Money, "Net imposable du mois"),
    given("impots", "adultes.*.employeurs.*.net-a-payer", Kind::Money, "Net à payer du mois"),
    given("impots", "adultes.*.employeurs.*.retenu", Kind::Money, "Impôt retenu ce mois"),
    given("impots", "adultes.*.employeurs.*.annee-imposable", Kind::Money, "Net imposable de l’année"),
    given("impots", "adultes.*.employeurs.*.annee-net", Kind::Money, "Net payé dans l’année"),
    given("impots", "adultes.*.employeurs.*.annee-retenu", Kind::Money, "Impôt retenu dans l’année"),
    given("impots", "adultes.*.employeurs.*.connu", Kind::Money, "Salaire connu de l’administration"),
    given(
        "impots",
        "adultes.*.employeurs.*.retenu-connu",
        Kind::Money,
        "Impôt retenu connu de l’administration",
    ),
    given(
        "impots",
        "adultes.*.chomage-de-l-annee.imposable",
        Kind::Money,
        "Allocations chômage imposables de l’année",
    ),
    given(
        "impots",
        "adultes.*.chomage-de-l-annee.net",
        Kind::Money,
        "Allocations chômage payées dans l’année",
    ),
    given(
        "impots",
        "adultes.*.chomage-de-l-annee.retenu",
        Kind::Money,
        "Impôt retenu sur les allocations chômage",
    ),
    given("impots", "adultes.*.caisses", Kind::List, "Caisses de retraite"),
    given("impots", "adultes.*.caisses.*.nom", Kind::Text, "Caisse de retraite"),
    given("impots", "adultes.*.caisses.*.imposable", Kind::Money, "Pension imposable de l’année"),
    given("impots", "adultes.*.caisses.*.net", Kind::Money, "Pension payée dans l’année"),
    given("impots", "adultes.*.caisses.*.retenu", Kind::Money, "Impôt retenu sur la pension"),
    given("impots", "adultes.*.caisses.*.connu", Kind::Money, "Pension connue de l’administration"),
    given("impots", "adultes.*.frais.trajets", Kind::Money, "Frais de trajet de l’année"),
    given("impots", "adultes.*.frais.repas", Kind::Money, "Frais de repas de l’année"),
    given("impots", "adultes.*.frais.total", Kind::Money, "Frais de travail de l’année"),
];

/// Paths of the values that the persona's card shows; the rest is read on papers.
pub const ON_CARD: &[&str] = &[
    "civilite",
    "prenom",
    "nom",
    "naissance.date",
    "naissance.lieu",
    "courriel",
    "telephone",
    "adresse.voie",
    "adresse.ville",
    "ancienne-adresse.voie",
    "ancienne-adresse.ville",
    "demenagement.date",
    "numero-de-securite-sociale",
    "numero-allocataire",
    "mot-de-passe",
    "impots.situation",
    "impots.evenement",
    "impots.evenement-date",
    "impots.demenagement",
    "impots.vie",
    "adultes.*.prenom",
    "adultes.*.naissance",
    "enfants.*.prenom",
    "enfants.*.naissance",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_shown_as_french_spells_it_and_reads_back() {
        assert_eq!(spelt("vehicule.premiere-immatriculation"), "véhicule.première-immatriculation");
        for path in VALUES.iter().map(|value| value.path).chain(TRAITS.iter().copied()) {
            assert_eq!(fold(&spelt(path)), path);
        }
        assert!(ACCENTED.is_sorted());
        assert!(ACCENTED.iter().all(|(without, with)| fold(with) == *without && without != with));
    }
}
