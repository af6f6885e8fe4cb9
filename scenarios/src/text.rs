//! A source text and places in it: byte spans, lines and columns.
//!
//! It never reads a file: a text is handed in with its name.

/// A half-open range of bytes in one text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Span {
    pub start: usize,
    pub end: usize,
}

impl Span {
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }
}

/// A value and where it was written.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Spanned<T> {
    pub value: T,
    pub span: Span,
}

impl<T> Spanned<T> {
    pub const fn new(value: T, span: Span) -> Self {
        Self { value, span }
    }

    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Spanned<U> {
        Spanned { value: change(self.value), span: self.span }
    }
}

/// A text with its name, as shown to its author; and the texts of other files that it uses, written after it.
///
/// Spans are places of the whole, so that nothing but this module needs to know where a file begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    pub name: String,
    pub content: String,
    used: Vec<Used>,
}

/// Another file in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Used {
    name: String,
    /// Where it begins in the whole.
    start: usize,
}

/// A line and a column, both counted from one, the column in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Position {
    pub line: usize,
    pub column: usize,
}

impl Text {
    pub fn new(name: impl Into<String>, content: impl Into<String>) -> Self {
        Self { name: name.into(), content: content.into(), used: Vec::new() }
    }

    /// The same, followed by the file `name`.
    #[must_use]
    pub fn with(mut self, name: impl Into<String>, content: &str) -> Self {
        // A line end between the two: neither the last line of one nor a fix there touches the other.
        self.content.push('\n');
        self.used.push(Used { name: name.into(), start: self.content.len() });
        self.content.push_str(content);
        self
    }

    /// What the first file holds.
    pub fn own(&self) -> &str {
        let end = self.used.first().map_or(self.content.len(), |used| used.start - 1);
        &self.content[..end]
    }

    /// The place of the whole file around byte `offset`, past the end the last one's.
    pub fn file_at(&self, offset: usize) -> Span {
        let next = self.used.partition_point(|used| used.start <= offset);
        let start = next.checked_sub(1).map_or(0, |at| self.used[at].start);
        Span::new(start, self.used.get(next).map_or(self.content.len(), |used| used.start - 1))
    }

    /// The name of the file around byte `offset`.
    pub fn name_at(&self, offset: usize) -> &str {
        let next = self.used.partition_point(|used| used.start <= offset);
        next.checked_sub(1).map_or(&self.name, |at| &self.used[at].name)
    }

    /// The files after the first: their names and places.
    pub fn others(&self) -> impl Iterator<Item = (&str, Span)> {
        self.used.iter().map(|used| (used.name.as_str(), self.file_at(used.start)))
    }

    /// Where byte `offset` stands in its file; past the end, the end.
    pub fn position(&self, offset: usize) -> Position {
        let mut offset = offset.min(self.content.len());
        while !self.content.is_char_boundary(offset) {
            offset -= 1;
        }
        let before = &self.content[self.file_at(offset).start..offset];
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        Position {
            line: before.bytes().filter(|byte| *byte == b'\n').count() + 1,
            column: before[line_start..].chars().count() + 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_counts_characters_not_bytes() {
        let text = Text::new("essai", "été\nécole");
        assert_eq!(text.position(text.content.len()), Position { line: 2, column: 6 });
    }

    #[test]
    fn lines_are_counted_in_the_file_that_holds_them() {
        let text = Text::new("un", "a\nb").with("deux", "c\nd").with("trois", "");
        let at = |letter| text.content.find(letter).unwrap();
        assert_eq!((text.name_at(at('b')), text.position(at('b')).line), ("un", 2));
        assert_eq!((text.name_at(at('c')), text.position(at('c')).line), ("deux", 1));
        assert_eq!((text.name_at(at('d')), text.position(at('d')).line), ("deux", 2));
        assert_eq!(text.own(), "a\nb");
        let files: Vec<_> =
            text.others().map(|(name, file)| (name, &text.content[file.start..file.end])).collect();
        assert_eq!(files, [("deux", "c\nd"), ("trois", "")]);
        assert_eq!(text.name_at(text.content.len()), "trois");
    }
}
