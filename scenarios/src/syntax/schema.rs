//! The JSON Schema of the language (draft 2020-12), for editors: drawn from the constructs that the parser reads.
//!
//! It knows how a text is written, never what it says: names that lead nowhere are `lint`'s affair.

use serde::{Serialize, Serializer, ser::SerializeMap};

use super::{
    report::Report,
    scenario,
    sketch::{self, Construct, Form, Needed, Property, Shape},
};
use crate::{reference::fold, text::Text};

/// A value of JSON.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Json {
    Yes(bool),
    Number(u32),
    Text(String),
    List(Vec<Json>),
    Keys(Keys),
}

/// Keys and values, in order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Keys(Vec<(String, Json)>);

impl Serialize for Keys {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (key, value) in &self.0 {
            map.serialize_entry(key, value)?;
        }
        map.end()
    }
}

/// The schema of a scenario.
pub fn schema() -> Json {
    let text = Text::new("", "");
    let mut report = Report::describing(&text);
    let root = sketch::shapes(&scenario::scenario, &mut report);
    let constructs = report.sketch.map(|sketch| sketch.constructs).unwrap_or_default();
    let definitions = constructs.iter().enumerate().map(|(number, one)| (name(number), construct(one)));
    let mut keys = vec![
        ("$schema".to_owned(), word("https://json-schema.org/draft/2020-12/schema")),
        ("title".to_owned(), word("Scénario de Miroir")),
        ("$defs".to_owned(), Json::Keys(Keys(definitions.collect()))),
    ];
    if let Json::Keys(Keys(root)) = any_of(&root) {
        keys.extend(root);
    }
    Json::Keys(Keys(keys))
}

fn construct(construct: &Construct) -> Json {
    let mut properties = Vec::new();
    let mut patterns = Vec::new();
    let mut required = Vec::new();
    for Property { key, needed, shapes } in &construct.properties {
        let shape = any_of(shapes);
        properties.push(((*key).to_owned(), shape.clone()));
        patterns.push((spellings(&[*key]), shape));
        let ways = match needed {
            Needed::No => continue,
            Needed::Yes => written(key).to_vec(),
            Needed::Without(other) => [written(key), written(other)].concat(),
        };
        required.push(keys([("anyOf", Json::List(ways))]));
    }
    let mut all = vec![
        ("title", word(construct.noun)),
        ("type", word("object")),
        ("properties", Json::Keys(Keys(properties))),
        ("patternProperties", Json::Keys(Keys(patterns))),
        ("additionalProperties", Json::Yes(false)),
    ];
    if !required.is_empty() {
        all.push(("allOf", Json::List(required)));
    }
    keys(all)
}

/// That `key` is there: as the manual writes it, or in any other way.
fn written(key: &str) -> [Json; 2] {
    let spelt = keys([("required", Json::List(vec![word(key)]))]);
    // Not all names are something else.
    let pattern = keys([("pattern", word(&spellings(&[key])))]);
    let names = keys([("propertyNames", keys([("not", pattern)]))]);
    [spelt, keys([("not", names)])]
}

/// Nothing known is no constraint.
fn any_of(shapes: &[Shape]) -> Json {
    match shapes {
        [] => keys([]),
        [one] => shape(one),
        several => keys([("anyOf", Json::List(several.iter().map(shape).collect()))]),
    }
}

fn shape(shape: &Shape) -> Json {
    match shape {
        Shape::Text(form) => text(form),
        Shape::List(items) => {
            keys([("type", word("array")), ("minItems", Json::Number(1)), ("items", any_of(items))])
        }
        Shape::Construct(number) => keys([("$ref", Json::Text(format!("#/$defs/{}", name(*number))))]),
        Shape::Pairs => keys([
            ("type", word("object")),
            ("minProperties", Json::Number(1)),
            ("additionalProperties", text(&Form::Any)),
        ]),
        Shape::Named(held) => keys([
            ("type", word("object")),
            ("minProperties", Json::Number(1)),
            ("propertyNames", keys([("pattern", word(NAME))])),
            ("additionalProperties", any_of(held)),
        ]),
    }
}

/// Letters with or without accents, digits and hyphens.
const NAME: &str = "^[-0-9A-Za-zÀÂÄÇÈÉÊËÎÏÔÖÙÛÜŸŒÆàâäçèéêëîïôöùûüÿœæ]+$";

/// A term has a dot, a parenthesis or a space.
const TERM: &str = "[.( ]";

fn text(form: &Form) -> Json {
    // YAML reads some texts as numbers, or as yes and no: here they stay texts.
    let types = |words: &[&str]| Json::List(words.iter().map(|name| word(name)).collect());
    let strings = |pattern: &str| keys([("type", word("string")), ("pattern", word(pattern))]);
    match form {
        Form::Any => {
            keys([("type", types(&["string", "number", "boolean"])), ("minLength", Json::Number(1))])
        }
        Form::Words(words) => {
            let listed = keys([("enum", Json::List(words.iter().map(|name| word(name)).collect()))]);
            keys([("anyOf", Json::List(vec![listed, strings(&spellings(words))]))])
        }
        Form::WordsOrTerm(words) => {
            keys([("anyOf", Json::List(vec![text(&Form::Words(words.clone())), strings(TERM)]))])
        }
        Form::Digits => keys([
            ("type", types(&["integer", "string"])),
            ("minimum", Json::Number(0)),
            ("pattern", word("^[0-9]+$")),
        ]),
        Form::Day => strings("^[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]$"),
    }
}

/// The ways of writing `words`, with or without accents and capitals.
fn spellings(words: &[&str]) -> String {
    let spelt = |word: &&str| fold(word).chars().map(letters).collect::<String>();
    format!("^(?:{})$", words.iter().map(spelt).collect::<Vec<_>>().join("|"))
}

fn letters(letter: char) -> String {
    let accented = match letter {
        'a' => "àâäÀÂÄ",
        'c' => "çÇ",
        'e' => "éèêëÉÈÊË",
        'i' => "îïÎÏ",
        'o' => "ôöÔÖ",
        'u' => "ùûüÙÛÜ",
        'y' => "ÿŸ",
        '\'' => "’",
        _ => "",
    };
    let capital = letter.to_ascii_uppercase();
    match (accented, capital == letter) {
        ("", true) => format!("[{letter}]"),
        (_, true) => format!("[{letter}{accented}]"),
        _ => format!("[{letter}{capital}{accented}]"),
    }
}

fn name(number: usize) -> String {
    format!("c{number}")
}

fn word(text: &str) -> Json {
    Json::Text(text.to_owned())
}

fn keys<'k>(entries: impl IntoIterator<Item = (&'k str, Json)>) -> Json {
    Json::Keys(Keys(entries.into_iter().map(|(key, value)| (key.to_owned(), value)).collect()))
}

#[cfg(test)]
mod tests;
