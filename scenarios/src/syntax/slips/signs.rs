//! Signs that YAML takes out of a text without a word: a number sign and what follows, a lone tilde.

use super::{Slip, quoted};
use crate::{
    diagnostic::Diagnostic,
    syntax::{
        lines::{Line, holding},
        report::MOST_FINDINGS,
        tree::{Node, NodeKind, Style},
    },
    text::Span,
};

/// A sentence cut at a number sign.
pub(crate) const CUT: &str = "diese-dans-une-phrase";

/// What is written in the texts below `root` and was not read.
pub(crate) fn unread(root: &Node, content: &str) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    let mut nodes = vec![root];
    while let Some(node) = nodes.pop().filter(|_| findings.len() < MOST_FINDINGS) {
        match &node.kind {
            NodeKind::List(items) => nodes.extend(items.iter().rev()),
            NodeKind::Keys(entries) => nodes.extend(entries.iter().rev().map(|entry| &entry.value)),
            NodeKind::Text(scalar) if scalar.style == Style::Plain => {
                if scalar.value == "~" {
                    findings.push(
                        Diagnostic::error(
                            "signe-seul",
                            node.span,
                            "le signe « ~ » est écrit à la place du texte",
                        )
                        .help("écrivez le texte, ou supprimez la ligne si elle n’est pas nécessaire"),
                    );
                } else {
                    findings.extend(cut(node.span, content));
                }
            }
            NodeKind::Nothing | NodeKind::Text(_) => {}
        }
    }
    findings
}

/// « texte: Appuyez sur la touche # »: what follows the sign is a remark for YAML.
fn cut(span: Span, content: &str) -> Option<Diagnostic> {
    let rest = content.get(span.end..)?;
    rest.trim_start_matches([' ', '\t']).starts_with('#').then_some(())?;
    let rest = rest.lines().next()?.trim_end();
    let remark = rest.trim_start_matches([' ', '\t']);
    let glued = remark.strip_prefix('#')?.starts_with(|letter: char| letter.is_alphanumeric());
    let written = content.get(span.start..span.end)?;
    let sentence = written.contains(' ') || written.starts_with(char::is_uppercase);
    if !glued && !sentence {
        return None;
    }
    let end = span.end + rest.len();
    let whole = Span::new(span.start, end);
    let finding =
        Diagnostic::warning(CUT, Span::new(end - remark.len(), end), "la phrase est coupée au signe « # »")
            .help(
                "mettez la phrase entre guillemets droits : \"…\", ou mettez la remarque sur sa propre ligne",
            );
    Some(finding.doubtful_fix(whole, quoted(content.get(whole.start..whole.end)?)))
}

/// « titre: #1 »: nothing is left of the text of the line that holds byte `at`.
pub(super) fn number_first(content: &str, lines: &[Line], at: usize) -> Option<Slip> {
    let line = lines.get(holding(lines, at))?;
    let written = content.get(line.value.start..line.value.end)?;
    written.strip_prefix('#')?.starts_with(|letter: char| letter.is_alphanumeric()).then_some(())?;
    let finding = Diagnostic::error(CUT, line.value, "le texte commence par « # », et n’est pas lu")
        .help("mettez le texte entre guillemets droits : \"…\"")
        .safe_fix(line.value, quoted(written));
    Some(Slip::mended(finding, line.value, quoted(written)))
}
