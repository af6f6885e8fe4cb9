//! From a term as written to a checked one: every name known, every kind right, no division by what may be 0.
//!
//! All that is wrong is told at once. It computes nothing.

mod amounts;
mod call;
mod conditions;
mod names;
mod sign;

use self::names::Loops;
pub(super) use self::names::of_item;
pub(crate) use self::names::starred;
pub use self::sign::Sign;
use super::{
    Kind, Problem, Scope, Value,
    expr::{Each, Expr},
    functions::Fold,
    node::{Loop, Node, Term},
};

/// What is wrong when `expr` stands in `scope`, or the term that it is.
pub fn check(expr: &Expr, scope: &dyn Scope) -> Result<Term, Vec<Problem>> {
    let mut checker = Checker { scope, loops: Loops::default(), sources: Vec::new(), problems: Vec::new() };
    match checker.typed(expr) {
        Some(Typed { node, kind }) if checker.problems.is_empty() => {
            let mut sources = checker.sources;
            sources.sort();
            sources.dedup();
            Ok(Term { node, kind, sources })
        }
        _ => Err(checker.problems),
    }
}

/// What is known of the number that `term`, checked in `scope`, gives.
pub(super) fn sign_of(term: &Term, scope: &dyn Scope) -> Sign {
    sign::of(&term.node, scope)
}

/// Whether a value of kind `given` can stand where `wanted` is expected.
pub(crate) fn is_like(given: &Kind, wanted: &Kind) -> bool {
    given == wanted
        || matches!(
            (given, wanted),
            (Kind::Choice(_) | Kind::Text, Kind::Text) | (Kind::Choice(_), Kind::Choice(_))
        )
}

struct Checker<'s> {
    scope: &'s dyn Scope,
    loops: Loops,
    sources: Vec<String>,
    problems: Vec<Problem>,
}

/// A part of a term, and what it is.
struct Typed {
    node: Node,
    kind: Kind,
}

impl Typed {
    const fn new(node: Node, kind: Kind) -> Self {
        Self { node, kind }
    }

    /// The literal 0, which is of the kind that its neighbours are.
    fn is_zero(&self) -> bool {
        matches!(&self.node, Node::Literal(Value::Number(number)) if number.is_zero())
    }

    /// The literal 0 made an amount when `wanted` is one.
    fn zero_as(self, wanted: &Kind) -> Self {
        if *wanted == Kind::Money && self.is_zero() {
            Self::new(Node::Literal(Value::cents(0)), Kind::Money)
        } else {
            self
        }
    }
}

impl Checker<'_> {
    /// Nothing when something is wrong, which was told.
    fn typed(&mut self, expr: &Expr) -> Option<Typed> {
        match expr {
            Expr::Path(path, span) => self.name(path, *span),
            Expr::Literal(value, _) => Some(literal(value)),
            Expr::Percent(rate, _) => Some(Typed::new(Node::Percent(*rate), Kind::Number)),
            Expr::Negative(inner, _) => self.negative(inner),
            Expr::Sum(items, _) => self.sum(items),
            Expr::Product(items, _) => self.product(items),
            Expr::Compare(left, comparison, right, span) => self.compare(left, *comparison, right, *span),
            Expr::All(items, _) => Some(Typed::new(Node::All(self.conditions(items)?), Kind::YesNo)),
            Expr::Any(items, _) => Some(Typed::new(Node::Any(self.conditions(items)?), Kind::YesNo)),
            Expr::Not(inner, _) => {
                let inner = self.condition(inner)?;
                Some(Typed::new(Node::Not(Box::new(inner)), Kind::YesNo))
            }
            Expr::Choose(branches, otherwise, _) => self.choose(branches, otherwise),
            Expr::Call(function, values, span) => self.call(*function, values, *span),
            Expr::Each(each, _) => self.each(each),
        }
    }

    fn each(&mut self, each: &Each) -> Option<Typed> {
        let list = self.list(&each.list.value, each.list.span)?;
        let named = self.enter(&each.variable, &list);
        let item = each.item.as_ref().map(|item| self.item(item, each.fold));
        let condition = each.condition.as_ref().map(|condition| self.condition(condition));
        let level = self.loops.leave();
        if !named || matches!(item, Some(None)) || matches!(condition, Some(None)) {
            return None;
        }
        let item = item.flatten();
        let kind = match each.fold {
            Fold::Count => Kind::Number,
            Fold::All | Fold::Any => Kind::YesNo,
            Fold::Sum | Fold::Least | Fold::Most => item.as_ref()?.kind.clone(),
        };
        let made = Loop {
            fold: each.fold,
            level,
            variable: each.variable.value.clone(),
            list,
            item: item.map(|item| item.node),
            condition: condition.flatten(),
            kind: kind.clone(),
        };
        Some(Typed::new(Node::Each(Box::new(made)), kind))
    }

    /// What a loop folds.
    fn item(&mut self, item: &Expr, fold: Fold) -> Option<Typed> {
        match fold {
            Fold::All | Fold::Any => Some(Typed::new(self.condition(item)?, Kind::YesNo)),
            Fold::Sum => self.amount(item, "une somme"),
            Fold::Count | Fold::Least | Fold::Most => self.ordered(item),
        }
    }

    fn say(&mut self, problem: Problem) {
        self.problems.push(problem);
    }
}

fn literal(value: &Value) -> Typed {
    let kind = match value {
        Value::Money(_) => Kind::Money,
        Value::Date(_) => Kind::Date,
        Value::Month(_) => Kind::Month,
        Value::YesNo(_) => Kind::YesNo,
        Value::Text(_) => Kind::Text,
        Value::Scale(_) => Kind::Scale,
        Value::Number(_) | Value::Nothing => Kind::Number,
    };
    Typed::new(Node::Literal(value.clone()), kind)
}
