//! The manual is the test: each page's scenarios are checked, and must give the findings drawn in them, no others.
//!
//! A finding is drawn under the offending text, in a comment: `# ^^^ code: message`; `# aide: …` adds its remedy.
//! A snippet stands for a whole scenario: the sections it does not write are those of `manual/base.yaml`, but for one
//! that it does without: `# sans: écarts`. An `essai` block is played on the snippet before it. To add a page: a file in
//! `manuel/`, and its line in the table of the README.
#![cfg(feature = "authoring")]
#![expect(clippy::expect_used, reason = "what goes wrong in a test stops it")]

#[path = "rehearsal/household.rs"]
mod household;
#[path = "manual/language.rs"]
mod language;
mod mending;
#[path = "rehearsal/persona.rs"]
mod persona;

use std::{collections::BTreeSet, fs, path::Path};

use scenarios::{
    Surroundings, check_parameters, check_with, date::Date, essai, graph::Graph, lint::RULES,
    rehearsal::Start, shared::Shared, text::Text,
};

const BASE: &str = include_str!("manual/base.yaml");
const LOG_IN: &str = include_str!("../communs/connexion-par-courriel.yaml");
const PARAMETERS: &str = include_str!("manual/parameters.yaml");

#[test]
fn every_page_shows_its_defect_and_its_remedy() {
    for rule in RULES {
        let blocks = blocks(rule.page);
        assert!(
            rule.page.starts_with(&format!("# `{}`\n", rule.code)),
            "{} is not the title of its page",
            rule.code
        );
        let shows = |block: &&String| {
            drawn(block).iter().any(|finding| finding.code_and_message.starts_with(rule.code))
        };
        assert!(blocks.iter().any(|block| shows(&block)), "{} is not shown", rule.code);
        assert!(blocks.iter().any(|block| drawn(block).is_empty()), "{}: no scenario without it", rule.code);
        for block in &blocks {
            judge(rule.code, block);
        }
    }
}

#[test]
fn every_scenario_of_the_readme_is_as_it_says() {
    let blocks = blocks(include_str!("../README.md"));
    assert!(blocks.len() > 1, "the manual shows scenarios");
    for block in blocks {
        judge("README", &block);
    }
}

/// The pages of the manual: name and text.
#[expect(clippy::disallowed_methods, reason = "a test reads the manual from its folder")]
pub(crate) fn pages() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("manuel");
    let mut pages: Vec<(String, String)> = fs::read_dir(folder)
        .expect("the manual")
        .map(|entry| {
            let path = entry.expect("a page").path();
            let name = path.file_name().expect("a name").to_string_lossy().into_owned();
            (name, fs::read_to_string(&path).expect("a page"))
        })
        .collect();
    pages.sort();
    pages
}

#[test]
fn every_scenario_of_every_page_is_as_it_says() {
    let mut others = Vec::new();
    for (name, page) in pages() {
        let blocks = blocks(&page);
        assert!(blocks.iter().any(|block| drawn(block).is_empty()), "{name} shows no scenario");
        others.extend(blocks.iter().filter_map(|block| compare(&name, block).err()));
    }
    assert!(others.is_empty(), "{}", others.join("\n"));
}

#[test]
fn every_essai_of_every_page_holds() {
    let mut played = 0;
    for (name, page) in pages() {
        for (before, essai) in essais(&page) {
            let block = blocks(before).pop().expect("an essai follows a scenario");
            let graph = graph(&name, &block);
            let start = Start {
                persona: household::camille_at_home(),
                today: Date::new(2026, 11, 23).expect("a day"),
                secret: 42,
            };
            if let Err(stopped) = essai::play(&graph, start, essai) {
                panic!("{name}: line {} of:\n{essai}\n{}", stopped.line, stopped.message);
            }
            played += 1;
        }
    }
    assert!(played > 9, "{played} essais are played");
}

/// The scenario that a snippet stands for, ready to be played.
pub(crate) fn graph(page: &str, block: &str) -> Graph {
    let shared = shared();
    let text = shared.joined(Text::new(page, whole(block)));
    let (scenario, _) = check_with(&text, &Surroundings { shared: &shared, ..Surroundings::default() });
    Graph::build(&scenario).unwrap_or_else(|unsound| panic!("{page}: {unsound:?} in:\n{block}"))
}

