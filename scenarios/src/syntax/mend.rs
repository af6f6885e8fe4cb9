//! A text with its slips mended as they are found, so that reading can go on and tell the rest.
//!
//! Places always point into what the author wrote.

use std::{borrow::Cow, collections::BTreeMap};

use crate::text::Span;

/// What replaces a few bytes of the text, for the time of a reading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Edit {
    pub(crate) span: Span,
    pub(crate) replacement: Cow<'static, str>,
}

impl Edit {
    pub(crate) fn new(span: Span, replacement: impl Into<Cow<'static, str>>) -> Self {
        Self { span, replacement: replacement.into() }
    }
}

/// The author's text, the edits made so far, and the text they give.
pub(crate) struct Mended<'t> {
    written: &'t str,
    /// By start: end and replacement.
    edits: BTreeMap<usize, (usize, Cow<'static, str>)>,
    read: String,
    /// Pairs of equal places: in the text read, in the text written.
    anchors: Vec<(usize, usize)>,
}

impl<'t> Mended<'t> {
    pub(crate) fn new(written: &'t str) -> Self {
        Self { written, edits: BTreeMap::new(), read: written.to_owned(), anchors: vec![(0, 0)] }
    }

    pub(crate) fn text(&self) -> &str {
        &self.read
    }

    pub(crate) fn written(&self) -> &str {
        self.written
    }

    /// Makes the edits that touch no earlier one; says whether there was any.
    pub(crate) fn apply(&mut self, edits: impl IntoIterator<Item = Edit>) -> bool {
        let before = self.edits.len();
        for Edit { span, replacement } in edits {
            if self.is_free(span) && self.written.get(span.start..span.end).is_some() {
                self.edits.insert(span.start, (span.end, replacement));
            }
        }
        if self.edits.len() == before {
            return false;
        }
        self.rebuild();
        true
    }

    /// Whether no edit touches `span` yet.
    pub(crate) fn is_free(&self, span: Span) -> bool {
        let last = self.edits.range(..=span.end).next_back();
        last.is_none_or(|(start, (end, _))| *end <= span.start && *start < span.start)
    }

    /// Where byte `read` of [`Self::text`] was written.
    pub(crate) fn written_at(&self, read: usize) -> usize {
        let next = self.anchors.partition_point(|(place, _)| *place <= read);
        let (from, to) = self.anchors[next.saturating_sub(1)];
        let limit = self.anchors.get(next).map_or(self.written.len(), |(_, to)| *to);
        let mut place = (to + read - from).min(limit);
        while !self.written.is_char_boundary(place) {
            place -= 1;
        }
        place
    }

    fn rebuild(&mut self) {
        self.read.clear();
        self.anchors.clear();
        self.anchors.push((0, 0));
        let mut from = 0;
        for (start, (end, replacement)) in &self.edits {
            self.read.push_str(&self.written[from..*start]);
            self.anchors.push((self.read.len(), *start));
            self.read.push_str(replacement);
            self.anchors.push((self.read.len(), *end));
            from = *end;
        }
        self.read.push_str(&self.written[from..]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_lead_back_to_what_was_written() {
        let mut mended = Mended::new("a:b\n\tc: d");
        assert!(mended.apply([Edit::new(Span::new(2, 2), " "), Edit::new(Span::new(4, 5), "    ")]));
        assert_eq!(mended.text(), "a: b\n    c: d");
        let at = |read: &str| mended.written_at(mended.text().find(read).unwrap_or_default());
        assert_eq!((at("a"), at("b"), at("c"), at("d")), (0, 2, 5, 8));
    }

    #[test]
    fn one_place_is_mended_once() {
        let mut mended = Mended::new("abc");
        assert!(mended.apply([Edit::new(Span::new(0, 2), "x")]));
        assert!(!mended.apply([Edit::new(Span::new(1, 3), "y"), Edit::new(Span::new(0, 0), "z")]));
        assert_eq!(mended.text(), "xc");
    }
}
