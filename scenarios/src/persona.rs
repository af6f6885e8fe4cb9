//! The fictitious person a learner plays: named values, each of a nature, and the papers that show them.
//!
//! It draws nothing at random: the server makes personas, this says what one may hold.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::date::Date;

/// A person who can be nobody, with the values its papers show.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Persona {
    /// Values by path, such as `adresse.voie`; see [`VALUES`].
    pub values: BTreeMap<String, String>,
    /// Papers carried, in the order in which they lie on the table.
    pub papers: Vec<crate::papers::Paper>,
}

impl Persona {
    /// The value at `path`, if this persona has it.
    pub fn value(&self, path: &str) -> Option<&str> {
        self.values.get(path).map(String::as_str)
    }

    /// Age in whole years on `today`.
    pub fn age(&self, today: Date) -> Option<u16> {
        let birth = Date::from_iso(self.value("naissance.date")?).ok()?;
        let birthday_to_come = (today.month(), today.day()) < (birth.month(), birth.day());
        today.year().checked_sub(birth.year())?.checked_sub(u16::from(birthday_to_come))
    }
}

/// One value that a persona may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ValueKind {
    pub path: &'static str,
    /// Shown beside the value on the persona's card.
    pub label: &'static str,
    /// The trait without which a persona has no such value, if any.
    pub given: Option<&'static str>,
}

const fn value(path: &'static str, label: &'static str) -> ValueKind {
    ValueKind { path, label, given: None }
}

const fn given(wanted: &'static str, path: &'static str, label: &'static str) -> ValueKind {
    ValueKind { path, label, given: Some(wanted) }
}

/// Traits that a scenario may ask of its persona (« personnage: a: […] »).
pub const TRAITS: &[&str] = &["vehicule", "demenagement"];

/// Words of paths and traits that take accents, in the order of the alphabet: without, then with.
const ACCENTED: &[(&str, &str)] = &[
    ("demenagement", "déménagement"),
    ("modele", "modèle"),
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
pub const VALUES: &[ValueKind] = &[
    value("prenom", "Prénom"),
    value("nom", "Nom"),
    value("naissance.date", "Date de naissance"),
    value("naissance.lieu", "Lieu de naissance"),
    value("courriel", "Adresse électronique"),
    value("telephone", "Téléphone"),
    value("adresse.voie", "Numéro et nom de la rue"),
    value("adresse.ville", "Ville"),
    given("demenagement", "ancienne-adresse.voie", "Ancienne adresse\u{a0}: rue"),
    given("demenagement", "ancienne-adresse.ville", "Ancienne adresse\u{a0}: ville"),
    given("demenagement", "demenagement.date", "Date du déménagement"),
    given("demenagement", "facture.date", "Date de la facture"),
    given("demenagement", "ancienne-facture.date", "Date de l’ancienne facture"),
    given("vehicule", "vehicule.immatriculation", "Immatriculation"),
    given("vehicule", "vehicule.formule", "Numéro de formule"),
    given("vehicule", "vehicule.vin", "Numéro de série du véhicule"),
    given("vehicule", "vehicule.marque", "Marque"),
    given("vehicule", "vehicule.modele", "Modèle"),
    given("vehicule", "vehicule.premiere-immatriculation", "Première immatriculation"),
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
