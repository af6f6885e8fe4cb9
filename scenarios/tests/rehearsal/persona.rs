//! The persona that tests play: always the same. `household.rs` gives it a household.

use scenarios::{papers::Paper, persona::Persona};

pub(crate) fn camille() -> Persona {
    let values = [
        ("prenom", "Camille"),
        ("nom", "Essai"),
        ("naissance.date", "1985-07-14"),
        ("naissance.lieu", "Valfranche"),
        ("courriel", "camille.essai@courriel.example"),
        ("telephone", "06 39 98 10 01"),
        ("adresse.voie", "7 rue des Essais"),
        ("adresse.ville", "96120 Valfranche"),
        ("ancienne-adresse.voie", "2 place du Simulacre"),
        ("ancienne-adresse.ville", "96450 Montclair-les-Essais"),
        ("demenagement.date", "2026-11-03"),
        ("facture.date", "2026-11-12"),
        ("ancienne-facture.date", "2026-05-06"),
        ("vehicule.immatriculation", "GA-000-ZZ"),
        ("vehicule.formule", "2099ZZ00001"),
        ("vehicule.vin", "0FCTF00E6ST000001"),
        ("vehicule.marque", "Fictive"),
        ("vehicule.modele", "Essai 5"),
        ("vehicule.premiere-immatriculation", "2019-03-14"),
    ];
    Persona {
        values: values.into_iter().map(|(path, value)| (path.to_owned(), value.to_owned())).collect(),
        papers: Paper::ALL.map(|paper| paper.key().to_owned()).to_vec(),
    }
}
