//! The schema and the parser agree: on the catalogue, on the manual, and on what a hand writes wrong.
//!
//! Of JSON Schema, the validator below knows what the schema says, and refuses the rest.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::schema;
use crate::{
    lint::RULES,
    shared::Shared,
    syntax::{
        events,
        mend::Mended,
        read,
        tree::{Node, NodeKind, Style},
    },
    text::Text,
};

const SAMPLE: &str = include_str!("../../../procedures/ants/changement-adresse/scenario.yaml");
const BASE: &str = include_str!("../../../tests/manual/base.yaml");

/// Findings that a schema cannot make: inside a text, or about names.
const OF_WORDS: [&str; 4] = ["nom-illisible", "condition-inconnue", "terme-illisible", "boucle-illisible"];

#[test]
fn a_table_with_a_loop_and_nested_groups_are_read_and_accepted() {
    let schema = as_json();
    let texts = "    titre: A\n    texte:\n      - Bonjour\n      - tableau:\n          légende: L\n          colonnes: [A]\n          pour-chaque: enfant dans personnage.enfants\n          ligne: [B]\n      - groupe:\n          texte:\n            - groupe:\n                texte: [C]\n      - définitions:\n          Un mot: Son sens\n    indices: aucune\n";
    let content = BASE.replacen("    titre: Votre adresse\n", texts, 1);
    let findings = read(&Text::new("", content.as_str()), &Shared::default()).findings;
    assert!(findings.is_empty(), "{findings:#?}");
    assert_eq!(objections(&schema, &content), [] as [String; 0]);
    let wrong = content.replace(
        "            - groupe:\n                texte",
        "            - groupe:\n                texto",
    );
    assert!(!objections(&schema, &wrong).is_empty(), "what is nested is described too");
}

#[test]
fn the_schema_accepts_what_the_parser_accepts() {
    let schema = as_json();
    assert_eq!(objections(&schema, SAMPLE), [] as [String; 0]);
    assert_eq!(objections(&schema, BASE), [] as [String; 0]);
    for block in
        RULES.iter().flat_map(|rule| blocks(rule.page)).chain(blocks(include_str!("../../../README.md")))
    {
        let text = Text::new("", whole(&block));
        let findings = read(&text, &Shared::default()).findings;
        let written_well =
            findings.iter().all(|finding| !finding.is_error() || OF_WORDS.contains(&finding.code));
        assert_eq!(objections(&schema, &text.content).is_empty(), written_well, "{findings:#?}\n{block}");
    }
}

#[test]
fn a_page_that_names_a_part_needs_nothing_else() {
    let schema = as_json();
    for (page, right) in [("{commun: connexion}", true), ("{Commun: connexion}", true), ("{étape: A}", false)]
    {
        let content = BASE.replacen("pages:\n", &format!("pages:\n  ici: {page}\n"), 1);
        assert_eq!(objections(&schema, &content).is_empty(), right, "{page}");
    }
}

#[test]
fn accents_and_capitals_of_keys_do_not_count() {
    let schema = as_json();
    for (key, other) in
        [("résumé:", "resume:"), ("titre:", "TITRE:"), ("étape:", "Etape:"), ("thème:", "Thème:")]
    {
        assert_eq!(objections(&schema, &SAMPLE.replace(key, other)), [] as [String; 0], "{other}");
    }
}

#[test]
fn what_the_parser_refuses_the_schema_refuses() {
    let schema = as_json();
    let line = "    titre: Votre adresse\n";
    let slips = [
        (line, "    titer: Votre adresse\n"),
        (line, ""),
        (line, "    titre: [Votre, adresse]\n"),
        (line, "    titre: {a: b}\n"),
        (line, "    titre:\n"),
        (line, "    titre: \"\"\n"),
        (line, "    titre: A\n    texte: Bonjour\n"),
        (line, "    titre: A\n    texte: []\n"),
        (line, "    titre: A\n    texte: {a: b}\n"),
        ("version: 1\n", "version: un\n"),
        ("version: 1\n", "version: 1\nsources:\n  - quoi: Une fiche\n    lu: hier\n"),
        ("version: 1\n", "version: 1\nsources:\n  - quoi: Une fiche\n"),
        ("version: 1\n", "version: 1\nniveau: inconnu\n"),
        ("        genre: voie\n", "        genre: voie\n        au-plus-tard: demain\n"),
        ("        genre: voie\n", "        genre: voie\n        refuser: [{si: différent}]\n"),
        ("fins:\n", "fins: {}\nautres:\n"),
        ("  thème: bleu\n", ""),
    ];
    for (right, slip) in slips {
        assert!(BASE.contains(right), "{right}");
        let text = Text::new("", BASE.replacen(right, slip, 1));
        assert!(!read(&text, &Shared::default()).findings.is_empty(), "the parser accepts {slip}");
        assert!(!objections(&schema, &text.content).is_empty(), "the schema accepts {slip}");
    }
}

