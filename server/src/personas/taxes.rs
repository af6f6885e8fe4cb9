//! What a household earned, paid and was given in a year, as an income-tax return asks: yearly totals by employer, what the
//! administration knows already, what it does not, and the notice of the year before.
//!
//! Amounts are drawn, never anybody's, in whole euros where the form takes no cents. The tax of the return itself is not
//! computed here: that is the scenario's affair. Rates of withholding are round figures, and bind nobody.

use jiff::civil;
use rand::{RngExt, seq::IndexedRandom};
use rand_chacha::ChaCha8Rng;
use scenarios::persona::Household;

use super::{
    STREETS, SURNAMES, TOWNS, household,
    income::{Values, decimal},
    numbers,
    people::{Person, person},
    pick, two,
};

/// The year whose income is declared: the last of which the parameters of the tax are known.
pub(super) const YEAR: i16 = 2025;

/// Associations that do not exist, what they do, and the box their gifts go to.
const HELPING: &[(&str, &str)] = &[
    ("Les Repas du Miroir", "repas gratuits pour les personnes en difficulté"),
    ("Toit d’Essai", "logement gratuit pour les personnes en difficulté"),
];
const OTHER: &[(&str, &str)] = &[
    ("Les Amis de la Forêt d’Exemple", "protection de la nature"),
    ("Fanfare de Valfranche", "musique et culture"),
    ("Club des Brouillons", "lecture et culture"),
];

const FUNDS: [&str; 2] = ["Caisse de retraite Exemple", "Complémentaire du Miroir"];
const MINDERS: &[&str] = &["Crèche des Petits Essais", "Maison d’assistantes du Miroir"];
const HOME_HELPS: &[&str] = &["Aide à Domicile Exemple", "Services du Miroir"];

/// What the notice of the year before says of its household.
struct Before {
    situation: String,
    wages: i64,
    pensions: i64,
    half_shares: i64,
}

pub(super) fn add(
    values: &mut Values,
    chance: &mut ChaCha8Rng,
    today: civil::Date,
    (kind, head): (Option<Household>, Person),
) {
    let adults = if values.contains_key("adultes.2.prenom") { 2 } else { 1 };
    set(values, "impots.annee", YEAR.to_string());
    set(values, "impots.numero-fiscal", numbers::tax(chance));
    set(values, "impots.numero-en-ligne", format!("{:07}", chance.random_range(1..1_000)));
    if kind != Some(Household::FirstReturn) {
        set(values, "impots.reference-de-l-avis", numbers::notice(chance));
    }
    let mut wages = 0;
    let mut pensions = 0;
    for number in 1..=adults {
        if kind == Some(Household::Retired) {
            pensions += retires(values, chance, &format!("adultes.{number}"));
        } else if kind == Some(Household::OneUnemployed) && number == 2 {
            wages += unemployed(values, chance, "adultes.2");
        } else {
            wages += works(values, chance, kind, number);
        }
    }
    family(values, chance, today, kind, adults);
    children(values, chance, kind);
    spends(values, chance, kind);
    if kind != Some(Household::FirstReturn) {
        let before = before(values, chance, kind, (wages, pensions));
        notice(values, &before, head, kind);
    }
}

fn set(values: &mut Values, path: &str, value: impl Into<String>) {
    values.insert(path.to_owned(), value.into());
}

fn euros(values: &mut Values, path: &str, euros: i64) {
    set(values, path, decimal(euros * 100));
}

