//! Who somebody is: a name, a civility that agrees with it, a birth.

use jiff::{ToSpan, civil};
use rand::{RngExt, seq::IndexedRandom};
use rand_chacha::ChaCha8Rng;

/// How somebody is addressed, and how words about them agree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sex {
    Woman,
    Man,
}

impl Sex {
    pub(super) const fn civility(self) -> &'static str {
        match self {
            Self::Woman => "Mme",
            Self::Man => "M.",
        }
    }

    /// The first digit of a social-security number.
    pub(super) const fn digit(self) -> char {
        match self {
            Self::Woman => '2',
            Self::Man => '1',
        }
    }

    pub(super) const fn of<'w>(self, words: (&'w str, &'w str)) -> &'w str {
        match self {
            Self::Woman => words.0,
            Self::Man => words.1,
        }
    }
}

/// Given names, of as many origins as the people of a workshop. A table of ours, since a number and a civility must
/// agree with the name.
const WOMEN: &[&str] = &[
    "Camille",
    "Amina",
    "Lucile",
    "Fatou",
    "Rosa",
    "Inès",
    "Jeanne",
    "Mariam",
    "Nadia",
    "Odette",
    "Paulette",
    "Samira",
    "Solange",
    "Yasmine",
    "Zélie",
    "Colette",
    "Aïcha",
    "Monique",
    "Linh",
    "Ana",
    "Bérénice",
    "Capucine",
    "Djamila",
    "Élise",
    "Gisèle",
    "Hélène",
    "Irina",
    "Joséphine",
    "Khadija",
    "Louise",
];
const MEN: &[&str] = &[
    "Marius",
    "Karim",
    "Noé",
    "Mamadou",
    "Luis",
    "Yanis",
    "Albert",
    "Ousmane",
    "Nabil",
    "Octave",
    "Paul",
    "Samir",
    "Sylvain",
    "Youssef",
    "Zacharie",
    "Célestin",
    "Ali",
    "Maurice",
    "Minh",
    "André",
    "Basile",
    "Côme",
    "Driss",
    "Émile",
    "Gaston",
    "Henri",
    "Ivan",
    "Joseph",
    "Khalil",
    "Léon",
];

/// Somebody of the household.
#[derive(Debug, Clone, Copy)]
pub(super) struct Person {
    pub(super) name: &'static str,
    pub(super) sex: Sex,
    pub(super) birth: civil::Date,
}

/// Somebody from `youngest` to `oldest` years old on `today`.
pub(super) fn person(chance: &mut ChaCha8Rng, today: civil::Date, youngest: u32, oldest: u32) -> Person {
    let sex = if chance.random_bool(0.5) { Sex::Woman } else { Sex::Man };
    let names = match sex {
        Sex::Woman => WOMEN,
        Sex::Man => MEN,
    };
    Person {
        name: names.choose(chance).copied().unwrap_or("Camille"),
        sex,
        birth: born(chance, today, youngest, oldest),
    }
}

/// A day of birth that gives an age from `youngest` to `oldest` on `today`.
fn born(chance: &mut ChaCha8Rng, today: civil::Date, youngest: u32, oldest: u32) -> civil::Date {
    let years = chance.random_range(youngest..=oldest.max(youngest));
    let days: i64 = chance.random_range(0..365);
    today.checked_sub(i64::from(years).years()).and_then(|day| day.checked_sub(days.days())).unwrap_or(today)
}
