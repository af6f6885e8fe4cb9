//! What can be known of a number before any value is: that it is never 0, never below.
//!
//! Cautious: what is not proved is not known.

use rust_decimal::Decimal;

use super::starred;
use crate::term::{
    Scope, Value,
    expr::{Adding, Scaling},
    functions::{Fold, Function},
    node::{Node, Piece, Place},
};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sign {
    /// Above 0.
    Positive,
    /// Below 0.
    Negative,
    /// 0 or above.
    NotNegative,
    /// Nothing is known.
    Any,
}

impl Sign {
    pub const fn is_not_zero(self) -> bool {
        matches!(self, Self::Positive | Self::Negative)
    }

    const fn is_not_negative(self) -> bool {
        matches!(self, Self::Positive | Self::NotNegative)
    }

    pub fn of_number(number: Decimal) -> Self {
        if number.is_zero() {
            Self::NotNegative
        } else if number.is_sign_negative() {
            Self::Negative
        } else {
            Self::Positive
        }
    }

    const fn opposite(self) -> Self {
        match self {
            Self::Positive => Self::Negative,
            Self::Negative => Self::Positive,
            Self::NotNegative | Self::Any => Self::Any,
        }
    }

    /// What is known of a number that is one of two.
    fn or(self, other: Self) -> Self {
        if self == other {
            self
        } else if self.is_not_negative() && other.is_not_negative() {
            Self::NotNegative
        } else {
            Self::Any
        }
    }

    const fn plus(self, other: Self) -> Self {
        match (self, other) {
            (Self::Positive, other) if other.is_not_negative() => Self::Positive,
            (Self::NotNegative, Self::Positive) => Self::Positive,
            (Self::NotNegative, Self::NotNegative) => Self::NotNegative,
            (Self::Negative, Self::Negative) => Self::Negative,
            _ => Self::Any,
        }
    }

    const fn times(self, other: Self) -> Self {
        match (self, other) {
            (Self::Positive, other) | (other, Self::Positive) => other,
            (Self::Negative, Self::Negative) => Self::Positive,
            (Self::NotNegative, Self::NotNegative) => Self::NotNegative,
            _ => Self::Any,
        }
    }
}

pub(super) fn of(node: &Node, scope: &dyn Scope) -> Sign {
    match node {
        Node::Literal(Value::Number(number) | Value::Money(number)) | Node::Percent(number) => {
            Sign::of_number(*number)
        }
        Node::Name(place) => scope.sign(&known_as(place)),
        Node::Rank(..) => Sign::Positive,
        Node::List(_) => Sign::NotNegative,
        Node::Negative(inner, _) => of(inner, scope).opposite(),
        Node::Sum(items, _) => items
            .iter()
            .map(|(adding, item)| match adding {
                Adding::Plus => of(item, scope),
                Adding::Minus => of(item, scope).opposite(),
            })
            .reduce(Sign::plus)
            .unwrap_or(Sign::Any),
        // A divisor is not 0, and divides as its sign multiplies.
        Node::Product(items, _) => items
            .iter()
            .map(|(Scaling::Times | Scaling::Over, item)| of(item, scope))
            .fold(Sign::Positive, Sign::times),
        Node::Choose(branches, otherwise) => {
            branches.iter().map(|(_, then)| of(then, scope)).fold(of(otherwise, scope), Sign::or)
        }
        Node::Call(function, values, _) => of_call(*function, values, scope),
        Node::Each(each) => match (each.fold, &each.item) {
            (Fold::Count, _) => Sign::NotNegative,
            (Fold::Sum | Fold::Least | Fold::Most, Some(item)) if of(item, scope).is_not_negative() => {
                Sign::NotNegative
            }
            _ => Sign::Any,
        },
        _ => Sign::Any,
    }
}

fn of_call(function: Function, values: &[Node], scope: &dyn Scope) -> Sign {
    let signs: Vec<Sign> = values.iter().map(|value| of(value, scope)).collect();
    let first = signs.first().copied().unwrap_or(Sign::Any);
    match function {
        Function::Min => signs.into_iter().reduce(Sign::or).unwrap_or(Sign::Any),
        Function::Max => {
            if signs.contains(&Sign::Positive) {
                Sign::Positive
            } else if signs.iter().any(|sign| sign.is_not_negative()) {
                Sign::NotNegative
            } else {
                Sign::Any
            }
        }
        Function::Clamp => match signs.as_slice() {
            [_, Sign::Positive, Sign::Positive] => Sign::Positive,
            [_, low, high] if low.is_not_negative() && high.is_not_negative() => Sign::NotNegative,
            _ => Sign::Any,
        },
        Function::Abs if first.is_not_zero() => Sign::Positive,
        Function::RoundUp if first == Sign::Positive => Sign::Positive,
        Function::Round | Function::RoundDown | Function::RoundUp if first.is_not_negative() => {
            Sign::NotNegative
        }
        Function::Abs | Function::Age => Sign::NotNegative,
        _ => Sign::Any,
    }
}

fn known_as(place: &Place) -> String {
    let pieces = place.pieces.iter().map(|piece| match piece {
        Piece::Text(text) => text,
        Piece::Item(_) => "*",
    });
    starred(&pieces.collect::<String>())
}
