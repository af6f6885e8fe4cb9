//! What is given to a calculation: a tree of values, looked through against the entries.
//!
//! What is unknown, missing, of another kind or out of bounds is told in one sentence, to the person who gives it.

use std::collections::BTreeMap;

use super::{Entry, Shape};
use crate::{
    date::{Date, Month},
    reference::fold,
    term::{Kind, Value, World, decimal},
};

/// A tree of values, such as JSON gives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    Nothing,
    YesNo(bool),
    /// As machines write it: `1234.56`, `1e3`.
    Number(String),
    Text(String),
    List(Vec<Self>),
    Keys(Vec<(String, Self)>),
}

/// Values by path, and numbers of items.
#[derive(Debug, Default)]
pub(super) struct Given {
    values: BTreeMap<String, Value>,
    counts: BTreeMap<String, usize>,
}

impl Given {
    /// What `input` gives to `entries`, or why it cannot be taken.
    pub(super) fn read(entries: &[Entry], input: &Input) -> Result<Self, String> {
        let Input::Keys(keys) = input else {
            return Err("Les valeurs doivent être données par leur nom.".to_owned());
        };
        let mut given = Self::default();
        given.keys("", "", entries, keys)?;
        Ok(given)
    }

    /// `under` is the path of what is read, `said` how it is told.
    fn keys(
        &mut self,
        under: &str,
        said: &str,
        entries: &[Entry],
        keys: &[(String, Input)],
    ) -> Result<(), String> {
        let mut found: BTreeMap<String, &Input> = BTreeMap::new();
        for (key, input) in keys {
            if found.insert(fold(key.trim()), input).is_some() {
                return Err(format!("La valeur « {said}{} » est donnée deux fois.", short(key)));
            }
        }
        for entry in entries {
            let path = entry.path();
            let said = format!("{said}{}", entry.name.value.trim());
            match found.remove(&path) {
                None | Some(Input::Nothing) if entry.optional => {}
                None | Some(Input::Nothing) => return Err(format!("Il manque la valeur « {said} ».")),
                Some(input) => self.one(format!("{under}{path}"), &said, &entry.shape, input)?,
            }
        }
        match found.keys().next() {
            None => Ok(()),
            Some(unknown) => {
                let written = keys.iter().find(|(key, _)| fold(key.trim()) == *unknown);
                let written = written.map_or(unknown.as_str(), |(key, _)| key);
                Err(format!("La valeur « {said}{} » n’est pas prévue.", short(written)))
            }
        }
    }

    fn one(&mut self, path: String, said: &str, shape: &Shape, input: &Input) -> Result<(), String> {
        match shape {
            Shape::One { kind, whole, least, most } => {
                let value = simple(kind, input)
                    .ok_or_else(|| format!("La valeur « {said} » doit être {}.", expected(kind, *whole)))?;
                if *whole && !value.amount().fract().is_zero() {
                    return Err(format!("La valeur « {said} » doit être {}.", expected(kind, *whole)));
                }
                if is_out(&value, least.as_ref(), most.as_ref()) {
                    return Err(format!(
                        "La valeur « {said} » doit être {}.",
                        between(least.as_ref(), most.as_ref())
                    ));
                }
                self.values.insert(path, value);
            }
            Shape::List { item, least, most } => {
                let items = items(said, input, *least, *most)?;
                for (at, input) in items.iter().enumerate() {
                    let rank = at + 1;
                    self.one(format!("{path}.{rank}"), &format!("{said}, numéro {rank}"), item, input)?;
                }
                self.counts.insert(path, items.len());
            }
            Shape::Items { entries, least, most } => {
                let items = items(said, input, *least, *most)?;
                for (at, input) in items.iter().enumerate() {
                    let rank = at + 1;
                    let Input::Keys(keys) = input else {
                        return Err(format!(
                            "« {said}, numéro {rank} » doit être donné par noms et valeurs."
                        ));
                    };
                    self.keys(
                        &format!("{path}.{rank}."),
                        &format!("{said}, numéro {rank} : "),
                        entries,
                        keys,
                    )?;
                }
                self.counts.insert(path, items.len());
            }
        }
        Ok(())
    }