#[test]
fn every_key_that_the_parser_lists_is_in_the_schema() {
    let written = as_json().to_string();
    for key in ["récapitule", "explication", "au-plus-tard", "sous-titre", "papiers", "tolérer"] {
        assert!(written.contains(&format!("\"{key}\":")), "{key}");
    }
}

fn as_json() -> Value {
    serde_json::to_value(schema()).unwrap()
}

/// What `schema` objects to the YAML of `content`, read as editors read it.
fn objections(schema: &Value, content: &str) -> Vec<String> {
    let mended = Mended::new(content);
    let outcome = events::tree(&mended);
    assert!(outcome.stopped.is_none(), "not YAML:\n{content}");
    let mut found = Vec::new();
    judge(schema, schema, &value(&outcome.root.unwrap()), "", &mut found);
    found
}

/// A node as YAML's own schema types it.
fn value(node: &Node) -> Value {
    match &node.kind {
        NodeKind::Nothing => Value::Null,
        NodeKind::List(items) => Value::Array(items.iter().map(value).collect()),
        NodeKind::Keys(entries) => Value::Object(
            entries.iter().map(|entry| (entry.key.value.clone(), value(&entry.value))).collect(),
        ),
        NodeKind::Text(scalar) if scalar.style == Style::Plain => {
            let typed =
                matches!(scalar.value.as_str(), "true" | "false") || scalar.value.parse::<i64>().is_ok();
            let typed = typed.then(|| serde_json::from_str(&scalar.value).ok()).flatten();
            typed.unwrap_or_else(|| Value::String(scalar.value.clone()))
        }
        NodeKind::Text(scalar) => Value::String(scalar.value.clone()),
    }
}

fn is(schema: &Value, root: &Value, value: &Value) -> bool {
    let mut found = Vec::new();
    judge(schema, root, value, "", &mut found);
    found.is_empty()
}

fn judge(schema: &Value, root: &Value, value: &Value, at: &str, found: &mut Vec<String>) {
    let Value::Object(schema) = schema else {
        if *schema == Value::Bool(false) {
            found.push(format!("{at}: nothing may be here"));
        }
        return;
    };
    for (keyword, said) in schema {
        let right = match keyword.as_str() {
            "$schema" | "$defs" | "title" | "properties" | "patternProperties" => true,
            "additionalProperties" => {
                properties(schema, root, value, at, found);
                true
            }
            "$ref" => {
                let pointer = said.as_str().unwrap().trim_start_matches('#');
                judge(root.pointer(pointer).unwrap(), root, value, at, found);
                true
            }
            "type" => {
                types(said).contains(&type_of(value))
                    || (types(said).contains(&"number") && value.is_number())
            }
            "enum" => said.as_array().unwrap().contains(value),
            "anyOf" => said.as_array().unwrap().iter().any(|one| is(one, root, value)),
            "allOf" => said.as_array().unwrap().iter().all(|one| is(one, root, value)),
            "not" => !is(said, root, value),
            "pattern" => value.as_str().is_none_or(|text| matches(said.as_str().unwrap(), text)),
            "minLength" => value.as_str().is_none_or(|text| !text.is_empty()),
            "minimum" => value.as_i64().is_none_or(|number| number >= 0),
            "minItems" => value.as_array().is_none_or(|items| !items.is_empty()),
            "minProperties" => value.as_object().is_none_or(|keys| !keys.is_empty()),
            "items" => {
                for (number, item) in value.as_array().into_iter().flatten().enumerate() {
                    judge(said, root, item, &format!("{at}/{number}"), found);
                }
                true
            }
            "propertyNames" => value
                .as_object()
                .is_none_or(|keys| keys.keys().all(|key| is(said, root, &Value::String(key.clone())))),
            "required" => value.as_object().is_none_or(|keys| {
                said.as_array().unwrap().iter().all(|key| keys.contains_key(key.as_str().unwrap()))
            }),
            other => panic!("the validator does not know « {other} »"),
        };
        if !right {
            found.push(format!("{at}: {keyword} {said}"));
        }
    }
}

