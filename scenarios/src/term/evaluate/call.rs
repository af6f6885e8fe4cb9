//! What each function gives.
//!
//! How many values it takes, and of what kinds, was checked.

use rust_decimal::{Decimal, prelude::ToPrimitive as _};

use super::{Evaluation, amount, best};
use crate::{
    date::{Date, Month},
    term::{
        Kind, Unit, Value,
        expr::Comparison,
        functions::Function,
        node::Node,
        number::{self, Way},
    },
};

impl Evaluation<'_> {
    pub(super) fn call(&self, function: Function, values: &[Node], kind: &Kind) -> Value {
        let nothing = Node::Literal(Value::Nothing);
        let node = |at: usize| values.get(at).unwrap_or(&nothing);
        let value = |at: usize| self.value(node(at));
        let number = |at: usize| value(at).amount();
        match function {
            Function::Min => self.extreme(values, kind, Comparison::Less),
            Function::Max => self.extreme(values, kind, Comparison::More),
            Function::Abs => amount(kind, number(0).abs()),
            Function::Clamp => amount(kind, number(0).max(number(1)).min(number(2))),
            Function::Round => rounded(kind, number(0), number(1), Way::Nearest),
            Function::RoundDown => rounded(kind, number(0), number(1), Way::Down),
            Function::RoundUp => rounded(kind, number(0), number(1), Way::Up),
            Function::Marginal => match value(1) {
                Value::Scale(scale) => amount(kind, scale.marginal(number(0))),
                _ => amount(kind, Decimal::ZERO),
            },
            Function::Band => match value(1) {
                Value::Scale(scale) => scale.band(number(0)),
                _ => Value::Nothing,
            },
            Function::IsEmpty => match node(0) {
                Node::List(_) => number(0).is_zero().into(),
                _ => is_empty(&value(0)).into(),
            },
            Function::Contains => match node(0) {
                Node::List(list) => self.contains(&self.path(list), &value(1)).into(),
                _ => ticked(&value(0), &value(1)).into(),
            },
            _ => of_days(function, &value),
        }
    }

    fn extreme(&self, values: &[Node], kind: &Kind, wanted: Comparison) -> Value {
        values.iter().map(|value| self.value(value)).fold(Value::Nothing, |before, value| {
            if value.is_nothing() && !matches!(kind, Kind::Number | Kind::Money) {
                return before;
            }
            best(kind, before, value, wanted)
        })
    }

    fn contains(&self, list: &str, wanted: &Value) -> bool {
        let count = self.world.count(list).min(super::MOST_ITEMS);
        (1..=count).any(|item| self.world.value(&format!("{list}.{item}")).same(wanted))
    }
}

/// What dates and months give; nothing when one is missing or falls outside the calendar.
fn of_days(function: Function, value: &dyn Fn(usize) -> Value) -> Value {
    let day = |at| value(at).date();
    let whole = |at| number::whole(value(at).amount());
    let found = match function {
        Function::Age => between(day(0), day(1), Date::age),
        Function::DaysBetween => between(day(0), day(1), |from, to| to.day_number() - from.day_number()),
        Function::MonthsBetween => match (value(0), value(1)) {
            (Value::Month(from), Value::Month(to)) => Some(integer(to.index() - from.index())),
            (from, to) => between(from.date(), to.date(), Date::months_until),
        },
        Function::Year => month_of(&value(0)).map(|month| integer(i64::from(month.year()))),
        Function::Month => month_of(&value(0)).map(Value::Month),
        Function::MonthNumber => month_of(&value(0)).map(|month| integer(i64::from(month.number()))),
        Function::PlusDays => day(0).and_then(|day| day.plus_days(whole(1))).map(Value::Date),
        Function::PlusMonths => later(&value(0), Some(whole(1))),
        Function::PlusYears => later(&value(0), whole(1).checked_mul(12)),
        Function::FirstDay => month_of(&value(0)).map(|month| Value::Date(month.first_day())),
        Function::LastDay => month_of(&value(0)).map(|month| Value::Date(month.last_day())),
        Function::Date => date(whole(0), whole(1), whole(2)).map(Value::Date),
        _ => None,
    };
    found.unwrap_or(Value::Nothing)
}

fn between(from: Option<Date>, to: Option<Date>, count: impl Fn(Date, Date) -> i64) -> Option<Value> {
    Some(integer(count(from?, to?)))
}

fn later(value: &Value, months: Option<i64>) -> Option<Value> {
    match value {
        Value::Date(date) => date.plus_months(months?).map(Value::Date),
        Value::Month(month) => month.plus(months?).map(Value::Month),
        _ => None,
    }
}

fn month_of(value: &Value) -> Option<Month> {
    match value {
        Value::Date(date) => Some(Month::of(*date)),
        Value::Month(month) => Some(*month),
        _ => None,
    }
}

fn date(year: i64, month: i64, day: i64) -> Option<Date> {
    let (year, month, day) = (u16::try_from(year).ok()?, u8::try_from(month).ok()?, u8::try_from(day).ok()?);
    Date::new(year, month, day).ok()
}

fn integer(number: i64) -> Value {
    Unit::Plain.value(Decimal::from(number))
}

fn rounded(kind: &Kind, number: Decimal, decimals: Decimal, way: Way) -> Value {
    amount(kind, number::rounded(number, decimals.to_u32().unwrap_or_default(), way))
}

/// Whether the boxes that `answer` names have `wanted` among them.
fn ticked(answer: &Value, wanted: &Value) -> bool {
    let (Value::Text(answer), Value::Text(_)) = (answer, wanted) else { return false };
    answer.split(' ').any(|name| Value::Text(name.to_owned()).same(wanted))
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Nothing => true,
        Value::Text(text) => text.trim().is_empty(),
        _ => false,
    }
}
