//! A text read as pieces: words and groups of digits, each knowing what stands between it and the piece before.
//!
//! Letters typed for digits (« O6 l2 ») and numbers in words are digits here. Whether digits form an identifier is not
//! this module's question.

use super::apart::{join_corsica, set_bullets_apart, set_coordinates_apart, set_dates_apart};
use super::normalise::{Unit, units};
use super::spoken::{self, Cut};

/// How closely two neighbours stand together, from nothing in between to something no identifier contains.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Join {
    Glued,
    Tight,
    Loose,
    Broken,
}

/// What stands between two neighbours.
#[derive(Clone, Copy, Debug)]
pub(super) struct Gap {
    pub(super) join: Join,
    /// The separator of a tight join, 0 otherwise.
    pub(super) mark: u8,
    /// Range of units.
    pub(super) from: usize,
    pub(super) to: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    Word,
    Digits,
    /// Digits with the A or B of a Corsican department after a 2.
    Corsica,
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Piece {
    pub(super) class: Class,
    /// What stands before the piece.
    pub(super) gap: Gap,
    /// Range of glyphs.
    pub(super) from: usize,
    pub(super) to: usize,
    /// A number said in words.
    pub(super) spoken: bool,
    /// Part of a web address.
    pub(super) linked: bool,
}

impl Piece {
    pub(super) fn len(&self) -> usize {
        self.to - self.from
    }

    pub(super) fn is_word(&self) -> bool {
        self.class == Class::Word
    }
}

/// The pieces of a text. Glyphs are its letters and digits after reading: those of a number in words all share the
/// place of the words.
pub(super) struct Reading {
    pub(super) units: Vec<Unit>,
    pub(super) glyphs: Vec<Unit>,
    pub(super) pieces: Vec<Piece>,
}

impl Reading {
    /// What stands after a piece; broken at the end of the text.
    pub(super) fn gap_after(&self, piece: usize) -> Gap {
        let end = self.units.len();
        let nothing = Gap { join: Join::Broken, mark: 0, from: end, to: end };
        self.pieces.get(piece + 1).map_or(nothing, |next| next.gap)
    }

    pub(super) fn glyphs_of(&self, piece: usize) -> &[Unit] {
        self.pieces.get(piece).and_then(|piece| self.glyphs.get(piece.from..piece.to)).unwrap_or(&[])
    }

    pub(super) fn units_of(&self, gap: Gap) -> &[Unit] {
        self.units.get(gap.from..gap.to).unwrap_or(&[])
    }

    /// Whether a piece is this lower-case word.
    pub(super) fn is(&self, piece: usize, word: &str) -> bool {
        same(self.glyphs_of(piece), word)
    }

    /// Byte range of the text from one piece to another, both included.
    pub(super) fn range(&self, first: usize, last: usize) -> (usize, usize) {
        let start = self.glyphs_of(first).first().map_or(0, |glyph| glyph.start);
        (start, self.glyphs_of(last).last().map_or(start, |glyph| glyph.end))
    }
}

/// Whether letters spell this lower-case word, whatever their case.
pub(super) fn same(letters: &[Unit], word: &str) -> bool {
    letters.len() == word.len()
        && letters.iter().zip(word.bytes()).all(|(unit, c)| unit.c.eq_ignore_ascii_case(&c))
}

/// The usual reading of a text, and the others that it allows: `|` between digits as a 1, number words cut elsewhere.
pub(super) fn readings(text: &str) -> Vec<Reading> {
    let units = units(text);
    let mut readings = Vec::new();
    if let Some(bars) = bars_as_ones(&units) {
        readings.push(Reader::new(bars, Cut::Usual).read());
    }
    let usual = Reader::new(units, Cut::Usual).read();
    if usual.pieces.iter().any(|piece| piece.spoken) {
        readings.push(Reader::new(usual.units.clone(), Cut::Other).read());
    }
    readings.push(usual);
    readings
}

fn bars_as_ones(units: &[Unit]) -> Option<Vec<Unit>> {
    let digit = |at: usize| units.get(at).is_some_and(|unit| is_digit_drawn(unit.c));
    let one = |at: usize| units[at].c == b'|' && (at > 0 && digit(at - 1) || digit(at + 1));
    (0..units.len()).any(one).then(|| {
        let read = |at: usize| Unit { c: if one(at) { b'1' } else { units[at].c }, ..units[at] };
        (0..units.len()).map(read).collect()
    })
}

/// A run of letters and digits, as a range of units.
#[derive(Clone, Copy)]
pub(super) struct Chunk {
    pub(super) gap: Gap,
    pub(super) from: usize,
    pub(super) to: usize,
}

struct Reader {
    units: Vec<Unit>,
    chunks: Vec<Chunk>,
    glyphs: Vec<Unit>,
    pieces: Vec<Piece>,
    link_end: usize,
    cut: Cut,
}

impl Reader {
    fn new(units: Vec<Unit>, cut: Cut) -> Self {
        let chunks = chunks(&units);
        Self { glyphs: Vec::with_capacity(units.len()), pieces: Vec::new(), link_end: 0, units, chunks, cut }
    }

