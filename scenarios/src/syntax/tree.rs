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