/// Yearly wages of adult `number`, by employer; gives their total.
fn works(values: &mut Values, chance: &mut ChaCha8Rng, kind: Option<Household>, number: usize) -> i64 {
    let first = number == 1;
    let yearly: &[(i64, i64)] = match kind {
        Some(Household::LoneParent) => &[(14_000, 18_500), (1_900, 3_600)],
        Some(Household::OneUnemployed) => &[(14_500, 18_500), (3_200, 7_000)],
        Some(Household::Separated) => &[(22_000, 30_000)],
        Some(Household::FirstReturn) => &[(6_200, 12_400)],
        Some(Household::Moved) => &[(9_500, 14_500), (11_000, 16_500)],
        Some(Household::GrownStudent) if first => &[(29_000, 39_000)],
        Some(Household::NewBaby) if first => &[(24_000, 32_000)],
        _ if first => &[(20_000, 30_000)],
        _ => &[(16_000, 25_000)],
    };
    // Of those with two employers, some are known by one only: the other sent nothing. Whoever moved has left the first
    // one, which withheld some tax: that is unknown too.
    let forgotten = match kind {
        Some(Household::LoneParent | Household::OneUnemployed) => chance.random_bool(0.6).then_some(1),
        Some(Household::Moved) => chance.random_bool(0.5).then_some(0),
        _ => None,
    };
    let person = format!("adultes.{number}");
    let mut total = 0;
    let mut former = String::new();
    for (at, (least, most)) in yearly.iter().enumerate() {
        let path = format!("{person}.employeurs.{}", at + 1);
        let taxable = chance.random_range(*least..*most);
        let is_main = at + 1 == yearly.len() || kind != Some(Household::Moved);
        let months = if kind == Some(Household::Moved) { 6 } else { 12 };
        let known =
            values.get(&format!("{person}.employeur")).cloned().filter(|_| is_main && former.is_empty());
        let name = known.unwrap_or_else(|| another(chance, &former));
        let trade =
            values.get(&format!("{person}.emploi")).cloned().unwrap_or_else(|| "vacataire".to_owned());
        former.clone_from(&name);
        set(values, &format!("{path}.nom"), name);
        set(values, &format!("{path}.emploi"), trade);
        let last = if kind == Some(Household::Moved) && at == 0 { 6 } else { 12 };
        set(values, &format!("{path}.dernier-mois"), format!("{YEAR}-{last:02}"));
        let rate = if taxable * 12 / months > 19_000 { chance.random_range(14..46) } else { 0 };
        let withheld = taxable * rate / 1_000;
        let paid = taxable * 968 / 1_000 - withheld;
        // Cents of the last month: a twelfth, and never a round amount.
        let month = taxable * 100 / months + chance.random_range(101..4_900);
        let month_withheld = month * rate / 1_000;
        let forgotten = forgotten == Some(at);
        for (name, amount) in [
            ("net-social", month * 972 / 1_000),
            ("imposable", month),
            ("net-a-payer", month * 951 / 1_000 - month_withheld),
            ("retenu", month_withheld),
            ("annee-imposable", taxable * 100),
            ("annee-net", paid * 100),
            ("annee-retenu", withheld * 100),
            ("connu", if forgotten { 0 } else { taxable * 100 }),
            ("retenu-connu", if forgotten { 0 } else { withheld * 100 }),
        ] {
            set(values, &format!("{path}.{name}"), decimal(amount));
        }
        total += taxable;
    }
    // Some have expenses above the deduction of a tenth, most have not.
    let tenth = (total / 10).max(509);
    let costly = chance.random_bool(0.5);
    let costs = match kind {
        Some(Household::Moved) if costly => tenth + chance.random_range(350..1_600),
        Some(Household::Moved | Household::NewlyWed) if first => tenth * chance.random_range(30..80) / 100,
        _ => return total,
    };
    let meals = costs * chance.random_range(15..30) / 100;
    euros(values, &format!("{person}.frais.trajets"), costs - meals);
    euros(values, &format!("{person}.frais.repas"), meals);
    euros(values, &format!("{person}.frais.total"), costs);
    total
}

/// An employer that is not `former`.
fn another(chance: &mut ChaCha8Rng, former: &str) -> String {
    loop {
        let name = pick(chance, household::EMPLOYERS);
        if name != former {
            return name.to_owned();
        }
    }
}

fn unemployed(values: &mut Values, chance: &mut ChaCha8Rng, person: &str) -> i64 {
    let taxable = chance.random_range(8_900..13_400);
    let path = format!("{person}.chomage-de-l-annee");
    euros(values, &format!("{path}.imposable"), taxable);
    euros(values, &format!("{path}.net"), taxable * 974 / 1_000);
    euros(values, &format!("{path}.retenu"), 0);
    taxable
}

