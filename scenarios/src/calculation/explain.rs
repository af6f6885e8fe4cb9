//! A calculation told as a good adviser would: what was given, then each step that counts, chapter by chapter.
//!
//! It computes nothing that was not worked out already. A step that no result needs is not told.

use std::collections::{BTreeMap, BTreeSet};

use super::{Entry, Shape, entry, given::Given};
use crate::{
    date::Date,
    parameters::{Measure, Parameters},
    reference::fold,
    term::{
        Because, Bound, Definitions, Found, Kind, Told, Value, Vocabulary, Worked, World, in_percents,
        starred,
    },
};

/// How a file says where its author read a rule: that is not part of the rule.
const READ_IN: [&str; 3] = [", lu dans ", ", lue dans ", ", lus dans "];

/// Everything there is to tell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explanation {
    /// What was given, by what it is called.
    pub given: Vec<(String, String)>,
    pub steps: Vec<Step>,
    /// What was asked for, by what it is called.
    pub results: Vec<(String, Value)>,
}

/// One term worked out, told in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// The part of the explanation it belongs to.
    pub chapter: Option<String>,
    /// What the author calls it, or its name, with the item of a list that it is about.
    pub label: String,
    /// What it is worth, in French.
    pub value: String,
    /// How it was found, and why so.
    pub told: Told,
    /// The author's own words about it.
    pub says: Option<String>,
    /// The rules it comes from: its own, then those of the figures that counted.
    pub sources: Vec<String>,
}

/// Where names find what they are called.
pub(super) struct Book<'a> {
    pub(super) entries: &'a [Entry],
    pub(super) definitions: &'a Definitions,
    pub(super) parameters: &'a Parameters,
    /// The day on which figures are read.
    pub(super) at: Date,
}

impl Book<'_> {
    /// `results` are paths.
    pub(super) fn explanation(&self, given: &Given, world: &Found<'_>, results: &[&str]) -> Explanation {
        let said = |path: &&str| (self.called(path).unwrap_or_else(|| (*path).to_owned()), world.value(path));
        Explanation {
            given: self.given(given),
            steps: self.steps(world, results),
            results: results.iter().map(said).collect(),
        }
    }

    /// What counted, from the results back to what was given; in the author's order.
    fn steps(&self, world: &Found<'_>, results: &[&str]) -> Vec<Step> {
        let mut waiting: Vec<String> = results.iter().map(|path| (*path).to_owned()).collect();
        let mut seen = BTreeSet::new();
        let mut steps = BTreeMap::new();
        while let Some(path) = waiting.pop() {
            if !seen.insert(path.clone()) {
                continue;
            }
            let Some((worked, item)) = world.which(&path) else { continue };
            // What is true or false is told where it decides.
            if *worked.term.kind() == Kind::YesNo && !results.contains(&path.as_str()) {
                continue;
            }
            let here = Here::new(self, world, results, (worked, item));
            let told = worked.term.told(&Bound { inner: world, variables: &here.variables }, &here);
            waiting.extend(told.reads.iter().map(|path| here.concrete(path)));
            let label = self.called(&path).unwrap_or_else(|| path.clone());
            steps.insert((worked.rank, item), self.step(label, worked, &world.value(&path), told));
        }
        steps.into_values().collect()
    }

    fn step(&self, label: String, worked: &Worked, value: &Value, told: Told) -> Step {
        let figures = told.reads.iter().filter_map(|path| self.parameters.get(&fold(path))?.at(self.at));
        let all = worked.source.iter().chain(figures.map(|figure| &figure.source));
        let mut sources: Vec<String> = Vec::new();
        for source in all {
            let end = READ_IN.iter().find_map(|read| source.find(read)).unwrap_or(source.len());
            let source = &source[..end];
            if sources.iter().any(|known| known.starts_with(source)) {
                continue;
            }
            // « CGI art. 83 » says nothing more than « CGI art. 83, 3° ».
            sources.retain(|known| !source.starts_with(known.as_str()));
            sources.push(source.to_owned());
        }
        let value = if told.is_rate { in_percents(value.amount()) } else { value.in_french() };
        Step { chapter: worked.chapter.clone(), label, value, told, says: worked.says.clone(), sources }
    }

    /// What is worth nothing was not given.
    fn given(&self, given: &Given) -> Vec<(String, String)> {
        let mut told = Vec::new();
        for entry in self.entries {
            tell("", "", entry, given, &mut told);
        }
        told
    }

    /// What a term or an entry is called, at the head of a line.
    fn called(&self, path: &str) -> Option<String> {
        if let Some(worked) = self.definitions.get(&starred(path)) {
            let name = worked.path.rsplit('.').next().unwrap_or(&worked.path);
            let label = worked.label.clone().unwrap_or_else(|| name.to_owned());
            let item = path.split('.').find(|word| is_rank(word));
            return Some(match (&worked.each, item) {
                (Some((variable, _)), Some(item)) => format!("{label}, {variable} {item}"),
                _ => label,
            });
        }
        let figure = self.parameters.get(&fold(path)).map(|parameter| parameter.label().to_owned());
        figure.or_else(|| self.entry(path))
    }

    /// « Salaire, numéro 2 » for `adultes.1.salaires.2`.
    fn entry(&self, path: &str) -> Option<String> {
        let entry = entry::at(self.entries, path)?;
        let rank = path.rsplit('.').next().filter(|word| is_rank(word));
        Some(match (rank, &entry.shape) {
            (Some(rank), Shape::List { .. }) => format!("{}, numéro {rank}", entry.label()),
            _ => entry.label().to_owned(),
        })
    }
}

