//! What somebody earned in the months of a quarterly declaration, and the payslips that say so.
//!
//! Amounts are drawn, never anybody's, and each follows from the others as on a payslip: contributions, taxable income,
//! meal vouchers, tax withheld. Rates are round figures of a usual payslip, and bind nobody.

use std::collections::BTreeMap;

use jiff::{ToSpan, civil};
use rand::RngExt;
use rand_chacha::ChaCha8Rng;

/// Months that a quarterly declaration asks about.
pub(super) const MONTHS: usize = 3;

/// Where values go.
pub(super) type Values = BTreeMap<String, String>;

/// When a month's work is paid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Paid {
    /// At its end.
    SameMonth,
    /// In the first days of the month after: a declaration counts it there.
    FollowingMonth,
}

/// A job.
#[derive(Debug, Clone, Copy)]
pub(super) struct Job {
    /// Hundredths of an hour paid each month.
    pub(super) hours: i64,
    /// Cents before contributions, for an hour.
    pub(super) rate: i64,
    pub(super) paid: Paid,
    /// Months of it, from the first of the three.
    pub(super) months: usize,
    /// Days of the second month spent on sick leave.
    pub(super) sick: i64,
}

/// The first day of month `number` of the declaration, from 1: three months that end two months before `today`'s.
pub(super) fn month(today: civil::Date, number: usize) -> civil::Date {
    let number = i64::try_from(number).unwrap_or_default();
    today.first_of_month().checked_add((number - 5).months()).unwrap_or(today)
}

/// The three months, without anything earned.
pub(super) fn calendar(values: &mut Values, today: civil::Date, person: &str) {
    for number in 1..=MONTHS {
        values.insert(format!("{person}.mois.{number}.mois"), iso_month(month(today, number)));
    }
}

/// Payslips of `job`, and the amounts of each month in which one is paid.
pub(super) fn wages(
    values: &mut Values,
    chance: &mut ChaCha8Rng,
    today: civil::Date,
    person: &str,
    job: Job,
) {
    // What is paid after the three months is there to be told apart.
    let later = usize::from(job.paid == Paid::FollowingMonth && job.months == MONTHS);
    let meal = chance.random_range(340..420) * chance.random_range(14..20);
    let pay_day: i8 = match job.paid {
        Paid::SameMonth => chance.random_range(26..=28),
        Paid::FollowingMonth => chance.random_range(3..=7),
    };
    let first = month(today, 1);
    let usual = job.hours * job.rate / 100;
    // Small wages have no tax withheld.
    let rate = if usual > 190_000 { chance.random_range(13..42) } else { 0 };
    let mut so_far = (i64::from(first.month()) - 1) * usual * 81 / 100;
    let mut before: Option<String> = None;
    for number in 1..=job.months + later {
        let paid_in = month(today, number);
        if paid_in.month() == 1 {
            so_far = 0;
        }
        let worked = match job.paid {
            Paid::SameMonth => paid_in,
            Paid::FollowingMonth => paid_in.checked_sub(1.months()).unwrap_or(paid_in),
        };
        let sick = if number == 2 { job.sick } else { 0 };
        let bonus = chance.random_range(100..6_900);
        let gross = usual * (30 - sick) / 30 + bonus;
        let contributions = gross * 2_137 / 10_000;
        let social = with_cents(gross - contributions);
        let taxable = social + gross * 285 / 10_000;
        let meals = meal * (30 - sick) / 30;
        let before_tax = social - meals;
        let tax = taxable * rate / 1_000;
        let paid = before_tax - tax;
        so_far += taxable;
        let slip = format!("{person}.bulletins.{number}");
        let hours = job.hours * (30 - sick) / 30;
        values.insert(format!("{slip}.periode"), iso_month(worked));
        values.insert(
            format!("{slip}.paye-le"),
            paid_in.with().day(pay_day).build().unwrap_or(paid_in).to_string(),
        );
        values.insert(format!("{slip}.heures"), decimal(hours));
        for (name, cents) in [
            ("brut", gross),
            ("cotisations", gross - social),
            ("net-social", social),
            ("net-imposable", taxable),
            ("repas", meals),
            ("net-avant-impot", before_tax),
            ("impot", tax),
            ("net-a-payer", paid),
            ("cumul-imposable", so_far),
        ] {
            values.insert(format!("{slip}.{name}"), decimal(cents));
        }
        if let Some(month) = before.take() {
            values.insert(format!("{month}.net-social-decale"), decimal(social));
        }
        if number > MONTHS {
            continue;
        }
        let month = format!("{person}.mois.{number}");
        for (name, cents) in [
            ("net-social", social),
            ("net-imposable", taxable),
            ("net-a-payer", paid),
            ("cumul-imposable", so_far),
        ] {
            values.insert(format!("{month}.{name}"), decimal(cents));
        }
        before = (job.paid == Paid::FollowingMonth).then_some(month);
    }
}

/// An unemployment benefit, paid at the beginning of each month for the one before.
pub(super) fn unemployment(values: &mut Values, chance: &mut ChaCha8Rng, today: civil::Date, person: &str) {
    let daily = chance.random_range(2_850..4_150);
    for number in 1..=MONTHS {
        let paid_in = month(today, number);
        let about = paid_in.checked_sub(1.months()).unwrap_or(paid_in);
        let days = i64::from(about.days_in_month());
        let gross = days * daily;
        let path = format!("{person}.mois.{number}");
        values.insert(format!("{path}.chomage-au-titre-de"), iso_month(about));
        values.insert(format!("{path}.chomage-jours"), days.to_string());
        values.insert(format!("{path}.chomage-par-jour"), decimal(daily));
        values.insert(format!("{path}.chomage-brut"), decimal(gross));
        values.insert(format!("{path}.chomage"), decimal(with_cents(gross - gross * 42 / 1_000)));
        let day = paid_in.with().day(chance.random_range(3..=6)).build().unwrap_or(paid_in);
        values.insert(format!("{path}.chomage-verse-le"), day.to_string());
    }
}

/// Daily allowances for `days` of sick leave, paid in the second month.
pub(super) fn sick_leave(
    values: &mut Values,
    chance: &mut ChaCha8Rng,
    today: civil::Date,
    person: &str,
    days: i64,
) {
    let paid_in = month(today, 2);
    let daily = chance.random_range(2_750..3_950);
    let first = paid_in.with().day(chance.random_range(2..=6)).build().unwrap_or(paid_in);
    let last = first.checked_add((days - 1).days()).unwrap_or(first);
    let gross = days * daily;
    let path = format!("{person}.mois.2");
    values.insert(format!("{path}.indemnites-du"), first.to_string());
    values.insert(format!("{path}.indemnites-au"), last.to_string());
    values.insert(format!("{path}.indemnites-jours"), days.to_string());
    values.insert(format!("{path}.indemnites-par-jour"), decimal(daily));
    values.insert(format!("{path}.indemnites-brut"), decimal(gross));
    values.insert(format!("{path}.indemnites-journalieres"), decimal(with_cents(gross - gross * 67 / 1_000)));
    let day = last.checked_add(4.days()).unwrap_or(last);
    values.insert(format!("{path}.indemnites-versees-le"), day.to_string());
}

/// An amount with cents, so that forgetting them shows.
const fn with_cents(cents: i64) -> i64 {
    if cents % 100 == 0 { cents + 37 } else { cents }
}

/// Hundredths as they are stored: `1478.05`.
pub(super) fn decimal(hundredths: i64) -> String {
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}

pub(super) fn iso_month(day: civil::Date) -> String {
    format!("{:04}-{:02}", day.year(), day.month())
}
