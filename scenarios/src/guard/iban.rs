//! Bank accounts: IBAN of any country, and the French RIB alone.
//!
//! Sources, read on 2026-11-23: a public copy of the SWIFT IBAN registry (lengths; those of countries that joined
//! since are the commonly known ones), and our notes on procedures (section F: mod 97, check digits 02 to 98, RIB
//! key). A RIB key is 01 to 97, so that **key 00, 98 or 99 is fiction**. A French account whose key is merely wrong
//! counts as somebody's, mistyped.

use super::claim::{Claim, Rank};
use super::context::{Label, is_labelled, label};
use super::detect::Kind;
use super::nir::value;
use super::normalise::Unit;
use super::reading::{Join, Reading, same};
use super::span::Span;

/// Country codes by the length of their IBAN.
const COUNTRIES: [(usize, &[u8]); 18] = [
    (15, b"NO"),
    (16, b"BE"),
    (18, b"DKFIFOFKGLNLSD"),
    (19, b"MKSI"),
    (20, b"ATBAEEKZLTLUMNXK"),
    (21, b"CHHRLILV"),
    (22, b"BGBHCRDEGBGEIEMERSVA"),
    (23, b"AEGIILIQOMSOTL"),
    (24, b"ADCZESMDPKROSASESKTNVG"),
    (25, b"LYPTST"),
    (26, b"ISTR"),
    (27, b"BIDJFRGRITMCMRSM"),
    (28, b"ALAZBYCYDOGTHNHULBNIPLSV"),
    (29, b"BREGPSQAUA"),
    (30, b"JOKWMUYE"),
    (31, b"MTSC"),
    (32, b"LC"),
    (33, b"RU"),
];

pub(super) fn claims(reading: &Reading, claims: &mut Vec<Claim>) {
    for first in 0..reading.pieces.len() {
        claims.extend(account(reading, first));
    }
}

/// An IBAN whose country is in piece `first`: « FR », « ibanfr », « F » before « R », « PTO » for « PT0 ».
fn account(reading: &Reading, first: usize) -> Option<Claim> {
    let piece = reading.pieces.get(first).filter(|piece| piece.is_word())?;
    let next = |at: usize| reading.pieces.get(at).filter(|next| next.gap.join < Join::Broken);
    if piece.len() == 1 {
        next(first + 1).filter(|next| next.is_word() && next.len() == 1)?;
        return account_at(reading, piece.from, first + 2);
    }
    next(first + 1).filter(|next| !next.is_word())?;
    let announced = |country: usize| {
        country == piece.from
            || label(reading, first) == Some(Label::Account)
            || reading.glyphs.get(piece.from..country).is_some_and(|letters| same(letters, "rib"))
    };
    let digit =
        reading.glyphs.get(piece.to - 1).is_some_and(|glyph| matches!(glyph.c, b'O' | b'o' | b'I' | b'l'));
    let usual = Some(piece.to - 2).filter(|country| announced(*country));
    let drawn = (piece.len() > 2 && digit).then(|| piece.to - 3).filter(|country| announced(*country));
    usual
        .and_then(|country| account_at(reading, country, first + 1))
        .or_else(|| drawn.and_then(|country| account_at(reading, country, first)))
}

/// An IBAN whose two letters of country begin at this glyph, and whose digits begin in piece `opening`.
fn account_at(reading: &Reading, country: usize, opening: usize) -> Option<Claim> {
    let letters = reading.glyphs.get(country..country + 2)?;
    let code = [letters.first()?.c.to_ascii_uppercase(), letters.last()?.c.to_ascii_uppercase()];
    let length = COUNTRIES.iter().find(|(_, codes)| codes.chunks_exact(2).any(|known| known == code))?.0;
    let (text, last) = gather(reading, country + 2, opening, length - 2)?;
    let (start, end) = (letters.first()?.start, text.last()?.end);
    let plain: Vec<u8> = text.iter().map(|unit| unit.c.to_ascii_uppercase()).collect();
    let draw = |c: &u8| match c {
        b'O' => b'0',
        b'I' | b'L' => b'1',
        c => *c,
    };
    let drawn: Vec<u8> = plain.iter().map(draw).collect();
    let labelled = is_labelled(reading, opening, last, Label::Account);
    let real = judge(code, &plain, labelled).or_else(|| judge(code, &drawn, labelled))?;
    Some(Claim { rank: Rank::Account, real: real.then_some(Kind::Iban), start, end })
}

/// The `count` letters and digits from glyph `from` in piece `first`, and the piece they end in: all of a piece,
/// unless a word is glued to the end.
fn gather(reading: &Reading, from: usize, first: usize, count: usize) -> Option<(&[Unit], usize)> {
    let text = reading.glyphs.get(from..from + count)?;
    let mut last = first;
    while reading.pieces.get(last)?.to < from + count {
        last += 1;
        if reading.pieces.get(last)?.gap.join == Join::Broken {
            return None;
        }
    }
    let ends = reading.pieces.get(last)?.to == from + count;
    let glued =
        reading.pieces.get(last + 1).is_some_and(|next| next.gap.join == Join::Glued && next.len() < 3);
    let digits = text.iter().filter(|unit| unit.c.is_ascii_digit()).count();
    (ends && !glued && digits * 5 >= count * 2).then_some((text, last))
}

