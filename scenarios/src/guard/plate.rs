//! Number plates: AB-123-CD since 2009 (SIV), 1234 AB 75 before (FNI).
//!
//! Source: our notes on procedures (section F), read on 2026-11-23: letters without I, O and U, never SS, digits 001 to
//! 999. So **000 or SS is fiction**, and so are FNI plates of departments 96, 98 and 00. WW on
//! the left is a temporary plate, and somebody's.

use super::claim::{Claim, Rank};
use super::context::{Label, label_before, names_a_thing};
use super::detect::Kind;
use super::normalise::Unit;
use super::reading::{Class, Join, Reading, same};

pub(super) fn claims(reading: &Reading, claims: &mut Vec<Claim>) {
    for first in 0..reading.pieces.len() {
        claims.extend(
            siv(reading, first).or_else(|| fni(reading, first)).or_else(|| spelled_fni(reading, first)),
        );
    }
}

/// Words of two or three letters that stand around numbers in prose.
const WORDS: [&str; 46] = [
    "le", "la", "les", "de", "des", "en", "et", "ce", "se", "sa", "ses", "ne", "me", "ma", "mes", "ta", "te",
    "tes", "je", "par", "pas", "est", "ans", "cas", "car", "art", "bat", "apt", "res", "esc", "etg", "av",
    "ave", "bd", "ch", "rte", "all", "eme", "er", "re", "pp", "bp", "cs", "an", "cle", "hab",
];
/// Units of measure and months, likewise.
const UNITS: [&str; 27] = [
    "km", "kg", "kw", "kwh", "mg", "ml", "cl", "cm", "mm", "mn", "ms", "mb", "gb", "hz", "ha", "cv", "ht",
    "ttc", "jan", "fev", "mar", "avr", "sep", "dec", "sec", "px", "pt",
];

fn is_word(letters: &[Unit]) -> bool {
    WORDS.iter().chain(&UNITS).any(|word| same(letters, word))
}

fn is_unit(letters: &[Unit]) -> bool {
    UNITS.iter().any(|word| same(letters, word))
}

fn is_upper(letters: &[Unit]) -> bool {
    letters.iter().all(|unit| unit.c.is_ascii_uppercase())
}

/// A word beside the plate is in capitals too: « LE 123 DE LA RUE ».
fn is_shouted(reading: &Reading, first: usize, last: usize) -> bool {
    let shouts = |at: usize| {
        let letters = reading.glyphs_of(at);
        letters.len() > 1 && is_upper(letters)
    };
    first.checked_sub(1).is_some_and(shouts) || shouts(last + 1)
}

/// Whether some pieces are parted by spaces, as words are.
fn is_spaced(reading: &Reading, first: usize, last: usize) -> bool {
    let gaps = reading.pieces.get(first + 1..=last).unwrap_or(&[]);
    gaps.iter().any(|piece| piece.gap.mark == b' ' || piece.gap.join == Join::Loose)
}

fn is_announced(reading: &Reading, first: usize) -> bool {
    matches!(label_before(reading, first), Some((Label::Plate, _)))
}

/// Letters that plates use.
fn are_plate_letters(letters: &[Unit]) -> bool {
    let used = |unit: &Unit| {
        unit.c.is_ascii_alphabetic() && !matches!(unit.c.to_ascii_uppercase(), b'I' | b'O' | b'U')
    };
    letters.iter().all(used)
}

/// AB-123-CD, with letters one by one or not, and digits one by one or not.
fn siv(reading: &Reading, first: usize) -> Option<Claim> {
    let (left, mut at) = pair(reading, first)?;
    let from = at;
    let mut width = 0;
    while width < 3 {
        let piece = reading
            .pieces
            .get(at)
            .filter(|piece| piece.class == Class::Digits && piece.gap.join < Join::Broken)?;
        width += piece.len();
        at += 1;
    }
    let joined = reading.pieces.get(at).is_some_and(|piece| piece.gap.join < Join::Broken);
    let (right, next) = pair(reading, at)?;
    let last = next - 1;
    let split = |first: usize, next: usize| next - first > 1;
    if width != 3 || !joined || split(first, from) != split(at, next) || !stands_alone(reading, first, last) {
        return None;
    }
    let digits = (from..at).flat_map(|piece| reading.glyphs_of(piece)).map(|unit| unit.c);
    let fiction = digits.eq(*b"000") || same(left, "ss") || same(right, "ss");
    let prose = is_spaced(reading, first, last) && is_prose(reading, (first, left), (last, right));
    let real = are_plate_letters(left) && are_plate_letters(right) && !prose && !is_reference(reading, first);
    claim(reading, first, last, fiction, real)
}

