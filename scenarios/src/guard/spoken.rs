//! Numbers said in words, as people dictate them: « zéro six, trente-neuf, double zéro, quatre-vingt-dix-huit ».
//!
//! It reads up to 9 999 at a time. Where words can be cut in two ways (« trente-six cent onze » is 36 111 or 30 611),
//! it has a usual reading and another one, and does not choose.

use super::normalise::Unit;
use super::reading::{Chunk, Gap, Join, same};

/// Where ambiguous words are cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cut {
    Usual,
    /// « trente six cent onze » is 30 611, « quatre vingt-deux » is 4 22.
    Other,
}

/// One number said in words.
pub(super) struct Numeral {
    value: u16,
    /// How often it is said: « double zéro » is 2.
    times: u8,
    pub(super) gap: Gap,
    /// Range of units.
    pub(super) from: usize,
    pub(super) to: usize,
}

impl Numeral {
    /// Its digits in ASCII, most significant first.
    pub(super) fn digits(&self) -> impl Iterator<Item = u8> + use<> {
        let (value, times) = (self.value, usize::from(self.times));
        let width = value.checked_ilog10().map_or(1, |power| power as usize + 1);
        let digit = move |at: usize| {
            let power = [1, 10, 100, 1000][(width - 1 - at % width) % 4];
            b'0' + u8::try_from(value / power % 10).unwrap_or(0)
        };
        (0..width * times).map(digit)
    }
}

/// The numbers said from chunk `at` on, and the chunk after them. `None` when nothing is said there, or when it is
/// more likely an ordinary word: « un », « deux amis ».
pub(super) fn numerals(
    units: &[Unit],
    chunks: &[Chunk],
    at: usize,
    cut: Cut,
) -> Option<(Vec<Numeral>, usize)> {
    let words = Words { units, chunks, cut };
    let first = words.letters(at);
    if word_value(first).is_none() && !same(first, "double") && !same(first, "triple") {
        return None;
    }
    let mut numerals = Vec::new();
    let mut next = at;
    // A longer dictation than any identifier is cut there, and read on by the next call.
    while numerals.len() < 32
        && (next == at || words.joined(next))
        && let Some((numeral, after)) = words.numeral(next)
    {
        numerals.push(numeral);
        next = after;
    }
    let digit_at = |at: usize| chunks.get(at).is_some_and(|chunk| units[chunk.from].c.is_ascii_digit());
    let among_digits = at > 0 && digit_at(at - 1) && digit_at(next) && words.joined(at) && words.joined(next);
    let said = match numerals.as_slice() {
        [] => false,
        [one] => one.value > 9 || one.value == 0 || one.times > 1 || among_digits && one.value > 1,
        _ => true,
    };
    said.then_some((numerals, next))
}

struct Words<'a> {
    units: &'a [Unit],
    chunks: &'a [Chunk],
    cut: Cut,
}

