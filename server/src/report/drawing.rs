//! A finding drawn under the text, as compilers do, in French.

use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Renderer, Snippet};
use scenarios::{
    diagnostic::{Diagnostic, Severity},
    text::{Span, Text},
};

use super::{Colours, severity};

/// Longest passage drawn; a longer one, which no person wrote, is not.
const MAX_PASSAGE: usize = 64 << 10;

pub(super) fn draw(text: &Text, finding: &Diagnostic, colours: Colours) -> String {
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let title =
        level.with_name(severity(finding.severity)).primary_title(finding.message.as_str()).id(finding.code);
    let mut group = Group::with_title(title);
    let file = text.file_at(finding.span.start);
    // Labels of another file are drawn after the finding, each in its own.
    let is_here = |label: &&(Span, String)| text.file_at(label.0.start) == file;
    let (here, elsewhere): (Vec<_>, Vec<_>) = finding.labels.iter().partition(is_here);
    group = match snippet(text, &here, Some(finding.span)) {
        Some(snippet) => group.element(snippet),
        None => group.element(annotate_snippets::Origin::path(text.name_at(finding.span.start))),
    };
    for label in elsewhere {
        if let Some(snippet) = snippet(text, &[label], None) {
            group = group.element(snippet);
        }
    }
    if let Some(help) = &finding.help {
        group = group.element(Level::HELP.with_name("aide").message(help.as_str()));
    }
    let renderer = match colours {
        Colours::Terminal => Renderer::styled(),
        Colours::None => Renderer::plain(),
    };
    renderer.render(&[group])
}

/// The lines of one file around `primary` and `labels`, when they can be drawn.
fn snippet<'t>(
    text: &'t Text,
    labels: &[&'t (Span, String)],
    primary: Option<Span>,
) -> Option<Snippet<'t, Annotation<'t>>> {
    let passage = passage(text, || labels.iter().map(|(span, _)| *span).chain(primary))?;
    let lines = &text.content[passage.start..passage.end];
    if lines.is_empty() || lines.len() > MAX_PASSAGE {
        return None;
    }
    let inside = |span: Span| (span.start - passage.start)..(span.end - passage.start);
    let labels =
        labels.iter().map(|(span, words)| AnnotationKind::Context.span(inside(*span)).label(words.as_str()));
    let snippet = Snippet::source(lines)
        .path(text.name_at(passage.start))
        .line_start(text.position(passage.start).line)
        .annotations(primary.map(|span| AnnotationKind::Primary.span(inside(span))))
        .annotations(labels);
    Some(snippet)
}

/// The whole lines that `spans` touch.
fn passage<S: Iterator<Item = Span>>(text: &Text, spans: impl Fn() -> S) -> Option<Span> {
    let start = spans().map(|span| span.start).min()?;
    let end = spans().map(|span| span.end).max()?;
    let before = text.content.get(..start)?;
    let after = text.content.get(end..)?;
    let start = before.rfind('\n').map_or(0, |at| at + 1);
    Some(Span::new(start, end + after.find('\n').unwrap_or(after.len())))
}
