//! Where rules say what they found, with the author's words at hand.

use std::rc::Rc;

use super::{
    quotes::{Quote, quotes},
    tolerances::Tolerances,
};
use crate::{
    diagnostic::{Diagnostic, excerpt},
    model::Scenario,
    text::{Span, Spanned, Text},
};

/// Findings of the rules about one text; past these, nothing is added.
pub(crate) const MOST: usize = 100;

pub(crate) struct Findings<'t> {
    text: &'t Text,
    pub(crate) found: Vec<Diagnostic>,
    /// Parts of the scenario may be absent because they are badly written.
    pub(crate) doubtful: bool,
    pub(crate) tolerances: Tolerances<'t>,
    scenario: &'t Scenario,
    /// Once a rule has asked for them.
    quotes: Option<Rc<[Quote<'t>]>>,
}

impl<'t> Findings<'t> {
    pub(crate) fn new(scenario: &'t Scenario, text: &'t Text, doubtful: bool) -> Self {
        Self {
            text,
            found: Vec::new(),
            doubtful,
            tolerances: Tolerances::of(scenario, text),
            scenario,
            quotes: None,
        }
    }

    /// The names quoted by the scenario that point at the persona, its papers, messages, the receipt, the day.
    pub(crate) fn quotes(&mut self) -> Rc<[Quote<'t>]> {
        let scenario = self.scenario;
        Rc::clone(self.quotes.get_or_insert_with(|| quotes(scenario).into()))
    }

    pub(crate) fn say(&mut self, finding: Diagnostic) {
        if !self.tolerances.forgive(&finding) && !self.is_full() {
            self.found.push(finding);
        }
    }

    /// Nothing more will be told: looking for remedies is of no use.
    pub(crate) fn is_full(&self) -> bool {
        self.found.len() >= MOST
    }

    /// Whether nothing can be said of names looked up in a table that is empty, perhaps because it could not be read.
    pub(crate) fn ignores(&self, table_is_empty: bool) -> bool {
        self.is_full() || (self.doubtful && table_is_empty)
    }

    /// What the author wrote at `span`, without quotes, fit for a message.
    pub(crate) fn written(&self, span: Span) -> String {
        let written = self.text.content.get(span.start..span.end).unwrap_or_default();
        excerpt(written.trim_matches(['"', '\'']))
    }

    /// The same, of a word or a name.
    pub(crate) fn word<T>(&self, spanned: &Spanned<T>) -> String {
        self.written(spanned.span)
    }

    /// Offers to add `item` after the last item of a list, written at `last`.
    pub(crate) fn add_after(&self, finding: Diagnostic, last: Span, item: &str) -> Diagnostic {
        let end = Span::new(last.end, last.end);
        let content = &self.text.content;
        let rest = content.get(last.end..).unwrap_or_default();
        if rest.trim_start().starts_with([',', ']']) {
            return finding.doubtful_fix(end, format!(", {item}"));
        }
        let before = content.get(..last.start).unwrap_or_default();
        let line = &before[before.rfind('\n').map_or(0, |at| at + 1)..];
        let alone = line.trim_start_matches(' ') == "- ";
        if alone { finding.doubtful_fix(end, format!("\n{line}{item}")) } else { finding }
    }
}