    pub(super) fn get(&self, path: &str) -> Option<&Value> {
        self.values.get(path)
    }
}

impl World for Given {
    fn value(&self, path: &str) -> Value {
        self.values.get(path).cloned().unwrap_or(Value::Nothing)
    }

    fn count(&self, path: &str) -> usize {
        self.counts.get(path).copied().unwrap_or_default()
    }
}

fn items<'i>(said: &str, input: &'i Input, least: usize, most: usize) -> Result<&'i [Input], String> {
    let Input::List(items) = input else {
        return Err(format!("La valeur « {said} » doit être une liste."));
    };
    if (least..=most).contains(&items.len()) {
        return Ok(items);
    }
    let wanted = match (least, most) {
        (least, most) if least == most => format!("{least}"),
        (0, most) => format!("au plus {most}"),
        (least, most) => format!("de {least} à {most}"),
    };
    Err(format!("La liste « {said} » doit avoir {wanted} {}.", if most > 1 { "éléments" } else { "élément" }))
}

fn simple(kind: &Kind, input: &Input) -> Option<Value> {
    match (kind, input) {
        (Kind::Number, Input::Number(number)) => decimal(number).map(Value::Number),
        (Kind::Money, Input::Number(number)) => decimal(number).map(Value::Money),
        (Kind::Date, Input::Text(text)) => Date::from_iso(text.trim()).ok().map(Value::Date),
        (Kind::Month, Input::Text(text)) => Month::from_iso(text.trim()).ok().map(Value::Month),
        (Kind::YesNo, Input::YesNo(yes)) => Some(Value::YesNo(*yes)),
        // A box ticked on a form, as programs count it.
        (Kind::YesNo, Input::Number(number)) => match number.as_str() {
            "1" => Some(Value::YesNo(true)),
            "0" => Some(Value::YesNo(false)),
            _ => None,
        },
        (Kind::YesNo, Input::Text(text)) => match fold(text.trim()).as_str() {
            "oui" => Some(Value::YesNo(true)),
            "non" => Some(Value::YesNo(false)),
            _ => None,
        },
        (Kind::Text, Input::Text(text)) => Some(Value::Text(text.clone())),
        (Kind::Choice(words), Input::Text(text)) => {
            let word = words.iter().find(|word| fold(word) == fold(text.trim()))?;
            Some(Value::Text(word.clone()))
        }
        _ => None,
    }
}

fn expected(kind: &Kind, whole: bool) -> String {
    match kind {
        Kind::Number if whole => "un nombre entier".to_owned(),
        Kind::Money if whole => "un montant en euros, sans centimes".to_owned(),
        Kind::Date => "une date, par exemple « 2026-05-01 »".to_owned(),
        Kind::Month => "un mois, par exemple « 2026-05 »".to_owned(),
        Kind::YesNo => "vrai ou faux".to_owned(),
        Kind::Choice(words) => format!("l’un de ces choix : {}", words.join(", ")),
        other => other.in_words().to_owned(),
    }
}

fn is_out(value: &Value, least: Option<&Value>, most: Option<&Value>) -> bool {
    let below = |one: &Value, other: &Value| match (one, other) {
        (Value::Date(one), Value::Date(other)) => one < other,
        (Value::Month(one), Value::Month(other)) => one < other,
        (one, other) => one.amount() < other.amount(),
    };
    least.is_some_and(|least| below(value, least)) || most.is_some_and(|most| below(most, value))
}

fn between(least: Option<&Value>, most: Option<&Value>) -> String {
    match (least, most) {
        (Some(least), Some(most)) => format!("entre {} et {}", least.in_french(), most.in_french()),
        (Some(least), None) => format!("au moins {}", least.in_french()),
        (None, Some(most)) => format!("au plus {}", most.in_french()),
        (None, None) => String::new(),
    }
}

/// A name from outside, fit for a sentence.
fn short(name: &str) -> String {
    crate::diagnostic::excerpt(name)
}
