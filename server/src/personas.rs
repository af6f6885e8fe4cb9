//! Makes personas: people who can be nobody, drawn from a seed.
//!
//! The only importer of `fake`: given names come from it, everything else from tables and rules of ours, because every
//! value must be one that can belong to nobody. The persona made is stored, not its seed.

use std::collections::BTreeMap;

use fake::{Fake, faker::name::raw::FirstName, locales::FR_FR};
use jiff::{ToSpan, civil};
use rand::{RngExt, SeedableRng, seq::IndexedRandom};
use rand_chacha::ChaCha8Rng;
use scenarios::{papers::Paper, persona::Persona, reference::fold};

/// Invented surnames, nobody's usual name.
const SURNAMES: &[&str] = &[
    "Essai",
    "Brouillardin",
    "Delatestière",
    "Exempleau",
    "Fictivelle",
    "Simulard",
    "Maquettin",
    "Répétignon",
    "Brouillonnet",
    "Modèleton",
    "Pseudonier",
    "Imaginard",
];

/// Invented towns, with postal codes that no department has.
const TOWNS: &[&str] = &[
    "96120 Valfranche",
    "96450 Montclair-les-Essais",
    "96210 Saint-Exemple",
    "96330 Fictigny-sur-Mirée",
    "96540 Belle-Répétition",
];

const STREETS: &[&str] = &[
    "rue des Essais",
    "place du Simulacre",
    "rue du Miroir",
    "avenue des Répétitions",
    "impasse du Brouillon",
    "allée des Exemples",
    "chemin de la Maquette",
];

/// Makes and models of cars that nobody builds.
const CARS: &[(&str, &str)] =
    &[("Fictive", "Essai 5"), ("Maquette", "M2"), ("Simula", "Brise"), ("Fictive", "Petite 3")];

/// Blocks of telephone numbers reserved for fiction, as mobiles are given (ARCEP decision 2018-0881).
const MOBILE_BLOCK: &str = "06 39 98";

/// A persona with everything that any bundled scenario asks, as of `today`, the same for the same seed.
pub fn make(seed: u64, today: civil::Date, papers: &[Paper]) -> Persona {
    let mut chance = ChaCha8Rng::seed_from_u64(seed);
    let mut values = BTreeMap::new();
    let mut set = |path: &str, value: String| values.insert(path.to_owned(), value);

    let first_name: String = FirstName(FR_FR).fake_with_rng(&mut chance);
    let surname = pick(&mut chance, SURNAMES);
    set("prenom", first_name.clone());
    set("nom", surname.to_owned());
    set("courriel", format!("{}.{}@courriel.example", mail_part(&first_name), mail_part(surname)));
    set(
        "telephone",
        format!("{MOBILE_BLOCK} {:02} {:02}", chance.random_range(0..100), chance.random_range(0..100)),
    );
    let age_in_days = chance.random_range(22 * 365..78 * 365);
    set("naissance.date", days_before(today, age_in_days));

    let (town, former_town) = two(&mut chance, TOWNS);
    let (street, former_street) = two(&mut chance, STREETS);
    set("naissance.lieu", pick(&mut chance, TOWNS).split_once(' ').map_or("", |(_, town)| town).to_owned());
    set("adresse.voie", format!("{} {street}", chance.random_range(1..80)));
    set("adresse.ville", town.to_owned());
    set("ancienne-adresse.voie", format!("{} {former_street}", chance.random_range(1..80)));
    set("ancienne-adresse.ville", former_town.to_owned());

    // Moved less than a month ago, as the law allows; the bill came some days later.
    let moved = chance.random_range(8..26);
    set("demenagement.date", days_before(today, moved));
    set("facture.date", days_before(today, chance.random_range(1..moved - 3)));
    set("ancienne-facture.date", days_before(today, moved + chance.random_range(60..150)));

    let (make, model) = *CARS.choose(&mut chance).unwrap_or(&CARS[0]);
    set("vehicule.marque", make.to_owned());
    set("vehicule.modele", model.to_owned());
    set("vehicule.immatriculation", plate(&mut chance));
    set("vehicule.formule", format!("2099{}{:05}", letters(&mut chance, 2), chance.random_range(1..100_000)));
    set("vehicule.vin", vin(&mut chance));
    set("vehicule.premiere-immatriculation", days_before(today, chance.random_range(400..4000)));

    Persona { values, papers: papers.to_vec() }
}

