//! What is wrong in a text, where, and how to mend it: data that a terminal, a page or a program can show.
//!
//! It is not a failure of the machine, and it draws nothing.

use crate::text::{Span, Text};

/// One finding about a text.
///
/// The message says what is, in one clause; the help says what to do, with the author's own words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// The defect in kebab-case French without accents, such as `page-introuvable`.
    pub code: &'static str,
    pub severity: Severity,
    pub span: Span,
    pub message: String,
    /// Other places worth seeing, each with a few words.
    pub labels: Vec<(Span, String)>,
    pub help: Option<String>,
    pub fix: Option<Fix>,
}

/// How much a finding matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The scenario cannot be rehearsed.
    Error,
    /// It can, and something is doubtful.
    Warning,
}

/// A change of the text that mends a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    pub span: Span,
    pub replacement: String,
    /// Whether the change keeps what the author meant beyond doubt.
    pub safe: bool,
}

impl Diagnostic {
    pub fn error(code: &'static str, span: Span, message: impl Into<String>) -> Self {
        let message = message.into();
        Self { code, severity: Severity::Error, span, message, labels: Vec::new(), help: None, fix: None }
    }

    pub fn warning(code: &'static str, span: Span, message: impl Into<String>) -> Self {
        Self { severity: Severity::Warning, ..Self::error(code, span, message) }
    }

    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    #[must_use]
    pub fn label(mut self, span: Span, words: impl Into<String>) -> Self {
        self.labels.push((span, words.into()));
        self
    }

    /// A change that can be made without asking.
    #[must_use]
    pub fn safe_fix(mut self, span: Span, replacement: impl Into<String>) -> Self {
        self.fix = Some(Fix { span, replacement: replacement.into(), safe: true });
        self
    }

    /// A change that the author should look at first.
    #[must_use]
    pub fn doubtful_fix(mut self, span: Span, replacement: impl Into<String>) -> Self {
        self.fix = Some(Fix { span, replacement: replacement.into(), safe: false });
        self
    }

    /// The same finding, each of its places put where `place` says.
    #[must_use]
    pub fn moved(mut self, place: impl Fn(usize) -> usize) -> Self {
        let places = [&mut self.span].into_iter().chain(self.labels.iter_mut().map(|(span, _)| span));
        for span in places.chain(self.fix.iter_mut().map(|fix| &mut fix.span)) {
            *span = Span::new(place(span.start), place(span.end));
        }
        self
    }

    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }

    /// One line for editors and programs: `file:line:col: code: message`.
    pub fn short(&self, text: &Text) -> String {
        let at = text.position(self.span.start);
        let name = text.name_at(self.span.start);
        format!("{}:{}:{}: {}: {}", name, at.line, at.column, self.code, self.message)
    }
}

/// Puts findings in the order of the text; at one place, errors come first.
pub fn sort(diagnostics: &mut [Diagnostic]) {
    diagnostics.sort_by(|a, b| {
        (a.span, a.severity, a.code, &a.message).cmp(&(b.span, b.severity, b.code, &b.message))
    });
}

/// A few letters of what was written, on one line, to be quoted in a message.
pub fn excerpt(written: &str) -> String {
    let mut short = String::new();
    for (count, letter) in written.trim().chars().enumerate() {
        if count == 40 {
            short.push('…');
            break;
        }
        short.push(if letter.is_whitespace() { ' ' } else { letter });
    }
    short
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_finding_gives_its_place_as_editors_read_it() {
        let text = Text::new("essai.yaml", "titre: Été\nsuite: là\n");
        let finding = Diagnostic::error("page-introuvable", Span::new(20, 23), "la page « là » n’existe pas");
        assert_eq!(finding.short(&text), "essai.yaml:2:8: page-introuvable: la page « là » n’existe pas");
    }

    #[test]
    fn findings_are_told_in_the_order_of_the_text() {
        let at = |start, code| Diagnostic::error(code, Span::new(start, start + 1), "");
        let mut findings = vec![at(5, "b"), at(1, "c"), at(1, "a")];
        sort(&mut findings);
        assert_eq!(findings.iter().map(|f| f.code).collect::<Vec<_>>(), ["a", "c", "b"]);
    }
}
