//! The French tax number (numéro fiscal, SPI): 13 digits, the first 0 to 3, the last three the remainder of the first
//! ten divided by 511.
//!
//! Source: our notes on procedures (section F), read on 2026-11-23, after the European TIN algorithms. A remainder is
//! at most 510, so that **511 to 999 is fiction**.

use super::claim::{Claim, Rank};
use super::context::Label;
use super::detect::Kind;
use super::nir::value;
use super::span::Span;

/// Group lengths of the number as a tax notice prints it.
const PRINTED: [usize; 5] = [2, 2, 3, 3, 3];

pub(super) fn claim(span: &Span) -> Option<Claim> {
    let digits = span.digits();
    if digits.len() != 13 || !matches!(digits.first(), Some(b'0'..=b'3')) {
        return None;
    }
    let (number, check) = (value(digits.get(..10)?)?, value(digits.get(10..)?)?);
    let (start, end) = span.range();
    let claim = |rank, real| Some(Claim { rank, real, start, end });
    let alone = span.stands_alone();
    if check >= 511 {
        let known =
            span.is_grouped(&PRINTED) || span.is_labelled(Label::Fiscal) || span.is_labelled(Label::Taxes);
        return if alone { claim(if known { Rank::Remainder } else { Rank::Unlikely }, None) } else { None };
    }
    let right = number % 511 == check && number > 0;
    let sure = right && (span.is_clear_before() || span.is_clear_after());
    // Words can be cut in several ways: only their right reading counts.
    let mistyped = alone && !span.is_spoken() && span.is_labelled(Label::Fiscal) && !span.is_in_thousands();
    if right && alone || mistyped {
        claim(Rank::Remainder, Some(Kind::NumeroFiscal))
    } else if sure {
        claim(Rank::Keyless, Some(Kind::NumeroFiscal))
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::super::detect::kinds;
    use super::*;

    fn real(number: u64) -> String {
        format!("{number:010}{:03}", number % 511)
    }

    #[test]
    fn a_number_with_its_remainder_is_found() {
        let number = real(3_012_345_678);
        assert_eq!(kinds(&number), [Kind::NumeroFiscal]);
        assert_eq!(kinds(&format!("SPI : {}-{}", &number[..4], &number[4..])), [Kind::NumeroFiscal]);
    }

    #[test]
    fn a_wrong_remainder_needs_a_label() {
        assert_eq!(kinds("30 12 345 678 123"), []);
        assert_eq!(kinds("mon numéro fiscal est le 30 12 345 678 123"), [Kind::NumeroFiscal]);
        assert_eq!(kinds("référence de l'avis : 30 12 345 678 123"), []);
    }

    #[test]
    fn a_remainder_that_no_division_leaves_is_fiction() {
        for fiction in
            ["30 12 345 678 999", "1234567890997", "numéro fiscal 30 00 000 001 511", "1 85 07 34 567 890"]
        {
            let labelled = format!("numéro fiscal {fiction}");
            assert_eq!(kinds(&labelled), [], "{labelled}");
        }
        assert_eq!(kinds("30 12 345 678 999"), []);
    }
}
