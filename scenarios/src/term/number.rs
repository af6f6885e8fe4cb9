//! Decimals that cannot fail: bounded, rounded by one rule, written in French.
//!
//! It knows no unit. Every result lies between −10¹⁵ and 10¹⁵, where it stays, and keeps ten decimals, half up.

use rust_decimal::{Decimal, RoundingStrategy};

/// Decimals kept by products and quotients.
pub(crate) const DECIMALS: u32 = 10;
/// The largest amount, 10¹⁵: results beyond it stay there.
pub(crate) const MOST: Decimal = Decimal::from_parts(0xA4C6_8000, 0x0003_8D7E, 0, false, 0);

const NARROW: char = '\u{202f}';

/// Which neighbour a rounding chooses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Way {
    /// The nearest; at equal distance, away from zero: 0,5 gives 1, and −0,5 gives −1.
    Nearest,
    Down,
    Up,
}

pub(crate) fn plus(a: Decimal, b: Decimal) -> Decimal {
    a.checked_add(b).map_or_else(|| farthest(a, Decimal::ONE), bounded)
}

pub(crate) fn times(a: Decimal, b: Decimal) -> Decimal {
    a.checked_mul(b).map_or_else(|| farthest(a, b), bounded)
}

/// `a` divided by `b`; 0 when `b` is, which the check lets happen only below the last decimal.
pub(crate) fn over(a: Decimal, b: Decimal) -> Decimal {
    if b.is_zero() {
        return Decimal::ZERO;
    }
    a.checked_div(b).map_or_else(|| farthest(a, b), bounded)
}

pub(crate) fn rounded(number: Decimal, decimals: u32, way: Way) -> Decimal {
    let strategy = match way {
        Way::Nearest => RoundingStrategy::MidpointAwayFromZero,
        Way::Down => RoundingStrategy::ToNegativeInfinity,
        Way::Up => RoundingStrategy::ToPositiveInfinity,
    };
    number.round_dp_with_strategy(decimals, strategy)
}

/// Within the bounds, with the decimals that are kept.
pub(crate) fn bounded(number: Decimal) -> Decimal {
    rounded(number, DECIMALS, Way::Nearest).clamp(-MOST, MOST)
}

/// The bound on the side of the product.
fn farthest(a: Decimal, b: Decimal) -> Decimal {
    if a.is_sign_negative() == b.is_sign_negative() { MOST } else { -MOST }
}

/// A decimal written as machines do: `1234.56`, `1e3`.
pub(crate) fn decimal(text: &str) -> Option<Decimal> {
    text.parse().or_else(|_| Decimal::from_scientific(text)).ok().map(bounded)
}

/// So many hundredths.
pub(crate) fn hundredth(percents: Decimal) -> Decimal {
    over(percents, Decimal::ONE_HUNDRED)
}

/// The whole part, within 64 bits.
pub(crate) fn whole(number: Decimal) -> i64 {
    i64::try_from(number.trunc()).unwrap_or_default()
}

/// « 12 345,6 » with no-break spaces; « 2026 », since four digits may be a year.
pub(crate) fn in_french(number: Decimal) -> String {
    let written = number.normalize().abs().to_string();
    let (units, decimals) = written.split_once('.').unwrap_or((&written, ""));
    let units = if units.len() > 4 { grouped(units) } else { units.to_owned() };
    let comma = if decimals.is_empty() { "" } else { "," };
    format!("{}{units}{comma}{decimals}", sign(number))
}

/// « 1 234 € » or « 1 234,50 € », with no-break spaces, to the nearest cent.
pub(crate) fn euros_in_french(amount: Decimal) -> String {
    let cents = rounded(amount, 2, Way::Nearest).abs();
    let written = if cents.fract().is_zero() { cents.trunc().to_string() } else { format!("{cents:.2}") };
    let (units, decimals) = written.split_once('.').unwrap_or((&written, ""));
    let comma = if decimals.is_empty() { "" } else { "," };
    format!("{}{}{comma}{decimals}\u{a0}€", sign(rounded(amount, 2, Way::Nearest)), grouped(units))
}

fn sign(number: Decimal) -> &'static str {
    if number.is_sign_negative() && !number.is_zero() { "−" } else { "" }
}

/// Digits by three from the right.
fn grouped(digits: &str) -> String {
    let mut grouped = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(NARROW);
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    #[test]
    fn results_stay_at_the_bounds() {
        assert_eq!(MOST, decimal("1000000000000000"));
        assert_eq!(times(MOST, -MOST), -MOST);
        assert_eq!(plus(MOST, MOST), MOST);
        assert_eq!(over(MOST, decimal("0.0000000001")), MOST);
        assert_eq!(over(MOST, Decimal::ZERO), Decimal::ZERO);
    }

    #[test]
    fn a_quotient_keeps_ten_decimals_half_up() {
        assert_eq!(over(decimal("2"), decimal("3")), decimal("0.6666666667"));
        assert_eq!(rounded(decimal("-0.5"), 0, Way::Nearest), decimal("-1"));
        assert_eq!(rounded(decimal("-0.5"), 0, Way::Down), decimal("-1"));
        assert_eq!(rounded(decimal("-0.5"), 0, Way::Up), decimal("0"));
    }

    #[test]
    fn numbers_are_written_as_in_french() {
        assert_eq!(in_french(decimal("1234567.50")), "1\u{202f}234\u{202f}567,5");
        assert_eq!(in_french(decimal("2026")), "2026");
        assert_eq!(in_french(decimal("-0.0")), "0");
        assert_eq!(euros_in_french(decimal("-0.5")), "−0,50\u{a0}€");
        assert_eq!(euros_in_french(decimal("-0.001")), "0\u{a0}€");
        assert_eq!(euros_in_french(decimal("1234.00")), "1\u{202f}234\u{a0}€");
    }
}
