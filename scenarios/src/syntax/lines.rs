//! The lines of a text as an author sees them: a margin, perhaps a dash, perhaps a key, and the rest.
//!
//! A guess for explaining slips, never a parser: the tree comes from YAML's own.

use super::{events::MAX_NODES, mend::Edit};
use crate::text::Span;

/// One line, in bytes of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Line {
    /// Without its line break.
    pub(crate) span: Span,
    /// Characters before the first written one.
    pub(crate) margin: usize,
    /// Where the first written character stands.
    pub(crate) start: usize,
    /// Column of the key, after the dash if there is one.
    pub(crate) key_column: usize,
    pub(crate) dash: bool,
    pub(crate) key: Option<Span>,
    /// After the dash and the key.
    pub(crate) value: Span,
}

impl Line {
    fn is_blank(&self) -> bool {
        self.value.start == self.value.end && self.key.is_none() && !self.dash
    }

    /// Reads the line as if its margin were `margin` spaces.
    pub(crate) fn move_to(&mut self, margin: usize) {
        self.key_column = self.key_column - self.margin + margin;
        self.margin = margin;
    }
}

/// The lines of `content` with something on them, a comment being nothing; past the budget, one more.
pub(crate) fn lines(content: &str) -> Vec<Line> {
    let mut all = Vec::new();
    let mut start = 0;
    for written in content.split_inclusive('\n') {
        all.extend(Some(line(written.trim_end_matches(['\n', '\r']), start)).filter(|line| !line.is_blank()));
        start += written.len();
        if all.len() > MAX_NODES {
            break;
        }
    }
    all
}

/// Index of the line that holds byte `at`, or of the nearest above.
pub(crate) fn holding(lines: &[Line], at: usize) -> usize {
    lines.partition_point(|line| line.span.start <= at).saturating_sub(1)
}

/// Follows an edit that changes the margin of a line.
pub(crate) fn move_margin(lines: &mut [Line], edit: &Edit) {
    let index = holding(lines, edit.span.start);
    if let Some(line) =
        lines.get_mut(index).filter(|line| edit.span == Span::new(line.span.start, line.start))
    {
        line.move_to(edit.replacement.len());
    }
}

fn line(written: &str, base: usize) -> Line {
    let rest = written.trim_start();
    let margin = written[..written.len() - rest.len()].chars().count();
    let start = base + written.len() - rest.len();
    let mut line = Line {
        span: Span::new(base, base + written.len()),
        margin,
        start,
        key_column: margin,
        dash: false,
        key: None,
        value: Span::new(start, start),
    };
    if rest.starts_with('#') {
        return line;
    }
    let mut value = rest;
    while let Some(after) =
        value.strip_prefix("- ").or_else(|| value.strip_prefix('-').filter(|after| after.is_empty()))
    {
        line.dash = true;
        line.key_column += value.len() - after.trim_start().len();
        value = after.trim_start();
    }
    let at = start + rest.len() - value.len();
    if let Some(length) = key_length(value) {
        line.key = Some(Span::new(at, at + value[..length].trim_end().len()));
        value = value[length + 1..].trim_start();
    }
    let value_start = base + written.len() - value.len();
    line.value = Span::new(value_start, value_start + value.trim_end().len());
    line
}

/// Length of the key at the start of `written`, up to a colon that ends the line or comes before a space.
fn key_length(written: &str) -> Option<usize> {
    if written.starts_with(['"', '\'', '[', '{', '#', '|', '>']) {
        return None;
    }
    let mut from = 0;
    while let Some(found) = written[from..].find(':') {
        let colon = from + found;
        let after = &written[colon + 1..];
        if after.is_empty() || after.starts_with([' ', '\t']) {
            return Some(colon).filter(|length| *length > 0);
        }
        from = colon + 1;
    }
    None
}

/// The lines that what follows may be aligned with: their columns, from the margin inwards.
#[derive(Debug, Default)]
pub(crate) struct Outline {
    /// Column, the word that stands there, and whether a dash does.
    pub(crate) open: Vec<(usize, Span)>,
    /// The last line opens a group: what follows may be deeper.
    pub(crate) opens: bool,
}

impl Outline {
    pub(crate) fn of(lines: &[Line]) -> Self {
        let mut outline = Self::default();
        for line in lines {
            outline.pass(line);
        }
        outline
    }

    /// Takes one more line into account.
    pub(crate) fn pass(&mut self, line: &Line) {
        if !line.dash && line.key.is_none() {
            return;
        }
        let keep = self.open.partition_point(|(column, _)| *column < line.margin);
        self.open.truncate(keep);
        if line.dash {
            self.open.push((line.margin, Span::new(line.start, line.start + 1)));
        }
        if let Some(key) = line.key {
            self.open.push((line.key_column, key));
        }
        self.opens = line.value.start == line.value.end;
    }

    /// The open line nearest to `column`; the deeper of two.
    pub(crate) fn nearest(&self, column: usize) -> Option<(usize, Span)> {
        self.open.iter().copied().min_by_key(|(open, _)| (open.abs_diff(column), usize::MAX - open))
    }

    pub(crate) fn holds(&self, column: usize) -> bool {
        self.open.iter().any(|(open, _)| *open == column)
    }

    /// The column of the last line.
    pub(crate) fn last(&self) -> Option<usize> {
        self.open.last().map(|(column, _)| *column)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_shows_its_dash_its_key_and_its_value() {
        let content = "a:\n  - si: différent # fin\n    message:Non";
        let lines = lines(content);
        let words = |span: Span| &content[span.start..span.end];
        assert_eq!(lines[1].key.map(words), Some("si"));
        assert_eq!((lines[1].margin, lines[1].key_column), (2, 4));
        assert_eq!(words(lines[1].value), "différent # fin");
        assert_eq!(lines[2].key, None);
        assert_eq!(words(lines[2].value), "message:Non");
    }
}
