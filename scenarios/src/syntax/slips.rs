//! Slips of the hand that YAML reads as something else or not at all, told without its words.
//!
//! To add one: a function from the place where the parser gave up to a [`Slip`], called in [`explain`] before the less sure ones.

use std::borrow::Cow;

mod brackets;
mod colons;
mod margins;
mod quotes;
mod signs;

pub(crate) use self::{
    brackets::brace_first,
    colons::colon_in_sentence,
    margins::odd_margins,
    quotes::quoted,
    signs::{CUT, unread},
};
use super::{
    lines::{Line, holding},
    mend::{Edit, Mended},
    tree::{Node, NodeKind},
};
use crate::{diagnostic::Diagnostic, text::Span};

/// A slip, and what to read instead to go on; `None` when nobody can tell.
pub(crate) struct Slip {
    pub(crate) finding: Diagnostic,
    pub(crate) edit: Option<Edit>,
}

impl Slip {
    fn mended(finding: Diagnostic, span: Span, replacement: impl Into<Cow<'static, str>>) -> Self {
        Self { finding, edit: Some(Edit::new(span, replacement)) }
    }
}

/// Where the parser gave up.
pub(crate) struct Stop<'a> {
    pub(crate) content: &'a str,
    pub(crate) lines: &'a [Line],
    /// The line it gave up on, or the last with something on it.
    pub(crate) line: usize,
    pub(crate) at: usize,
    /// The parser's own words.
    pub(crate) info: &'a str,
    mended: &'a Mended<'a>,
}

impl Stop<'_> {
    fn words(&self, span: Span) -> &str {
        self.content.get(span.start..span.end).unwrap_or_default()
    }

    /// No slip was mended there yet: a place is told once.
    fn is_free(&self, span: Span) -> bool {
        self.mended.is_free(span)
    }

    /// The line of the stop, then the one above.
    fn suspects(&self) -> impl Iterator<Item = &Line> {
        std::iter::once(self.line).chain(self.line.checked_sub(1)).filter_map(|index| self.lines.get(index))
    }
}

type Rule = fn(&Stop<'_>) -> Option<Slip>;

/// Surest first.
const RULES: [Rule; 10] = [
    quotes::unclosed,
    quotes::followed,
    brackets::braces_first,
    colons::missing_space,
    colons::in_sentence,
    colons::missing,
    quotes::strange_beginning,
    brackets::followed,
    brackets::unclosed,
    margins::astray,
];

/// What went wrong where the YAML parser gave up on `mended`.
pub(crate) fn explain(mended: &Mended<'_>, lines: &[Line], at: usize, info: &str) -> Option<Slip> {
    let stop = Stop { content: mended.written(), lines, line: holding(lines, at), at, info, mended };
    let free = |slip: &Slip| slip.edit.as_ref().is_none_or(|edit| stop.is_free(edit.span));
    let line_is_free = lines.get(stop.line).is_none_or(|line| stop.is_free(line.span));
    // A line that was mended and still fails is told already.
    let unreadable = || Slip { finding: unreadable(lines, at), edit: None };
    RULES.iter().find_map(|rule| rule(&stop).filter(free)).or_else(|| line_is_free.then(unreadable))
}

/// Slips in a tree that the parser gave whole: it read something else than what was meant.
pub(crate) fn hidden(root: &Node, content: &str, lines: &[Line], most: usize) -> Vec<Slip> {
    let mut slips = Vec::new();
    let mut nodes = vec![root];
    while let Some(node) = nodes.pop().filter(|_| slips.len() < most) {
        match &node.kind {
            NodeKind::List(items) => {
                let empty = items.iter().filter(|item| item.kind == NodeKind::Nothing);
                let found = empty.filter_map(|item| signs::number_first(content, lines, item.span.start));
                slips.extend(found.take(most));
                nodes.extend(items);
            }
            NodeKind::Keys(entries) => {
                slips.extend(quotes::silent_beginning(content, lines, node.span.start));
                let empty = entries.iter().filter(|entry| entry.value.kind == NodeKind::Nothing);
                let keys = empty.map(|entry| entry.key.span.start);
                slips.extend(keys.filter_map(|at| signs::number_first(content, lines, at)).take(most));
                nodes.extend(entries.iter().map(|entry| &entry.value));
            }
            NodeKind::Text(scalar) => slips.extend(colons::glued(scalar, node.span, content, lines)),
            NodeKind::Nothing => {}
        }
    }
    slips.truncate(most);
    slips
}

/// Texts that the parser read as names or types of its own, where `findings` say so.
pub(crate) fn disguised(findings: &[Diagnostic], content: &str, lines: &[Line]) -> Vec<Slip> {
    findings
        .iter()
        .filter(|finding| matches!(finding.code, "ancre-refusee" | "balise-refusee"))
        .filter_map(|finding| quotes::silent_beginning(content, lines, finding.span.start))
        .collect()
}

/// Nothing better can be said of the line that holds byte `at`.
pub(crate) fn unreadable(lines: &[Line], at: usize) -> Diagnostic {
    let line = lines.get(holding(lines, at));
    let span = line.map_or(Span::new(at, at), |line| Span::new(line.start, line.span.end));
    Diagnostic::error("ligne-illisible", span, "la ligne ne peut pas être lue")
        .help("regardez le décalage, les deux-points et les guillemets de cette ligne et de celle du dessus")
}
