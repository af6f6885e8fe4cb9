//! What names are worth at one place of a rehearsal: the persona's values, answers, codes, what happened.
//!
//! The kinds of these names are told by `names`; the two speak of the same paths.

use super::{cookies, state::State};
use crate::{
    date::Month,
    field::{self, Kind},
    graph::{self, Field, Graph, Loop, Rows, Screen, id, numbers},
    guard::Outcome,
    persona,
    reference::Reference,
    term::{Kind as ValueKind, Term, Value, World},
};

/// A rehearsal, looked at from one page, one item of a list, one question.
#[derive(Clone)]
pub(crate) struct Lived<'a> {
    pub(crate) graph: &'a Graph,
    pub(crate) state: &'a State,
    /// Numbers of the items around, from the outside in.
    pub(crate) numbers: Vec<usize>,
    /// Names of these items, and their paths.
    variables: Vec<(&'a str, String)>,
    /// Path of the innermost item; empty outside loops.
    item: String,
    question: Option<(&'a Field, String)>,
    /// The message being read, by its number.
    mail: Option<u32>,
    /// A named term is being computed: what it reads is no other term's affair.
    computing: bool,
}

impl<'a> Lived<'a> {
    /// Outside any page.
    pub(crate) fn new(graph: &'a Graph, state: &'a State) -> Self {
        Self {
            graph,
            state,
            numbers: Vec::new(),
            variables: Vec::new(),
            item: String::new(),
            question: None,
            mail: None,
            computing: false,
        }
    }

    /// On the screen `id`, for the item that its number tells.
    pub(crate) fn on(graph: &'a Graph, state: &'a State, screen: &'a Screen, id: &str) -> Self {
        let outside = Self::new(graph, state);
        match (&screen.each, numbers(id).first()) {
            (Some(each), Some(number)) => outside.at(each, *number),
            _ => outside,
        }
    }

    pub(crate) fn reading(self, mail: u32) -> Self {
        Self { mail: Some(mail), ..self }
    }

    pub(crate) fn asked(&self, field: &'a Field, id: String) -> Self {
        Self { question: Some((field, id)), ..self.clone() }
    }

    /// At item `number` of a loop.
    pub(crate) fn at(&self, each: &'a Loop, number: usize) -> Self {
        let item = format!("{}.{number}", self.path(&each.list));
        let mut inside = self.clone();
        inside.numbers.push(number);
        inside.variables.push((&each.name, item.clone()));
        inside.item = item;
        inside
    }

    /// At each item of a loop.
    pub(crate) fn items(&self, each: &'a Loop) -> Vec<Self> {
        (1..=self.count(&each.list)).map(|number| self.at(each, number)).collect()
    }

    /// At each item of a loop, or here when there is no loop.
    pub(crate) fn each(&self, each: Option<&'a Loop>) -> Vec<Self> {
        each.map_or_else(|| vec![self.clone()], |each| self.items(each))
    }

    /// The name of a list of rows here: its key, and the numbers of the items around.
    pub(crate) fn rows_id(&self, rows: &Rows) -> String {
        id(&rows.key, &self.numbers)
    }

    /// At each row that the learner has added.
    pub(crate) fn rows(&self, rows: &'a Rows) -> Vec<Self> {
        let count = self.state.rows.get(&self.rows_id(rows)).copied().unwrap_or(rows.first).min(rows.most);
        (1..=count).map(|number| self.row(rows, number)).collect()
    }

    fn row(&self, rows: &'a Rows, number: usize) -> Self {
        let mut inside = self.clone();
        inside.numbers.push(number);
        if let Some(each) = &rows.expected {
            inside.variables.push((&each.name, format!("{}.{number}", self.path(&each.list))));
        }
        let list = if self.item.is_empty() { String::new() } else { format!("{}.", self.item) };
        inside.item = format!("{list}lignes.{}.{number}", rows.key);
        inside
    }

    /// Rows that the persona's papers call for.
    pub(crate) fn rows_expected(&self, rows: &Rows) -> Option<usize> {
        rows.expected.as_ref().map(|each| self.count(&each.list))
    }

    pub(crate) fn holds(&self, condition: Option<&Term>) -> bool {
        condition.is_none_or(|condition| condition.value(self).is_yes())
    }

    /// `path` with the name of an item replaced by its path.
    fn path(&self, path: &str) -> String {
        let (first, rest) = path.split_once('.').unwrap_or((path, ""));
        match self.variables.iter().rev().find(|(name, _)| *name == first) {
            Some((_, item)) if rest.is_empty() => item.clone(),
            Some((_, item)) => format!("{item}.{rest}"),
            None => path.to_owned(),
        }
    }

    /// What a term that is a mere name points at; `None` for anything that is computed.
    pub(crate) fn reference(&self, term: &Term) -> Option<Reference> {
        Reference::parse(&self.path(term.as_path()?)).ok()
    }

    /// What a recorded answer is worth.
    pub(crate) fn answer(&self, id: &str) -> Value {
        let Some((_, field)) = self.graph.field(id) else { return Value::Nothing };
        match self.state.answers.get(id) {
            Some(Outcome::Neutral(canonical)) => field.kind.rules().value(canonical.as_str()),
            Some(Outcome::Persona(reference)) => self.worth(reference, field.kind),
            _ => Value::Nothing,
        }
    }

    fn worth(&self, reference: &Reference, kind: Kind) -> Value {
        match reference {
            Reference::Persona(path) => self.persona(path),
            _ if kind == Kind::Code => Value::Nothing,
            other => self.state.value(other).map_or(Value::Nothing, Value::Text),
        }
    }

    fn computing(&self) -> Self {
        Self { computing: true, ..self.clone() }
    }

    fn persona(&self, path: &str) -> Value {
        let Some(text) = self.state.persona.value(path) else { return Value::Nothing };
        let kind = persona::kind(&starred(path)).map_or(&ValueKind::Text, |value| &value.kind);
        field::worth(kind, text)
    }

    /// The question that `réponse.<key>` means here: asked about the same item, or about one around it.
    fn near(&self, key: &str) -> Value {
        (0..=self.numbers.len())
            .rev()
            .map(|depth| id(key, &self.numbers[..depth]))
            .find(|id| self.state.answers.contains_key(id))
            .map_or(Value::Nothing, |id| self.answer(&id))
    }

    fn own(&self, space: &str) -> Value {
        let Some((field, id)) = &self.question else { return Value::Nothing };
        let outside = Self { question: None, ..self.clone() };
        let term = match space {
            "attendu" => &field.expected,
            "prerempli" => &field.prefilled,
            _ => return self.answer(id),
        };
        term.as_ref().map_or(Value::Nothing, |term| term.value(&outside))
    }

    fn mistaken(&self, rest: &str) -> bool {
        let (key, named) = rest.split_once('.').unwrap_or((rest, ""));
        self.state
            .mistakes
            .iter()
            .any(|(id, mistake)| graph::base(id) == key && (named.is_empty() || mistake == named))
    }
}

impl World for Lived<'_> {
    fn value(&self, path: &str) -> Value {
        let path = self.path(path);
        if let Some(item) = path.strip_suffix(".rang") {
            return item.rsplit('.').next().and_then(|n| n.parse().ok()).map_or(Value::Nothing, Value::count);
        }
        if let Some((item, key)) = path.split_once(".reponse.") {
            let numbers: Vec<usize> = item.split('.').filter_map(|part| part.parse().ok()).collect();
            return self.answer(&id(key, &numbers));
        }
        let (space, rest) = path.split_once('.').unwrap_or((&path, ""));
        match (space, rest) {
            ("personnage", rest) => self.persona(rest),
            ("reponse" | "attendu" | "prerempli", "") => self.own(space),
            ("reponse", key) => self.near(key),
            ("site", "nom") => Value::Text(self.graph.site.name.clone()),
            ("site", "adresse") => Value::Text(self.graph.site.host.clone()),
            ("exercice", "date") => Value::Date(self.state.today),
            ("exercice", "mois") => Value::Month(Month::of(self.state.today)),
            ("cookies", asked) => Value::YesNo(cookies::is_so(self.graph, self.state, asked)),
            ("passee", page) => Value::YesNo(self.state.has_passed(page)),
            ("erreur", rest) => Value::YesNo(self.mistaken(rest)),
            ("message", "code") => {
                self.mail.map_or(Value::Nothing, |mail| Value::Text(self.state.code(mail)))
            }
            _ => match Reference::parse(&path) {
                Ok(reference) => self.state.value(&reference).map_or(Value::Nothing, Value::Text),
                Err(_) if self.computing => Value::Nothing,
                Err(_) => self.graph.figured.value(&path, &self.computing(), self.state.today),
            },
        }
    }

    fn count(&self, path: &str) -> usize {
        let path = self.path(path);
        if let Some((item, key)) = path.split_once("lignes.") {
            let numbers: Vec<usize> = item.split('.').filter_map(|part| part.parse().ok()).collect();
            let first =
                self.graph.screens().iter().find_map(|screen| screen.rows(key)).map_or(0, |rows| rows.first);
            return self.state.rows.get(&id(key, &numbers)).copied().unwrap_or(first);
        }
        match path.strip_prefix("personnage.") {
            Some(list) => self.state.persona.count(list),
            None if self.computing => 0,
            None => self.graph.figured.count(&path, &self.computing(), self.state.today),
        }
    }
}

fn starred(path: &str) -> String {
    let star =
        |part: &'_ str| if part.bytes().all(|byte| byte.is_ascii_digit()) { "*" } else { part }.to_owned();
    path.split('.').map(star).collect::<Vec<_>>().join(".")
}
