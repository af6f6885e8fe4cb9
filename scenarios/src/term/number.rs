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

/// A decimal written as machines do: `1234.56`.
pub(crate) fn decimal(text: &str) -> Option<Decimal> {
    text.parse().ok().map(bounded)
}

/// The whole part, within 64 bits.
pub(crate) fn whole(number: Decimal) -> i64 {
    i64::try_from(number.trunc()).unwrap_or_default()
}

/// « 1 234,5 », with no-break spaces; « 1 234,50 » when `least` decimals are wanted.
pub(crate) fn in_french(number: Decimal, least: usize) -> String {
    let written = number.normalize().abs().to_string();
    let (units, decimals) = written.split_once('.').unwrap_or((&written, ""));
    let mut french = String::new();
    if number.is_sign_negative() && !number.is_zero() {
        french.push('−');
    }
    for (at, digit) in units.chars().enumerate() {
        if at > 0 && (units.len() - at).is_multiple_of(3) {
            french.push(NARROW);
        }
        french.push(digit);
    }
    if !decimals.is_empty() || least > 0 {
        french.push(',');
        french.push_str(decimals);
        french.extend(std::iter::repeat_n('0', least.saturating_sub(decimals.len())));
    }
    french
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
        assert_eq!(in_french(decimal("1234567.50"), 0), "1\u{202f}234\u{202f}567,5");
        assert_eq!(in_french(decimal("-0.5"), 2), "−0,50");
        assert_eq!(in_french(decimal("-0.0"), 0), "0");
        assert_eq!(in_french(decimal("100"), 0), "100");
    }
}