/// The part of the house, which pages may use.
fn shared() -> Shared {
    let mut shared = Shared::default();
    shared.add("connexion-par-courriel", Text::new("connexion-par-courriel.yaml", LOG_IN));
    shared
}

/// The `essai` blocks of a page, and what comes before each.
fn essais(page: &str) -> Vec<(&str, &str)> {
    let starts = page.match_indices("```essai\n").map(|(at, mark)| (at, at + mark.len()));
    starts.map(|(at, start)| (&page[..at], page[start..].split("```").next().unwrap_or_default())).collect()
}

#[test]
fn the_base_has_no_finding() {
    judge("base", BASE);
}

/// A finding as a page draws it.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Drawn {
    line: usize,
    column: usize,
    width: usize,
    code_and_message: String,
    help: Option<String>,
}

fn judge(page: &str, block: &str) {
    if let Err(other) = compare(page, block) {
        panic!("{other}");
    }
}

/// Whether the findings of `block` are those drawn in it; otherwise both, to be read side by side.
fn compare(page: &str, block: &str) -> Result<(), String> {
    let shared = shared();
    let text = shared.joined(Text::new(page, whole(block)));
    mending::judge(text.own());
    let today = Date::new(2026, 11, 23).expect("a day of the calendar");
    let (parameters, _) = check_parameters(&Text::new("essai.yaml", PARAMETERS));
    let around = Surroundings { shared: &shared, today: Some(today), parameters: &parameters };
    let (_, findings) = check_with(&text, &around);
    let mut found = BTreeSet::new();
    let expected = drawn(block);
    for finding in findings {
        // A short example is no whole scenario: of what is only doubtful, a page tells what it draws, and what it is about.
        let told = |drawn: &Drawn| drawn.code_and_message.starts_with(&format!("{}: ", finding.code));
        if !finding.is_error() && finding.code != page && !expected.iter().any(told) {
            continue;
        }
        let at = text.position(finding.span.start);
        let code_and_message = format!("{}: {}", finding.code, finding.message);
        let asked =
            expected.iter().find(|drawn| drawn.line == at.line && drawn.code_and_message == code_and_message);
        found.insert(Drawn {
            line: at.line,
            column: at.column,
            width: text.content[finding.span.start..finding.span.end].chars().count(),
            code_and_message,
            help: finding.help.filter(|_| asked.is_some_and(|drawn| drawn.help.is_some())),
        });
    }
    if found == expected {
        Ok(())
    } else {
        Err(format!("on page {page}:\n{block}found {found:#?}\ndrawn {expected:#?}"))
    }
}

/// The findings drawn in `block`.
fn drawn(block: &str) -> BTreeSet<Drawn> {
    let mut drawn: Vec<Drawn> = Vec::new();
    let mut written = 0;
    for (index, line) in block.lines().enumerate() {
        let comment = line.trim_start().strip_prefix('#').map(str::trim_start);
        let Some(comment) = comment.filter(|comment| comment.starts_with(['^', 'a'])) else {
            written = index + 1;
            continue;
        };
        if let Some(help) = comment.strip_prefix("aide: ") {
            drawn.iter_mut().last().into_iter().for_each(|last| last.help = Some(help.to_owned()));
            continue;
        }
        let width = comment.chars().take_while(|letter| *letter == '^').count();
        let column = line.chars().take_while(|letter| *letter != '^').count() + 1;
        let code_and_message = comment[width..].trim_start().to_owned();
        drawn.push(Drawn { line: written, column, width, code_and_message, help: None });
    }
    drawn.into_iter().collect()
}

/// `block`, and the sections of the base that it does not write.
fn whole(block: &str) -> String {
    let section = |line: &str| {
        line.split_once(':').map(|(key, _)| key.to_owned()).filter(|_| !line.starts_with([' ', '#']))
    };
    let without = |line: &str| line.strip_prefix("# sans: ").map(str::to_owned);
    let own: BTreeSet<String> =
        block.lines().filter_map(|line| section(line).or_else(|| without(line))).collect();
    let mut whole = block.to_owned();
    let mut kept = false;
    for line in BASE.lines() {
        if let Some(section) = section(line) {
            kept = !own.contains(&section);
        }
        if kept {
            whole.push_str(line);
            whole.push('\n');
        }
    }
    whole
}

/// The `yaml` blocks of a page.
pub(crate) fn blocks(page: &str) -> Vec<String> {
    page.split("```yaml\n").skip(1).filter_map(|rest| rest.split("```").next()).map(str::to_owned).collect()
}
