//! From the YAML parser's events to a tree, within budgets: depth, number of nodes, no anchors, aliases or tags.
//!
//! The parser's own recursive loader is never called: events are pulled one by one onto a stack of our own.

use saphyr_parser::{Event, Parser, ScalarStyle, ScanError};

use super::{
    mend::Mended,
    report::MOST_FINDINGS,
    tree::{Entry, Node, NodeKind, Scalar, Style},
};
use crate::{
    diagnostic::Diagnostic,
    text::{Span, Spanned},
};

/// Deepest nesting of lists and keys; the language needs eight.
pub(crate) const MAX_DEPTH: usize = 16;
/// Most texts, lists and groups of keys in one file.
pub(crate) const MAX_NODES: usize = 50_000;

/// What the events gave: as much of a tree as could be built, and why it stopped.
pub(crate) struct Outcome {
    pub(crate) root: Option<Node>,
    pub(crate) findings: Vec<Diagnostic>,
    /// Where and why the YAML parser gave up: a byte offset and its English words.
    pub(crate) stopped: Option<(usize, String)>,
    /// A budget was exceeded: what follows was not looked at.
    pub(crate) exhausted: bool,
}

/// Builds the tree of `mended`, with the places of what was written.
pub(crate) fn tree(mended: &Mended<'_>) -> Outcome {
    let mut builder = Builder::new(mended);
    for event in Parser::new_from_str(mended.text()) {
        match event {
            Ok((event, span)) => {
                let span = builder.places.span(span);
                builder.take(event, span);
                if builder.outcome.exhausted {
                    break;
                }
            }
            Err(error) => {
                builder.outcome.stopped = Some(builder.places.stop(&error));
                break;
            }
        }
    }
    builder.finish()
}

struct Builder<'m> {
    places: Places<'m>,
    outcome: Outcome,
    open: Vec<Open>,
    nodes: usize,
    documents: usize,
}

/// A list or a group of keys whose end has not come yet.
struct Open {
    start: usize,
    kind: OpenKind,
}

enum OpenKind {
    List(Vec<Node>),
    Keys { entries: Vec<Entry>, key: Option<Spanned<String>> },
}

impl<'m> Builder<'m> {
    fn new(mended: &'m Mended<'m>) -> Self {
        Self {
            places: Places::new(mended),
            outcome: Outcome { root: None, findings: Vec::new(), stopped: None, exhausted: false },
            open: Vec::new(),
            nodes: 0,
            documents: 0,
        }
    }

    fn take(&mut self, event: Event<'_>, span: Span) {
        match event {
            Event::Scalar(value, style, anchor, tag) => {
                self.refuse_extras(anchor > 0, tag.is_some(), span);
                let style = match style {
                    ScalarStyle::Plain => Style::Plain,
                    ScalarStyle::SingleQuoted => Style::SingleQuoted,
                    ScalarStyle::DoubleQuoted => Style::DoubleQuoted,
                    ScalarStyle::Literal | ScalarStyle::Folded => Style::Block,
                };
                let kind = if value.is_empty() && style == Style::Plain {
                    NodeKind::Nothing
                } else {
                    NodeKind::Text(Scalar { value: value.into_owned(), style })
                };
                self.add(Node { span, kind });
            }
            Event::SequenceStart(anchor, tag) => {
                self.refuse_extras(anchor > 0, tag.is_some(), span);
                self.enter(span, OpenKind::List(Vec::new()));
            }
            Event::MappingStart(anchor, tag) => {
                self.refuse_extras(anchor > 0, tag.is_some(), span);
                self.enter(span, OpenKind::Keys { entries: Vec::new(), key: None });
            }
            Event::SequenceEnd | Event::MappingEnd => self.leave(self.places.closes_at(span)),
            Event::Alias(_) => {
                self.refuse("alias-refuse", span, "le signe « * » renvoie à une autre partie du texte", "écrivez le texte en entier, ou mettez-le entre guillemets s’il commence vraiment par « * »");
                self.add(Node { span, kind: NodeKind::Nothing });
            }
            Event::DocumentStart(_) => {
                self.documents += 1;
                if self.documents == 2 {
                    self.refuse(
                        "plusieurs-textes",
                        span,
                        "la ligne « --- » ouvre un second texte dans le fichier",
                        "supprimez cette ligne : un fichier contient un seul scénario",
                    );
                    self.outcome.exhausted = true;
                }
            }
            Event::StreamStart | Event::StreamEnd | Event::DocumentEnd | Event::Nothing => {}
        }
    }

    fn refuse_extras(&mut self, anchor: bool, tag: bool, span: Span) {
        if anchor {
            self.refuse(
                "ancre-refusee",
                span,
                "le signe « & » donne un nom à une partie du texte",
                "supprimez-le, ou mettez le texte entre guillemets s’il commence vraiment par « & »",
            );
        }
        if tag {
            self.refuse(
                "balise-refusee",
                span,
                "le signe « ! » annonce un type de valeur",
                "supprimez-le, ou mettez le texte entre guillemets s’il commence vraiment par « ! »",
            );
        }
    }

