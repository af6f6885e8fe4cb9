//! What a term is worth.

use rust_decimal::Decimal;

use super::{number, scale::Scale};
use crate::{
    date::{Date, Month},
    reference::fold,
};

/// A value, or its absence: an unanswered question is worth [`Value::Nothing`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    Nothing,
    Number(Decimal),
    /// Euros, kept exact: rounding is written in the term.
    Money(Decimal),
    Date(Date),
    Month(Month),
    YesNo(bool),
    /// A text, or the chosen word of a choice.
    Text(String),
    Scale(Scale),
}

impl Value {
    /// A number of whole units.
    pub fn count(count: usize) -> Self {
        Self::Number(Decimal::from(count))
    }

    /// An amount of whole cents.
    pub fn cents(cents: i64) -> Self {
        Self::Money(number::bounded(Decimal::new(cents, 2)))
    }

    pub const fn is_nothing(&self) -> bool {
        matches!(self, Self::Nothing)
    }

    pub const fn is_yes(&self) -> bool {
        matches!(self, Self::YesNo(true))
    }

    /// Number or amount; what is not to be had counts as 0.
    pub const fn amount(&self) -> Decimal {
        match self {
            Self::Number(amount) | Self::Money(amount) => *amount,
            _ => Decimal::ZERO,
        }
    }

    pub const fn date(&self) -> Option<Date> {
        if let Self::Date(date) = self { Some(*date) } else { None }
    }

    /// Whether both are there and say the same: accents and case of texts do not matter, nor zeros after the comma.
    pub fn same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Nothing, _) | (_, Self::Nothing) => false,
            (Self::Text(one), Self::Text(other)) => fold(one.trim()) == fold(other.trim()),
            // The literal 0 is of either kind.
            (Self::Number(one) | Self::Money(one), Self::Number(other) | Self::Money(other)) => one == other,
            (one, other) => one == other,
        }
    }

    /// As answers and personas store it: `1234.56`, `2026-11-05`, `2026-11`, `oui`.
    pub fn stored(&self) -> String {
        match self {
            Self::Nothing | Self::Scale(_) => String::new(),
            Self::Number(amount) | Self::Money(amount) => amount.normalize().to_string(),
            Self::Date(date) => date.to_string(),
            Self::Month(month) => month.to_string(),
            Self::YesNo(yes) => (if *yes { "oui" } else { "non" }).to_owned(),
            Self::Text(text) => text.clone(),
        }
    }

    /// As programs write a number: `1234.5`; an amount has its cents, or no decimals when it is whole. None for the rest.
    pub fn in_digits(&self) -> Option<String> {
        match self {
            Self::Number(number) => Some(number.normalize().to_string()),
            Self::Money(amount) => {
                let cents = number::rounded(*amount, 2, number::Way::Nearest);
                let is_whole = cents.fract().is_zero();
                Some(if is_whole { cents.trunc().normalize().to_string() } else { format!("{cents:.2}") })
            }
            _ => None,
        }
    }

    /// As French people write it: « 1 234,56 € », « 5 novembre 2026 », « oui »; « … » when there is nothing.
    pub fn in_french(&self) -> String {
        match self {
            Self::Nothing => "…".to_owned(),
            Self::Number(amount) => number::in_french(*amount),
            Self::Money(amount) => number::euros_in_french(*amount),
            Self::Date(date) => date.in_words(),
            Self::Month(month) => month.in_words(),
            Self::YesNo(yes) => (if *yes { "oui" } else { "non" }).to_owned(),
            Self::Text(text) => text.clone(),
            Self::Scale(scale) => scale.in_french(),
        }
    }
}

impl From<Date> for Value {
    fn from(date: Date) -> Self {
        Self::Date(date)
    }
}

impl From<bool> for Value {
    fn from(yes: bool) -> Self {
        Self::YesNo(yes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_shown_with_their_cents_when_there_are_some() {
        assert_eq!(Value::cents(123_456).in_french(), "1\u{202f}234,56\u{a0}€");
        assert_eq!(Value::cents(120_050).in_french(), "1\u{202f}200,50\u{a0}€");
        assert_eq!(Value::cents(120_000).in_french(), "1\u{202f}200\u{a0}€");
    }

    #[test]
    fn programs_read_amounts_with_their_cents_or_none() {
        let digits = |cents| Value::cents(cents).in_digits();
        assert_eq!((digits(120_050), digits(120_000)), (Some("1200.50".into()), Some("1200".into())));
        assert_eq!(Value::Number(Decimal::new(-250, 2)).in_digits().as_deref(), Some("-2.5"));
        assert_eq!(Value::Nothing.in_digits(), None);
    }

    #[test]
    fn nothing_is_the_same_as_nothing_else_not_even_nothing() {
        assert!(!Value::Nothing.same(&Value::Nothing));
        assert!(Value::Text("Marié ".into()).same(&Value::Text("marie".into())));
    }
}
