//! The French social-security number (NIR): 13 characters, and a key of two digits.
//!
//! Sex, year, month, department, commune, order, then key = 97 - (number mod 97), with 2A read as 19 and 2B as 18.
//! Source: our notes on procedures (section F) and their vectors, read on 2026-11-23; the decree behind them (82-103 of
//! 22 January 1982) was not re-read. Births are numbered from 001, so that **order 000 is fiction**.

use super::card::{self, passes_ean};
use super::claim::{Claim, Rank};
use super::context::Label;
use super::detect::Kind;
use super::span::Span;

/// Group lengths of the number as it is printed on a card, with its key.
const PRINTED_WITH_KEY: [usize; 7] = [1, 2, 2, 2, 3, 3, 2];
/// The same, without it.
const PRINTED: [usize; 6] = [1, 2, 2, 2, 3, 3];

pub(super) fn claim(span: &Span) -> Option<Claim> {
    let digits = span.digits();
    let (number, key) = match digits.len() {
        13 => (digits, None),
        15 => digits.split_at_checked(13).map(|(number, key)| (number, Some(key)))?,
        _ => return None,
    };
    let nir = Nir::read(number)?;
    let (start, end) = span.range();
    let claim = |rank, real| Some(Claim { rank, real, start, end });
    let right = key.and_then(value).is_some_and(|key| key == nir.key());
    if nir.order == 0 {
        let tax = key.is_none() && span.is_labelled(Label::Fiscal);
        return if right || !tax && span.stands_alone() { claim(Rank::Keyed, None) } else { None };
    }
    if right {
        let other = nir.sex > 2 && !span.is_grouped(&PRINTED_WITH_KEY) && !span.is_labelled(Label::Nir);
        if other && card::claim(span).is_some() {
            return None;
        }
        return match (span.is_clear_before(), span.is_clear_after()) {
            (true, true) => claim(Rank::Keyed, Some(Kind::Nir)),
            (false, false) => None,
            _ => claim(Rank::Keyless, Some(Kind::Nir)),
        };
    }
    if !span.stands_alone() {
        return None;
    }
    // Words can be cut in several ways: only their right reading counts.
    if span.is_labelled(Label::Nir) && !(key.is_some() && span.is_spoken()) {
        return claim(Rank::Keyed, Some(Kind::Nir));
    }
    let likely = key.is_none()
        && nir.is_likely(span)
        && !span.is_labelled(Label::Fiscal)
        && !span.is_labelled(Label::Taxes);
    if likely { claim(Rank::Keyless, Some(Kind::Nir)) } else { None }
}

struct Nir {
    sex: u64,
    month: u64,
    order: u64,
    number: u64,
}

impl Nir {
    /// Reads 13 characters; `None` when a part is out of its range.
    fn read(text: &[u8]) -> Option<Self> {
        let mut digits: [u8; 13] = text.try_into().ok()?;
        let corsican = match digits[6] {
            b'A' => 1_000_000,
            b'B' => 2_000_000,
            _ => 0,
        };
        if corsican > 0 && digits[5] != b'2' {
            return None;
        }
        if corsican > 0 {
            digits[6] = b'0';
        }
        let part = |from: usize, to: usize| digits.get(from..to).and_then(value);
        let (sex, month, department) = (part(0, 1)?, part(3, 5)?, part(5, 7)?);
        let sound = matches!(sex, 1..=4 | 7 | 8)
            && matches!(month, 1..=12 | 20 | 30..=42 | 50..=99)
            && matches!(department, 1..=99)
            && part(7, 10)? > 0;
        let number = part(0, 13)? - corsican;
        sound.then_some(Self { sex, month, order: part(10, 13)?, number })
    }

    fn key(&self) -> u64 {
        97 - self.number % 97
    }

    /// Thirteen digits without a key or a label are also what a product, a date in milliseconds or an amount looks
    /// like: only those written as one number, of somebody born in a known month.
    fn is_likely(&self, span: &Span) -> bool {
        let printed = span.is_grouped(&PRINTED);
        let written = span.groups().len() == 1 || printed || span.mark().is_some() || span.is_spoken();
        let digits = span.digits();
        // What begins with 3 may be a product of France or a fictitious tax number.
        let other = passes_ean(digits) || self.sex == 3 && self.order >= 511;
        let known = matches!(self.month, 1..=12) && (self.sex < 3 || !other);
        let repeated = digits.windows(2).all(|pair| pair[0] == pair[1]);
        let thing = span.is_in_thousands() || span.is_decimal() || span.names_a_thing() || span.is_linked();
        written && (printed || known) && !repeated && !thing
    }
}

/// The value of up to 19 ASCII digits.
pub(super) fn value(digits: &[u8]) -> Option<u64> {
    digits.iter().try_fold(0_u64, |value, digit| {
        let digit = digit.checked_sub(b'0').filter(|digit| *digit < 10)?;
        value.checked_mul(10)?.checked_add(u64::from(digit))
    })
}

#[cfg(test)]
mod tests {
    use super::super::detect::kinds;
    use super::*;

    /// The number with its key, grouped as it is printed.
    fn with_key(number: &str) -> String {
        let key = Nir::read(number.as_bytes()).map_or(0, |nir| nir.key());
        format!("{number}{key:02}")
    }

    #[test]
    fn the_key_follows_its_rule_in_corsica_too() {
        for (number, key) in
            [("2850799999000", 64), ("195062A999000", 22), ("264112B999000", 46), ("2520196123000", 10)]
        {
            assert_eq!(Nir::read(number.as_bytes()).map(|nir| nir.key()), Some(key), "{number}");
        }
    }

    /// A number of nobody, made somebody's when the test runs: its order 000 becomes 123.
    fn real(number: &str) -> String {
        number.replace("000", "123")
    }

    #[test]
    fn a_number_with_its_key_is_found_however_it_is_written() {
        let number = with_key(&real("2850799999000"));
        assert_eq!(kinds(&number), [Kind::Nir]);
        let dotted: String = number.chars().flat_map(|c| [c, '.']).collect();
        assert_eq!(kinds(&dotted), [Kind::Nir]);
        assert_eq!(kinds(&format!("n°secu{number}")), [Kind::Nir]);
        assert_eq!(kinds(&format!("{} {}", &number[..1], &number[1..])), [Kind::Nir]);
        assert_eq!(kinds(&with_key(&real("195062A999000")).to_lowercase()), [Kind::Nir]);
    }

    #[test]
    fn a_wrong_key_needs_a_label() {
        let number = real("2 85 07 99 999 000 99");
        assert_eq!(kinds(&number), []);
        assert_eq!(kinds(&format!("ma sécu : {number}")), [Kind::Nir]);
    }

    #[test]
    fn a_number_without_its_key_is_found() {
        assert_eq!(kinds(&real("2850799999000")), [Kind::Nir]);
        assert_eq!(kinds(&real("2 85 07 99 999 000")), [Kind::Nir]);
        assert_eq!(kinds(&real("commande 2850799999000")), []);
    }

    #[test]
    fn a_social_security_number_with_order_000_is_fiction() {
        let texts = [
            "2 85 07 99 999 000 64",
            "195062A99900022",
            "264112B99900046",
            "sécu 2 52 01 96 123 000",
            "1 78 04 96 123 000 11",
        ];
        for text in texts {
            assert_eq!(kinds(text), [], "{text}");
        }
    }
}
