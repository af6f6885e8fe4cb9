//! Stretches of neighbouring groups of digits, each a candidate for one number.
//!
//! It says whether a stretch stands alone or is cut out of something longer; it does not know what a number means.

use super::context::{Label, is_glued_label, is_labelled, label_before, names_a_thing};
use super::reading::{Class, Gap, Join, Piece, Reading};

/// The longest number looked for: a bank account with its French check, 25 digits.
const LONGEST: usize = 25;
/// The shortest: a number of a small country behind its code.
const SHORTEST: usize = 8;

/// Consecutive groups of digits.
pub(super) struct Span<'a> {
    pub(super) reading: &'a Reading,
    /// First and last piece, both included.
    pub(super) first: usize,
    pub(super) last: usize,
    /// Where a plus before it stands in the text, written or said.
    pub(super) plus: Option<usize>,
    /// Whatever it holds, it is the middle of a row of groups like its first.
    within_row: bool,
    buffer: [u8; LONGEST],
    length: usize,
}

/// Calls `visit` with every stretch of 8 to 25 digits that begins and ends with a group.
pub(super) fn each_span(reading: &Reading, mut visit: impl FnMut(&Span)) {
    for first in 0..reading.pieces.len() {
        if reading.pieces.get(first).is_none_or(Piece::is_word) {
            continue;
        }
        let plus = plus_before(reading, first);
        let within_row = is_within_row(reading, first);
        let mut span =
            Span { reading, first, last: first, plus, within_row, buffer: [0; LONGEST], length: 0 };
        while span.take(span.last) {
            if span.length >= SHORTEST {
                visit(&span);
            }
            span.last += 1;
            if reading.pieces.get(span.last).is_none_or(|next| next.gap.join == Join::Broken) {
                break;
            }
        }
    }
}

impl Span<'_> {
    fn take(&mut self, piece: usize) -> bool {
        let glyphs = self.reading.glyphs_of(piece);
        let digits = self.reading.pieces.get(piece).is_some_and(|piece| !piece.is_word());
        let Some(room) = self.buffer.get_mut(self.length..self.length + glyphs.len()) else { return false };
        for (place, glyph) in room.iter_mut().zip(glyphs) {
            *place = glyph.c;
        }
        self.length += glyphs.len();
        digits
    }

    /// The digits in ASCII; an A or B after the 2 of a Corsican department.
    pub(super) fn digits(&self) -> &[u8] {
        self.buffer.get(..self.length).unwrap_or(&[])
    }

    pub(super) fn range(&self) -> (usize, usize) {
        self.reading.range(self.first, self.last)
    }

    pub(super) fn pieces(&self) -> &[Piece] {
        self.reading.pieces.get(self.first..=self.last).unwrap_or(&[])
    }

    pub(super) fn groups(&self) -> impl ExactSizeIterator<Item = usize> + '_ {
        self.pieces().iter().map(Piece::len)
    }

    /// Whether its groups have exactly these lengths.
    pub(super) fn is_grouped(&self, lengths: &[usize]) -> bool {
        self.groups().eq(lengths.iter().copied())
    }

    pub(super) fn has_letter(&self) -> bool {
        self.pieces().iter().any(|piece| piece.class == Class::Corsica)
    }

    pub(super) fn is_spoken(&self) -> bool {
        self.pieces().iter().any(|piece| piece.spoken)
    }

    pub(super) fn is_linked(&self) -> bool {
        self.pieces().iter().any(|piece| piece.linked)
    }

    pub(super) fn is_labelled(&self, label: Label) -> bool {
        is_labelled(self.reading, self.first, self.last, label)
    }

    pub(super) fn names_a_thing(&self) -> bool {
        names_a_thing(self.reading, self.first)
    }

    pub(super) fn gap_before(&self) -> Option<Gap> {
        self.pieces().first().map(|piece| piece.gap)
    }

    /// Gaps between its groups.
    pub(super) fn gaps(&self) -> impl Iterator<Item = Gap> + '_ {
        self.pieces().iter().skip(1).map(|piece| piece.gap)
    }

    /// The one separator between all its groups.
    pub(super) fn mark(&self) -> Option<u8> {
        let mut marks = self.gaps().map(|gap| gap.mark);
        let first = marks.next()?;
        (first != 0 && marks.all(|mark| mark == first)).then_some(first)
    }

    /// An amount in thousands: « 1 250 000 000 ».
    pub(super) fn is_in_thousands(&self) -> bool {
        self.groups().len() > 1
            && self.groups().next().is_some_and(|first| first <= 3)
            && self.groups().skip(1).all(|length| length == 3)
            && matches!(self.mark(), Some(b' ' | b'.' | b','))
    }

    /// « 3,14159265358979 ».
    pub(super) fn is_decimal(&self) -> bool {
        self.is_grouped(&[1, self.length.saturating_sub(1)]) && matches!(self.mark(), Some(b'.' | b','))
    }

    /// The numbers of a lottery or of a series.
    pub(super) fn is_drawn_by_lot(&self) -> bool {
        matches!(label_before(self.reading, self.first), Some((Label::Series, _)))
    }

    pub(super) fn stands_alone(&self) -> bool {
        self.is_clear_before() && self.is_clear_after()
    }

    /// Other digits stand next to it, whether they belong to it or not.
    pub(super) fn touches_digits(&self) -> bool {
        let digits = |at: usize| self.reading.pieces.get(at).is_some_and(|piece| !piece.is_word());
        let before = self.first > 0 && digits(self.first - 1);
        let near = |gap: Gap| gap.join < Join::Broken;
        before && self.gap_before().is_some_and(near)
            || digits(self.last + 1) && near(self.reading.gap_after(self.last))
    }

    /// Nothing before it belongs to the same number.
    pub(super) fn is_clear_before(&self) -> bool {
        if self.within_row && self.first < self.last {
            return false;
        }
        let Some(gap) = self.gap_before() else { return true };
        let Some(before) = self.first.checked_sub(1).and_then(|at| self.reading.pieces.get(at)) else {
            return true;
        };
        match gap.join {
            Join::Broken => true,
            Join::Glued => is_glued_label(self.reading, self.first - 1),
            _ if !before.is_word() => self.is_parted(gap, before),
            Join::Tight => {
                !self.is_one_group() || !hyphens(gap) || is_glued_label(self.reading, self.first - 1)
            }
            Join::Loose => true,
        }
    }

    /// Nothing after it belongs to the same number.
    pub(super) fn is_clear_after(&self) -> bool {
        let gap = self.reading.gap_after(self.last);
        let Some(after) = self.reading.pieces.get(self.last + 1) else { return true };
        match gap.join {
            Join::Broken => true,
            Join::Glued => after.is_word() && after.len() >= 3,
            _ if !after.is_word() => self.is_parted(gap, after),
            Join::Tight => !self.is_one_group() || !hyphens(gap) || after.len() >= 4,
            Join::Loose => true,
        }
    }

    fn is_one_group(&self) -> bool {
        self.first == self.last
    }

    /// Whether a neighbouring group of digits is another number: farther away than its own groups are from each other,
    /// behind another separator, said where these are written, or of another length where these are all alike.
    fn is_parted(&self, gap: Gap, neighbour: &Piece) -> bool {
        if neighbour.spoken != self.pieces().iter().all(|piece| piece.spoken) {
            return true;
        }
        let widest = self.gaps().map(|gap| gap.join).max().unwrap_or(Join::Glued);
        if gap.join > widest && (gap.join == Join::Loose || !hyphens(gap) && gap.mark != b'.') {
            return true;
        }
        if self.mark().is_some_and(|mark| gap.join == Join::Tight && gap.mark != mark) {
            return true;
        }
        let mut lengths = self.groups();
        let first = lengths.next().unwrap_or(0);
        self.groups().len() > 1 && lengths.all(|length| length == first) && neighbour.len() != first
    }
}