fn properties(schema: &Map<String, Value>, root: &Value, value: &Value, at: &str, found: &mut Vec<String>) {
    let none = Map::new();
    let table = |name: &str| schema.get(name).and_then(Value::as_object).unwrap_or(&none).clone();
    let (named, patterns) = (table("properties"), table("patternProperties"));
    for (key, value) in value.as_object().into_iter().flatten() {
        let at = format!("{at}/{key}");
        let matching = patterns.iter().filter(|(pattern, _)| matches(pattern, key)).map(|(_, schema)| schema);
        let known: Vec<&Value> = named.get(key).into_iter().chain(matching).collect();
        for schema in &known {
            judge(schema, root, value, &at, found);
        }
        if known.is_empty() {
            judge(&schema["additionalProperties"], root, value, &at, found);
        }
    }
}

fn types(said: &Value) -> Vec<&str> {
    said.as_array().map_or_else(
        || said.as_str().into_iter().collect(),
        |all| all.iter().filter_map(Value::as_str).collect(),
    )
}

fn type_of(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(_) => "integer",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    }
}

/// The patterns of the schema: alternatives of letters, each one of several, the last perhaps repeated.
fn matches(pattern: &str, text: &str) -> bool {
    if pattern == super::TERM {
        return text.contains(['.', '(', ' ']);
    }
    let inside = pattern.strip_prefix('^').and_then(|rest| rest.strip_suffix('$')).unwrap();
    let inside = inside.strip_prefix("(?:").and_then(|rest| rest.strip_suffix(')')).unwrap_or(inside);
    inside.split('|').any(|alternative| {
        let mut letters = text.chars().peekable();
        let (mut classes, mut rest) = (Vec::new(), alternative);
        while let Some((class, after)) = rest.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
            let repeated = after.starts_with('+');
            classes.push((class, repeated));
            rest = &after[usize::from(repeated)..];
        }
        // Outside brackets, only a hyphen.
        if !rest.is_empty() || alternative.replace(['[', ']', '+'], "").is_empty() {
            return dated(alternative, text);
        }
        classes.iter().all(|(class, repeated)| {
            let first = letters.next_if(|letter| in_class(class, *letter)).is_some();
            while *repeated && letters.next_if(|letter| in_class(class, *letter)).is_some() {}
            first
        }) && letters.peek().is_none()
    })
}

/// « [0-9]…-[01]… »: classes with hyphens between.
fn dated(pattern: &str, text: &str) -> bool {
    let (mut rest, mut letters) = (pattern, text.chars());
    while !rest.is_empty() {
        let Some(letter) = letters.next() else { return false };
        if let Some((class, after)) = rest.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
            if !in_class(class, letter) {
                return false;
            }
            rest = after;
        } else {
            if !rest.starts_with(letter) {
                return false;
            }
            rest = &rest[letter.len_utf8()..];
        }
    }
    letters.next().is_none()
}

fn in_class(class: &str, letter: char) -> bool {
    let letters: Vec<char> = class.chars().collect();
    let range = letters.windows(3).any(|three| three[1] == '-' && three[0] <= letter && letter <= three[2]);
    range || letters.contains(&letter)
}

/// `block`, and the sections of the base that it does not write.
fn whole(block: &str) -> String {
    let section = |line: &str| {
        line.split_once(':').map(|(key, _)| key.to_owned()).filter(|_| !line.starts_with([' ', '#']))
    };
    let mut sections: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    let mut current = String::new();
    for line in BASE.lines() {
        current = section(line).unwrap_or(current);
        sections.entry(current.clone()).or_default().push(line);
    }
    block.lines().filter_map(section).for_each(|own| drop(sections.remove(&own)));
    let rest: Vec<&str> = sections.into_values().flatten().collect();
    format!("{block}{}\n", rest.join("\n"))
}

fn blocks(page: &str) -> Vec<String> {
    page.split("```yaml\n").skip(1).filter_map(|rest| rest.split("```").next()).map(str::to_owned).collect()
}