impl Words<'_> {
    fn letters(&self, at: usize) -> &[Unit] {
        self.chunks.get(at).map_or(&[], |chunk| &self.units[chunk.from..chunk.to])
    }

    fn joined(&self, at: usize) -> bool {
        self.chunks.get(at).is_some_and(|chunk| chunk.gap.join < Join::Broken)
    }

    /// The chunk belongs to the same number as the one before: nothing but a space or a hyphen between.
    fn continues(&self, at: usize) -> bool {
        self.chunks.get(at).is_some_and(|chunk| matches!(chunk.gap.mark, b' ' | b'-'))
    }

    fn value(&self, at: usize) -> Option<u16> {
        if self.continues(at) { word_value(self.letters(at)) } else { None }
    }

    fn numeral(&self, at: usize) -> Option<(Numeral, usize)> {
        let (times, said) = self.times(at);
        let (value, next) = self.below_ten_thousand(said)?;
        let first = self.chunks.get(at)?;
        let last = self.chunks.get(next - 1)?;
        Some((Numeral { value, times, gap: first.gap, from: first.from, to: last.to }, next))
    }

    /// « double zéro », « deux fois zéro », « trois zéros ».
    fn times(&self, at: usize) -> (u8, usize) {
        let letters = self.letters(at);
        let count = match () {
            () if same(letters, "double") || same(letters, "deux") => 2,
            () if same(letters, "triple") || same(letters, "trois") => 3,
            () if same(letters, "quatre") => 4,
            () => return (1, at),
        };
        let multiplies = same(letters, "double") || same(letters, "triple");
        if multiplies && self.value(at + 1).is_some() || same(self.letters(at + 1), "zeros") {
            (count, at + 1)
        } else if same(self.letters(at + 1), "fois") && self.value(at + 2).is_some() {
            (count, at + 2)
        } else {
            (1, at)
        }
    }

    fn below_ten_thousand(&self, at: usize) -> Option<(u16, usize)> {
        let first = word_value(self.letters(at))?;
        let (thousands, rest) = if first == THOUSAND {
            (1, at + 1)
        } else if (2..=9).contains(&first) && self.value(at + 1) == Some(THOUSAND) {
            (first, at + 2)
        } else {
            return self.below_thousand(at);
        };
        let below = self
            .value(rest)
            .filter(|value| (1..=100).contains(value))
            .and_then(|_| self.below_thousand(rest));
        Some(below.map_or((thousands * 1000, rest), |(value, next)| (thousands * 1000 + value, next)))
    }

    fn below_thousand(&self, at: usize) -> Option<(u16, usize)> {
        let first = word_value(self.letters(at))?;
        let (hundreds, rest) = if first == 100 {
            (1, at + 1)
        } else if (2..=9).contains(&first) && self.value(at + 1) == Some(100) {
            (first, at + 2)
        } else {
            return self.below_hundred(at);
        };
        let below =
            self.value(rest).filter(|value| (1..100).contains(value)).and_then(|_| self.below_hundred(rest));
        Some(below.map_or((hundreds * 100, rest), |(value, next)| (hundreds * 100 + value, next)))
    }

    fn below_hundred(&self, at: usize) -> Option<(u16, usize)> {
        let first = word_value(self.letters(at)).filter(|value| *value < 100)?;
        let (base, most, mut next) = match first {
            4 if self.value(at + 1) == Some(20) && !self.opens_twenty(at + 1) => (80, 19, at + 2),
            60 => (60, 19, at + 1),
            20 | 30 | 40 | 50 | 70 | 80 | 90 => (first, 9, at + 1),
            10 => {
                return Some(self.teen(at + 1).map_or((10, at + 1), |unit| (10 + unit, at + 2)));
            }
            _ => return Some((first, at + 1)),
        };
        if self.continues(next) && same(self.letters(next), "et") {
            next += 1;
        }
        let more = self.value(next).filter(|value| {
            (1..=most).contains(value) && !self.opens_eighty(next) && !self.opens_hundred(next)
        });
        match more {
            Some(10) => {
                let unit = self.teen(next + 1);
                Some(unit.map_or((base + 10, next + 1), |unit| (base + 10 + unit, next + 2)))
            }
            Some(more) => Some((base + more, next + 1)),
            None => Some((base, if same(self.letters(next - 1), "et") { next - 1 } else { next })),
        }
    }

    /// What « dix » takes after it: « dix-sept », « dix neuf », unless the nine opens « neuf cent ».
    fn teen(&self, at: usize) -> Option<u16> {
        self.value(at).filter(|unit| (7..=9).contains(unit) && !self.opens_hundred(at))
    }

    /// « quatre vingt-deux » cut as 4 22, unless hyphens say otherwise.
    fn opens_twenty(&self, at: usize) -> bool {
        let zero = at > 1 && same(self.letters(at - 2), "zero");
        self.cut == Cut::Other && zero && self.chunks.get(at).is_some_and(|chunk| chunk.gap.mark == b' ')
    }

    /// « trente six cent onze » cut as 30 611, « cent vingt deux cent dix » as 120 210.
    fn opens_hundred(&self, at: usize) -> bool {
        let hyphen = self.chunks.get(at).is_some_and(|chunk| chunk.gap.mark == b'-');
        self.cut == Cut::Other && !hyphen && matches!(self.value(at + 1), Some(100 | THOUSAND))
    }

    /// « trente quatre-vingt-cinq » is 30 85, unless hyphens say « trente-quatre vingt-cinq ».
    fn opens_eighty(&self, at: usize) -> bool {
        let hyphen = |at: usize| self.chunks.get(at).is_some_and(|chunk| chunk.gap.mark == b'-');
        same(self.letters(at), "quatre") && self.value(at + 1) == Some(20) && (hyphen(at + 1) || !hyphen(at))
    }
}

