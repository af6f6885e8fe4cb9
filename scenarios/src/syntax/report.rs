//! The findings of one reading, as they are gathered.
//!
//! It words nothing: each construct words its own.

use crate::{diagnostic::Diagnostic, text::Text};

/// Where readers say what is wrong, with the text at hand to point into it.
pub(crate) struct Report<'t> {
    pub(crate) text: &'t Text,
    pub(crate) findings: Vec<Diagnostic>,
}

impl<'t> Report<'t> {
    pub(crate) fn new(text: &'t Text) -> Self {
        Self { text, findings: Vec::new() }
    }

    pub(crate) fn say(&mut self, finding: Diagnostic) {
        self.findings.push(finding);
    }
}
