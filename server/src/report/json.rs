//! A finding as one line of JSON, for editors and scripts. Names are English, as code's are; words stay the author's.

use scenarios::{
    diagnostic::{Diagnostic, Severity},
    text::{Span, Text},
};
use serde::Serialize;

#[derive(Serialize)]
struct Line<'a> {
    file: &'a str,
    code: &'a str,
    severity: &'static str,
    message: &'a str,
    #[serde(flatten)]
    place: Place,
    labels: Vec<Label<'a>>,
    help: Option<&'a str>,
    fix: Option<Fix<'a>>,
    /// The page of the manual about this defect, from the root of the project; some have none.
    page: Option<String>,
}

#[derive(Serialize)]
struct Label<'a> {
    file: &'a str,
    message: &'a str,
    #[serde(flatten)]
    place: Place,
}

#[derive(Serialize)]
struct Fix<'a> {
    replacement: &'a str,
    safe: bool,
    #[serde(flatten)]
    place: Place,
}

#[derive(Serialize)]
struct Place {
    start: Point,
    end: Point,
}

/// Line and column counted from one, the column in characters; the byte from zero.
#[derive(Serialize)]
struct Point {
    line: usize,
    column: usize,
    byte: usize,
}

pub(super) fn line<'a>(text: &'a Text, finding: &'a Diagnostic) -> String {
    let place = |span: Span| Place { start: point(text, span.start), end: point(text, span.end) };
    let label = |(span, message): &'a (Span, String)| Label {
        file: text.name_at(span.start),
        message,
        place: place(*span),
    };
    let line = Line {
        file: text.name_at(finding.span.start),
        code: finding.code,
        severity: match finding.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        },
        message: &finding.message,
        place: place(finding.span),
        labels: finding.labels.iter().map(label).collect(),
        help: finding.help.as_deref(),
        fix: finding.fix.as_ref().map(|fix| Fix {
            replacement: &fix.replacement,
            safe: fix.safe,
            place: place(fix.span),
        }),
        page: page(finding.code),
    };
    // Texts and numbers always have a JSON form.
    serde_json::to_string(&line).unwrap_or_default()
}

fn page(code: &str) -> Option<String> {
    let known = scenarios::lint::RULES.iter().any(|rule| rule.code == code);
    known.then(|| format!("scenarios/src/lint/{}.md", code.replace('-', "_")))
}

fn point(text: &Text, byte: usize) -> Point {
    let at = text.position(byte);
    Point { line: at.line, column: at.column, byte: byte - text.file_at(byte).start }
}
