//! Makes personas: people who can be nobody, drawn from a seed.
//!
//! Everything comes from tables and rules of ours, because every value must be one that can belong to nobody, and agree
//! with the others: a number with a birth, a civility with a name. The persona made is stored, not its seed.

use std::collections::BTreeMap;

use jiff::{ToSpan, civil};
use rand::{RngExt, SeedableRng, seq::IndexedRandom};
use rand_chacha::ChaCha8Rng;
use scenarios::{
    graph::Needs,
    persona::{Household, Persona},
    reference::fold,
};

mod household;
mod income;
mod numbers;
mod people;
mod taxes;

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
    "Copiranne",
    "Duplicatet",
    "Ébauchard",
    "Factissier",
    "Gabaritot",
    "Hypothesnel",
    "Mirelingue",
    "Prototypeau",
    "Refletier",
    "Semblantin",
    "Spécimenet",
    "Tentativot",
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

/// Landlords that are nobody.
const LANDLORDS: &[&str] = &["Habitat Exemple", "Régie du Miroir", "Logis d’Essai"];

/// Banks that do not exist.
const BANKS: &[&str] = &["Banque du Miroir", "Caisse Exemple", "Crédit Fictif"];

/// Blocks of telephone numbers reserved for fiction, as mobiles are given (ARCEP decision 2018-0881).
const MOBILE_BLOCK: &str = "06 39 98";

/// A persona such as a scenario needs, as of `today`, the same for the same seed.
pub fn make(seed: u64, today: civil::Date, needs: &Needs) -> Persona {
    let mut chance = ChaCha8Rng::seed_from_u64(seed);
    let mut values = BTreeMap::new();
    let has = |wanted: &str| needs.traits.iter().any(|asked| asked == wanted);

    let kind = kind(seed, needs);
    let (youngest, oldest) = household::ages(kind, needs.ages);
    let head = people::person(&mut chance, today, youngest, oldest);
    let surname = pick(&mut chance, SURNAMES);
    let mut set = |path: &str, value: String| values.insert(path.to_owned(), value);
    set("civilite", head.sex.civility().to_owned());
    set("prenom", head.name.to_owned());
    set("nom", surname.to_owned());
    set("courriel", format!("{}.{}@courriel.example", mail_part(head.name), mail_part(surname)));
    set(
        "telephone",
        format!("{MOBILE_BLOCK} {:02} {:02}", chance.random_range(0..100), chance.random_range(0..100)),
    );
    set("naissance.date", head.birth.to_string());

    let (town, former_town) = two(&mut chance, TOWNS);
    let (street, former_street) = two(&mut chance, STREETS);
    let birthplace = pick(&mut chance, TOWNS);
    set("naissance.lieu", birthplace.split_once(' ').map_or("", |(_, town)| town).to_owned());
    set("adresse.voie", format!("{} {street}", chance.random_range(1..80)));
    set("adresse.ville", town.to_owned());
    if has("demenagement") {
        set("ancienne-adresse.voie", format!("{} {former_street}", chance.random_range(1..80)));
        set("ancienne-adresse.ville", former_town.to_owned());
        // Moved less than a month ago, as the law allows; the bill came some days later.
        let moved = chance.random_range(8..26);
        set("demenagement.date", days_before(today, moved));
        set("facture.date", days_before(today, chance.random_range(1..moved - 3)));
        set("ancienne-facture.date", days_before(today, moved + chance.random_range(60..150)));
    }
    if has("vehicule") {
        let (make, model) = *CARS.choose(&mut chance).unwrap_or(&CARS[0]);
        set("vehicule.marque", make.to_owned());
        set("vehicule.modele", model.to_owned());
        set("vehicule.immatriculation", plate(&mut chance));
        set(
            "vehicule.formule",
            format!("2099{}{:05}", letters(&mut chance, 2), chance.random_range(1..100_000)),
        );
        set("vehicule.vin", vin(&mut chance));
        set("vehicule.premiere-immatriculation", days_before(today, chance.random_range(400..4000)));
    }
    if has("logement") {
        let rent: u32 = chance.random_range(380..820);
        set("logement.loyer", format!("{rent}.00"));
        set("logement.charges", format!("{}.00", chance.random_range(30..90)));
        set("logement.bailleur", pick(&mut chance, LANDLORDS).to_owned());
        set("logement.entree", days_before(today, chance.random_range(400..3000)));
        household::housing(&mut values, &mut chance, today, kind);
    }
    let mut set = |path: &str, value: String| values.insert(path.to_owned(), value);
    if has("identifiants") {
        let number = numbers::social_security(head.sex, head.birth, birthplace);
        set("numero-de-securite-sociale", number);
        set("numero-allocataire", numbers::claimant(&mut chance));
        set("mot-de-passe", numbers::password(&mut chance));
    }
    if has("banque") {
        set("banque.nom", pick(&mut chance, BANKS).to_owned());
        set("banque.iban", numbers::iban(&mut chance));
        set("banque.bic", numbers::BIC.to_owned());
    }
    if has("foyer") || has("ressources") || has("impots") {
        household::add(&mut values, &mut chance, today, needs, (kind, head));
    }
    if has("impots") {
        taxes::add(&mut values, &mut chance, today, (kind, head));
    }
    let mut persona = Persona { values, papers: Vec::new() };
    persona.papers = needs.papers.iter().flat_map(|paper| paper.of(&persona)).collect();
    persona
}

