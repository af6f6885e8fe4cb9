//! Telephone numbers: French, overseas, and foreign behind a plus or 00.
//!
//! Sources: ARCEP decision 2018-0881 (the six blocks for audiovisual works, which are **fiction**), as our notes on
//! procedures (section F) quote it, read on 2026-11-23; the country codes of ITU-T E.164 and their lengths are those
//! commonly known, not checked against the recommendation. Numbers in 08 and short numbers inform the public and
//! identify nobody.

use super::card::looks_like_siret;
use super::claim::{Claim, Rank};
use super::context::Label;
use super::detect::Kind;
use super::nir::value;
use super::reading::{Gap, Join};
use super::span::Span;

/// The first six digits of the blocks reserved for fiction.
const FICTION: [&[u8; 6]; 6] = [b"019900", b"026191", b"035301", b"046571", b"053649", b"063998"];

pub(super) fn claim(span: &Span) -> Option<Claim> {
    let digits = span.digits();
    if !(8..=15).contains(&digits.len()) || span.has_letter() {
        return None;
    }
    let plus = span.plus;
    let plain = matches!(digits, [b'0', ..] | [b'3', b'3', ..]) || digits.len() == 9;
    if plus.is_none() && !plain {
        return None;
    }
    let (start, end) = span.range();
    let start = plus.unwrap_or(start);
    let claim = |rank, real| Some(Claim { rank, real, start, end });
    if let Some(national) = french(digits, plus.is_some()) {
        if !is_dialled(span, digits, plus.is_some()) || is_service(&national) {
            return None;
        }
        let sure =
            plus.is_some() || span.is_grouped(&[2; 5]) && span.is_clear_after() || !span.touches_digits();
        let rank = if sure { Rank::Dialled } else { Rank::Faint };
        let fiction = FICTION.iter().any(|block| national.starts_with(*block));
        return claim(rank, if fiction { None } else { Some(Kind::Phone) });
    }
    if plus.is_some() && is_foreign(digits) && span.is_clear_after() && !is_amount(span) {
        return claim(Rank::Dialled, Some(Kind::Phone));
    }
    let abroad = digits.strip_prefix(b"00").is_some_and(|digits| is_foreign(digits) && is_neighbour(digits));
    // « 003 032 265 00088 » is a company: nobody cuts the prefix from its country like that.
    let prefixed = span.groups().next().is_some_and(|first| first != 3);
    let company = digits.len() == 14 && looks_like_siret(digits);
    let real = abroad && prefixed && !company && span.stands_alone() && !is_reference(span);
    if real { claim(Rank::Faint, Some(Kind::Phone)) } else { None }
}

/// The ten digits of a French number, from any of its spellings.
fn french(digits: &[u8], plus: bool) -> Option<[u8; 10]> {
    let subscriber = match digits.len() {
        9 if !plus => digits,
        10 if !plus => digits.strip_prefix(b"0")?,
        11 | 12 => {
            let rest = digits.strip_prefix(b"33")?;
            if rest.len() == 10 { rest.strip_prefix(b"0")? } else { rest }
        }
        13 | 14 => {
            let rest = digits.strip_prefix(b"0033")?;
            if rest.len() == 10 { rest.strip_prefix(b"0")? } else { rest }
        }
        _ => return None,
    };
    let mut national = [b'0'; 10];
    national.get_mut(1..)?.copy_from_slice(subscriber);
    matches!(national[1], b'1'..=b'9').then_some(national)
}

/// Whether a stretch of digits that reads as a French number is likely meant as one.
fn is_dialled(span: &Span, digits: &[u8], plus: bool) -> bool {
    if plus {
        return span.is_clear_after() || tail_is_short(span);
    }
    let before =
        span.is_clear_before() || span.first.checked_sub(5).is_some_and(|first| are_pairs(span, first));
    let after = span.is_clear_after() || are_pairs(span, span.last + 1);
    let alone = before && (after || tail_is_short(span));
    let listed = is_counting(span) || is_list(span) || are_postal_codes(span);
    if !alone || listed && !span.is_labelled(Label::Phone) {
        return false;
    }
    if is_book(span) || span.is_decimal() || is_reference(span) || is_clock(span) {
        return false;
    }
    match digits.len() {
        9 => is_likely_without_zero(span, digits),
        11 | 12 => {
            matches!(digits.get(2..4), Some([b'6' | b'7', _] | [b'0', b'6' | b'7']))
                || span.is_labelled(Label::Phone)
        }
        _ => true,
    }
}

/// « 6 12 34 56 78 »: nine digits are also a company, an amount, a lottery draw.
fn is_likely_without_zero(span: &Span, digits: &[u8]) -> bool {
    if span.is_labelled(Label::Phone) {
        return matches!(digits.first(), Some(b'6' | b'7')) || !span.is_in_thousands();
    }
    let mut pairs = span.groups().zip([1, 2, 2, 2, 2]);
    let dictated = span.groups().len() == 5 && pairs.all(|(length, expected)| length == expected);
    let listed = span.gaps().any(|gap| gap.join == Join::Loose || gap.mark == b',');
    let values = [digits.get(1..3), digits.get(3..5), digits.get(5..7), digits.get(7..9)];
    let drawn = values.iter().all(|pair| pair.is_some_and(|pair| pair < b"50".as_slice()));
    matches!(digits.first(), Some(b'6' | b'7')) && dictated && !listed && !drawn
}

