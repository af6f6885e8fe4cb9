//! The remedy of a word misspelt, for findings.
//!
//! It finds no word: `spelling` does.

use super::Meant;
use crate::{diagnostic::Diagnostic, text::Span};

impl Meant<'_> {
    /// The remedy of a word of the language written wrong at `span`.
    pub(crate) fn instead(self, finding: Diagnostic, span: Span) -> Diagnostic {
        self.written(finding, span, self.word)
    }

    /// The same, when the word is written as part of `whole`.
    pub(crate) fn written(self, finding: Diagnostic, span: Span, whole: &str) -> Diagnostic {
        let finding = finding.help(format!("écrivez « {whole} »"));
        if self.sure { finding.safe_fix(span, whole) } else { finding.doubtful_fix(span, whole) }
    }
}
