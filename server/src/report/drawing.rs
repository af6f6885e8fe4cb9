//! A finding drawn under the text, as compilers do, in French.

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
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
    let passage = passage(text, finding);
    match passage.map(|passage| (passage, &text.content[passage.start..passage.end])) {
        Some((passage, lines)) if !lines.is_empty() && lines.len() <= MAX_PASSAGE => {
            let inside = |span: Span| (span.start - passage.start)..(span.end - passage.start);
            let labels = finding
                .labels
                .iter()
                .map(|(span, words)| AnnotationKind::Context.span(inside(*span)).label(words.as_str()));
            let snippet = Snippet::source(lines)
                .path(text.name.as_str())
                .line_start(text.position(passage.start).line)
                .annotation(AnnotationKind::Primary.span(inside(finding.span)))
                .annotations(labels);
            group = group.element(snippet);
        }
        _ => group = group.element(annotate_snippets::Origin::path(text.name.as_str())),
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

/// The whole lines that the finding and its labels touch.
fn passage(text: &Text, finding: &Diagnostic) -> Option<Span> {
    let spans = || finding.labels.iter().map(|(span, _)| *span).chain([finding.span]);
    let start = spans().map(|span| span.start).min()?;
    let end = spans().map(|span| span.end).max()?;
    let before = text.content.get(..start)?;
    let after = text.content.get(end..)?;
    let start = before.rfind('\n').map_or(0, |at| at + 1);
    Some(Span::new(start, end + after.find('\n').unwrap_or(after.len())))
}
