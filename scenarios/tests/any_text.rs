//! Laws of the check: any text whatever gives findings, never a panic, and findings point inside the text.
#![cfg(feature = "authoring")]

use proptest::prelude::*;
use scenarios::{
    Surroundings, check, check_shared, check_with,
    diagnostic::Diagnostic,
    graph::Graph,
    lint::RULES,
    remedy::{Trust, remedy},
    shared::Shared,
    text::{Span, Text},
};

const SAMPLE: &str = include_str!("../procedures/ants/changement-adresse/scenario.yaml");
const BASE: &str = include_str!("manual/base.yaml");

/// Checks `content`: every place told must be one of the text, and without an error there must be a graph.
fn checked(content: &str) -> Vec<Diagnostic> {
    checked_with(content, &Shared::default())
}

/// The same, with the parts of `shared`.
fn checked_with(content: &str, shared: &Shared) -> Vec<Diagnostic> {
    let text = shared.joined(Text::new("essai", content));
    let (scenario, findings) = check_with(&text, &Surroundings { shared, ..Surroundings::default() });
    if !findings.iter().any(Diagnostic::is_error) {
        assert!(Graph::build(&scenario).is_ok(), "no error is told, and there is no graph");
    }
    for finding in &findings {
        let labels = finding.labels.iter().map(|(span, _)| *span);
        let fix = finding.fix.iter().map(|fix| fix.span);
        for Span { start, end } in std::iter::once(finding.span).chain(labels).chain(fix) {
            assert!(
                text.content.get(start..end).is_some(),
                "{start}..{end} is no place of the text: {finding:?}"
            );
        }
        assert!(!finding.message.contains('\n') && !finding.message.ends_with('.'), "{finding:?}");
        finding.short(&text);
    }
    findings
}

const LOG_IN: &str = include_str!("../communs/connexion-par-courriel.yaml");

/// `content` as the part that the sample uses, and by itself.
fn checked_as_part(content: &str) {
    let mut shared = Shared::default();
    shared.add("connexion-par-courriel", Text::new("commun", content));
    checked_with(SAMPLE, &shared);
    for finding in check_shared(&Text::new("commun", content), &Surroundings::default()) {
        let labels = finding.labels.iter().map(|(span, _)| *span);
        let fix = finding.fix.iter().map(|fix| fix.span);
        for Span { start, end } in std::iter::once(finding.span).chain(labels).chain(fix) {
            assert!(content.get(start..end).is_some(), "{start}..{end} is no place of the part: {finding:?}");
        }
    }
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

/// A whole scenario, from each way in which the manual writes its parts.
fn written() -> impl Strategy<Value = String> {
    let pages = RULES.iter().map(|rule| rule.page).chain([include_str!("../README.md")]);
    let blocks =
        pages.flat_map(|page| page.split("```yaml\n").skip(1)).filter_map(|rest| rest.split("```").next());
    let whole = blocks.map(|block| format!("{block}{BASE}"));
    prop::sample::select(whole.chain([SAMPLE.to_owned(), BASE.to_owned()]).collect::<Vec<_>>())
}

/// A line of one text put into another, or its words exchanged: right constructs in wrong places.
fn grafted(content: &str, from: &str, at: usize, line: usize, margin: usize) -> String {
    let mut lines: Vec<&str> = content.split_inclusive('\n').collect();
    let graft: Vec<&str> = from.lines().collect();
    let graft = graft.get(line % graft.len().max(1)).copied().unwrap_or_default().trim_start();
    let graft = format!("{}{graft}\n", " ".repeat(margin));
    lines.insert(at % (lines.len() + 1), &graft);
    lines.concat()
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
        checked_as_part(&content);
    }

    #[test]
    fn any_pieces_of_yaml_give_findings(content in pieces()) {
        checked(&content);
        checked_as_part(&content);
    }

    #[test]
    fn any_change_of_a_scenario_gives_findings(changes in prop::collection::vec(change(), 1..4)) {
        checked(&changes.iter().fold(SAMPLE.to_owned(), |content, change| changed(&content, change)));
    }

    #[test]
    fn any_change_of_a_part_gives_findings(changes in prop::collection::vec(change(), 1..4)) {
        checked_as_part(&changes.iter().fold(LOG_IN.to_owned(), |content, change| changed(&content, change)));
    }

    #[test]
    fn any_change_of_a_page_of_the_manual_gives_findings(
        content in written(),
        changes in prop::collection::vec(change(), 1..3),
    ) {
        checked(&changes.iter().fold(content, |content, change| changed(&content, change)));
    }

    #[test]
    fn right_lines_in_wrong_places_give_findings(
        (content, from) in (written(), written()),
        grafts in prop::collection::vec((any::<usize>(), any::<usize>(), 0_usize..12), 1..5),
    ) {
        let grafted = grafts.iter().fold(content, |content, (at, line, margin)| {
            grafted(&content, &from, *at, *line, *margin)
        });
        checked(&grafted);
    }

    #[test]
    fn what_is_mended_is_better_and_is_mended_once(content in written(), changes in prop::collection::vec(change(), 1..4)) {
        let content = changes.iter().fold(content, |content, change| changed(&content, change));
        let text = Text::new("essai", content);
        let before = check(&text).1;
        let done = remedy(text, Trust::Doubtful, |text| check(text).1);
        let errors = |findings: &[Diagnostic]| findings.iter().filter(|finding| finding.is_error()).count();
        // A text that can be read again, an error being mended, may be told what is doubtful in it.
        let better = errors(&done.findings) < errors(&before) || done.findings.len() <= before.len();
        prop_assert!(better && errors(&done.findings) <= errors(&before));
        let again = remedy(done.text.clone(), Trust::Doubtful, |text| check(text).1);
        prop_assert_eq!((again.made, again.text), (0, done.text));
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
        format!("titre: \"{}\"", "{personnage.nom} ".repeat(20_000)),
    ];
    for text in texts {
        assert!(
            checked(&text).iter().any(Diagnostic::is_error),
            "{}",
            text.chars().take(20).collect::<String>()
        );
    }
}
