//! The fictitious person a learner plays: named values, each of a nature, and the papers that show them.
//!
//! It draws nothing at random: the server makes personas, this says what one may hold.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{date::Date, term::Kind};

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

    /// Age in whole years on `today`.
    pub fn age(&self, today: Date) -> Option<u16> {
        let birth = Date::from_iso(self.value("naissance.date")?).ok()?;
        let birthday_to_come = (today.month(), today.day()) < (birth.month(), birth.day());
        today.year().checked_sub(birth.year())?.checked_sub(u16::from(birthday_to_come))
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
pub const TRAITS: &[&str] = &["vehicule", "demenagement", "logement", "foyer", "ressources"];

/// Words of paths and traits that take accents, in the order of the alphabet: without, then with.
const ACCENTED: &[(&str, &str)] = &[
    ("demenagement", "déménagement"),
    ("entree", "entrée"),
    ("modele", "modèle"),
    ("net-a-payer", "net-à-payer"),
    ("premiere-immatriculation", "première-immatriculation"),
    ("prenom", "prénom"),
    ("telephone", "téléphone"),
    ("vehicule", "véhicule"),
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
    given("foyer", "adultes", Kind::List, "Adultes du foyer"),
    given("foyer", "adultes.*.prenom", Kind::Text, "Prénom"),
    given("foyer", "adultes.*.naissance", Kind::Date, "Date de naissance"),
    given("foyer", "enfants", Kind::List, "Enfants du foyer"),
    given("foyer", "enfants.*.prenom", Kind::Text, "Prénom"),
    given("foyer", "enfants.*.naissance", Kind::Date, "Date de naissance"),
    given("ressources", "adultes.*.mois", Kind::List, "Mois de ressources"),
    given("ressources", "adultes.*.mois.*.mois", Kind::Month, "Mois"),
    given("ressources", "adultes.*.mois.*.net-social", Kind::Money, "Montant net social"),
    given("ressources", "adultes.*.mois.*.net-imposable", Kind::Money, "Net imposable"),
    given("ressources", "adultes.*.mois.*.net-a-payer", Kind::Money, "Net à payer"),
];

/// Paths of the values that the persona's card shows; the rest is read on papers.
pub const ON_CARD: &[&str] = &[
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
    "adultes.*.prenom",
    "adultes.*.naissance",
    "enfants.*.prenom",
    "enfants.*.naissance",
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reference::fold;

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
