//! The nine digits that people type to join: eight drawn, and one that catches slips of typing.
//!
//! The ninth is Damm's check digit (H. M. Damm, *Total anti-symmetrische Quasigruppen*, 2004): it finds every single wrong
//! digit and every two neighbours exchanged, so that such slips are told apart from a code that is not there, and cost no
//! try.

use std::fmt;

/// Damm's quasigroup of order ten.
const DAMM: [[u8; 10]; 10] = [
    [0, 3, 1, 7, 5, 9, 8, 6, 4, 2],
    [7, 0, 9, 2, 1, 5, 4, 8, 6, 3],
    [4, 2, 0, 6, 8, 7, 1, 3, 5, 9],
    [1, 7, 5, 0, 9, 8, 3, 4, 2, 6],
    [6, 1, 2, 3, 0, 4, 5, 9, 7, 8],
    [3, 6, 7, 4, 2, 0, 9, 5, 8, 1],
    [5, 8, 6, 9, 7, 2, 0, 1, 3, 4],
    [8, 9, 4, 5, 3, 6, 2, 0, 1, 7],
    [9, 4, 3, 8, 6, 1, 7, 2, 0, 5],
    [2, 5, 8, 1, 4, 3, 6, 7, 9, 0],
];

const DIGITS: usize = 9;

#[derive(Clone, PartialEq, Eq)]
pub struct Code(String);

/// Why what was typed is no code: a slip, not a wrong guess.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Misread {
    /// Nothing but spaces.
    Nothing,
    /// So many digits, or something else than digits.
    Length,
    /// A digit is wrong.
    Check,
}

impl Code {
    /// From eight digits; numbers above are cut. The first is never zero: read aloud, a leading zero gets lost.
    pub fn from_number(number: u64) -> Self {
        let digits = (10_000_000 + number % 90_000_000).to_string();
        let check = damm(&digits);
        Self(format!("{digits}{check}"))
    }

    /// As people type it: with spaces, points or dashes.
    pub fn read(typed: &str) -> Result<Self, Misread> {
        let kept: String =
            typed.chars().filter(|letter| !letter.is_whitespace() && !['.', '-'].contains(letter)).collect();
        if kept.is_empty() {
            return Err(Misread::Nothing);
        }
        if kept.len() != DIGITS || !kept.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(Misread::Length);
        }
        if damm(&kept) == 0 { Ok(Self(kept)) } else { Err(Misread::Check) }
    }

    pub fn as_stored(&self) -> &str {
        &self.0
    }
}

/// The code of a running room opens it: it stays out of logs.
impl fmt::Debug for Code {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("Code")
    }
}

fn damm(digits: &str) -> u8 {
    digits.bytes().fold(0, |interim, digit| {
        DAMM[usize::from(interim)].get(usize::from(digit.wrapping_sub(b'0'))).copied().unwrap_or_default()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_however_it_is_spaced() {
        // Damm's own example: 572 has 4.
        assert_eq!(damm("572"), 4);
        let code = Code::from_number(48_201_739);
        let digits = code.as_stored();
        assert_eq!(digits.len(), DIGITS);
        for typed in [
            digits.to_owned(),
            format!("{} {} {}", &digits[..3], &digits[3..6], &digits[6..]),
            format!(" {}-{}.{} ", &digits[..3], &digits[3..6], &digits[6..]),
        ] {
            assert_eq!(Code::read(&typed).as_ref(), Ok(&code), "{typed}");
        }
        assert!(!format!("{code:?}").contains(digits));
    }

    #[test]
    fn every_wrong_digit_and_every_exchange_of_neighbours_is_a_slip() {
        for number in [0, 1, 48_201_739, 89_999_999, 12_345_678] {
            let code = Code::from_number(number);
            let digits = code.as_stored().as_bytes();
            for at in 0..DIGITS {
                for digit in b'0'..=b'9' {
                    let mut wrong = digits.to_vec();
                    wrong[at] = digit;
                    let wrong = String::from_utf8(wrong).expect("digits");
                    assert_eq!(Code::read(&wrong).is_ok(), digit == digits[at], "{wrong}");
                }
                if at + 1 < DIGITS && digits[at] != digits[at + 1] {
                    let mut swapped = digits.to_vec();
                    swapped.swap(at, at + 1);
                    let swapped = String::from_utf8(swapped).expect("digits");
                    assert_eq!(Code::read(&swapped), Err(Misread::Check), "{swapped}");
                }
            }
        }
        assert_eq!(Code::read("  "), Err(Misread::Nothing));
        assert_eq!(Code::read("12345678"), Err(Misread::Length));
        assert_eq!(Code::read("12345678a"), Err(Misread::Length));
    }
}
