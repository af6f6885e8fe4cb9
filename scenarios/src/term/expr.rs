//! A term as it is written, and what is wrong in its writing.

use crate::text::Span;

/// A term as written; places count bytes from its first letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Expr {
    /// A dotted name, such as `personnage.adresse.voie`, in lower case without accents.
    Path(String, Span),
}

/// What is wrong in a term, in the words of a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    pub code: &'static str,
    pub span: Span,
    pub message: String,
    pub help: Option<String>,
    /// What to write at `span` instead, when it is known.
    pub replacement: Option<String>,
}

/// Reads a term.
pub fn parse(text: &str) -> Result<Expr, Vec<Problem>> {
    Ok(Expr::Path(crate::reference::fold(text.trim()), Span::new(0, text.len())))
}