/// Two pensions, as most retired people have.
fn retires(values: &mut Values, chance: &mut ChaCha8Rng, person: &str) -> i64 {
    let mut total = 0;
    for (at, name) in FUNDS.iter().enumerate() {
        let taxable =
            if at == 0 { chance.random_range(12_000..16_500) } else { chance.random_range(3_000..7_500) };
        let withheld = taxable * chance.random_range(3..25) / 1_000;
        let path = format!("{person}.caisses.{}", at + 1);
        set(values, &format!("{path}.nom"), *name);
        for (name, amount) in [
            ("imposable", taxable),
            ("net", taxable * 965 / 1_000 - withheld),
            ("retenu", withheld),
            ("connu", taxable),
        ] {
            euros(values, &format!("{path}.{name}"), amount);
        }
        total += taxable;
    }
    total
}

/// The family as it is on 31 December, as the administration knows it, and what happened in the year.
fn family(
    values: &mut Values,
    chance: &mut ChaCha8Rng,
    today: civil::Date,
    kind: Option<Household>,
    adults: usize,
) {
    let day = |chance: &mut ChaCha8Rng| {
        format!("{YEAR}-{:02}-{:02}", chance.random_range(3..=10), chance.random_range(2..=27))
    };
    let pact = chance.random_bool(0.4);
    let (situation, known) = match kind {
        Some(Household::NewlyWed) => (if pact { "pacsé" } else { "marié" }, "célibataire"),
        Some(Household::Separated) => ("séparé", "marié"),
        Some(Household::Retired) => ("séparé", "séparé"),
        Some(Household::LoneParent) if !pact => ("séparé", "séparé"),
        _ if adults == 2 && pact => ("pacsé", "pacsé"),
        _ if adults == 2 => ("marié", "marié"),
        _ => ("célibataire", "célibataire"),
    };
    set(values, "impots.situation", situation);
    set(values, "impots.situation-connue", known);
    let event = match kind {
        Some(Household::NewlyWed) => Some(if pact { "pacs" } else { "mariage" }),
        Some(Household::Separated) => Some("séparation"),
        _ => None,
    };
    if let Some(event) = event {
        set(values, "impots.evenement", event);
        set(values, "impots.evenement-date", day(chance));
    }
    let life = match (adults, kind) {
        (2, Some(Household::NewlyWed)) => "vit en couple, veut déclarer avec son conjoint",
        (2, _) => "vit en couple",
        (_, Some(Household::LoneParent | Household::Separated)) => "vit sans autre adulte, avec ses enfants",
        _ => "vit sans autre adulte, n’a pas eu d’enfant",
    };
    set(values, "impots.vie", life);
    if kind == Some(Household::Moved) {
        let here = values.get("adresse.ville").cloned().unwrap_or_default();
        let (town, other) = two(chance, TOWNS);
        set(values, "impots.ancienne-ville", if town == here { other } else { town });
        let (street, other) = two(chance, STREETS);
        let here = values.get("adresse.voie").cloned().unwrap_or_default();
        let street = if here.ends_with(street) { other } else { street };
        set(values, "impots.ancienne-voie", format!("{} {street}", chance.random_range(1..80)));
        set(values, "impots.demenagement", day(chance));
    }
    if kind == Some(Household::LoneParent) {
        let children = i64::try_from(
            (1..=9).take_while(|n| values.contains_key(&format!("enfants.{n}.prenom"))).count(),
        );
        let monthly = children.unwrap_or(1) * chance.random_range(11..18) * 10;
        euros(values, "impots.pension-par-mois", monthly);
        euros(values, "impots.pension-recue", monthly * 12);
        let other = person(chance, today, 30, 50);
        let payer = values.get("foyer.pension-de").cloned();
        let payer = payer.unwrap_or_else(|| format!("{} {}", other.name, pick(chance, SURNAMES)));
        set(values, "impots.pension-de", payer);
    }
}

