//! The people who live with a persona, and what each of them receives.
//!
//! A kind of household says who works, who has children, who is helped; the rest is drawn, and holds together.

use jiff::{ToSpan, civil};
use rand::{RngExt, seq::IndexedRandom};
use rand_chacha::ChaCha8Rng;
use scenarios::{graph::Needs, persona::Household};

use super::{
    SURNAMES, USUAL_AGES,
    income::{self, Job, Paid, Values},
    people::{Person, Sex, person},
    pick, taxes,
};

/// Trades, for a woman and for a man.
const TRADES: &[(&str, &str)] = &[
    ("vendeuse", "vendeur"),
    ("aide-soignante", "aide-soignant"),
    ("cuisinière", "cuisinier"),
    ("employée de bureau", "employé de bureau"),
    ("agente d’entretien", "agent d’entretien"),
    ("préparatrice de commandes", "préparateur de commandes"),
    ("assistante d’accueil", "assistant d’accueil"),
    ("conductrice de bus", "conducteur de bus"),
];

/// Employers that do not exist.
pub(super) const EMPLOYERS: &[&str] = &[
    "Boulangerie du Miroir",
    "Nettoyage Exemple",
    "Transports Fictivelle",
    "Résidence des Essais",
    "Marché de Valfranche",
    "Atelier de la Maquette",
    "Cantines Modèleton",
];

/// Hundredths of an hour of a month of 35 hours a week.
const FULL_TIME: i64 = 15_167;

/// Ages at which the head of such a household is plausible: the parent of children who are not small any more.
pub(super) fn ages(kind: Option<Household>, asked: Option<(u32, u32)>) -> (u32, u32) {
    let (least, most) = match kind {
        Some(Household::Alone) => (25, 60),
        Some(Household::LoneParent | Household::OneUnemployed) => (28, 50),
        Some(Household::TwoWages) => (42, 55),
        Some(Household::GrownStudent) => (45, 56),
        Some(Household::NewlyWed) => (25, 45),
        Some(Household::Separated) => (32, 48),
        Some(Household::NewBaby) => (26, 38),
        Some(Household::Retired) => (68, 80),
        Some(Household::FirstReturn) => (19, 21),
        Some(Household::Moved) => (25, 58),
        None => return asked.unwrap_or(USUAL_AGES),
    };
    let asked = asked.unwrap_or((least, most));
    let youngest = if asked.0 > least { asked.0 } else { least };
    let oldest = if asked.1 < most { asked.1 } else { most };
    if oldest < youngest { (youngest, youngest) } else { (youngest, oldest) }
}

pub(super) fn add(
    values: &mut Values,
    chance: &mut ChaCha8Rng,
    today: civil::Date,
    needs: &Needs,
    (kind, head): (Option<Household>, Person),
) {
    let couple = match kind {
        Some(
            Household::Alone
            | Household::LoneParent
            | Household::Separated
            | Household::Retired
            | Household::FirstReturn
            | Household::Moved,
        ) => false,
        Some(
            Household::OneUnemployed
            | Household::TwoWages
            | Household::NewlyWed
            | Household::NewBaby
            | Household::GrownStudent,
        ) => true,
        None => needs.couple.unwrap_or_else(|| chance.random_bool(0.5)),
    };
    if let Some(kind) = kind {
        values.insert("foyer.sorte".to_owned(), kind.word().to_owned());
    }
    let age = u32::try_from(today.year() - head.birth.year()).unwrap_or(40);
    let mut partner = person(chance, today, age.saturating_sub(4).max(20), age + 4);
    // Papers tell the two apart by their first names.
    while partner.name == head.name {
        partner = person(chance, today, age.saturating_sub(4).max(20), age + 4);
    }
    let adults: Vec<Person> = if couple { vec![head, partner] } else { vec![head] };
    people(values, "adultes", &adults);
    let mut children = children(chance, today, needs, kind, age);
    let mut names: Vec<&str> = adults.iter().map(|adult| adult.name).collect();
    for child in &mut children {
        while names.contains(&child.name) {
            *child = Person { birth: child.birth, ..person(chance, today, 0, 0) };
        }
        names.push(child.name);
    }
    people(values, "enfants", &children);
    for (at, adult) in adults.iter().enumerate() {
        receives(values, chance, today, kind, (at, adult));
    }
    if kind == Some(Household::TwoWages)
        && let Some(grown) = children.first()
    {
        let path = "enfants.1";
        income::calendar(values, today, path);
        works(values, chance, path, grown.sex);
        let hours = chance.random_range(45..85) * 100;
        let months = chance.random_range(2..=income::MONTHS);
        let job = Job { hours, rate: hourly(chance), paid: Paid::SameMonth, months, sick: 0 };
        income::wages(values, chance, today, path, job);
    }
    if kind == Some(Household::LoneParent) {
        let support = i64::try_from(children.len()).unwrap_or(1) * chance.random_range(11..18) * 10;
        values.insert("foyer.pension-alimentaire".to_owned(), format!("{support}.00"));
        let other = person(chance, today, 30, 50);
        values.insert("foyer.pension-de".to_owned(), format!("{} {}", other.name, pick(chance, SURNAMES)));
    }
}

fn people(values: &mut Values, list: &str, people: &[Person]) {
    for (at, person) in people.iter().enumerate() {
        let path = format!("{list}.{}", at + 1);
        values.insert(format!("{path}.prenom"), person.name.to_owned());
        values.insert(format!("{path}.naissance"), person.birth.to_string());
    }
}

