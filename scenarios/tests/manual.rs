//! The manual is the test: each page's scenarios are checked, and must give the findings drawn in them, no others.
//!
//! A finding is drawn under the offending text, in a comment: `# ^^^ code: message`; `# aide: …` adds its remedy.
//! A snippet stands for a whole scenario: the sections it does not write are those of `manual/base.yaml`, but for one
//! that it does without: `# sans: écarts`.
#![cfg(feature = "authoring")]

mod mending;

use std::collections::BTreeSet;

use scenarios::{Surroundings, check_parameters, check_with, date::Date, lint::RULES, text::Text};

const BASE: &str = include_str!("manual/base.yaml");
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
    let text = Text::new(page, whole(block));
    mending::judge(&text.content);
    let today = Date::new(2026, 11, 23).expect("a day of the calendar");
    let (parameters, _) = check_parameters(&Text::new("essai.yaml", PARAMETERS));
    let (_, findings) = check_with(&text, &Surroundings { today: Some(today), parameters: &parameters });
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
    assert_eq!(found, expected, "on page {page}:\n{block}");
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
fn blocks(page: &str) -> Vec<String> {
    page.split("```yaml\n").skip(1).filter_map(|rest| rest.split("```").next()).map(str::to_owned).collect()
}