/// The children, known or not, and who minds the small ones.
fn children(values: &mut Values, chance: &mut ChaCha8Rng, kind: Option<Household>) {
    let child = |values: &Values, number: usize| {
        let value = |name: &str| values.get(&format!("enfants.{number}.{name}")).cloned();
        Some((value("prenom")?, value("naissance")?))
    };
    let all: Vec<(String, String)> = (1..=9).map_while(|number| child(values, number)).collect();
    let attached = chance.random_bool(0.6);
    let (mut known, mut new, mut minded) = (0, 0, 0);
    for (at, (name, birth)) in all.iter().enumerate() {
        let year: i16 = birth.get(..4).and_then(|year| year.parse().ok()).unwrap_or(YEAR);
        if year > YEAR {
            continue;
        }
        if kind == Some(Household::NewBaby) && year == YEAR {
            new += 1;
            set(values, &format!("impots.enfants-nouveaux.{new}.prenom"), name.as_str());
            set(values, &format!("impots.enfants-nouveaux.{new}.naissance"), birth.as_str());
        } else {
            known += 1;
            let path = format!("impots.enfants-connus.{known}");
            let counts = match kind {
                Some(Household::Separated) => "alternée",
                Some(Household::GrownStudent) if at == 0 => {
                    if attached {
                        "rattaché"
                    } else {
                        "sort"
                    }
                }
                _ if year < YEAR - 17 => "sort",
                _ => "exclusive",
            };
            set(values, &format!("{path}.prenom"), name.as_str());
            set(values, &format!("{path}.naissance"), birth.as_str());
            set(values, &format!("{path}.charge"), counts);
        }
        if matches!(kind, Some(Household::NewBaby | Household::LoneParent)) && year >= YEAR - 5 {
            minded += 1;
            let path = format!("impots.gardes.{minded}");
            let paid = chance.random_range(22..58) * 100 + chance.random_range(1..99);
            let helped = paid * chance.random_range(35..60) / 100;
            set(values, &format!("{path}.prenom"), name.as_str());
            set(values, &format!("{path}.par"), pick(chance, MINDERS));
            euros(values, &format!("{path}.verse"), paid);
            euros(values, &format!("{path}.aide"), helped);
            euros(values, &format!("{path}.reste"), paid - helped);
        }
    }
}

/// Gifts, and help at home.
fn spends(values: &mut Values, chance: &mut ChaCha8Rng, kind: Option<Household>) {
    let gifts: &[&str] = match kind {
        Some(Household::Retired) => &["don-aide", "don-autre"],
        Some(Household::GrownStudent | Household::NewlyWed) => &["don-autre"],
        Some(Household::LoneParent | Household::Moved) => &["don-aide"],
        _ => &[],
    };
    for gift in gifts {
        let known = if *gift == "don-aide" { HELPING } else { OTHER };
        let (name, does) = known.choose(chance).copied().unwrap_or(known[0]);
        let path = format!("impots.{gift}");
        set(values, &format!("{path}.association"), name);
        set(values, &format!("{path}.but"), does);
        let day = format!("{YEAR}-{:02}-{:02}", chance.random_range(2..=9), chance.random_range(2..=27));
        set(values, &format!("{path}.date"), day);
        // Never the same amount twice, or nobody could tell which box it is in.
        let five = if *gift == "don-aide" { 0 } else { 5 };
        euros(values, &format!("{path}.montant"), chance.random_range(4..19) * 10 + five);
    }
    if kind == Some(Household::Retired) {
        let paid = chance.random_range(1_900..3_700);
        euros(values, "impots.domicile.verse", paid);
        euros(values, "impots.domicile.aide", paid * chance.random_range(20..45) / 100);
        set(values, "impots.domicile.organisme", pick(chance, HOME_HELPS));
        set(values, "impots.domicile.nature", "ménage et courses");
    }
}

