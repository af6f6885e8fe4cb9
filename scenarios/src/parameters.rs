//! Figures that change with the years, such as tax bands: each with the day from which it holds, and where it was read.
//!
//! It reads no file: `syntax` does. A term quotes one as `paramètre.impot.decote-seul`, read at a day that is handed in.

use std::{cell::RefCell, collections::BTreeMap};

use crate::{
    date::Date,
    reference::fold,
    term::{Kind, Scope, Sign, Unit, Value, World, starred},
    text::Spanned,
};

/// First word of the names of parameters.
pub const SPACE: &str = "parametre";

/// Every figure known, of one file or of many.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Parameters {
    /// By path, such as `parametre.impot.decote-seul`.
    by_path: BTreeMap<String, Parameter>,
}

/// One figure, over the years.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parameter {
    /// As its author writes it, such as `impôt.décote-seul`.
    pub name: Spanned<String>,
    /// What it is, in words.
    pub what: Option<String>,
    pub unit: Measure,
    /// How many months a figure stays good after it was read; without it, for ever.
    pub good_for: Option<u32>,
    /// From the oldest to the newest, at least one.
    pub values: Vec<Dated>,
}

/// What a figure counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    Euros,
    /// « % »: kept as a number, 0,10 for 10 %.
    Rate,
    Years,
    Number,
    Date,
    /// Bands that give rates and numbers, or euros.
    Scale(Unit),
}

/// A figure from a day on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dated {
    pub since: Date,
    pub value: Value,
    /// The law or the page where it was read, and when.
    pub source: String,
    pub read_on: Spanned<Date>,
}

impl Parameter {
    /// What it is in words, or its name.
    pub fn label(&self) -> &str {
        self.what.as_deref().unwrap_or(&self.name.value)
    }

    /// What holds on `date`; nothing before the first value.
    pub fn at(&self, date: Date) -> Option<&Dated> {
        self.values.iter().rev().find(|dated| dated.since <= date)
    }

    /// Whether the newest figure was read more than its time ago; `today` is handed in.
    pub fn is_out_of_date(&self, today: Date) -> bool {
        let newest = self.values.last().map(|dated| dated.read_on.value);
        let until = newest.zip(self.good_for).and_then(|(read, months)| read.plus_months(months.into()));
        until.is_some_and(|until| until < today)
    }

    fn kind(&self) -> Kind {
        match self.unit {
            Measure::Euros => Kind::Money,
            Measure::Rate | Measure::Years | Measure::Number => Kind::Number,
            Measure::Date => Kind::Date,
            Measure::Scale(_) => Kind::Scale,
        }
    }

    fn sign(&self) -> Sign {
        let signs = self.values.iter().map(|dated| Sign::of_number(dated.value.amount()));
        signs.reduce(|one, other| if one == other { one } else { Sign::Any }).unwrap_or(Sign::Any)
    }
}

impl Parameters {
    /// Adds a figure; one of the same name before it goes.
    pub fn add(&mut self, parameter: Parameter) {
        self.by_path.insert(format!("{SPACE}.{}", fold(&parameter.name.value)), parameter);
    }

    /// These figures, and those of `others` that these do not name: what a host writes goes before what the house knows.
    #[must_use]
    pub fn over(mut self, others: Self) -> Self {
        for (path, parameter) in others.by_path {
            self.by_path.entry(path).or_insert(parameter);
        }
        self
    }

    /// The figure at `path`, such as `parametre.impot.decote-seul`.
    pub fn get(&self, path: &str) -> Option<&Parameter> {
        self.by_path.get(path)
    }

    /// Every figure, by path.
    pub fn all(&self) -> impl Iterator<Item = (&str, &Parameter)> {
        self.by_path.iter().map(|(path, parameter)| (path.as_str(), parameter))
    }

    /// The figures that hold on `date`.
    pub fn at(&self, date: Date) -> Figures<'_> {
        Figures { parameters: self, date, unknown: RefCell::default() }
    }
}

/// Kinds do not depend on the day.
impl Scope for Parameters {
    fn kind(&self, path: &str) -> Option<Kind> {
        if let Some(scale) = path.strip_suffix(".*") {
            return match self.get(scale)?.unit {
                Measure::Scale(Unit::Euros) => Some(Kind::Money),
                Measure::Scale(Unit::Plain) => Some(Kind::Number),
                _ => None,
            };
        }
        self.get(path).map(Parameter::kind)
    }