/// The children: the first is grown where one works.
fn children(
    chance: &mut ChaCha8Rng,
    today: civil::Date,
    needs: &Needs,
    kind: Option<Household>,
    age: u32,
) -> Vec<Person> {
    let mut child = |youngest, oldest: u32| person(chance, today, youngest, oldest.max(youngest));
    match kind {
        Some(
            Household::Alone
            | Household::NewlyWed
            | Household::Retired
            | Household::FirstReturn
            | Household::Moved,
        ) => Vec::new(),
        Some(Household::Separated) => {
            let all = [child(9, 14.min(age - 19)), child(5, 8)];
            let count = chance.random_range(1..=2);
            all.into_iter().take(count).collect()
        }
        Some(Household::NewBaby) => {
            vec![born_in(chance, taxes::YEAR - 4, taxes::YEAR - 2), born_in(chance, taxes::YEAR, taxes::YEAR)]
        }
        Some(Household::GrownStudent) => {
            let all = [born_in(chance, taxes::YEAR - 21, taxes::YEAR - 19), person(chance, today, 10, 14)];
            let count = chance.random_range(1..=2);
            all.into_iter().take(count).collect()
        }
        Some(Household::LoneParent) => {
            let first = child(7, 14.min(age - 19));
            let second = child(4, 6);
            if chance.random_bool(0.6) { vec![first, second] } else { vec![first] }
        }
        Some(Household::OneUnemployed) => {
            let all = [child(9, 15.min(age - 18)), child(6, 8), child(3, 5)];
            let count = chance.random_range(1..=3);
            all.into_iter().take(count).collect()
        }
        Some(Household::TwoWages) => {
            let all = [child(18, 19), child(9, 17)];
            let count = chance.random_range(1..=2);
            all.into_iter().take(count).collect()
        }
        None => {
            let (fewest, most) = needs.children.unwrap_or((0, 3));
            let oldest = age.saturating_sub(20).clamp(1, 17);
            let count = chance.random_range(fewest..=most);
            (0..count).map(|_| person(chance, today, 0, oldest - 1)).collect()
        }
    }
}

/// Somebody born in one of these years.
fn born_in(chance: &mut ChaCha8Rng, first: i16, last: i16) -> Person {
    let year = chance.random_range(first..=last);
    let birth = civil::date(year, chance.random_range(2..=11), chance.random_range(1..=28));
    Person { birth, ..person(chance, birth, 0, 0) }
}

/// What an adult receives in the three months.
fn receives(
    values: &mut Values,
    chance: &mut ChaCha8Rng,
    today: civil::Date,
    kind: Option<Household>,
    (at, adult): (usize, &Person),
) {
    let path = format!("adultes.{}", at + 1);
    income::calendar(values, today, &path);
    if kind == Some(Household::Retired) {
        values.insert(format!("{path}.situation"), "à la retraite".to_owned());
        return;
    }
    if kind == Some(Household::OneUnemployed) && at == 1 {
        values.insert(format!("{path}.situation"), "au chômage".to_owned());
        income::unemployment(values, chance, today, &path);
        return;
    }
    values.insert(format!("{path}.situation"), "en emploi".to_owned());
    works(values, chance, &path, adult.sex);
    let hours = match kind {
        Some(Household::LoneParent | Household::FirstReturn) => chance.random_range(100..130) * 100,
        Some(Household::TwoWages) if at == 1 => chance.random_range(87..125) * 100,
        _ => FULL_TIME,
    };
    let may_wait = matches!(kind, Some(Household::Alone | Household::TwoWages)) && at == 0;
    let paid = if may_wait && chance.random_bool(0.5) { Paid::FollowingMonth } else { Paid::SameMonth };
    let is_sick = kind == Some(Household::Alone) && paid == Paid::SameMonth && chance.random_bool(0.7);
    let sick = if is_sick { chance.random_range(8..=14) } else { 0 };
    let job = Job { hours, rate: hourly(chance), paid, months: income::MONTHS, sick };
    income::wages(values, chance, today, &path, job);
    if sick > 0 {
        income::sick_leave(values, chance, today, &path, sick);
    }
}

fn works(values: &mut Values, chance: &mut ChaCha8Rng, path: &str, sex: Sex) {
    let trade = TRADES.choose(chance).copied().unwrap_or(TRADES[0]);
    values.insert(format!("{path}.emploi"), sex.of(trade).to_owned());
    values.insert(format!("{path}.employeur"), pick(chance, EMPLOYERS).to_owned());
    values.entry(format!("{path}.situation")).or_insert_with(|| "en emploi".to_owned());
}

/// Cents an hour: the minimum wage of June 2026, or a little more.
fn hourly(chance: &mut ChaCha8Rng) -> i64 {
    chance.random_range(1_231..1_500)
}

/// Home of the household, as its kind would be helped to pay it.
pub(super) fn housing(
    values: &mut Values,
    chance: &mut ChaCha8Rng,
    today: civil::Date,
    kind: Option<Household>,
) {
    let help = match kind {
        Some(Household::Alone) => Some(chance.random_range(34..110)),
        Some(Household::LoneParent) => Some(chance.random_range(190..320)),
        Some(Household::OneUnemployed) => Some(chance.random_range(150..290)),
        Some(Household::FirstReturn) => Some(chance.random_range(90..210)),
        Some(_) => None,
        None => Some(chance.random_range(60..240)),
    };
    values.extend(help.map(|help| ("logement.aide".to_owned(), format!("{help}.00"))));
    let last = today.first_of_month().checked_sub(1.months()).unwrap_or(today);
    values.insert("logement.quittance".to_owned(), income::iso_month(last));
}
