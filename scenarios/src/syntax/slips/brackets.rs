//! Brackets and braces: opened and not closed, or read as YAML's own.

use super::{Slip, Stop, quoted};
use crate::{diagnostic::Diagnostic, text::Span};

/// Lines above the stop where an opening bracket is looked for.
const LOOKED_AT: usize = 200;

/// « - {personnage.prénom}, bonjour »
pub(super) fn braces_first(stop: &Stop<'_>) -> Option<Slip> {
    let line = stop.suspects().find(|line| stop.words(line.value).starts_with('{'))?;
    let replacement = quoted(stop.words(line.value));
    let finding = brace_first(line.value, &replacement);
    Some(Slip::mended(finding, line.value, replacement))
}

/// The finding about a text that begins with a brace.
pub(crate) fn brace_first(span: Span, replacement: &str) -> Diagnostic {
    Diagnostic::error("accolade-au-debut", span, "le texte commence par une accolade")
        .help("mettez le texte entre guillemets droits : \"{…} …\"")
        .safe_fix(span, replacement)
}

/// « papiers: [carte-grise, facture »
pub(super) fn unclosed(stop: &Stop<'_>) -> Option<Slip> {
    let last = stop.lines.len().min(stop.line + 1);
    let line = stop.lines[..last].iter().rev().take(LOOKED_AT).find(|line| {
        let value = stop.words(line.value);
        value.starts_with('[')
            && stop.is_free(Span::new(line.value.end, line.value.end))
            && value.matches('[').count() > value.matches(']').count()
    })?;
    let end = Span::new(line.value.end, line.value.end);
    let finding = Diagnostic::error(
        "crochet-ouvert",
        line.value,
        "un crochet est ouvert et n’est pas fermé sur la ligne",
    )
    .help("ajoutez « ] » à la fin de la ligne")
    .doubtful_fix(end, "]");
    Some(Slip::mended(finding, end, "]"))
}

/// « titre: [facultatif] Votre nom »
pub(super) fn followed(stop: &Stop<'_>) -> Option<Slip> {
    let line = stop.suspects().find(|line| {
        let after = stop.words(line.value).strip_prefix('[').and_then(|rest| rest.split_once(']'));
        after.is_some_and(|(_, after)| after.trim_start().starts_with(char::is_alphanumeric))
    })?;
    let replacement = quoted(stop.words(line.value));
    let finding = Diagnostic::error("signe-au-debut", line.value, "le texte commence par « [ »")
        .help("mettez le texte entre guillemets droits : \"…\"")
        .safe_fix(line.value, replacement.clone());
    Some(Slip::mended(finding, line.value, replacement))
}
