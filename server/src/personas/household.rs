//! The people who live with a persona, and what each adult earned in the last months.
//!
//! Amounts are plausible, never anybody's: they are drawn, and coherent with one another.

use std::collections::BTreeMap;

use fake::{Fake, faker::name::raw::FirstName, locales::FR_FR};
use jiff::{ToSpan, civil};
use rand::RngExt;
use rand_chacha::ChaCha8Rng;
use scenarios::graph::Needs;

use super::born;

/// Months whose income is known: those of a quarterly declaration.
const MONTHS: i32 = 3;

pub(super) fn add(
    values: &mut BTreeMap<String, String>,
    chance: &mut ChaCha8Rng,
    today: civil::Date,
    needs: &Needs,
    first_name: &str,
    birth: civil::Date,
) {
    let couple = needs.couple.unwrap_or_else(|| chance.random_bool(0.5));
    let partner: String = FirstName(FR_FR).fake_with_rng(chance);
    let age = u32::try_from(today.year() - birth.year()).unwrap_or(40);
    let partner_birth = born(chance, today, age.saturating_sub(4).max(20), age + 4);
    let adults = [(first_name.to_owned(), birth), (partner, partner_birth)];
    for (at, (name, birth)) in adults.iter().take(1 + usize::from(couple)).enumerate() {
        let adult = format!("adultes.{}", at + 1);
        values.insert(format!("{adult}.prenom"), name.clone());
        values.insert(format!("{adult}.naissance"), birth.to_string());
        months(values, chance, today, &adult);
    }
    let (fewest, most) = needs.children.unwrap_or((0, 3));
    let oldest = age.saturating_sub(20).clamp(1, 17);
    for at in 1..=chance.random_range(fewest..=most) {
        let name: String = FirstName(FR_FR).fake_with_rng(chance);
        values.insert(format!("enfants.{at}.prenom"), name);
        values.insert(format!("enfants.{at}.naissance"), born(chance, today, 0, oldest - 1).to_string());
    }
}

/// The months before last, oldest first: what is paid, what is taxed, what the administration asks, all different.
fn months(values: &mut BTreeMap<String, String>, chance: &mut ChaCha8Rng, today: civil::Date, adult: &str) {
    let usual: i64 = chance.random_range(98_000..210_000);
    for at in 1..=MONTHS {
        let before = MONTHS + 1 - at;
        let month = today.checked_sub(before.months()).unwrap_or(today);
        let social = usual + chance.random_range(0..9_000);
        // Taxable income counts contributions that are not deducted; what is paid is less the tax withheld.
        let taxable = social + social * 29 / 1000 + chance.random_range(100..900);
        let paid = social - social * chance.random_range(15..45) / 1000 - chance.random_range(100..900);
        let path = format!("{adult}.mois.{at}");
        values.insert(format!("{path}.mois"), format!("{:04}-{:02}", month.year(), month.month()));
        for (name, cents) in [("net-social", social), ("net-imposable", taxable), ("net-a-payer", paid)] {
            values.insert(format!("{path}.{name}"), format!("{}.{:02}", cents / 100, cents % 100));
        }
    }
}