    fn names(&self) -> Vec<String> {
        self.by_path.values().map(|parameter| format!("paramètre.{}", parameter.name.value)).collect()
    }

    fn sign(&self, path: &str) -> Sign {
        self.get(&starred(path)).map_or(Sign::Any, Parameter::sign)
    }
}

/// Figures on one day. Remembers which was asked for in vain.
pub struct Figures<'p> {
    parameters: &'p Parameters,
    date: Date,
    unknown: RefCell<Option<String>>,
}

impl Figures<'_> {
    /// What to tell when a figure was read before the first day it is known: « Le chiffre « … » n’est connu qu’à partir
    /// du 1er janvier 2024. »
    pub fn out_of_reach(&self) -> Option<String> {
        let parameter = self.parameters.get(self.unknown.borrow().as_deref()?)?;
        let first = parameter.values.first()?.since.in_words();
        Some(format!("Le chiffre « {} » n’est connu qu’à partir du {first}.", parameter.label()))
    }
}

impl Scope for Figures<'_> {
    fn kind(&self, path: &str) -> Option<Kind> {
        self.parameters.kind(path)
    }

    fn names(&self) -> Vec<String> {
        self.parameters.names()
    }

    fn sign(&self, path: &str) -> Sign {
        self.parameters.sign(path)
    }
}

impl World for Figures<'_> {
    fn value(&self, path: &str) -> Value {
        let Some(parameter) = self.parameters.get(path) else { return Value::Nothing };
        if let Some(dated) = parameter.at(self.date) {
            return dated.value.clone();
        }
        self.unknown.borrow_mut().get_or_insert_with(|| path.to_owned());
        Value::Nothing
    }

    fn count(&self, _path: &str) -> usize {
        0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(iso: &str) -> Date {
        Date::from_iso(iso).unwrap()
    }

    fn ceiling(values: &[(&str, i64)]) -> Parameters {
        let values = values.iter().map(|(since, cents)| Dated {
            since: day(since),
            value: Value::cents(*cents),
            source: "CGI".into(),
            read_on: Spanned::new(day("2026-07-23"), crate::text::Span::default()),
        });
        let mut parameters = Parameters::default();
        parameters.add(Parameter {
            name: Spanned::new("impôt.plafond".into(), crate::text::Span::default()),
            what: Some("Plafond".into()),
            unit: Measure::Euros,
            good_for: Some(12),
            values: values.collect(),
        });
        parameters
    }

    #[test]
    fn a_figure_holds_until_the_next() {
        let parameters = ceiling(&[("2024-01-01", 100), ("2025-01-01", 200)]);
        let at = |date| parameters.at(day(date)).value("parametre.impot.plafond");
        assert_eq!((at("2024-12-31"), at("2025-01-01")), (Value::cents(100), Value::cents(200)));
    }

    #[test]
    fn a_figure_asked_for_too_early_is_told() {
        let parameters = ceiling(&[("2024-01-01", 100)]);
        let figures = parameters.at(day("2023-12-31"));
        assert_eq!(figures.out_of_reach(), None);
        assert_eq!(figures.value("parametre.impot.plafond"), Value::Nothing);
        let told = "Le chiffre « Plafond » n’est connu qu’à partir du 1er janvier 2024.";
        assert_eq!(figures.out_of_reach().as_deref(), Some(told));
    }

    #[test]
    fn what_a_host_writes_goes_first() {
        let merged = ceiling(&[("2024-01-01", 1)]).over(ceiling(&[("2024-01-01", 2)]));
        assert_eq!(merged.at(day("2026-01-01")).value("parametre.impot.plafond"), Value::cents(1));
    }

    #[test]
    fn a_figure_read_long_ago_is_out_of_date() {
        let parameters = ceiling(&[("2024-01-01", 1)]);
        let parameter = parameters.get("parametre.impot.plafond").unwrap();
        assert!(!parameter.is_out_of_date(day("2027-07-23")));
        assert!(parameter.is_out_of_date(day("2027-07-24")));
    }
}