    fn read(mut self) -> Reading {
        let mut at = 0;
        while let Some(chunk) = self.chunks.get(at).copied() {
            self.follow_link(chunk);
            if let Some((numerals, next)) = spoken::numerals(&self.units, &self.chunks, at, self.cut) {
                for numeral in numerals {
                    self.push_spoken(&numeral);
                }
                at = next;
            } else {
                self.push_chunk(at, chunk);
                at += 1;
            }
        }
        set_dates_apart(&self.glyphs, &mut self.pieces);
        set_coordinates_apart(&mut self.pieces);
        set_bullets_apart(&self.units, &mut self.pieces);
        join_corsica(&mut self.glyphs, &mut self.pieces);
        Reading { units: self.units, glyphs: self.glyphs, pieces: self.pieces }
    }

    fn follow_link(&mut self, chunk: Chunk) {
        let letters = &self.units[chunk.from..chunk.to];
        let after = |offset: usize| self.units.get(chunk.to + offset).map_or(0, |unit| unit.c);
        let opens = (same(letters, "http") || same(letters, "https")) && after(0) == b':' && after(1) == b'/'
            || same(letters, "www") && after(0) == b'.';
        if opens && chunk.from >= self.link_end {
            let rest = self.units[chunk.from..].iter().position(|unit| matches!(unit.c, b' ' | b'\n'));
            self.link_end = rest.map_or(self.units.len(), |length| chunk.from + length);
        }
    }

    fn push(&mut self, class: Class, gap: Gap, spoken: bool, glyphs: impl Iterator<Item = Unit>) {
        let mut gap = gap;
        if class != Class::Word {
            gap = self.absorb_separator_word(gap);
        }
        let from = self.glyphs.len();
        self.glyphs.extend(glyphs);
        let linked = gap.to < self.link_end;
        self.pieces.push(Piece { class, gap, from, to: self.glyphs.len(), spoken, linked });
    }

    /// « 06 point 12 », « 06 tiret 12 »: the word between two groups of digits is their separator.
    fn absorb_separator_word(&mut self, gap: Gap) -> Gap {
        const SAID: [&str; 8] = ["point", "tiret", "slash", "espace", "virgule", "puis", "barre", "blanc"];
        let [.., before, word] = self.pieces.as_slice() else { return gap };
        let letters = &self.glyphs[word.from..word.to];
        let absorbed = !before.is_word()
            && word.is_word()
            && gap.join < Join::Broken
            && word.gap.join < Join::Broken
            && SAID.iter().any(|said| same(letters, said));
        if !absorbed {
            return gap;
        }
        let (from, kept) = (word.gap.from, word.from);
        self.glyphs.truncate(kept);
        self.pieces.pop();
        Gap { join: Join::Loose, mark: 0, from, to: gap.to }
    }

    fn push_spoken(&mut self, numeral: &spoken::Numeral) {
        let (start, end) = (self.units[numeral.from].start, self.units[numeral.to - 1].end);
        let digits = numeral.digits();
        self.push(Class::Digits, numeral.gap, true, digits.map(|c| Unit { c, start, end }));
    }

    fn push_chunk(&mut self, at: usize, chunk: Chunk) {
        let letters = &self.units[chunk.from..chunk.to];
        let digits = letters.iter().filter(|unit| unit.c.is_ascii_digit()).count();
        let drawn = letters.iter().all(|unit| is_digit_drawn(unit.c));
        let few = digits * 2 >= letters.len() || digits > 0 && letters.len() <= 4;
        if digits == letters.len() || drawn && (few || self.stands_among_digits(at, chunk)) {
            self.push_range(Class::Digits, chunk.gap, chunk.from, chunk.to);
        } else if digits == 0 || is_time(letters) {
            self.push_range(Class::Word, chunk.gap, chunk.from, chunk.to);
        } else if is_corsican(letters) {
            self.push_range(Class::Corsica, chunk.gap, chunk.from, chunk.to);
        } else {
            self.push_mixed(chunk);
        }
    }

