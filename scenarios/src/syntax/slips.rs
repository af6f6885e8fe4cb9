//! Slips of the hand that YAML reads as something else or not at all, told without its words.

use crate::{diagnostic::Diagnostic, text::Span};

/// A colon followed by a space, in the middle of the sentence written at `span`.
pub(crate) fn colon_in_sentence(span: Span, sentence: &str) -> Diagnostic {
    let quoted = format!("\"{}\"", sentence.replace('\\', "\\\\").replace('"', "\\\""));
    Diagnostic::error(
        "deux-points-dans-une-phrase",
        span,
        "la phrase contient deux-points suivis d’une espace",
    )
    .help("mettez la phrase entre guillemets droits : \"…\"")
    .safe_fix(span, quoted)
}
