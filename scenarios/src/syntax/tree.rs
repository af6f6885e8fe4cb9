//! The text as a tree of texts, lists and keys, each with its place; nothing is read as a number or a yes.
//!
//! It knows YAML, never the scenario language.

use crate::text::{Span, Spanned};

/// Something written: a text, a list or keys.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Node {
    pub(crate) span: Span,
    pub(crate) kind: NodeKind,
}

impl Node {
    /// Moves every place `by` bytes further.
    pub(crate) fn further(&mut self, by: usize) {
        let moved = |span: Span| Span::new(span.start + by, span.end + by);
        self.span = moved(self.span);
        match &mut self.kind {
            NodeKind::List(items) => items.iter_mut().for_each(|item| item.further(by)),
            NodeKind::Keys(entries) => entries.iter_mut().for_each(|entry| {
                entry.key.span = moved(entry.key.span);
                entry.value.further(by);
            }),
            NodeKind::Nothing | NodeKind::Text(_) => {}
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum NodeKind {
    /// Nothing is written after the key or the dash.
    Nothing,
    Text(Scalar),
    List(Vec<Node>),
    Keys(Vec<Entry>),
}

/// A text as its author meant it: quotes, escapes and folded lines are resolved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Scalar {
    pub(crate) value: String,
    pub(crate) style: Style,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Style {
    Plain,
    SingleQuoted,
    DoubleQuoted,
    /// After `|` or `>`.
    Block,
}

/// One « key: value ».
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Entry {
    /// As written; compared folded.
    pub(crate) key: Spanned<String>,
    pub(crate) value: Node,
}
