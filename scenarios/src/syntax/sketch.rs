//! What the constructs accept, learnt from their readers: each is tried on an empty text, list and group of keys.
//!
//! It writes no schema: `schema.rs` does. A reader that looks inside a node before it asks for a shape must let
//! probes through: see [`Report::is_describing`](super::report::Report::is_describing).

use std::sync::LazyLock;

use super::{
    report::Report,
    tree::{Node, NodeKind, Scalar, Style},
    value::Value,
};
use crate::text::{Span, Spanned};

/// What a text may be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Form {
    Any,
    /// One of these, accents and case apart.
    Words(Vec<&'static str>),
    /// One of these, or a term, which is never a word alone.
    WordsOrTerm(Vec<&'static str>),
    Digits,
    Day,
}

/// What a reader accepts in one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Shape {
    Text(Form),
    List(Vec<Shape>),
    /// By its number in [`Sketch::constructs`].
    Construct(usize),
    /// Names that the author chooses, each with this construct.
    Named(Vec<Shape>),
    /// Words of any kind, each with a text.
    Pairs,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Property {
    pub(crate) key: &'static str,
    pub(crate) needed: Needed,
    pub(crate) shapes: Vec<Shape>,
}

/// Whether a key must be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Needed {
    No,
    Yes,
    /// Not when this other key is.
    Without(&'static str),
}

/// One construct, known by its function.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Construct {
    pub(crate) noun: &'static str,
    function: &'static str,
    pub(crate) properties: Vec<Property>,
}

/// What was learnt so far.
#[derive(Debug, Default)]
pub(crate) struct Sketch {
    pub(crate) constructs: Vec<Construct>,
    /// What the reader being tried has asked for, in order.
    asked: Vec<Asked>,
    expected: Option<Form>,
}

#[derive(Debug)]
enum Asked {
    Text(Form),
    List,
    Named,
    Pairs,
    Construct(usize),
}

impl Sketch {
    /// The next text asked for is of this form.
    pub(crate) fn expect(&mut self, form: Form) {
        self.expected = Some(form);
    }

    pub(crate) fn text(&mut self) {
        let form = self.expected.take().unwrap_or(Form::Any);
        self.asked.push(Asked::Text(form));
    }

    pub(crate) fn list(&mut self) {
        self.asked.push(Asked::List);
    }

    pub(crate) fn named(&mut self) {
        self.asked.push(Asked::Named);
    }

    pub(crate) fn pairs(&mut self) {
        self.asked.push(Asked::Pairs);
    }

    /// Notes that a construct is accepted; says its number if it is not described yet.
    pub(crate) fn construct(&mut self, noun: &'static str, function: &'static str) -> Option<usize> {
        let known = self.constructs.iter().position(|known| known.function == function);
        let number = known.unwrap_or(self.constructs.len());
        self.asked.push(Asked::Construct(number));
        if known.is_some() {
            return None;
        }
        self.constructs.push(Construct { noun, function, properties: Vec::new() });
        Some(number)
    }
}

/// Nodes that readers are tried on.
static PROBES: LazyLock<Vec<Node>> = LazyLock::new(|| {
    let node = |kind| Node { span: Span::default(), kind };
    let text = || node(NodeKind::Text(Scalar { value: String::new(), style: Style::Plain }));
    let keys = || node(NodeKind::Keys(Vec::new()));
    let list = |item| node(NodeKind::List(vec![item]));
    vec![text(), keys(), list(text()), list(keys()), list(list(text()))]
});

static NO_KEY: Spanned<String> = Spanned::new(String::new(), Span::new(0, 0));

/// The shapes that `read` accepts.
pub(crate) fn shapes<'t, T>(
    read: &impl Fn(Value<'t>, &mut Report<'t>) -> Option<T>,
    report: &mut Report<'t>,
) -> Vec<Shape> {
    let mut shapes: Vec<Shape> = Vec::new();
    for node in PROBES.iter() {
        let before = report.sketch.as_mut().map(|sketch| std::mem::take(&mut sketch.asked));
        read(Value { key: &NO_KEY, node, noun: "", named: false }, report);
        let Some(sketch) = &mut report.sketch else { continue };
        sketch.expected = None;
        let asked = std::mem::replace(&mut sketch.asked, before.unwrap_or_default());
        for shape in nested(asked.into_iter()) {
            merge(&mut shapes, shape);
        }
    }
    shapes
}

/// A list, or names, are followed by what they hold.
fn nested(mut asked: impl Iterator<Item = Asked>) -> Vec<Shape> {
    match asked.next() {
        None => Vec::new(),
        Some(Asked::List) => vec![Shape::List(nested(asked))],
        Some(Asked::Named) => vec![Shape::Named(nested(asked))],
        Some(Asked::Pairs) => vec![Shape::Pairs],
        Some(Asked::Text(form)) => vec![Shape::Text(form)],
        Some(Asked::Construct(number)) => vec![Shape::Construct(number)],
    }
}

/// Adds `shape`; lists are one list of all that their items may be.
fn merge(shapes: &mut Vec<Shape>, shape: Shape) {
    if let Shape::List(items) = shape {
        let list = shapes.iter_mut().find_map(|known| match known {
            Shape::List(known) => Some(known),
            _ => None,
        });
        match list {
            Some(known) => items.into_iter().for_each(|item| merge(known, item)),
            None => shapes.push(Shape::List(items)),
        }
    } else if !shapes.contains(&shape) {
        shapes.push(shape);
    }
}
