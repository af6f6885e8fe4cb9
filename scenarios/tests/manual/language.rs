//! The manual leaves nothing of the language out, and says nothing that the language does not know.

use std::collections::{BTreeMap, BTreeSet};

use scenarios::{
    field::Kind,
    persona::{VALUES, spelt},
    syntax,
    term::{self, FOLDS, FUNCTIONS, Kind as ValueKind, Scope, Value, World},
};

use super::{blocks, graph, pages};

const README: &str = include_str!("../../README.md");

/// Before the name of a construct, in the title of the list of its keys.
const KEYS: &str = "## Ce qu’on écrit dans ";

#[test]
fn every_key_of_every_construct_has_its_line_and_no_other_has() {
    let schema = serde_json::to_value(syntax::schema()).expect("a schema is plain data");
    let mut wanted: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for construct in schema["$defs"].as_object().expect("constructs").values() {
        let keys = construct["properties"].as_object().expect("keys").keys().cloned();
        wanted.entry(construct["title"].as_str().expect("a name").to_owned()).or_default().extend(keys);
    }
    let mut told: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (_, page) in pages() {
        for section in page.split(KEYS).skip(1) {
            let (title, lines) = section.split_once('\n').expect("lines under a title");
            let items = lines.lines().skip_while(|line| !line.starts_with("- `"));
            let items = items.map_while(|line| line.strip_prefix("- `"));
            let keys = items.filter_map(|line| line.split(" :").next()).flat_map(|keys| keys.split("`, `"));
            let keys = keys.map(|key| key.trim_end_matches('`').to_owned());
            told.entry(title.to_owned()).or_default().extend(keys);
        }
    }
    assert!(wanted.len() > 15, "{} constructs", wanted.len());
    for (construct, keys) in &wanted {
        assert_eq!(told.get(construct), Some(keys), "the lines under « {KEYS}{construct} »");
    }
    let unknown: Vec<_> = told.keys().filter(|construct| !wanted.contains_key(*construct)).collect();
    assert!(unknown.is_empty(), "{unknown:?}");
}

#[test]
fn the_table_of_the_readme_names_every_page() {
    for (name, page) in pages() {
        assert!(README.contains(&format!("](manuel/{name})")), "{name} is not in the README");
        assert!(page.starts_with("# "), "{name} has no title");
    }
}

/// « On peut taper : » and « Le site refuse : », under the title of each kind.
#[test]
fn every_kind_is_shown_and_reads_what_its_section_says() {
    let (_, page) = pages().into_iter().find(|(name, _)| name == "genres.md").expect("the page of kinds");
    for kind in Kind::ALL {
        let word = kind.rules().word();
        let section = page.split(&format!("\n## `{word}`\n")).nth(1);
        let section = section.and_then(|rest| rest.split("\n## ").next());
        let section = section.unwrap_or_else(|| panic!("{word} has no section"));
        let block = blocks(section).into_iter().next().unwrap_or_else(|| panic!("{word} has no example"));
        let graph = graph("genres", &block);
        let field =
            graph.screens().iter().flat_map(|screen| screen.fields()).find(|field| field.kind == kind);
        let field = field.unwrap_or_else(|| panic!("the example of {word} asks something else"));
        let read = |typed: &str| {
            let parts: Vec<&str> = typed.split('|').map(str::trim).collect();
            kind.rules().parse(&parts, &field.settings)
        };
        for typed in quoted(section, "On peut taper : ") {
            assert!(read(typed).is_ok(), "{word} refuses « {typed} »: {:?}", read(typed));
        }
        for typed in quoted(section, "Le site refuse : ") {
            assert!(read(typed).is_err(), "{word} accepts « {typed} »");
        }
    }
}

/// What stands between backquotes, on the line that begins with `start`.
fn quoted<'p>(section: &'p str, start: &str) -> Vec<&'p str> {
    let line = section.lines().find_map(|line| line.strip_prefix(start)).unwrap_or_default();
    line.split('`').skip(1).step_by(2).collect()
}

/// A world where nothing has a name.
struct Nowhere;

impl Scope for Nowhere {
    fn kind(&self, _path: &str) -> Option<ValueKind> {
        None
    }

    fn names(&self) -> Vec<String> {
        Vec::new()
    }
}

impl World for Nowhere {
    fn value(&self, _path: &str) -> Value {
        Value::Nothing
    }

    fn count(&self, _path: &str) -> usize {
        0
    }
}

#[test]
fn every_value_of_a_persona_is_in_the_manual() {
    let (_, page) = pages().into_iter().find(|(name, _)| name == "termes.md").expect("the page of terms");
    for value in VALUES {
        let path = format!("`personnage.{}`", spelt(value.path).replace('*', "1"));
        assert!(page.contains(&path), "{path} is not in the manual");
    }
}

#[test]
fn every_function_is_in_the_manual_and_every_value_told_is_right() {
    let (_, page) = pages().into_iter().find(|(name, _)| name == "termes.md").expect("the page of terms");
    for name in FUNCTIONS.iter().map(|row| row.name).chain(FOLDS.iter().map(|(name, ..)| *name)) {
        assert!(page.contains(&format!("`{name}(")), "{name} is not in the manual");
    }
    let mut told = 0;
    for line in page.lines() {
        let mut words = line.split('`').skip(1);
        let (Some(text), Some(" vaut "), Some(value)) = (words.next(), words.next(), words.next()) else {
            continue;
        };
        let term = term::parse(text).and_then(|parsed| term::check(&parsed, &Nowhere)).expect(text);
        let french = term.value(&Nowhere).in_french().replace(['\u{a0}', '\u{202f}'], " ");
        assert_eq!(french, value, "{text}");
        told += 1;
    }
    assert!(told > 20, "{told} values are told");
}
