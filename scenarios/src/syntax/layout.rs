//! Remedies that move text: a dash and a margin where a list is missing.
//!
//! It offers nothing where brackets, or a text of several lines, make the place unsure.

use super::{
    tree::{NodeKind, Scalar, Style},
    value::Value,
};
use crate::{diagnostic::Diagnostic, text::Span};

/// Longest passage moved for its author, in bytes.
const LONGEST: usize = 16 << 10;

/// « texte: Bonjour à tous » becomes a list of one item, below its key.
pub(crate) fn as_list(finding: Diagnostic, value: Value<'_>, content: &str) -> Diagnostic {
    let node = value.node;
    let NodeKind::Text(Scalar { style, .. }) = &node.kind else { return finding };
    let written = content.get(node.span.start..node.span.end).unwrap_or_default();
    let Some(margin) = margin(value, content) else { return finding };
    if *style == Style::Block || written.contains('\n') || !follows_its_key(value, content) {
        return finding;
    }
    let start = content[..node.span.start].trim_end_matches(' ').len();
    let item = format!("\n{}- {written}", " ".repeat(margin + 2));
    finding.safe_fix(Span::new(start, node.span.end), item)
}

/// « sources: » followed by « quoi: … » without a dash: its keys become those of one item.
pub(crate) fn as_item(finding: Diagnostic, value: Value<'_>, content: &str) -> Diagnostic {
    let Some(key_margin) = margin(value, content) else { return finding };
    let start = value.node.span.start;
    let Some(written) = content.get(start..value.node.span.end) else { return finding };
    let first = &content[content[..start].rfind('\n').map_or(0, |at| at + 1)..start];
    let in_brackets = written.starts_with('{');
    if in_brackets
        || first.len() <= key_margin
        || !first.bytes().all(|byte| byte == b' ')
        || written.len() > LONGEST
    {
        return finding;
    }
    let mut moved = String::from("- ");
    for line in written.split_inclusive('\n') {
        if moved.len() > 2 && !line.trim().is_empty() {
            moved.push_str("  ");
        }
        moved.push_str(line);
    }
    finding.doubtful_fix(value.node.span, moved)
}

/// Spaces before the key of `value`, or before its dash; nothing when it stands in brackets.
fn margin(value: Value<'_>, content: &str) -> Option<usize> {
    let before = content.get(..value.key.span.start)?;
    let line = &before[before.rfind('\n').map_or(0, |at| at + 1)..];
    line.bytes().all(|byte| matches!(byte, b' ' | b'-')).then_some(line.len())
}

fn follows_its_key(value: Value<'_>, content: &str) -> bool {
    let between = content.get(value.key.span.end..value.node.span.start).unwrap_or("\n");
    between.trim() == ":" && !between.contains('\n')
}
