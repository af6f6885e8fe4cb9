//! A term whose names and kinds were checked: what the graph keeps.
//!
//! It has no places in a text, and cannot be built but by `check`.

use rust_decimal::Decimal;

use super::{
    Kind, Value, World,
    evaluate::Evaluation,
    expr::{Adding, Comparison, Scaling},
    functions::{Fold, Function},
    wording,
};

/// A checked term. It cannot fail: it gives a value in any world.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    pub(super) node: Node,
    pub(super) kind: Kind,
    pub(super) sources: Vec<String>,
}

impl Term {
    pub const fn kind(&self) -> &Kind {
        &self.kind
    }

    /// What it reads, once each, in the order of the alphabet: `adultes.*.salaire` for what a loop goes through.
    pub fn sources(&self) -> &[String] {
        &self.sources
    }

    /// The name, when the term is nothing else.
    pub fn as_path(&self) -> Option<&str> {
        match &self.node {
            Node::Name(place) if place.variables().next().is_none() => Some(&place.written),
            _ => None,
        }
    }

    /// A name or a literal: nothing is computed.
    pub fn is_simple(&self) -> bool {
        matches!(self.node, Node::Name(_) | Node::Literal(_))
    }

    /// The name of the list, when the term is one and nothing else.
    pub fn as_list(&self) -> Option<&str> {
        match &self.node {
            Node::List(place) if place.variables().next().is_none() => Some(&place.written),
            _ => None,
        }
    }

    /// This value when `condition` holds, and none otherwise.
    #[must_use]
    pub(crate) fn only_when(self, condition: Self) -> Self {
        let Self { node, kind, mut sources } = self;
        sources.extend(condition.sources);
        sources.sort();
        sources.dedup();
        let node = Node::Choose(vec![(condition.node, node)], Box::new(Node::Literal(Value::Nothing)));
        Self { node, kind, sources }
    }

    pub fn value(&self, world: &dyn World) -> Value {
        Evaluation::new(world).value(&self.node)
    }

    /// The term in plain French words: « 10 % de revenus, mais au plus 14 555 € ».
    pub fn wording(&self) -> String {
        wording::words(&self.node, &|place| place.written.clone())
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Node {
    Literal(Value),
    Percent(Decimal),
    Name(Place),
    /// The number, from 1, of the item that the loop of this level has come to.
    Rank(usize, String),
    Negative(Box<Self>, Kind),
    Sum(Vec<(Adding, Self)>, Kind),
    Product(Vec<(Scaling, Self)>, Kind),
    Compare(Box<Self>, Comparison, Box<Self>),
    All(Vec<Self>),
    Any(Vec<Self>),
    Not(Box<Self>),
    Choose(Vec<(Self, Self)>, Box<Self>),
    Call(Function, Vec<Self>, Kind),
    Each(Box<Loop>),
    /// A list as a whole, for `vide` and `contient`.
    List(Place),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Loop {
    pub(super) fold: Fold,
    /// How many loops are around this one.
    pub(super) level: usize,
    pub(super) variable: String,
    pub(super) list: Place,
    pub(super) item: Option<Node>,
    pub(super) condition: Option<Node>,
    pub(super) kind: Kind,
}

/// Where a value is read: a path in which some numbers are those that loops have come to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) pieces: Vec<Piece>,
    /// In the author's words, folded.
    pub(super) written: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Piece {
    Text(String),
    /// The number, from 1, of the item that the loop of this level has come to.
    Item(usize),
}

impl Place {
    pub(super) fn variables(&self) -> impl Iterator<Item = usize> {
        self.pieces
            .iter()
            .filter_map(|piece| if let Piece::Item(level) = piece { Some(*level) } else { None })
    }
}