/// The household of the year before: what changed since is undone.
fn before(
    values: &Values,
    chance: &mut ChaCha8Rng,
    kind: Option<Household>,
    (wages, pensions): (i64, i64),
) -> Before {
    let known = i64::try_from(
        (1..=9).take_while(|n| values.contains_key(&format!("impots.enfants-connus.{n}.prenom"))).count(),
    )
    .unwrap_or_default();
    let first: i64 = (1..=2)
        .filter_map(|at| values.get(&format!("adultes.1.employeurs.{at}.annee-imposable")))
        .filter_map(|amount| amount.split('.').next()?.parse::<i64>().ok())
        .sum();
    let situation = values.get("impots.situation-connue").cloned().unwrap_or_default();
    let grown = |amount: i64| amount * 981 / 1_000;
    let wages = match kind {
        Some(Household::NewlyWed) => first,
        Some(Household::Separated) => wages + chance.random_range(17_000..24_000),
        _ => wages,
    };
    let children = known + (known - 2).max(0);
    let alone = i64::from(kind == Some(Household::LoneParent));
    Before { situation, wages: grown(wages), pensions: grown(pensions), half_shares: children + alone }
}

/// The notice of the year before, on the incomes of 2024: scale and caps of that year, as our notes give them (A.7).
fn notice(values: &mut Values, before: &Before, head: Person, kind: Option<Household>) {
    let adults = if matches!(before.situation.as_str(), "marié" | "pacsé") { 2 } else { 1 };
    let deduction = [before.wages, before.pensions].map(|amount| (amount + 5) / 10);
    let net = before.wages + before.pensions - deduction[0] - deduction[1];
    // Over 65 alone (CGI art. 157 bis).
    let special = match () {
        () if kind != Some(Household::Retired) || YEAR - 1 - head.birth.year() < 65 => 0,
        () if net <= 17_510 => 2_796,
        () if net <= 28_170 => 1_398,
        () => 0,
    };
    let taxable = net - special;
    let tax = tax_of_2024(taxable, adults, before.half_shares, kind == Some(Household::LoneParent));
    let path = |name: &str| format!("impots.avis.{name}");
    set(values, &path("etabli-le"), format!("{YEAR}-07-11"));
    set(values, &path("situation"), before.situation.as_str());
    let halves = adults * 2 + before.half_shares;
    set(
        values,
        &path("parts"),
        if halves % 2 == 0 { (halves / 2).to_string() } else { format!("{}.5", halves / 2) },
    );
    for (name, amount) in [
        ("salaires", before.wages),
        ("pensions", before.pensions),
        ("deduction", deduction[0] + deduction[1]),
        ("revenu-imposable", taxable),
        ("revenu-de-reference", taxable),
        ("impot", tax),
        ("preleve", tax * 9 / 10),
    ] {
        if amount > 0 || name != "pensions" && name != "salaires" {
            euros(values, &path(name), amount);
        }
    }
}

/// Scale, capping of half-shares and rebate, without credits.
fn tax_of_2024(taxable: i64, adults: i64, half_shares: i64, lone_parent: bool) -> i64 {
    const SCALE: [(i64, i64); 4] = [(11_497, 11), (29_315, 30), (83_823, 41), (180_294, 45)];
    // Hundredths of euros of tax, for `halves` half-shares.
    let by = |halves: i64| {
        let share = taxable * 200 / halves;
        let mut tax = 0;
        let mut before = 0;
        for (from, rate) in SCALE {
            tax += (share - from * 100).max(0) * (rate - before) / 100;
            before = rate;
        }
        tax * halves / 2
    };
    let cap = if lone_parent {
        422_400 * half_shares.min(2) / 2 + 179_100 * (half_shares - 2).max(0)
    } else {
        179_100 * half_shares
    };
    let rights = (by(adults * 2 + half_shares).max(by(adults * 2) - cap) + 50) / 100;
    let rebate = (if adults == 2 { 147_000 } else { 88_900 } - rights * 4_525 / 100 + 50) / 100;
    let tax = rights - rebate.clamp(0, rights);
    if tax < 61 { 0 } else { tax }
}

#[cfg(test)]
mod tests;