    fn refuse(&mut self, code: &'static str, span: Span, message: &str, help: &str) {
        push(&mut self.outcome.findings, Diagnostic::error(code, span, message).help(help));
    }

    fn enter(&mut self, span: Span, kind: OpenKind) {
        if self.open.len() == MAX_DEPTH {
            self.refuse(
                "trop-profond",
                span,
                &format!("plus de {MAX_DEPTH} niveaux sont écrits les uns dans les autres"),
                "rapprochez cette ligne de la marge, ou retirez des crochets",
            );
            self.outcome.exhausted = true;
            return;
        }
        self.open.push(Open { start: span.start, kind });
    }

    fn leave(&mut self, end: Option<usize>) {
        let Some(open) = self.open.pop() else { return };
        let last = match &open.kind {
            OpenKind::List(items) => items.last().map(|item| item.span.end),
            OpenKind::Keys { entries, .. } => entries.last().map(|entry| entry.value.span.end),
        };
        let kind = match open.kind {
            OpenKind::List(items) => NodeKind::List(items),
            OpenKind::Keys { mut entries, key } => {
                entries.extend(
                    key.map(|key| Entry { value: Node { span: key.span, kind: NodeKind::Nothing }, key }),
                );
                NodeKind::Keys(entries)
            }
        };
        let end = end.or(last).unwrap_or(open.start).max(open.start);
        self.add(Node { span: Span::new(open.start, end), kind });
    }

    /// Puts a whole node where it belongs.
    fn add(&mut self, node: Node) {
        self.nodes += 1;
        if self.nodes > MAX_NODES && !self.outcome.exhausted {
            self.outcome.exhausted = true;
            self.outcome.findings.push(too_much(node.span));
        }
        match self.open.last_mut().map(|open| &mut open.kind) {
            None => {
                self.outcome.root.get_or_insert(node);
            }
            Some(OpenKind::List(items)) => items.push(node),
            Some(OpenKind::Keys { entries, key }) => match key.take() {
                Some(key) => entries.push(Entry { key, value: node }),
                None => *key = Some(Self::key(node, &mut self.outcome.findings)),
            },
        }
    }

    fn key(node: Node, findings: &mut Vec<Diagnostic>) -> Spanned<String> {
        if let NodeKind::Text(scalar) = node.kind {
            return Spanned::new(scalar.value, node.span);
        }
        push(
            findings,
            Diagnostic::error("cle-illisible", node.span, "il n’y a pas de nom de clé à cet endroit")
                .help("écrivez un mot avant les deux-points, par exemple « titre: »"),
        );
        Spanned::new(String::new(), node.span)
    }

    /// Closes what is still open, so that what was read before a stop is not lost.
    fn finish(mut self) -> Outcome {
        while !self.open.is_empty() {
            self.leave(None);
        }
        self.outcome
    }
}

pub(crate) fn too_much(span: Span) -> Diagnostic {
    Diagnostic::error("trop-de-lignes", span, "le scénario contient plus de cinquante mille éléments")
        .help("partagez-le en plusieurs scénarios")
}

fn push(findings: &mut Vec<Diagnostic>, finding: Diagnostic) {
    if findings.len() < MOST_FINDINGS {
        findings.push(finding);
    }
}

/// From the parser's places, counted in characters of the mended text, to bytes of the text written.
struct Places<'m> {
    mended: &'m Mended<'m>,
    /// Start of each character; empty when the text is ASCII.
    starts: Vec<usize>,
}

impl<'m> Places<'m> {
    fn new(mended: &'m Mended<'m>) -> Self {
        let mut starts = Vec::new();
        if !mended.text().is_ascii() {
            starts = mended.text().char_indices().map(|(at, _)| at).collect();
        }
        Self { mended, starts }
    }

    fn written_at(&self, character: usize) -> usize {
        let read = if self.starts.is_empty() { Some(character) } else { self.starts.get(character).copied() };
        self.mended.written_at(read.unwrap_or(usize::MAX).min(self.mended.text().len()))
    }

    fn span(&self, span: saphyr_parser::Span) -> Span {
        let start = self.written_at(span.start.index());
        Span::new(start, self.written_at(span.end.index()).max(start))
    }

    /// A closing bracket or brace takes a byte; a group told by its margin ends with its last line.
    fn closes_at(&self, span: Span) -> Option<usize> {
        let written = self.mended.written().as_bytes().get(span.start..span.end)?.first()?;
        matches!(written, b']' | b'}').then_some(span.start + 1)
    }

    fn stop(&self, error: &ScanError) -> (usize, String) {
        (self.written_at(error.marker().index()), error.info().to_owned())
    }
}