/// Where the plus before a piece stands in the text: « +33 », « (+ 33 », « plus trente-trois ».
fn plus_before(reading: &Reading, piece: usize) -> Option<usize> {
    let gap: Gap = reading.pieces.get(piece)?.gap;
    let units = reading.units_of(gap);
    let last = units.iter().rposition(|unit| !matches!(unit.c, b' ' | b'(' | b'\n'));
    if let Some(unit) = last.and_then(|at| units.get(at)).filter(|unit| unit.c == b'+') {
        return Some(unit.start);
    }
    let before = piece.checked_sub(1)?;
    (reading.is(before, "plus") && gap.mark == b' ').then(|| reading.range(before, before).0)
}

/// « 1 1 1 1 »: the group before is as long and as near as the one after, so that no stretch of several groups that
/// begins here is parted from what precedes. Spares long rows of groups most of the work.
fn is_within_row(reading: &Reading, first: usize) -> bool {
    let Some([before, piece, after]) = first.checked_sub(1).and_then(|at| reading.pieces.get(at..at + 3))
    else {
        return false;
    };
    let gap = piece.gap;
    !before.is_word()
        && [before, after].iter().all(|other| other.len() == piece.len() && other.spoken == piece.spoken)
        && gap.join == Join::Tight
        && after.gap.mark == gap.mark
}

fn hyphens(gap: Gap) -> bool {
    matches!(gap.mark, b'-' | b'_')
}

#[cfg(test)]
mod tests {
    use super::super::reading::read_as;
    use super::super::spoken::Cut;
    use super::*;

    fn alone(text: &str, digits: &str) -> bool {
        let reading = read_as(text, Cut::Usual);
        let mut alone = false;
        each_span(&reading, |span| alone |= span.digits() == digits.as_bytes() && span.stands_alone());
        alone
    }

    #[test]
    fn a_number_stands_alone_between_words_and_behind_wider_gaps() {
        assert!(alone("au 06 12 34 56, merci", "06123456"));
        assert!(alone("0612 3456, 07 34", "06123456"));
        assert!(alone("75011 06 12 34 56", "06123456"));
        assert!(alone("tel06123456", "06123456"));
        assert!(alone("06123456 AB", "06123456"));
    }

    #[test]
    fn a_part_of_a_longer_number_does_not() {
        assert!(!alone("06 12 34 56 78", "06123456"));
        assert!(!alone("AB06123456", "06123456"));
        assert!(!alone("06123456-AB", "06123456"));
        assert!(!alone("2026-06123456", "06123456"));
    }

    #[test]
    fn a_very_long_run_is_no_span() {
        let mut spans = 0;
        each_span(&read_as(&"7".repeat(1000), Cut::Usual), |_| spans += 1);
        assert_eq!(spans, 0);
    }
}