    /// « O », « l », « ol » before digits, up to three such letters between digits, or « oo » after two groups of them.
    fn stands_among_digits(&self, at: usize, chunk: Chunk) -> bool {
        let starts_with_digit = |next: &Chunk| {
            let first = self.units[next.from].c;
            let second = self.units[next.from..next.to].get(1).is_some_and(|unit| unit.c.is_ascii_digit());
            let tight = next.gap.join == Join::Tight && next.gap.mark != b'\'';
            tight && (first.is_ascii_digit() || second && is_digit_drawn(first))
        };
        let letters = &self.units[chunk.from..chunk.to];
        let after_digits =
            self.pieces.last().is_some_and(|piece| !piece.is_word()) && chunk.gap.join == Join::Tight;
        let zero = letters.iter().any(|unit| matches!(unit.c, b'o' | b'O'));
        if let [.., before, _] = self.pieces.as_slice()
            && !before.is_word()
            && after_digits
            && zero
            && letters.len() == 2
        {
            return true;
        }
        self.chunks.get(at + 1).is_some_and(starts_with_digit)
            && (letters.len() == 1 || letters.len() <= 3 && after_digits || letters.len() == 2 && zero)
    }

    fn push_range(&mut self, class: Class, gap: Gap, from: usize, to: usize) {
        let read = |unit: &Unit| match class {
            Class::Word => *unit,
            Class::Digits => Unit { c: digit_drawn(unit.c).unwrap_or(unit.c), ..*unit },
            Class::Corsica => Unit { c: digit_drawn(unit.c).unwrap_or(unit.c.to_ascii_uppercase()), ..*unit },
        };
        let glyphs: Vec<Unit> = self.units[from..to].iter().map(read).collect();
        self.push(class, gap, false, glyphs.into_iter());
    }

    /// « tel0612 », « FR76 »: cuts where letters and digits meet, after giving back letters drawn for digits.
    fn push_mixed(&mut self, chunk: Chunk) {
        let mut from = chunk.from;
        let mut gap = chunk.gap;
        if let Some(plate) = self.plate_at_end(chunk) {
            for (class, end) in [(Class::Word, plate), (Class::Word, plate + 2), (Class::Digits, plate + 5)] {
                if from < end {
                    self.push_range(class, gap, from, end);
                    gap = Gap { join: Join::Glued, mark: 0, from: end, to: end };
                    from = end;
                }
            }
        }
        while from < chunk.to {
            let to = self.end_of_run(from, chunk.to);
            let class = if is_digit_drawn(self.units[from].c) && self.has_digit(from, to) {
                Class::Digits
            } else {
                Class::Word
            };
            self.push_range(class, gap, from, to);
            gap = Gap { join: Join::Glued, mark: 0, from: to, to };
            from = to;
        }
    }

    /// « `ABl23CD` », « `plaqueABO12CD` »: two letters, three digits or letters drawn for them, two letters.
    fn plate_at_end(&self, chunk: Chunk) -> Option<usize> {
        let start = chunk.to.checked_sub(7).filter(|start| *start >= chunk.from)?;
        let letters = |from: usize, to: usize| self.units[from..to].iter().all(|unit| unit.is_letter());
        let digits = self.units[start + 2..start + 5].iter().all(|unit| is_digit_drawn(unit.c));
        let shaped = letters(chunk.from, start + 2) && letters(start + 5, chunk.to);
        (shaped && digits && self.has_digit(start + 2, start + 5)).then_some(start)
    }

    fn has_digit(&self, from: usize, to: usize) -> bool {
        self.units[from..to].iter().any(|unit| unit.c.is_ascii_digit())
    }

