//! Why a branch was taken: conditions said as facts, those that say nothing left out.

use super::{Because, Telling};
use crate::term::{Value, expr::Comparison, functions::Function, node::Node};

impl Telling<'_> {
    /// Keeps why `condition` holds, or does not.
    pub(super) fn reason(&mut self, condition: &Node, holds: bool) {
        for said in self.facts(condition, holds) {
            if !self.told.because.contains(&said) {
                self.told.because.push(said);
            }
        }
    }

    fn facts(&mut self, condition: &Node, holds: bool) -> Vec<String> {
        match condition {
            Node::Compare(left, comparison, right) => {
                let comparison = if holds { *comparison } else { opposite(*comparison) };
                self.compared(left, comparison, right).into_iter().collect()
            }
            Node::Not(inner) => self.facts(inner, !holds),
            // One is enough for « ou » to hold, or for « et » to fail; otherwise each of them counts.
            Node::All(items) | Node::Any(items) => {
                let one_decides = matches!(condition, Node::Any(_)) == holds;
                let deciding: Vec<&Node> = if one_decides {
                    items
                        .iter()
                        .find(|item| self.evaluation.value(item).is_yes() == holds)
                        .into_iter()
                        .collect()
                } else {
                    items.iter().collect()
                };
                deciding.into_iter().flat_map(|item| self.facts(item, holds)).collect()
            }
            Node::Name(place) => {
                let path = self.evaluation.path(place).into_owned();
                match self.vocabulary.because(&path, holds) {
                    Because::Said(said) => vec![said],
                    Because::Term(term) => self.facts(&term.node, holds),
                    Because::Unknown => Vec::new(),
                }
            }
            Node::Call(Function::Contains, values, _) => self.contains(values, holds).into_iter().collect(),
            _ => Vec::new(),
        }
    }

    /// « 20 000 € (revenu) dépasse 17 670 € (plafond) ». What is held against zero says nothing that is not seen.
    fn compared(&mut self, left: &Node, comparison: Comparison, right: &Node) -> Option<String> {
        let is_zero = |node: &Node| matches!(node, Node::Literal(value) if value.amount().is_zero());
        let (value, other) = (self.evaluation.value(left), self.evaluation.value(right));
        match (&value, &other) {
            (Value::Text(_), Value::Text(text)) => {
                let label = match left {
                    Node::Name(place) => self.vocabulary.label(&self.evaluation.path(place))?,
                    _ => return None,
                };
                let verb = if comparison == Comparison::Equal { "est" } else { "n’est pas" };
                Some(format!("{label} {verb} «\u{a0}{text}\u{a0}»"))
            }
            (Value::Number(_) | Value::Money(_), Value::Number(_) | Value::Money(_)) if !is_zero(right) => {
                let verb = match comparison {
                    Comparison::AtLeast if value.amount() > other.amount() => "dépasse",
                    comparison => of_amounts(comparison),
                };
                Some(format!("{} {verb} {}", self.subject(left), self.subject(right)))
            }
            (Value::Date(_) | Value::Month(_), Value::Date(_) | Value::Month(_)) => {
                Some(format!("{} {} {}", self.subject(left), of_days(comparison), self.subject(right)))
            }
            _ => None,
        }
    }

    /// « cases cochées : « P » y est ».
    fn contains(&self, values: &[Node], holds: bool) -> Option<String> {
        let [Node::List(list) | Node::Name(list), wanted] = values else { return None };
        let label = self.vocabulary.label(&self.evaluation.path(list))?;
        let wanted = self.evaluation.value(wanted).in_french();
        let verb = if holds { "y est" } else { "n’y est pas" };
        Some(format!("dans «\u{a0}{label}\u{a0}», «\u{a0}{wanted}\u{a0}» {verb}"))
    }
}

const fn opposite(comparison: Comparison) -> Comparison {
    match comparison {
        Comparison::Equal => Comparison::Different,
        Comparison::Different => Comparison::Equal,
        Comparison::Less => Comparison::AtLeast,
        Comparison::AtMost => Comparison::More,
        Comparison::More => Comparison::AtMost,
        Comparison::AtLeast => Comparison::Less,
    }
}

const fn of_amounts(comparison: Comparison) -> &'static str {
    match comparison {
        Comparison::Different => "n’est pas égal à",
        Comparison::Less => "n’atteint pas",
        Comparison::AtMost => "ne dépasse pas",
        Comparison::More => "dépasse",
        // What is more was told before.
        Comparison::Equal | Comparison::AtLeast => "est égal à",
    }
}

const fn of_days(comparison: Comparison) -> &'static str {
    match comparison {
        Comparison::Equal => "est",
        Comparison::Different => "n’est pas",
        Comparison::Less => "vient avant",
        Comparison::AtMost => "ne vient pas après",
        Comparison::More => "vient après",
        Comparison::AtLeast => "ne vient pas avant",
    }
}