/// « le 123 de », « le 123 AB »: the two pairs of letters are words of a sentence.
fn is_prose(reading: &Reading, (first, left): (usize, &[Unit]), (last, right): (usize, &[Unit])) -> bool {
    let words = is_word(left) && is_word(right);
    let alike = is_upper(left) == is_upper(right);
    if alike && is_upper(left) {
        return words && is_shouted(reading, first, last);
    }
    !is_announced(reading, first) && (words || !alike && (is_word(left) || is_word(right)))
}

/// Two letters, together or one by one, and the piece after them.
fn pair(reading: &Reading, at: usize) -> Option<(&[Unit], usize)> {
    let letters = reading.glyphs_of(at);
    if !reading.pieces.get(at)?.is_word() {
        return None;
    }
    let second = reading.pieces.get(at + 1);
    if letters.len() == 2 {
        Some((letters, at + 1))
    } else if letters.len() == 1
        && second.is_some_and(|piece| {
            piece.is_word() && piece.len() == 1 && matches!(piece.gap.mark, b' ' | b'-' | b'.')
        })
    {
        let from = reading.pieces.get(at)?.from;
        reading.glyphs.get(from..from + 2).map(|letters| (letters, at + 2))
    } else {
        None
    }
}

/// 1234 AB 75: two to four digits, two or three letters, a department.
fn fni(reading: &Reading, first: usize) -> Option<Claim> {
    let piece = |at: usize| reading.pieces.get(first + at);
    let (number, letters, place) = (piece(0)?, piece(1)?, piece(2)?);
    let department = reading.glyphs_of(first + 2);
    let mut last = first + 2;
    let corsican = place.class == Class::Corsica && department.len() == 2;
    let split = same(department, "2")
        && piece(3).is_some_and(|after| after.gap.join == Join::Glued)
        && (reading.is(first + 3, "a") || reading.is(first + 3, "b"));
    last += usize::from(split);
    let shaped = number.class == Class::Digits
        && !number.spoken
        && (2..=4).contains(&number.len())
        && letters.is_word()
        && (2..=3).contains(&letters.len())
        && letters.gap.join < Join::Broken
        && !place.is_word()
        && !place.spoken
        && place.gap.join < Join::Broken;
    if !shaped || !stands_alone(reading, first, last) {
        return None;
    }
    let code = if corsican || split { Some(20) } else { super::nir::value(&bytes(department)) };
    let digits = |range| {
        department.len() == 2
            && code.is_some_and(|code| matches!((range, code), (0, 1..=95) | (1, 0 | 96 | 98)))
    };
    let overseas = department.len() == 3 && matches!(code, Some(971..=978));
    let (real, fiction) = (corsican || split || overseas || digits(0), digits(1));
    let letters = reading.glyphs_of(first + 1);
    let zero = reading.glyphs_of(first).first().is_some_and(|unit| unit.c == b'0');
    let likely = is_announced(reading, first) || is_likely(reading, first, last);
    let claimed = real && are_plate_letters(letters) && likely && !zero && !is_reference(reading, first);
    claim(reading, first, last, fiction, claimed)
}

/// « 1 2 3 4 A B 7 5 »: each character apart.
fn spelled_fni(reading: &Reading, first: usize) -> Option<Claim> {
    let run = |from: usize, word: bool, most: usize| {
        let apart = |at: &usize| {
            let piece = reading
                .pieces
                .get(*at)
                .filter(|piece| piece.len() == 1 && piece.is_word() == word && !piece.spoken);
            piece.is_some_and(|piece| *at == first || piece.gap.join == Join::Tight)
        };
        from + (from..from + most).take_while(apart).count()
    };
    let letters = run(first, false, 4);
    let place = run(letters, true, 3);
    if letters < first + 2 || place < letters + 2 {
        return None;
    }
    let end = run(place, false, 3);
    let corsican =
        end == place + 1 && (reading.is(end, "a") || reading.is(end, "b")) && reading.is(place, "2");
    let last = if corsican { end } else { end.checked_sub(1)? };
    let glyphs = |from: usize, to: usize| {
        (from..to).flat_map(|at| reading.glyphs_of(at)).copied().collect::<Vec<Unit>>()
    };
    let department = super::nir::value(&bytes(&glyphs(place, end)));
    let placed = match end - place {
        1 => corsican,
        2 => matches!(department, Some(0..=96 | 98)),
        _ => matches!(department, Some(971..=978)),
    };
    if !are_plate_letters(&glyphs(letters, place)) || !placed || !stands_alone(reading, first, last) {
        return None;
    }
    let fiction = end - place == 2 && matches!(department, Some(0 | 96 | 98));
    claim(reading, first, last, fiction, !is_reference(reading, first))
}