/// Whether an account is real (`true`), fiction (`false`), or no account at all.
fn judge(country: [u8; 2], text: &[u8], labelled: bool) -> Option<bool> {
    let (check, account) = text.split_at_checked(2)?;
    let sound = matches!(value(check), Some(2..=98))
        && mod_97(account, &[country.as_slice(), check].concat()) == Some(1);
    if country != *b"FR" && country != *b"MC" {
        return sound.then_some(true);
    }
    let (stated, right) = rib_keys(account)?;
    match stated {
        0 | 98 | 99 => Some(false),
        _ => (sound || stated == right || labelled).then_some(true),
    }
}

/// The remainder by 97, letters counting 10 to 35.
fn mod_97(account: &[u8], rest: &[u8]) -> Option<u32> {
    account.iter().chain(rest).try_fold(0, |remainder, c| match c {
        b'0'..=b'9' => Some((remainder * 10 + u32::from(c - b'0')) % 97),
        b'A'..=b'Z' => Some((remainder * 100 + u32::from(c - b'A') + 10) % 97),
        _ => None,
    })
}

/// The RIB key that a French account of 23 characters states, and the one it should have.
fn rib_keys(account: &[u8]) -> Option<(u64, u64)> {
    let (bank, branch) = (value(account.get(..5)?)?, value(account.get(5..10)?)?);
    let stated = value(account.get(21..23)?)?;
    let number = account.get(10..21)?.iter().try_fold(0, |number, c| {
        let digit = match c {
            b'0'..=b'9' => c - b'0',
            b'A'..=b'I' => c - b'A' + 1,
            b'J'..=b'R' => c - b'J' + 1,
            b'S'..=b'Z' => c - b'S' + 2,
            _ => return None,
        };
        Some(number * 10 + u64::from(digit))
    })?;
    Some((stated, 97 - (89 * bank + 15 * branch + 3 * number) % 97))
}

/// A RIB without its country: 23 digits, or 25 behind the check digits 76 that every French one has.
pub(super) fn claim(span: &Span) -> Option<Claim> {
    let digits = span.digits();
    let account = match digits.len() {
        23 => digits,
        25 => digits.strip_prefix(b"76")?,
        _ => return None,
    };
    let (stated, right) = rib_keys(account)?;
    let announced = span.is_grouped(&[5, 5, 11, 2]) || digits.len() == 25 || span.is_labelled(Label::Account);
    if !announced || !span.is_clear_after() {
        return None;
    }
    let (start, end) = span.range();
    let claim = |real| Some(Claim { rank: Rank::Account, real, start, end });
    match stated {
        0 | 98 | 99 => claim(None),
        _ if stated == right => claim(Some(Kind::Iban)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::detect::kinds;
    use super::*;

    /// The IBAN of an account, with its check digits.
    fn iban(country: [u8; 2], account: &str) -> String {
        let remainder = mod_97(account.as_bytes(), &[country.as_slice(), b"00"].concat()).unwrap_or(0);
        format!("{}{:02}{account}", String::from_utf8_lossy(&country), 98 - remainder)
    }

    fn rib(start: &str) -> String {
        let key = rib_keys(format!("{start}00").as_bytes()).map_or(0, |(_, right)| right);
        format!("{start}{key:02}")
    }

    #[test]
    fn a_french_account_is_found_however_it_is_written() {
        let iban = iban(*b"FR", &rib("123450678912345678901"));
        assert!(iban.starts_with("FR76"));
        let groups = |mark: &str| {
            iban.as_bytes().chunks(4).map(String::from_utf8_lossy).collect::<Vec<_>>().join(mark)
        };
        for text in [
            iban.clone(),
            iban.to_lowercase(),
            groups(" "),
            groups("-"),
            groups(" . "),
            format!("IBAN{iban}"),
            format!("{iban}."),
            format!("mon iban:{} merci", groups("\u{a0}")),
            iban.replace('0', "O"),
            groups("\n"),
            iban.chars().flat_map(|c| [c, ' ']).collect(),
        ] {
            assert_eq!(kinds(&text), [Kind::Iban], "{text}");
        }
    }

    #[test]
    fn accounts_of_other_countries_are_found() {
        for (country, account) in [
            (*b"DE", "370400440532013000"),
            (*b"GB", "NWBK60161331926819"),
            (*b"BE", "539007547034"),
            (*b"MT", "MALT011000012345MTLCAST001S"),
        ] {
            assert_eq!(kinds(&iban(country, account)), [Kind::Iban], "{account}");
        }
    }

    #[test]
    fn a_rib_alone_is_found() {
        let rib = rib("123450678912345678901");
        assert_eq!(
            kinds(&format!("{} {} {} {}", &rib[..5], &rib[5..10], &rib[10..21], &rib[21..])),
            [Kind::Iban]
        );
        assert_eq!(kinds(&format!("RIB : {rib}")), [Kind::Iban]);
    }

    #[test]
    fn an_impossible_rib_key_is_fiction() {
        for text in [
            "FR13 9999 9000 0000 0000 0000 100",
            "fr8399999000000000000000198",
            "IBAN FR56-9999-9000-0000-0000-0000-199",
        ] {
            assert_eq!(kinds(text), [], "{text}");
        }
    }

    #[test]
    fn other_references_are_no_account() {
        for text in ["FR12 345678901 et la suite", "de 12 345 678 901 234 567 890", "BE 2026 000 000 001"] {
            assert_eq!(kinds(text), [], "{text}");
        }
    }
}
