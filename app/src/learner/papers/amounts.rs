//! Sums of money as papers print them, and the table in which they stand under each other.
//!
//! It computes in whole cents, and only what a paper adds up by itself.

use std::ops::{Add, Sub};

use leptos::prelude::*;

/// Euro cents.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Cents(i64);

impl Cents {
    /// Reads an amount as personas hold it: `1478.05`, `610`.
    pub(super) fn read(stored: &str) -> Option<Self> {
        let (whole, cents) = stored.split_once('.').unwrap_or((stored, "00"));
        let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        if !digits(whole) || !digits(cents) || cents.len() > 2 {
            return None;
        }
        let cents: i64 = format!("{cents:0<2}").parse().ok()?;
        Some(Self(whole.parse::<i64>().ok()?.checked_mul(100)?.checked_add(cents)?))
    }

    /// « 1 478,05 € », always with its cents.
    pub(super) fn printed(self) -> String {
        let sign = if self.0 < 0 { "\u{2212}" } else { "" };
        let whole = (self.0.unsigned_abs() / 100).to_string();
        let mut grouped = String::new();
        for (at, digit) in whole.chars().enumerate() {
            if at > 0 && (whole.len() - at).is_multiple_of(3) {
                grouped.push('\u{202f}');
            }
            grouped.push(digit);
        }
        format!("{sign}{grouped},{:02}\u{a0}€", self.0.unsigned_abs() % 100)
    }

    /// That many hundred-thousandths of it.
    pub(super) const fn share(self, hundred_thousandths: i64) -> Self {
        Self(self.0.saturating_mul(hundred_thousandths) / 100_000)
    }
}

impl Add for Cents {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl Sub for Cents {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

/// How much a row asks to be seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Weight {
    Plain,
    /// Part of the sum that follows.
    Detail,
    Total,
    /// In a box of its own.
    Boxed,
    /// What ends on the account: the most visible of all.
    Paid,
}

impl Weight {
    const fn class(self) -> &'static str {
        match self {
            Self::Plain => "amounts__row",
            Self::Detail => "amounts__row amounts__row--detail",
            Self::Total => "amounts__row amounts__row--total",
            Self::Boxed => "amounts__row amounts__row--boxed",
            Self::Paid => "amounts__row amounts__row--paid",
        }
    }
}

/// A name, and an amount beside it.
pub(super) struct Row {
    name: String,
    amount: AnyView,
    taken: bool,
    weight: Weight,
}

impl Row {
    pub(super) fn new(name: impl Into<String>, amount: impl IntoView + 'static) -> Self {
        Self { name: name.into(), amount: amount.into_any(), taken: false, weight: Weight::Plain }
    }

    /// It is taken away from what stands above.
    pub(super) fn taken(mut self) -> Self {
        self.taken = true;
        self
    }

    pub(super) fn detail(self) -> Self {
        self.weighing(Weight::Detail)
    }

    pub(super) fn total(self) -> Self {
        self.weighing(Weight::Total)
    }

    pub(super) fn boxed(self) -> Self {
        self.weighing(Weight::Boxed)
    }

    pub(super) fn paid(self) -> Self {
        self.weighing(Weight::Paid)
    }

    fn weighing(mut self, weight: Weight) -> Self {
        self.weight = weight;
        self
    }

    fn drawn(self) -> AnyView {
        let minus = self.taken.then_some("\u{2212}\u{a0}");
        view! {
            <tr class=self.weight.class()>
                <th class="amounts__name" scope="row">{self.name}</th>
                <td>{minus} {self.amount}</td>
            </tr>
        }
        .into_any()
    }
}

/// Rows under each other, under the name of what they count.
pub(super) fn table(caption: &'static str, rows: Vec<Row>) -> AnyView {
    let rows: Vec<_> = rows.into_iter().map(Row::drawn).collect();
    view! {
        <table class="amounts">
            <caption class="amounts__caption">{caption}</caption>
            <thead class="amounts__head">
                <tr>
                    <th scope="col"><span class="unseen">"Libellé"</span></th>
                    <th scope="col"><span class="unseen">"Montant"</span></th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_is_printed_with_its_cents_and_in_groups() {
        let printed = |stored| Cents::read(stored).map(Cents::printed);
        assert_eq!(printed("1478.05").as_deref(), Some("1\u{202f}478,05\u{a0}€"));
        assert_eq!(printed("610").as_deref(), Some("610,00\u{a0}€"));
        assert_eq!(printed("7.5").as_deref(), Some("7,50\u{a0}€"));
        assert_eq!(printed("1234567.00").as_deref(), Some("1\u{202f}234\u{202f}567,00\u{a0}€"));
    }

    #[test]
    fn what_is_no_amount_is_not_read() {
        for wrong in ["", "-3.00", "1.234", "1,50", "12.", "mille", "99999999999999999999"] {
            assert_eq!(Cents::read(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn amounts_add_up_to_the_cent() {
        let cents = |stored| Cents::read(stored).unwrap_or_default();
        assert_eq!(cents("610.10") + cents("45.95") - cents("210.05"), cents("446.00"));
        assert_eq!((cents("10.00") - cents("12.30")).printed(), "\u{2212}2,30\u{a0}€");
        assert_eq!(cents("2000.00").share(11_310), cents("226.20"));
    }
}
