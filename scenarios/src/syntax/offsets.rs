//! From a place in what a text means to the place where that was written, through quotes, escapes and folded lines.

use super::tree::{Scalar, Style};
use crate::text::Span;

/// Where each byte of a scalar's value was written.
pub(crate) struct Offsets {
    scalar: Span,
    /// Start of each byte of the value in the text, and the end; `None` when the two could not be laid side by side.
    places: Option<Vec<usize>>,
}

impl Offsets {
    pub(crate) fn new(scalar: &Scalar, span: Span, content: &str) -> Self {
        let written = content.get(span.start..span.end).unwrap_or_default();
        let quotes = usize::from(matches!(scalar.style, Style::SingleQuoted | Style::DoubleQuoted));
        let places = written
            .get(quotes..written.len().saturating_sub(quotes))
            .and_then(|inside| align(&scalar.value, inside, span.start + quotes, scalar.style));
        Self { scalar: span, places }
    }

    /// Where bytes `start..end` of the value were written; the whole text when that cannot be told.
    pub(crate) fn span(&self, start: usize, end: usize) -> Span {
        let place = |at: usize| self.places.as_ref().and_then(|places| places.get(at)).copied();
        match (place(start), place(end)) {
            (Some(start), Some(end)) => Span::new(start, end),
            _ => self.scalar,
        }
    }
}

fn align(value: &str, written: &str, base: usize, style: Style) -> Option<Vec<usize>> {
    let mut places = Vec::with_capacity(value.len() + 1);
    let mut at = 0;
    for letter in value.chars() {
        let mut rest = &written[at..];
        if letter.is_whitespace() && !rest.starts_with(letter) && !rest.starts_with('\\') {
            // A folded line: one space or line break stands for several, or for none at the end.
            places.extend(std::iter::repeat_n(base + at, letter.len_utf8()));
            at += rest.len() - rest.trim_start().len();
            continue;
        }
        if !letter.is_whitespace() {
            rest = rest.trim_start();
            at = written.len() - rest.len();
        }
        places.extend(std::iter::repeat_n(base + at, letter.len_utf8()));
        at += match style {
            Style::DoubleQuoted if rest.starts_with('\\') => escape_length(rest),
            Style::SingleQuoted if rest.starts_with("''") => 2,
            _ if rest.starts_with(letter) => letter.len_utf8(),
            _ => return None,
        };
        if !written.is_char_boundary(at) {
            return None;
        }
    }
    places.push(base + at);
    Some(places)
}

/// Bytes of the escape at the start of `rest`.
fn escape_length(rest: &str) -> usize {
    match rest.as_bytes().get(1) {
        Some(b'x') => 4,
        Some(b'u') => 6,
        Some(b'U') => 10,
        _ => 2,
    }
}