/// The kind of household of that seed: each as often as the others.
fn kind(seed: u64, needs: &Needs) -> Option<Household> {
    let count = u64::try_from(needs.households.len()).ok().filter(|count| *count > 0)?;
    needs.households.get(usize::try_from(seed % count).ok()?).copied()
}

/// Ages of personas when a scenario does not say.
const USUAL_AGES: (u32, u32) = (22, 77);

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
    use std::collections::{BTreeMap, BTreeSet};

    use scenarios::{
        papers::Paper,
        persona::{TRAITS, VALUES},
        term::Kind,
    };

    use super::*;

    fn today() -> civil::Date {
        civil::date(2026, 11, 23)
    }

    /// Everything that a scenario may ask.
    fn everything() -> Needs {
        Needs {
            traits: TRAITS.iter().map(|&word| word.to_owned()).collect(),
            papers: Paper::ALL.to_vec(),
            ..Needs::default()
        }
    }

    /// Everything, of each kind of household in turn.
    fn every_household() -> Needs {
        Needs { households: Household::ALL.to_vec(), ..everything() }
    }

    /// 500 people, of all kinds.
    fn people() -> impl Iterator<Item = (u64, Persona)> {
        (0..500).map(|seed| (seed, make(seed, today(), &every_household())))
    }

    #[test]
    fn the_same_seed_makes_the_same_person_and_another_seed_another() {
        let make = |seed| make(seed, today(), &everything());
        assert_eq!(make(7), make(7));
        assert_ne!(make(7), make(8));
    }

    #[test]
    fn no_two_of_500_people_are_the_same() {
        let who = |persona: &Persona| -> Vec<String> {
            ["prenom", "nom", "naissance.date", "numero-de-securite-sociale"]
                .iter()
                .filter_map(|path| persona.value(path).map(ToOwned::to_owned))
                .collect()
        };
        let different: BTreeSet<Vec<String>> = people().map(|(_, persona)| who(&persona)).collect();
        assert_eq!(different.len(), 500);
    }

    #[test]
    fn every_value_a_scenario_may_quote_is_somebodys_and_no_other() {
        let starred = |path: &str| -> String {
            let star =
                |part: &str| if part.parse::<usize>().is_ok() { "*".to_owned() } else { part.to_owned() };
            path.split('.').map(star).collect::<Vec<_>>().join(".")
        };
        let mut had = BTreeSet::new();
        for (seed, persona) in people() {
            assert!(persona.values.values().all(|value| !value.is_empty()), "seed {seed}");
            had.extend(persona.values.keys().map(|path| starred(path)));
        }
        let known = VALUES.iter().filter(|value| value.kind != Kind::List);
        assert_eq!(had, known.map(|value| value.path.to_owned()).collect());
    }

    #[test]
    fn a_persona_is_what_its_scenario_needs() {
        for seed in 0..200 {
            let needs = Needs {
                ages: Some((25, 40)),
                couple: Some(seed % 2 == 0),
                children: Some((1, 3)),
                ..everything()
            };
            let persona = make(seed, today(), &needs);
            let day = scenarios::date::Date::new(2026, 11, 23).expect("a day");
            assert!(persona.age(day).is_some_and(|age| (25..=40).contains(&age)), "seed {seed}");
            assert_eq!(persona.count("adultes"), if seed % 2 == 0 { 2 } else { 1 }, "seed {seed}");
            assert!((1..=3).contains(&persona.count("enfants")), "seed {seed}");
            assert_eq!(persona.count("adultes.1.mois"), 3, "seed {seed}");
            assert!(persona.value("enfants.1.naissance") > persona.value("naissance.date"), "seed {seed}");
        }
    }

    #[test]
    fn the_guard_stops_no_value_of_any_persona() {
        let plain = (0..500).map(|seed| (seed, make(seed, today(), &everything())));
        for (seed, persona) in plain.chain(people()) {
            for (path, value) in &persona.values {
                assert_eq!(scenarios::guard::kinds(value), [], "seed {seed}, {path}");
            }
        }
    }

    #[test]
    fn a_persona_who_moved_did_so_between_two_bills() {
        for seed in 0..500 {
            let persona = make(seed, today(), &everything());
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
    fn numbers_agree_with_whom_they_are_about_and_can_be_nobodys() {
        for (seed, persona) in people() {
            let value = |path| persona.value(path).unwrap_or_default();
            let number: String = value("numero-de-securite-sociale").split(' ').collect();
            let (body, key) = number.split_at(13);
            assert_eq!(97 - body.parse::<u64>().unwrap() % 97, key.parse::<u64>().unwrap(), "seed {seed}");
            assert_eq!(&body[10..], "000", "seed {seed}");
            let birth = value("naissance.date");
            assert_eq!((&body[1..3], &body[3..5]), (&birth[2..4], &birth[5..7]), "seed {seed}");
            assert_eq!(body.starts_with('2'), value("civilite") == "Mme", "seed {seed}");
            let iban: String = value("banque.iban").split(' ').collect();
            assert!(["00", "98", "99"].contains(&&iban[25..]), "seed {seed}: {iban}");
            let moved = format!("{}1527{}", &iban[4..], &iban[2..4]);
            let digits = moved.bytes().map(|digit| u64::from(digit - b'0'));
            assert_eq!(digits.fold(0, |so_far, digit| (so_far * 10 + digit) % 97), 1, "seed {seed}: {iban}");
            assert!(value("mot-de-passe").len() >= 12, "seed {seed}");
        }
    }

    /// Cents of the amount at `path`.
    fn cents(persona: &Persona, path: &str) -> Option<i64> {
        persona.value(path)?.replace('.', "").parse().ok()
    }

    #[test]
    fn payslips_add_up_and_the_amounts_people_mix_up_differ() {
        for (seed, persona) in people() {
            for paper in [Paper::BulletinDePaie, Paper::BulletinDePaieEnfant] {
                let list = if paper == Paper::BulletinDePaie { "adultes" } else { "enfants" };
                for numbers in persona.numbers(paper.about()) {
                    let slip = format!("{list}.{}.bulletins.{}", numbers[0], numbers[1]);
                    let amount = |name: &str| cents(&persona, &format!("{slip}.{name}")).unwrap();
                    assert_eq!(amount("brut") - amount("cotisations"), amount("net-social"), "seed {seed}");
                    assert_eq!(
                        amount("net-social") - amount("repas"),
                        amount("net-avant-impot"),
                        "seed {seed}"
                    );
                    assert_eq!(
                        amount("net-avant-impot") - amount("impot"),
                        amount("net-a-payer"),
                        "seed {seed}"
                    );
                    let mixed: BTreeSet<i64> =
                        ["net-social", "net-imposable", "net-a-payer", "brut"].map(amount).into();
                    assert_eq!(mixed.len(), 4, "seed {seed}, {slip}");
                    assert!(amount("net-social") % 100 != 0 && amount("net-a-payer") > 0, "seed {seed}");
                    assert!(amount("cumul-imposable") >= amount("net-imposable"), "seed {seed}");
                }
            }
        }
    }

    #[test]
    fn a_month_holds_what_was_paid_in_it() {
        for (seed, persona) in people() {
            let adults = persona.count("adultes");
            for adult in 1..=adults {
                let months: Vec<&str> = (1..=3)
                    .filter_map(|month| persona.value(&format!("adultes.{adult}.mois.{month}.mois")))
                    .collect();
                assert_eq!(months, ["2026-07", "2026-08", "2026-09"], "seed {seed}");
                for month in 1..=3 {
                    let item = format!("adultes.{adult}.mois.{month}");
                    let of = |name: &str| persona.value(&format!("{item}.{name}"));
                    let slip = |number: usize, name: &str| {
                        persona.value(&format!("adultes.{adult}.bulletins.{number}.{name}"))
                    };
                    if let Some(paid) = slip(month, "paye-le").filter(|_| of("net-social").is_some()) {
                        assert!(paid.starts_with(months[month - 1]), "seed {seed}");
                        assert_eq!(of("net-social"), slip(month, "net-social"), "seed {seed}");
                    }
                    if let Some(shifted) = of("net-social-decale") {
                        assert_eq!(slip(month + 1, "periode"), of("mois"), "seed {seed}");
                        assert_eq!(Some(shifted), slip(month + 1, "net-social"), "seed {seed}");
                    }
                    for day in ["chomage-verse-le", "indemnites-versees-le"] {
                        assert!(of(day).is_none_or(|day| day.starts_with(months[month - 1])), "seed {seed}");
                    }
                }
            }
        }
    }

    #[test]
    fn a_household_is_of_its_kind() {
        let mut kinds: BTreeMap<String, u32> = BTreeMap::new();
        let (mut shifted, mut sick) = (0, 0);
        for (seed, persona) in people() {
            let kind = persona.value("foyer.sorte").unwrap_or_default();
            *kinds.entry(kind.to_owned()).or_default() += 1;
            let adults = persona.count("adultes");
            let in_couple = ["jeunes-mariés", "naissance", "enfant-majeur"].contains(&kind);
            assert_eq!(adults, if kind.starts_with("couple") || in_couple { 2 } else { 1 }, "seed {seed}");
            let childless = ["seul", "jeunes-mariés", "retraité", "première-déclaration", "déménagement"];
            assert_eq!(persona.count("enfants") == 0, childless.contains(&kind), "seed {seed}");
            assert_eq!(persona.value("foyer.pension-alimentaire").is_some(), kind == "parent-seul");
            assert_eq!(persona.value("adultes.2.mois.1.chomage").is_some(), kind == "couple-chômage");
            assert_eq!(
                persona.value("enfants.1.mois.1.net-social").is_some(),
                kind == "couple-deux-salaires"
            );
            let born = |path: String| persona.value(&path).unwrap_or_default()[..4].parse::<i32>().unwrap();
            for child in 1..=persona.count("enfants") {
                let gap = born(format!("enfants.{child}.naissance")) - born("naissance.date".into());
                assert!((17..=50).contains(&gap), "seed {seed}: {gap} years between parent and child");
            }
            shifted += u32::from(persona.value("adultes.1.mois.1.net-social-decale").is_some());
            sick += u32::from(persona.value("adultes.1.mois.2.indemnites-journalieres").is_some());
        }
        assert_eq!(kinds.len(), Household::ALL.len());
        assert!(kinds.values().all(|count| (45..=46).contains(count)), "{kinds:?}");
        assert!(shifted > 20 && sick > 8, "{shifted} paid the month after, {sick} ill");
    }
}