/// Whether a number, letters and a department are no number, word and number of a sentence.
fn is_likely(reading: &Reading, first: usize, last: usize) -> bool {
    let letters = reading.glyphs_of(first + 1);
    let digits = reading.glyphs_of(first).len();
    let glued = reading.gap_after(first).join == Join::Glued;
    let whole = first == 0 && last + 1 == reading.pieces.len();
    let vowel = letters.iter().any(|unit| matches!(unit.c.to_ascii_lowercase(), b'a' | b'e' | b'y'));
    if is_spaced(reading, first, last) {
        if is_upper(letters) {
            return !is_word(letters)
                || digits > 2 && (digits == 4 || !is_unit(letters)) && !is_shouted(reading, first, last);
        }
        return !is_word(letters) && (whole || letters.len() == 2 || !vowel);
    }
    match (is_word(letters), glued) {
        (true, true) => digits == 4,
        (true, false) => digits > 2,
        (false, true) => digits + letters.len() > 4,
        (false, false) => true,
    }
}

fn bytes(units: &[Unit]) -> Vec<u8> {
    units.iter().take(4).map(|unit| unit.c).collect()
}

fn claim(reading: &Reading, first: usize, last: usize, fiction: bool, real: bool) -> Option<Claim> {
    let (start, end) = reading.range(first, last);
    (fiction || real).then_some(Claim {
        rank: Rank::Plate,
        real: (!fiction).then_some(Kind::Plate),
        start,
        end,
    })
}

fn is_reference(reading: &Reading, first: usize) -> bool {
    names_a_thing(reading, first) || reading.pieces.get(first).is_some_and(|piece| piece.linked)
}

/// Not cut out of something longer: « REF-AB-123-CD », « il y a 250 l d'eau ».
fn stands_alone(reading: &Reading, first: usize, last: usize) -> bool {
    let before = reading.pieces.get(first).map(|piece| piece.gap);
    let labelled = first > 0 && matches!(super::context::label(reading, first - 1), Some(Label::Plate));
    let clear_before = first == 0
        || labelled
        || before.is_some_and(|gap| gap.join > Join::Glued && !matches!(gap.mark, b'-' | b'_' | b'.' | b','));
    let after = reading.gap_after(last);
    let clear_after = last + 1 == reading.pieces.len()
        || after.join > Join::Glued && !matches!(after.mark, b'-' | b'_' | b'\'' | b',');
    clear_before && clear_after
}

#[cfg(test)]
mod tests {
    use super::super::detect::kinds;
    use super::*;

    /// Nobody's plate stands in the code: `#` is a 3, put in when the test runs.
    fn complete(text: &str) -> String {
        text.replace("#trois", "trois").replace('#', "3")
    }

    #[test]
    fn a_plate_is_found_however_it_is_written() {
        for text in [
            "AB-12#-CD",
            "ab-12#-cd",
            "AB 12# CD",
            "AB12#CD",
            "ab12#cd",
            "AB.12#.CD",
            "AB_12#/CD",
            "ab 12# cd",
            "A B 1 2 # C D",
            "1 2 # 4 A B 7 5",
            "1 2 # A B 2 B",
            "ABl2#CD",
            "plaqueAB12#CD",
            "AB-1O#-CD",
            "plaque:AB-12#-CD",
            "1#34 AB 75",
            "12# ABC 974",
            "1#34AB2A",
            "1#34-ab-2b",
            "ma voiture (AB-12#-CD)",
            "AB – 12# – CD",
            "WW-12#-AB",
            "MA-12#-BP",
            "1#34 SA 2A",
            "1#34.sa.2a",
            "AB cent vingt-#trois CD",
        ] {
            let text = complete(text);
            assert_eq!(kinds(&text), [Kind::Plate], "{text}");
        }
    }

    #[test]
    fn block_000_the_pair_ss_and_three_departments_are_fiction() {
        for text in [
            "GA-000-ZZ",
            "ga000zz",
            "ZZ 000 AB",
            "SS-123-AB",
            "AB-123-SS",
            "123 AB 96",
            "1234 AB 98",
            "12 ABC 00",
            "c'est le 123 AB 96",
            "1 2 3 A B 9 6",
        ] {
            assert_eq!(kinds(text), [], "{text}");
        }
    }

    #[test]
    fn prose_and_references_are_no_plates() {
        for text in [
            "le 123 de la rue",
            "AB-12",
            "REF-AB-12#-CD",
            "12 et 13 mai",
            "2099ZZ00001",
            "dossier AB-12#-CD",
            "il y a 250 l d'eau",
            "12 rue 75",
            "18 ans 75",
            "UI-123-AB",
            "1AJ",
            "de 100 km",
            "12 dec 24",
            "LE 12# DE LA RUE",
            "2 85 07 clé 78",
            "550e8400-e29b-41d4-a716-446655440000",
            "99ZZ00000",
        ] {
            let text = complete(text);
            assert_eq!(kinds(&text), [], "{text}");
        }
    }
}
