//! What a checked term is worth in a world.
//!
//! Total: what is not to be had counts as 0 in arithmetic, makes comparisons false, and gives no date.

mod call;

use std::{borrow::Cow, cell::RefCell, fmt::Write as _};

use rust_decimal::Decimal;

use super::{
    Kind, Unit, Value, World,
    expr::{Adding, Comparison, Scaling},
    functions::Fold,
    node::{Loop, Node, Piece, Place},
    number,
};

/// Items looked at in one list: more are not to be had from a person.
const MOST_ITEMS: usize = 1_000;

pub(super) struct Evaluation<'w> {
    world: &'w dyn World,
    /// The item, from 1, that each loop around has come to.
    items: RefCell<Vec<usize>>,
}

impl<'w> Evaluation<'w> {
    pub(super) const fn new(world: &'w dyn World) -> Self {
        Self { world, items: RefCell::new(Vec::new()) }
    }

    pub(super) fn value(&self, node: &Node) -> Value {
        match node {
            Node::Literal(value) => value.clone(),
            Node::Percent(rate) => Value::Number(*rate),
            Node::Name(place) => self.world.value(&self.path(place)),
            Node::Rank(level, _) => {
                Value::count(self.items.borrow().get(*level).copied().unwrap_or_default())
            }
            Node::Negative(inner, kind) => amount(kind, -self.value(inner).amount()),
            Node::Sum(items, kind) => {
                let added = items.iter().fold(Decimal::ZERO, |sum, (adding, item)| {
                    let item = self.value(item).amount();
                    number::plus(sum, if *adding == Adding::Plus { item } else { -item })
                });
                amount(kind, added)
            }
            Node::Product(items, kind) => {
                let multiplied = items.iter().fold(Decimal::ONE, |product, (scaling, item)| {
                    let item = self.value(item).amount();
                    match scaling {
                        Scaling::Times => number::times(product, item),
                        Scaling::Over => number::over(product, item),
                    }
                });
                amount(kind, multiplied)
            }
            Node::Compare(left, comparison, right) => {
                compare(&self.value(left), *comparison, &self.value(right)).into()
            }
            Node::All(items) => items.iter().all(|item| self.value(item).is_yes()).into(),
            Node::Any(items) => items.iter().any(|item| self.value(item).is_yes()).into(),
            Node::Not(inner) => (!self.value(inner).is_yes()).into(),
            Node::Choose(branches, otherwise) => {
                let chosen = branches.iter().find(|(condition, _)| self.value(condition).is_yes());
                self.value(chosen.map_or(otherwise, |(_, then)| then))
            }
            Node::Call(function, values, kind) => self.call(*function, values, kind),
            Node::Each(each) => self.each(each),
            Node::List(place) => Value::count(self.world.count(&self.path(place))),
        }
    }

    pub(super) fn count(&self, list: &str) -> usize {
        self.world.count(list).min(MOST_ITEMS)
    }

    /// The items, from 1, that the condition of a loop keeps.
    pub(super) fn kept(&self, each: &Loop) -> Vec<usize> {
        let count = self.count(&self.path(&each.list));
        let holds = |item: &usize| {
            self.enter(each.level, *item);
            each.condition.as_ref().is_none_or(|condition| self.value(condition).is_yes())
        };
        let kept = (1..=count).filter(holds).collect();
        self.leave(each.level);
        kept
    }

    /// The loop of this level has come to `item`.
    pub(super) fn enter(&self, level: usize, item: usize) {
        self.leave(level);
        self.items.borrow_mut().push(item);
    }

    pub(super) fn leave(&self, level: usize) {
        self.items.borrow_mut().truncate(level);
    }

