//! Laws of the check: any text whatever gives findings, never a panic, and findings point inside the text.
#![cfg(feature = "authoring")]

use proptest::prelude::*;
use scenarios::{
    check,
    diagnostic::Diagnostic,
    graph::Graph,
    text::{Span, Text},
};

const SAMPLE: &str = include_str!("../procedures/ants/changement-adresse/scenario.yaml");

/// Checks `content`: every place told must be one of the text, and without an error there must be a graph.
fn checked(content: &str) -> Vec<Diagnostic> {
    let text = Text::new("essai", content);
    let (scenario, findings) = check(&text);
    if !findings.iter().any(Diagnostic::is_error) {
        assert!(Graph::build(&scenario).is_ok(), "no error is told, and there is no graph");
    }
    for finding in &findings {
        let labels = finding.labels.iter().map(|(span, _)| *span);
        let fix = finding.fix.iter().map(|fix| fix.span);
        for Span { start, end } in std::iter::once(finding.span).chain(labels).chain(fix) {
            assert!(content.get(start..end).is_some(), "{start}..{end} is no place of the text: {finding:?}");
        }
        assert!(!finding.message.contains('\n') && !finding.message.ends_with('.'), "{finding:?}");
        finding.short(&text);
    }
    findings
}

/// Pieces from which YAML's difficulties are made.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "titre",
        ":",
        ": ",
        " ",
        "  ",
        "\n",
        "\n  ",
        "\n    ",
        "- ",
        "-",
        "[",
        "]",
        "{",
        "}",
        ",",
        "\"",
        "'",
        "\\",
        "#",
        " #",
        "|",
        "|\n",
        ">",
        ">-\n",
        "&a",
        "*a",
        "!b",
        "!<",
        "%",
        "---",
        "...",
        "?",
        "? ",
        "@",
        "`",
        "\t",
        "\r\n",
        "\r",
        "\0",
        "\u{feff}",
        "\u{a0}",
        "é",
        "’",
        "« »",
        "pages:",
        "pages:\n  a:\n    ",
        "texte:\n  - ",
        "{personnage.nom}",
        "\\x",
        "\\u00e9",
        "oui",
        "1",
    ]);
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

/// A change that a hand could make.
#[derive(Debug, Clone)]
enum Change {
    DeleteLine(prop::sample::Index),
    RepeatLine(prop::sample::Index),
    Delete(prop::sample::Index),
    Insert(prop::sample::Index, String),
}

fn change() -> impl Strategy<Value = Change> {
    let place = any::<prop::sample::Index>;
    let sign = "[\\[\\]{}:\\-,#\"'|>&*!%@`\t \n\\\\é0?]{1,3}";
    prop_oneof![
        place().prop_map(Change::DeleteLine),
        place().prop_map(Change::RepeatLine),
        place().prop_map(Change::Delete),
        (place(), sign).prop_map(|(at, sign)| Change::Insert(at, sign)),
        (place(), any::<char>()).prop_map(|(at, letter)| Change::Insert(at, letter.to_string())),
    ]
}

fn changed(content: &str, change: &Change) -> String {
    let mut lines: Vec<&str> = content.split_inclusive('\n').collect();
    let mut letters: Vec<char> = content.chars().collect();
    match change {
        _ if lines.is_empty() => {}
        Change::DeleteLine(at) => {
            lines.remove(at.index(lines.len()));
            return lines.concat();
        }
        Change::RepeatLine(at) => {
            let at = at.index(lines.len());
            lines.insert(at, lines[at]);
            return lines.concat();
        }
        Change::Delete(at) => {
            letters.remove(at.index(letters.len()));
        }
        Change::Insert(at, sign) => {
            let at = at.index(letters.len());
            letters.splice(at..at, sign.chars());
        }
    }
    letters.into_iter().collect()
}

proptest! {
    // A failure becomes a test with a name, not a file of seeds.
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_gives_findings(content in any::<String>()) {
        checked(&content);
    }

    #[test]
    fn any_pieces_of_yaml_give_findings(content in pieces()) {
        checked(&content);
    }

    #[test]
    fn any_change_of_a_scenario_gives_findings(changes in prop::collection::vec(change(), 1..4)) {
        checked(&changes.iter().fold(SAMPLE.to_owned(), |content, change| changed(&content, change)));
    }
}

#[test]
fn an_invisible_mark_hides_no_error() {
    assert!(checked("\u{feff}]").iter().any(Diagnostic::is_error));
}

#[test]
fn a_text_of_unusual_spaces_is_told() {
    assert!(checked("\u{a0}").iter().any(Diagnostic::is_error));
}

#[test]
fn texts_made_to_overflow_are_told() {
    let million = 1 << 20;
    let texts = [
        "[".repeat(10_000),
        "{".repeat(10_000),
        "- ".repeat(10_000),
        "? ".repeat(10_000),
        "a: [".repeat(200),
        (0..1_000).map(|depth| " ".repeat(depth) + "a:\n").collect(),
        format!("titre: [{}]", "a,".repeat(200_000)),
        "a\n".repeat(200_000),
        "\0".repeat(million),
        "\t".repeat(million),
        "a".repeat(million),
        "a: b\n".repeat(2 * million),
        "a: &x [*x, *x]\nb: &y [*x, *y]\n".to_owned(),
        "\"".repeat(10_000),
    ];
    for text in texts {
        assert!(
            checked(&text).iter().any(Diagnostic::is_error),
            "{}",
            text.chars().take(20).collect::<String>()
        );
    }
}