const THOUSAND: u16 = 1000;

fn word_value(letters: &[Unit]) -> Option<u16> {
    const WORDS: [(&str, u16); 34] = [
        ("zero", 0),
        ("zeros", 0),
        ("un", 1),
        ("deux", 2),
        ("trois", 3),
        ("quatre", 4),
        ("cinq", 5),
        ("six", 6),
        ("sept", 7),
        ("huit", 8),
        ("neuf", 9),
        ("dix", 10),
        ("onze", 11),
        ("douze", 12),
        ("treize", 13),
        ("quatorze", 14),
        ("quinze", 15),
        ("seize", 16),
        ("vingt", 20),
        ("vingts", 20),
        ("trente", 30),
        ("quarante", 40),
        ("cinquante", 50),
        ("soixante", 60),
        ("septante", 70),
        ("huitante", 80),
        ("octante", 80),
        ("nonante", 90),
        ("cent", 100),
        ("cents", 100),
        ("quatres", 4),
        ("une", 1),
        ("ving", 20),
        ("mille", THOUSAND),
    ];
    if !(2..=9).contains(&letters.len()) {
        return None;
    }
    WORDS.iter().find(|(word, _)| same(letters, word)).map(|(_, value)| *value)
}

#[cfg(test)]
mod tests {
    use super::super::reading::{Reading, read_as};
    use super::Cut;

    fn digits(text: &str) -> String {
        said(&read_as(text, Cut::Usual))
    }

    fn said(reading: &Reading) -> String {
        let groups = reading.pieces.iter().filter(|piece| piece.spoken);
        let one = |glyphs: &[super::Unit]| glyphs.iter().map(|unit| char::from(unit.c)).collect::<String>();
        groups.map(|piece| one(&reading.glyphs[piece.from..piece.to])).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn pairs_are_read_as_they_are_said_on_the_telephone() {
        assert_eq!(digits("zéro six trente-neuf quatre-vingt-dix-huit"), "0 6 39 98");
        assert_eq!(digits("soixante-dix-sept, soixante et onze, soixante et un, vingt et un"), "77 71 61 21");
        assert_eq!(digits("zero un quatre vingt dix neuf double zero dix sept"), "0 1 99 00 17");
        assert_eq!(digits("septante-deux nonante, octante trois"), "72 90 83");
    }

    #[test]
    fn eighty_after_tens_opens_a_number() {
        assert_eq!(digits("trente quatre-vingt-cinq"), "30 85");
        assert_eq!(digits("trente, quatre vingt"), "30 80");
        assert_eq!(digits("trente-quatre vingt-cinq"), "34 25");
    }

    #[test]
    fn ambiguous_words_have_another_reading() {
        let other = |text: &str| said(&read_as(text, Cut::Other));
        assert_eq!(other("trente six cent onze"), "30 611");
        assert_eq!(other("zéro quatre vingt-deux"), "0 4 22");
        assert_eq!(other("quatre-vingt-dix neuf cent deux"), "90 902");
        assert_eq!(other("quatre-vingt-deux, trente-six cent"), "82 36 100");
    }

    #[test]
    fn hundreds_and_repeats_are_read() {
        assert_eq!(digits("cent vingt-trois, quatre cent cinquante-six, deux cents"), "123 456 200");
        assert_eq!(digits("quatre mille neuf cent soixante-dix, mille douze"), "4970 1012");
        assert_eq!(digits("trois zéros, deux fois douze, triple sept"), "000 1212 777");
    }

    #[test]
    fn a_number_word_alone_in_a_sentence_stays_a_word() {
        assert_eq!(digits("un ami, deux amies, sept nains et six roses"), "");
    }
}