    pub(super) fn path<'p>(&self, place: &'p Place) -> Cow<'p, str> {
        if let [Piece::Text(only)] = place.pieces.as_slice() {
            return Cow::Borrowed(only);
        }
        let items = self.items.borrow();
        let mut path = String::new();
        for piece in &place.pieces {
            match piece {
                Piece::Text(text) => path.push_str(text),
                Piece::Item(level) => {
                    let _ = write!(path, "{}", items.get(*level).copied().unwrap_or_default());
                }
            }
        }
        Cow::Owned(path)
    }

    fn each(&self, each: &Loop) -> Value {
        let count = self.world.count(&self.path(&each.list)).min(MOST_ITEMS);
        let mut folded = Folded::new(each.fold);
        for item in 1..=count {
            self.enter(each.level, item);
            if each.condition.as_ref().is_some_and(|condition| !self.value(condition).is_yes()) {
                continue;
            }
            let value = each.item.as_ref().map_or(Value::Nothing, |item| self.value(item));
            if folded.takes(value, &each.kind) {
                break;
            }
        }
        self.leave(each.level);
        folded.value(&each.kind)
    }
}

/// What a loop has made so far.
struct Folded {
    fold: Fold,
    sum: Decimal,
    count: usize,
    best: Value,
    decided: bool,
}

impl Folded {
    const fn new(fold: Fold) -> Self {
        Self { fold, sum: Decimal::ZERO, count: 0, best: Value::Nothing, decided: false }
    }

    /// Says whether the rest no longer matters.
    fn takes(&mut self, value: Value, kind: &Kind) -> bool {
        match self.fold {
            Fold::Sum => self.sum = number::plus(self.sum, value.amount()),
            Fold::Count => self.count += 1,
            Fold::Least => self.keeps_best(value, kind, Comparison::Less),
            Fold::Most => self.keeps_best(value, kind, Comparison::More),
            Fold::All => self.decided |= !value.is_yes(),
            Fold::Any => self.decided |= value.is_yes(),
        }
        self.decided
    }

    fn keeps_best(&mut self, value: Value, kind: &Kind, wanted: Comparison) {
        let before = std::mem::replace(&mut self.best, Value::Nothing);
        self.best = best(kind, before, value, wanted);
    }

    fn value(self, kind: &Kind) -> Value {
        match self.fold {
            Fold::Sum => amount(kind, self.sum),
            Fold::Count => Value::count(self.count),
            Fold::Least | Fold::Most => self.best,
            Fold::All => (!self.decided).into(),
            Fold::Any => self.decided.into(),
        }
    }
}

/// The one of `before` and `value` that stands on the side `wanted`; an amount that is not to be had counts as 0.
fn best(kind: &Kind, before: Value, value: Value, wanted: Comparison) -> Value {
    let value = if matches!(kind, Kind::Number | Kind::Money) { amount(kind, value.amount()) } else { value };
    if before.is_nothing() || compare(&value, wanted, &before) { value } else { before }
}

fn amount(kind: &Kind, amount: Decimal) -> Value {
    (if *kind == Kind::Money { Unit::Euros } else { Unit::Plain }).value(amount)
}

fn compare(left: &Value, comparison: Comparison, right: &Value) -> bool {
    if left.is_nothing() || right.is_nothing() {
        return false;
    }
    let order = match (left, right) {
        (Value::Date(left), Value::Date(right)) => Some(left.cmp(right)),
        (Value::Month(left), Value::Month(right)) => Some(left.cmp(right)),
        (Value::Number(left) | Value::Money(left), Value::Number(right) | Value::Money(right)) => {
            Some(left.cmp(right))
        }
        _ => None,
    };
    match comparison {
        Comparison::Equal => left.same(right),
        Comparison::Different => !left.same(right),
        Comparison::Less => order.is_some_and(std::cmp::Ordering::is_lt),
        Comparison::AtMost => order.is_some_and(std::cmp::Ordering::is_le),
        Comparison::More => order.is_some_and(std::cmp::Ordering::is_gt),
        Comparison::AtLeast => order.is_some_and(std::cmp::Ordering::is_ge),
    }
}