fn is_rank(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_digit())
}

fn tell(under: &str, said: &str, entry: &Entry, given: &Given, told: &mut Vec<(String, String)>) {
    let path = format!("{under}{}", entry.path());
    let label = if said.is_empty() {
        entry.label().to_owned()
    } else {
        format!("{said}, {}", lower_first(entry.label()))
    };
    let counts = |value: &Value| match value {
        Value::Nothing | Value::YesNo(false) => false,
        Value::Number(amount) | Value::Money(amount) => !amount.is_zero(),
        _ => true,
    };
    match &entry.shape {
        Shape::One { .. } => {
            let value = given.value(&path);
            if counts(&value) {
                told.push((label, value.in_french()));
            }
        }
        Shape::List { .. } => {
            let values = (1..=given.count(&path)).map(|at| given.value(&format!("{path}.{at}")));
            let values: Vec<_> = values.map(|value| value.in_french()).collect();
            if !values.is_empty() {
                told.push((label, values.join("\u{a0}; ")));
            }
        }
        Shape::Items { entries, .. } => {
            for at in 1..=given.count(&path) {
                for inside in entries {
                    tell(&format!("{path}.{at}."), &format!("{label}, numéro {at}"), inside, given, told);
                }
            }
        }
    }
}

/// The place of one step: a column knows its item by the name of its loop.
struct Here<'a> {
    book: &'a Book<'a>,
    world: &'a Found<'a>,
    results: &'a [&'a str],
    variables: Vec<(String, String)>,
}

impl<'a> Here<'a> {
    fn new(
        book: &'a Book<'a>,
        world: &'a Found<'a>,
        results: &'a [&'a str],
        (worked, item): (&Worked, Option<usize>),
    ) -> Self {
        let variables = worked.each.iter().zip(item);
        let variables =
            variables.map(|((variable, list), item)| (variable.clone(), format!("{list}.{item}"))).collect();
        Self { book, world, results, variables }
    }

    /// `adultes.1.net` for `adulte.net`.
    fn concrete(&self, path: &str) -> String {
        let inside = self.variables.iter().find_map(|(variable, item)| {
            let rest = path.strip_prefix(variable.as_str())?.strip_prefix('.')?;
            Some(format!("{item}.{rest}"))
        });
        inside.unwrap_or_else(|| path.to_owned())
    }

    fn figure(&self, path: &str) -> Option<Measure> {
        self.book.parameters.get(&fold(path)).map(|parameter| parameter.unit)
    }
}

impl Vocabulary for Here<'_> {
    fn label(&self, path: &str) -> Option<String> {
        let concrete = self.concrete(path);
        let label = self.book.called(&concrete)?;
        // Of the item that the step is about, its number need not be said again.
        let worked = self.book.definitions.get(&starred(&concrete));
        let plain = worked.filter(|_| concrete != path).and_then(|worked| worked.label.clone());
        Some(lower_first(&plain.unwrap_or(label)))
    }

    fn is_figure(&self, path: &str) -> bool {
        self.figure(path).is_some()
    }

    fn is_rate(&self, path: &str) -> bool {
        let concrete = self.concrete(path);
        match self.world.which(&concrete) {
            Some((worked, item)) => {
                let there = Here::new(self.book, self.world, self.results, (worked, item));
                worked.term.told(&Bound { inner: self.world, variables: &there.variables }, &there).is_rate
            }
            None => self.figure(path) == Some(Measure::Rate),
        }
    }

    /// A step that only hands on what another found is passed over, unless it was asked for.
    fn stands_for(&self, path: &str) -> Option<String> {
        let concrete = self.concrete(path);
        let (worked, item) = self.world.which(&concrete)?;
        if self.results.contains(&concrete.as_str()) || *worked.term.kind() == Kind::YesNo {
            return None;
        }
        let there = Here::new(self.book, self.world, self.results, (worked, item));
        let told = worked.term.told(&Bound { inner: self.world, variables: &there.variables }, &there);
        told.stands_for.map(|path| there.concrete(&path))
    }

    fn because(&self, path: &str, holds: bool) -> Because<'_> {
        let concrete = self.concrete(path);
        let Some(worked) = self.book.definitions.get(&starred(&concrete)) else {
            let Some(label) = self.book.entry(&concrete) else { return Because::Unknown };
            let verb = if holds { "oui" } else { "non" };
            return Because::Said(format!("vous dites «\u{a0}{verb}\u{a0}» à «\u{a0}{label}\u{a0}»"));
        };
        let (yes, no) = &worked.when;
        match if holds { yes } else { no } {
            Some(said) => Because::Said(said.clone()),
            // One side said, the other side left: the author has nothing to add.
            None if yes.is_some() || no.is_some() || worked.each.is_some() => Because::Unknown,
            None => Because::Term(&worked.term),
        }
    }
}

/// « Salaires » inside a sentence is « salaires »; « CSG » stays.
fn lower_first(label: &str) -> String {
    let mut letters = label.chars();
    let (first, second) = (letters.next(), letters.clone().next());
    let is_acronym = second.is_none_or(|second| second.is_uppercase() || second.is_ascii_digit());
    match first {
        Some(first) if !is_acronym => first.to_lowercase().chain(letters).collect(),
        _ => label.to_owned(),
    }
}