fn pick<'a>(chance: &mut ChaCha8Rng, from: &[&'a str]) -> &'a str {
    from.choose(chance).copied().unwrap_or_default()
}

/// Two different entries.
fn two<'a>(chance: &mut ChaCha8Rng, from: &[&'a str]) -> (&'a str, &'a str) {
    let first = chance.random_range(0..from.len());
    let second = (first + chance.random_range(1..from.len())) % from.len();
    (from[first], from[second])
}

fn mail_part(name: &str) -> String {
    fold(name).chars().map(|letter| if letter.is_ascii_alphanumeric() { letter } else { '-' }).collect()
}

fn days_before(today: civil::Date, days: i64) -> String {
    today.checked_sub(days.days()).unwrap_or(today).to_string()
}

/// Letters of today's number plates: I, O and U are never used.
fn letters(chance: &mut ChaCha8Rng, count: usize) -> String {
    const ALPHABET: &[u8] = b"ABCDEFGHJKLMNPQRSTVWXYZ";
    (0..count).map(|_| char::from(*ALPHABET.choose(chance).unwrap_or(&b'Z'))).collect()
}

/// A plate of block 000, which is never issued.
fn plate(chance: &mut ChaCha8Rng) -> String {
    format!("{}-000-{}", letters(chance, 2), letters(chance, 2))
}

/// A vehicle's serial number of region 0, which is assigned to no maker.
fn vin(chance: &mut ChaCha8Rng) -> String {
    format!("0FCTF00E{}ST{:06}", chance.random_range(0..10), chance.random_range(1..1_000_000))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn today() -> civil::Date {
        civil::date(2026, 11, 23)
    }

    #[test]
    fn the_same_seed_makes_the_same_person_and_another_seed_another() {
        let make = |seed| make(seed, today(), &Paper::ALL);
        assert_eq!(make(7), make(7));
        assert_ne!(make(7), make(8));
    }

    #[test]
    fn every_value_a_scenario_may_quote_is_there() {
        let persona = make(1, today(), &Paper::ALL);
        for value in scenarios::persona::VALUES {
            assert!(persona.value(value.path).is_some_and(|text| !text.is_empty()), "{}", value.path);
        }
        assert_eq!(persona.values.len(), scenarios::persona::VALUES.len());
    }

    #[test]
    fn the_guard_stops_no_value_of_any_persona() {
        for seed in 0..500 {
            let persona = make(seed, today(), &Paper::ALL);
            for (path, value) in &persona.values {
                assert_eq!(scenarios::guard::kinds(value), [], "seed {seed}, {path}");
            }
        }
    }

    #[test]
    fn a_persona_is_coherent() {
        for seed in 0..500 {
            let persona = make(seed, today(), &Paper::ALL);
            let date = |path| persona.value(path).unwrap_or_default().to_owned();
            assert!(date("demenagement.date") < date("facture.date"), "seed {seed}");
            assert!(date("ancienne-facture.date") < date("demenagement.date"), "seed {seed}");
            assert!(date("facture.date").as_str() < "2026-11-23", "seed {seed}");
            assert_ne!(
                persona.value("adresse.ville"),
                persona.value("ancienne-adresse.ville"),
                "seed {seed}"
            );
            assert_ne!(persona.value("adresse.voie"), persona.value("ancienne-adresse.voie"), "seed {seed}");
        }
    }

    #[test]
    fn every_persona_reaches_the_good_ending() {
        use scenarios::{date::Date, essai, rehearsal::Start};
        let bundle = crate::library::Library::open(None).find("ants/changement-adresse").expect("bundled");
        let script =
            include_str!("../../scenarios/procedures/ants/changement-adresse/essais/tout-juste.essai");
        for seed in 0..500 {
            let persona = make(seed, today(), &bundle.graph.papers);
            let day = Date::from_iso(&today().to_string()).expect("a day");
            let played = essai::play(&bundle.graph, Start { persona, today: day, secret: seed }, script);
            let ending = played.map(|played| played.ending).map_err(|stopped| (seed, stopped));
            assert_eq!(ending, Ok(Some("reussie".to_owned())));
        }
    }
}
