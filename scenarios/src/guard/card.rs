//! Payment cards: a known issuer, its lengths, and the Luhn check.
//!
//! Sources: ISO/IEC 7812-1 (Luhn) and the prefixes that the networks publish, as commonly known on 2026-11-23 and not
//! checked against their own tables. No range is reserved for fiction: a fictitious card fails Luhn.

use super::claim::{Claim, Rank};
use super::context::Label;
use super::detect::Kind;
use super::nir::value;
use super::span::Span;

pub(super) fn claim(span: &Span) -> Option<Claim> {
    let digits = span.digits();
    if !matches!(digits.first(), Some(b'2'..=b'6' | b'8')) {
        return None;
    }
    if !(13..=19).contains(&digits.len())
        || !is_issued(digits)
        || !passes_luhn(digits)
        || !span.stands_alone()
    {
        return None;
    }
    let labelled = span.is_labelled(Label::Card);
    let likely = match digits.len() {
        13 => !passes_ean(digits) || span.groups().len() > 3,
        14 => !looks_like_siret(digits) || span.is_grouped(&[4, 6, 4]),
        _ => true,
    };
    let printed = span.is_grouped(&[4, 4, 4, 4]);
    let reference = span.names_a_thing() || span.is_linked() || span.is_decimal();
    if !labelled && (!likely || reference && !printed) {
        return None;
    }
    let (start, end) = span.range();
    Some(Claim { rank: Rank::Luhn, real: Some(Kind::Card), start, end })
}

/// Prefixes from one value to another, and the shortest and longest number they open.
const ISSUED: [(u64, u64, usize, usize); 22] = [
    (4, 4, 13, 13),
    (4, 4, 16, 16),
    (4, 4, 19, 19),
    (51, 55, 16, 16),
    (2221, 2720, 16, 16),
    (34, 34, 15, 15),
    (37, 37, 15, 15),
    (300, 305, 14, 14),
    (309, 309, 14, 14),
    (36, 36, 14, 14),
    (38, 39, 14, 14),
    (3528, 3589, 16, 19),
    (6011, 6011, 16, 19),
    (644, 659, 16, 19),
    (62, 62, 16, 19),
    (81, 81, 16, 19),
    (50, 50, 16, 19),
    (56, 58, 16, 19),
    (6304, 6304, 16, 19),
    (6759, 6763, 16, 19),
    (2200, 2204, 16, 19),
    (60, 60, 16, 16),
];

fn is_issued(digits: &[u8]) -> bool {
    ISSUED.iter().any(|(from, to, shortest, longest)| {
        let width = from.ilog10() as usize + 1;
        let prefix = digits.get(..width).and_then(value);
        (*shortest..=*longest).contains(&digits.len())
            && prefix.is_some_and(|prefix| (*from..=*to).contains(&prefix))
    })
}

/// The sum of the digits, every second one from the right doubled and its digits added, is a multiple of ten.
fn passes_luhn(digits: &[u8]) -> bool {
    let sum: u32 = digits
        .iter()
        .rev()
        .enumerate()
        .map(|(at, digit)| {
            let digit = u32::from(digit.wrapping_sub(b'0'));
            if at % 2 == 0 { digit } else { digit * 2 / 10 + digit * 2 % 10 }
        })
        .sum();
    sum.is_multiple_of(10)
}

/// A product's bar code: weights 1 and 3 (GS1 general specifications).
pub(super) fn passes_ean(digits: &[u8]) -> bool {
    let sum: u32 = digits
        .iter()
        .rev()
        .enumerate()
        .map(|(at, digit)| u32::from(digit.wrapping_sub(b'0')) * if at % 2 == 0 { 1 } else { 3 })
        .sum();
    sum.is_multiple_of(10)
}

/// A SIRET is a SIREN (nine digits with Luhn) and an establishment, numbered from 00001: companies have few.
pub(super) fn looks_like_siret(digits: &[u8]) -> bool {
    let (Some(siren), Some(establishment)) = (digits.get(..9), digits.get(9..11)) else { return false };
    passes_luhn(siren) && establishment == b"00"
}

#[cfg(test)]
mod tests {
    use super::super::detect::kinds;
    use super::*;

    /// Completes digits with the one that passes Luhn.
    fn card(start: &str) -> String {
        let mut last = '0'..='9';
        last.find(|last| passes_luhn(format!("{start}{last}").as_bytes()))
            .map(|last| format!("{start}{last}"))
            .unwrap_or_default()
    }

    #[test]
    fn a_card_of_a_known_issuer_is_found() {
        for start in [
            "497010123456789",
            "510012345678901",
            "222112345678901",
            "37123456789012",
            "3600123456789",
            "601112345678901",
        ] {
            assert_eq!(kinds(&card(start)), [Kind::Card], "{start}");
        }
        let number = card("497010123456789");
        assert_eq!(
            kinds(&format!("{}-{} {} {}.", &number[..4], &number[4..8], &number[8..12], &number[12..])),
            [Kind::Card]
        );
    }

    #[test]
    fn a_number_that_fails_the_check_is_no_card() {
        let mut number = card("497010123456789").into_bytes();
        number[15] = if number[15] == b'9' { b'0' } else { number[15] + 1 };
        assert_eq!(kinds(&String::from_utf8_lossy(&number)), []);
    }

    #[test]
    fn a_company_number_is_no_card() {
        let siren = card("38312345");
        let company = card(&format!("{siren}0001"));
        assert_eq!(kinds(&company), []);
        assert_eq!(
            kinds(&format!(
                "SIRET {} {} {} {}",
                &company[..3],
                &company[3..6],
                &company[6..9],
                &company[9..]
            )),
            []
        );
    }
}