    /// End of the digits or of the letters that begin at `from`.
    fn end_of_run(&self, from: usize, limit: usize) -> usize {
        let is_digit = |at: usize| self.units[at].c.is_ascii_digit();
        if !is_digit(from) {
            let mut to = from;
            while to < limit && !is_digit(to) {
                to += 1;
            }
            return to;
        }
        let mut to = from;
        while to < limit {
            let mut drawn = to;
            while drawn < limit && !is_digit(drawn) && digit_drawn(self.units[drawn].c).is_some() {
                drawn += 1;
            }
            let holds = drawn == limit || is_digit(drawn);
            if drawn == to && !is_digit(to) || !holds {
                break;
            }
            to = if drawn == to { to + 1 } else { drawn };
        }
        to
    }
}

fn is_digit_drawn(c: u8) -> bool {
    c.is_ascii_digit() || digit_drawn(c).is_some()
}

/// The digit that a letter may be typed for.
fn digit_drawn(c: u8) -> Option<u8> {
    match c {
        b'o' | b'O' => Some(b'0'),
        b'l' | b'I' => Some(b'1'),
        _ => None,
    }
}

/// « 14h », « 14h30 »: a time is read as a word, so that no number runs through it.
fn is_time(letters: &[Unit]) -> bool {
    let hour = letters.iter().position(|unit| matches!(unit.c, b'h' | b'H'));
    matches!(hour, Some(1 | 2))
        && letters.len() <= 5
        && letters.iter().filter(|unit| unit.is_letter()).count() == 1
}

fn is_corsican(letters: &[Unit]) -> bool {
    let mut found = 0;
    for (at, unit) in letters.iter().enumerate() {
        if matches!(unit.c, b'a' | b'A' | b'b' | b'B') && at > 0 && letters[at - 1].c == b'2' {
            found += 1;
        } else if !is_digit_drawn(unit.c) {
            return false;
        }
    }
    found == 1
}

fn chunks(units: &[Unit]) -> Vec<Chunk> {
    let mut chunks = Vec::new();
    let mut at = 0;
    while at < units.len() {
        let from = at + units[at..].iter().take_while(|unit| !unit.is_alphanumeric()).count();
        let to = from + units[from..].iter().take_while(|unit| unit.is_alphanumeric()).count();
        if from < to {
            chunks.push(Chunk { gap: gap(units, at, from), from, to });
        }
        at = to;
    }
    chunks
}

/// Separators seen inside one number; anything else parts two values.
const SOFT: &[u8] = b" \n.-/_,()[]{}<>*~|\\=:;#'`^";
/// Separators that need to touch what they part: « 12 : 06 » and « champ 3 = 06 » hold two values.
const TOUCHING: &[u8] = b"=:;#`|";
/// More than this between two groups, and they belong to two values.
const LONGEST_GAP: usize = 8;

fn gap(units: &[Unit], from: usize, to: usize) -> Gap {
    let between = &units[from..to];
    let join = match between {
        [] => Join::Glued,
        _ if from == 0
            || between.len() > LONGEST_GAP
            || between.iter().any(|unit| !SOFT.contains(&unit.c)) =>
        {
            Join::Broken
        }
        [one] if one.c != b'\n' => Join::Tight,
        _ if between.iter().any(|unit| TOUCHING.contains(&unit.c)) => Join::Broken,
        _ => Join::Loose,
    };
    let mark = if join == Join::Tight { between[0].c } else { 0 };
    Gap { join, mark, from, to }
}

#[cfg(test)]
pub(super) fn read_as(text: &str, cut: Cut) -> Reading {
    Reader::new(units(text), cut).read()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(text: &str) -> String {
        let reading = read_as(text, Cut::Usual);
        let one = |at: usize| {
            let letters: String = reading.glyphs_of(at).iter().map(|unit| char::from(unit.c)).collect();
            if reading.pieces[at].is_word() { letters } else { format!("<{letters}>") }
        };
        (0..reading.pieces.len()).map(one).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn letters_drawn_for_digits_are_digits() {
        assert_eq!(pieces("O6 l2 34 OO 78, Il est l'ami"), "<06> <12> <34> <00> <78> Il est l ami");
        assert_eq!(pieces("FR7O 061O2 AB1O3CD"), "FR <70> <06102> AB <103> CD");
    }

    #[test]
    fn letters_and_digits_part_where_they_meet() {
        assert_eq!(
            pieces("tel0612 99ZZ00001 2A 1950 62B999"),
            "tel <0612> <99> ZZ <00001> <2A> <1950> <62B999>"
        );
    }

    #[test]
    fn a_date_or_a_time_is_no_group_of_digits() {
        assert_eq!(pieces("05/11/2026 06 à 14h30, 05/11/26"), "05 11 2026 <06> a 14h30 05 11 26");
        assert_eq!(pieces("06/12/34/56/78"), "<06> <12> <34> <56> <78>");
    }

    #[test]
    fn numbers_in_words_are_groups_of_digits() {
        assert_eq!(pieces("zéro six point trente-neuf un ami"), "<0> <6> <39> <1> ami");
        assert_eq!(pieces("j'ai un vélo et deux amis"), "j ai un velo et deux amis");
    }

    #[test]
    fn a_bar_can_be_a_one() {
        let pieces =
            |text: &str| readings(text).iter().map(|reading| reading.pieces.len()).collect::<Vec<_>>();
        assert_eq!(pieces("a | b"), [2]);
        assert_eq!(pieces("06|2"), [1, 2]);
    }
}