/// At most one short group follows before a word: « 06 … 78 12 rue des Lilas ».
fn tail_is_short(span: &Span) -> bool {
    let next = span.last + 1;
    let pairs = span.is_grouped(&[2, 2, 2, 2, 2]) || span.is_grouped(&[2, 1, 2, 2, 2, 2]);
    let short = span
        .reading
        .pieces
        .get(next)
        .is_some_and(|piece| !piece.is_word() && piece.len() <= 5 && piece.gap.join > Join::Glued);
    let ends = span
        .reading
        .pieces
        .get(next + 1)
        .is_none_or(|piece| piece.is_word() || piece.gap.join == Join::Broken);
    pairs && short && ends && !matches!(span.reading.gap_after(span.last).mark, b'-' | b'_' | b'.' | b'/')
}

/// Five pairs of digits from this piece on, next to those of the span, make a telephone number too: « 06 … 78 01 … 89
/// ».
fn are_pairs(span: &Span, first: usize) -> bool {
    let pairs = span.reading.pieces.get(first..first + 5).unwrap_or(&[]);
    let glyphs = span.reading.glyphs_of(first);
    span.is_grouped(&[2; 5])
        && pairs.len() == 5
        && pairs.iter().all(|piece| !piece.is_word() && piece.len() == 2 && piece.gap.join < Join::Broken)
        && matches!(glyphs, [zero, next] if zero.c == b'0' && next.c != b'0')
}

/// « 01 02 03 04 05 06 », « 0,1,2,3,4,5,6,7,8,9 »: somebody is counting.
fn is_counting(span: &Span) -> bool {
    let glyphs = |at: usize| {
        let digits = span.reading.glyphs_of(at).iter().take(6);
        digits.fold(0_u32, |number, glyph| number * 10 + u32::from(glyph.c.wrapping_sub(b'0')))
    };
    let mut steps = (span.first..span.last).map(|at| glyphs(at + 1).wrapping_sub(glyphs(at)));
    let Some(first) = steps.next() else { return false };
    (first == 1 || first == u32::MAX) && steps.all(|step| step == first)
}

/// « 01000 06000 »: two postal codes.
fn are_postal_codes(span: &Span) -> bool {
    span.is_grouped(&[5, 5])
}

/// « 06, 07, 13, 26, 83 », « 01-12, 20, 30-42 »: a list in order, or of ranges.
fn is_list(span: &Span) -> bool {
    let pairs = span.digits().chunks(2);
    let comma = |gap: Gap| span.reading.units_of(gap).iter().any(|unit| unit.c == b',');
    let range = span.gaps().any(comma) && span.gaps().any(|gap| gap.mark == b'-');
    range || span.gaps().all(comma) && span.is_grouped(&[2; 5]) && pairs.is_sorted()
}

/// « 0-306-40615-2 »: an ISBN of ten digits.
fn is_book(span: &Span) -> bool {
    let lengths: [usize; 4] = [1, 0, 0, 1];
    span.mark() == Some(b'-')
        && span.groups().len() == 4
        && span.groups().zip(lengths).all(|(length, expected)| expected == 0 || length == expected)
}

/// « 09:00-12:30 »: colons part the groups of a number only when they part them all.
fn is_clock(span: &Span) -> bool {
    span.gaps().any(|gap| gap.mark == b':') && span.mark().is_none()
}

/// The number of a thing, or part of an address of the web; pairs of digits are dictated, and stay a telephone's.
fn is_reference(span: &Span) -> bool {
    span.is_linked() || span.is_drawn_by_lot() || span.names_a_thing() && !span.is_grouped(&[2, 2, 2, 2, 2])
}

/// 08…: numbers that inform the public.
fn is_service(national: &[u8; 10]) -> bool {
    national.starts_with(b"08")
}

/// Country codes, and the shortest and longest number after them. Codes outside the table: 10 to 15 digits in all.
const COUNTRIES: [(u64, usize, usize); 52] = [
    (1, 10, 10),
    (7, 10, 10),
    (20, 9, 10),
    (27, 9, 9),
    (30, 10, 10),
    (31, 9, 9),
    (32, 8, 9),
    (34, 9, 9),
    (36, 8, 9),
    (39, 8, 11),
    (40, 9, 9),
    (41, 9, 9),
    (43, 9, 12),
    (44, 9, 10),
    (45, 8, 8),
    (46, 7, 9),
    (47, 8, 8),
    (48, 9, 9),
    (49, 9, 12),
    (55, 10, 11),
    (81, 9, 10),
    (84, 9, 10),
    (86, 11, 11),
    (90, 10, 10),
    (91, 10, 10),
    (93, 9, 9),
    (212, 9, 9),
    (213, 8, 9),
    (216, 8, 8),
    (221, 9, 9),
    (223, 8, 8),
    (225, 8, 10),
    (228, 8, 8),
    (237, 8, 9),
    (242, 9, 9),
    (243, 9, 9),
    (261, 9, 9),
    (262, 9, 9),
    (269, 7, 7),
    (351, 9, 9),
    (352, 6, 9),
    (353, 7, 9),
    (377, 8, 9),
    (376, 6, 6),
    (380, 9, 9),
    (508, 6, 9),
    (590, 9, 9),
    (594, 9, 9),
    (596, 9, 9),
    (687, 6, 6),
    (689, 8, 8),
    (963, 8, 9),
];

