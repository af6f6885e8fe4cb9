//! Numbers that have the right form and can be nobody's: each says why.
//!
//! Rules and guarantees: our notes on procedures, F.

use jiff::civil;
use rand::{RngExt, seq::IndexedRandom};
use rand_chacha::ChaCha8Rng;

use super::people::Sex;

/// A social-security number with its key, in groups, as cards print it. Births are numbered from 001 in their town and
/// month: the order 000 is nobody's.
pub(super) fn social_security(sex: Sex, birth: civil::Date, town: &str) -> String {
    let (year, month) = (birth.year().rem_euclid(100), birth.month());
    let town = town.get(2..5).unwrap_or("123");
    let number = format!("{}{year:02}{month:02}96{town}000", sex.digit());
    let key = 97 - number.parse::<u64>().unwrap_or_default() % 97;
    format!("{} {year:02} {month:02} 96 {town} 000 {key:02}", sex.digit())
}

/// A number of the CAF: the first thousand of them is given to nobody.
pub(super) fn claimant(chance: &mut ChaCha8Rng) -> String {
    const LETTERS: &[char] = &['A', 'B', 'D', 'F', 'G', 'K', 'L', 'N', 'P', 'R', 'T', 'V'];
    let letter = LETTERS.choose(chance).copied().unwrap_or('K');
    format!("{:07} {letter}", chance.random_range(1..1_000))
}

/// A French account of a bank that does not exist, whose RIB key no bank can compute: keys go from 01 to 97.
pub(super) fn iban(chance: &mut ChaCha8Rng) -> String {
    const KEYS: &[u8] = &[0, 98, 99];
    let key = KEYS.choose(chance).copied().unwrap_or_default();
    let account = format!("9999900000{:011}{key:02}", chance.random_range(1..1_000_000_u64));
    // « FR00 » after the account, letters as numbers from A = 10, then 98 less the remainder by 97.
    let remainder = format!("{account}152700")
        .bytes()
        .fold(0_u64, |so_far, digit| (so_far * 10 + u64::from(digit - b'0')) % 97);
    let all = format!("FR{:02}{account}", 98 - remainder);
    let groups: Vec<&str> =
        (0..all.len()).step_by(4).filter_map(|at| all.get(at..(at + 4).min(all.len()))).collect();
    groups.join(" ")
}

/// A bank identifier with the letters that none bears.
pub(super) const BIC: &str = "ZZZZFRZZXXX";

/// A tax number whose last three digits no remainder by 511 can be. It begins with 3 and never has the shape of a
/// social-security number: its fourth and fifth digits would be the month, and are 00.
pub(super) fn tax(chance: &mut ChaCha8Rng) -> String {
    let number = chance.random_range(0..100_000);
    format!(
        "30 {}0 0{:02} {:03} {:03}",
        chance.random_range(0..10),
        number / 1_000,
        number % 1_000,
        chance.random_range(511..1_000)
    )
}

/// A reference of a tax notice: letters that none has, in one of the first thousand.
pub(super) fn notice(chance: &mut ChaCha8Rng) -> String {
    format!("00 ZZ 0000{:03} 01", chance.random_range(1..1_000))
}

/// A password long enough for the CNIL's advice, of words that can be read aloud.
pub(super) fn password(chance: &mut ChaCha8Rng) -> String {
    const NAMES: &[&str] =
        &["Tulipe", "Rivière", "Colline", "Lanterne", "Prairie", "Cerise", "Falaise", "Comète", "Fougère"];
    const LOOKS: &[&str] = &["Verte", "Bleue", "Rouge", "Claire", "Douce", "Rapide", "Ronde", "Tranquille"];
    let mut one = |words: &[&'static str]| words.choose(chance).copied().unwrap_or("Lune");
    let (name, look) = (one(NAMES), one(LOOKS));
    // No accents: they are the hardest keys to find.
    format!("{}-{look}-{}", name.replace(['è', 'é'], "e"), chance.random_range(21..99))
}
