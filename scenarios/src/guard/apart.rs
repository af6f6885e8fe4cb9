//! What is set apart before numbers are looked for: dates and places on a map, which no number runs through, and the
//! letter of a Corsican department, which one does.
//!
//! It changes how pieces are read, never where they stand.

use super::normalise::Unit;
use super::reading::{Class, Join, Piece};

/// Makes words of the groups of a date, so that no number runs through it.
pub(super) fn set_dates_apart(glyphs: &[Unit], pieces: &mut [Piece]) {
    let number = |piece: &Piece| {
        let digits = glyphs.get(piece.from..piece.to).unwrap_or(&[]);
        digits.iter().take(4).fold(0_u32, |number, unit| number * 10 + u32::from(unit.c.wrapping_sub(b'0')))
    };
    for at in 2..pieces.len() {
        let [a, b, c] = [pieces[at - 2], pieces[at - 1], pieces[at]];
        if [a, b, c].iter().any(|piece| piece.class != Class::Digits || piece.spoken || piece.len() > 4) {
            continue;
        }
        let mark = b.gap.mark;
        let goes_on = at + 1 < pieces.len() && !pieces[at + 1].is_word() && pieces[at + 1].gap.mark == mark;
        let comes_from = at > 2 && !pieces[at - 3].is_word() && a.gap.mark == mark;
        let apart = c.gap.mark == mark && !goes_on && !comes_from;
        let (day, month, year) = if a.len() == 4 { (c, b, a) } else { (a, b, c) };
        let dated = day.len() <= 2
            && month.len() <= 2
            && (1..=31).contains(&number(&day))
            && (1..=12).contains(&number(&month));
        let long = year.len() == 4
            && (1900..2100).contains(&number(&year))
            && matches!(mark, b'/' | b'-' | b'.' | b' ');
        let short = year.len() == 2 && mark == b'/';
        if apart && dated && (long || short) {
            for piece in &mut pieces[at - 2..=at] {
                piece.class = Class::Word;
            }
        }
    }
}

/// « 48.8566, 2.3522 »: a place on a map is no number of somebody.
pub(super) fn set_coordinates_apart(pieces: &mut [Piece]) {
    for at in 3..pieces.len() {
        let [a, b, c, d] = [pieces[at - 3], pieces[at - 2], pieces[at - 1], pieces[at]];
        let decimal =
            |whole: &Piece, part: &Piece| whole.len() <= 3 && part.len() >= 4 && part.gap.mark == b'.';
        let digits = [a, b, c, d].iter().all(|piece| piece.class == Class::Digits);
        if digits && decimal(&a, &b) && decimal(&c, &d) && c.gap.mark != b'.' && a.gap.mark != b'.' {
            for piece in &mut pieces[at - 3..=at] {
                piece.class = Class::Word;
            }
        }
    }
}

/// « 1) 06 12 … »: the number of a line.
pub(super) fn set_bullets_apart(units: &[Unit], pieces: &mut [Piece]) {
    let holds = |piece: &Piece, c: u8| {
        units.get(piece.gap.from..piece.gap.to).unwrap_or(&[]).iter().any(|unit| unit.c == c)
    };
    for at in 1..pieces.len() {
        let [bullet, after] = [pieces[at - 1], pieces[at]];
        let closes = units.get(after.gap.from).is_some_and(|unit| unit.c == b')');
        if bullet.class == Class::Digits && bullet.len() < 3 && closes && !holds(&bullet, b'(') {
            pieces[at - 1].class = Class::Word;
        }
    }
}

/// « 2 A 004 », « deux B zéro »: the letter of a Corsican department, apart from its digit.
pub(super) fn join_corsica(glyphs: &mut [Unit], pieces: &mut [Piece]) {
    for at in 1..pieces.len().saturating_sub(1) {
        let [before, letter, after] = [pieces[at - 1], pieces[at], pieces[at + 1]];
        let close = letter.gap.join < Join::Broken && after.gap.join < Join::Broken;
        let glued = letter.gap.join == Join::Glued || after.gap.join == Join::Glued;
        let corsican = match glyphs[letter.from].c {
            b'A' | b'B' | b'b' => true,
            b'a' => glued,
            _ => false,
        };
        let two = before.class == Class::Digits && glyphs[before.to - 1].c == b'2';
        if letter.is_word() && letter.len() == 1 && corsican && close && two && after.class == Class::Digits {
            glyphs[letter.from].c.make_ascii_uppercase();
            pieces[at].class = Class::Corsica;
        }
    }
}
