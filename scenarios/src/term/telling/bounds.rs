//! « c’est moins que la limite : 3 500 € »: a value held against others.

use super::{Binds, Phrase, Telling};
use crate::term::node::Node;

impl Telling<'_> {
    /// The smallest or the largest, and what it was held against.
    pub(super) fn extreme(&mut self, whole: &Node, largest: bool, values: &[Node]) -> Phrase {
        let found = self.amount(whole);
        let Some(chosen) = values.iter().position(|value| self.amount(value) == found) else {
            return self.value(whole);
        };
        let phrase = self.phrase(&values[chosen]);
        // Of nothing at all, there is nothing to say.
        if !largest && found.is_zero() && phrase.binds == Binds::Whole {
            return phrase;
        }
        for other in values.iter().enumerate().filter(|(at, _)| *at != chosen).map(|(_, other)| other) {
            if self.amount(other) != found {
                self.hold_against(&values[chosen], other, largest);
            }
        }
        phrase
    }

    /// Nothing is said of an amount that merely is above zero or a number without a name, nor of one held against what it
    /// is made of.
    fn hold_against(&mut self, chosen: &Node, other: &Node, largest: bool) {
        let is_floor = |node: &Node| matches!(node, Node::Literal(value) if value.amount().is_zero());
        let is_told = match other {
            Node::Name(place) => {
                let path = self.evaluation.path(place).into_owned();
                let better = self.vocabulary.stands_for(&path);
                self.told.reads.contains(&better.unwrap_or(path))
            }
            _ => false,
        };
        if is_told || largest && (self.is_nil(other) || matches!(other, Node::Literal(_))) {
            return;
        }
        let (is_limit, limits) = (self.is_constant(chosen), self.is_constant(other));
        let against = self.phrase(other).text;
        let said = match (largest, is_limit, limits) {
            (true, true, _) if is_floor(chosen) => format!("{against} serait au-dessous de zéro"),
            (true, true, false) => format!("c’est le minimum\u{a0}: {against} ne l’atteint pas"),
            (false, true, false) => format!("c’est la limite\u{a0}: {against} la dépasse"),
            (true, false, true) => format!("c’est plus que le minimum\u{a0}: {against}"),
            (false, false, true) => format!("c’est moins que la limite\u{a0}: {against}"),
            (true, ..) => format!("c’est plus que {against}"),
            (false, ..) => format!("c’est moins que {against}"),
        };
        self.told.compared.push(said);
    }

    /// A value between two bounds.
    pub(super) fn clamped(&mut self, [inner, least, most]: [&Node; 3]) -> Phrase {
        let (amount, low, high) = (self.amount(inner), self.amount(least), self.amount(most));
        if amount < low || amount > high {
            let (bound, limit, passes) = if amount < low {
                (least, "le minimum", "ne l’atteint pas")
            } else {
                (most, "la limite", "la dépasse")
            };
            let phrase = self.phrase(bound);
            let out = self.phrase(inner).text;
            self.told.compared.push(format!("c’est {limit}\u{a0}: {out} {passes}"));
            return phrase;
        }
        let phrase = self.phrase(inner);
        let (low, high) = (self.phrase(least).text, self.phrase(most).text);
        self.told.compared.push(format!("c’est entre {low} et {high}"));
        phrase
    }

    /// Whether it is the same for everybody: figures, and what is made of them alone.
    fn is_constant(&self, node: &Node) -> bool {
        match node {
            Node::Literal(_) | Node::Percent(_) => true,
            Node::Name(place) => self.vocabulary.is_figure(&self.evaluation.path(place)),
            Node::Product(items, _) => items.iter().all(|(_, item)| self.is_constant(item)),
            Node::Sum(items, _) => items.iter().all(|(_, item)| self.is_constant(item)),
            _ => false,
        }
    }

    /// « 27 000 € (revenu) », or a sum between parentheses, before a verb.
    pub(super) fn subject(&mut self, node: &Node) -> String {
        let phrase = self.phrase(node);
        if phrase.binds == Binds::Sum { format!("({})", phrase.text) } else { phrase.text }
    }
}