/// Country codes that a reader of this site may dial with 00.
fn is_neighbour(digits: &[u8]) -> bool {
    listed(digits).is_some()
}

fn listed(digits: &[u8]) -> Option<(usize, usize, usize)> {
    (1..=3).find_map(|width| {
        let code = digits.get(..width).and_then(value)?;
        COUNTRIES
            .iter()
            .find(|(known, _, _)| *known == code)
            .map(|(_, shortest, longest)| (width, *shortest, *longest))
    })
}

fn is_foreign(digits: &[u8]) -> bool {
    let Some(b'1'..=b'9') = digits.first() else { return false };
    match listed(digits) {
        Some((width, shortest, longest)) => {
            let rest = digits.len() - width;
            // « +41 (0)79 … »: the zero that is not dialled from abroad.
            let zero = usize::from(digits.get(width) == Some(&b'0'));
            (shortest..=longest + zero).contains(&rest)
        }
        None => !digits.starts_with(b"33") && (10..=15).contains(&digits.len()),
    }
}

/// « +12 345 678 € », « +25 000 000 habitants ».
fn is_amount(span: &Span) -> bool {
    span.is_in_thousands() && !span.is_labelled(Label::Phone)
}

#[cfg(test)]
mod tests {
    use super::super::detect::kinds;
    use super::*;

    /// Nobody's number stands in the code: `#` is a 2, put in when the test runs.
    fn complete(text: &str) -> String {
        text.replace("onze#", "douze").replace('#', "2")
    }

    #[test]
    fn a_french_number_is_found_however_it_is_written() {
        for text in [
            "06 1# 34 56 78",
            "061#345678",
            "06.1#.34.56.78",
            "06-1# 34/56_78",
            "0 6 1 # 3 4 5 6 7 8",
            "O6 l# 34 56 78",
            "+33 6 1# 34 56 78",
            "+3361#345678",
            "+33 (0)6 1# 34 56 78",
            "(+33)61#345678",
            "0033 6 1# 34 56 78",
            "3361#345678",
            "tel:061#345678",
            "Tél.061#345678",
            "06 1# 34\n56 78",
            "zéro six onze# trente-quatre cinquante-six soixante-dix-huit",
            "plus trente-trois six onze# trente-quatre cinquante-six soixante-dix-huit",
            "06 1# 34 56 78 12 rue des Lilas",
            "6 1# 34 56 78",
            "mon portable 61#345678",
            "0262 1# 34 56",
            "+262 692 1# 34 56",
            "０６ １# ３４ ５６ ７８",
            "06 1# 34 56 78, 01 #3 45 67 89",
            "75011 Paris 061#345678",
            "06 1# 34 56 78 01 #3 45 67 89",
            "06·1#·34·56·78",
        ] {
            let text = complete(text);
            assert_eq!(kinds(&text), [Kind::Phone], "{text}");
        }
    }

    #[test]
    fn a_foreign_number_is_found_behind_a_plus_or_00() {
        for text in [
            "+32 470 1# 34 56",
            "+41 (0)79 1#3 45 67",
            "+44 20 7946 1#34",
            "00 21# 61# 34 56 78",
            "+1 202-456-1#34",
        ] {
            let text = complete(text);
            assert_eq!(kinds(&text), [Kind::Phone], "{text}");
        }
    }

    #[test]
    fn the_six_blocks_are_fiction() {
        for block in ["01 99 00", "02 61 91", "03 53 01", "04 65 71", "05 36 49", "06 39 98"] {
            for text in [
                format!("{block} 12 34"),
                format!("+33 {} 12 34", &block[1..]),
                format!("{} 1234", block.replace(' ', "")),
            ] {
                assert_eq!(kinds(&text), [], "{text}");
            }
        }
    }

    #[test]
    fn numbers_of_things_are_no_telephone() {
        for text in [
            "0 806 000 126",
            "08 92 12 34 56",
            "3939",
            "05/11/2026 12 personnes",
            "01 02 03 04 05 06 07 08",
            "dossier n° 061#345678",
            "123 456 789",
            "7 14 21 28 35",
            "0,612345678",
            "+12 345 678 €",
            "0,1,2,3,4,5,6,7,8,9,10",
            "2026-061#345678",
            "LA061#345678FR",
            "09:00-12:30 14",
            "https://site.example/061#345678",
            "2-07-036822-8",
        ] {
            let text = complete(text);
            assert_eq!(kinds(&text), [], "{text}");
        }
    }
}
