//! Straight quotes: opened and not closed, closed too early, or needed.

use super::{Slip, Stop};
use crate::{
    diagnostic::Diagnostic,
    syntax::lines::{Line, holding},
    text::Span,
};

/// Lines above the stop where an opening quote is looked for.
const LOOKED_AT: usize = 2_000;

/// `sentence` between straight quotes, so that YAML reads every sign in it as written.
pub(crate) fn quoted(sentence: &str) -> String {
    format!("\"{}\"", sentence.replace('\\', "\\\\").replace('"', "\\\""))
}

/// « titre: "Bonjour »
pub(super) fn unclosed(stop: &Stop<'_>) -> Option<Slip> {
    let line = suspects(stop)
        .filter(|line| stop.is_free(Span::new(line.value.end, line.value.end)))
        .find(|line| opening(stop, line).is_some_and(|quote| closing(stop, line, quote).is_none()))?;
    let quote = opening(stop, line)?;
    let finding = Diagnostic::error(
        "guillemet-ouvert",
        line.value,
        "un guillemet est ouvert et n’est pas fermé sur la ligne",
    )
    .help(format!("ajoutez le signe {quote} à la fin de la ligne, ou retirez celui du début"));
    let end = Span::new(line.value.end, line.value.end);
    Some(Slip::mended(finding.doubtful_fix(end, quote), end, quote))
}

/// « titre: "Bonjour" à tous »
pub(super) fn followed(stop: &Stop<'_>) -> Option<Slip> {
    let line = stop.lines.get(stop.line)?;
    let quote = opening(stop, line)?;
    let close = closing(stop, line, quote)?;
    let after = stop.words(Span::new(close, line.value.end)).trim_start();
    if after.is_empty() || after.starts_with(['#', ':', ',', ']', '}']) {
        return None;
    }
    let inside = stop.words(line.value).replace(quote, if quote == "'" { "’" } else { "" });
    let start = line.value.end - after.len();
    let finding = Diagnostic::error(
        "texte-hors-guillemets",
        Span::new(start, line.value.end),
        "du texte suit les guillemets fermés",
    )
    .label(Span::new(close - 1, close), "fermés ici")
    .help("retirez les guillemets, ou mettez tout le texte entre guillemets droits : \"…\"");
    let whole = quoted(inside.trim_matches('’'));
    Some(Slip::mended(finding.doubtful_fix(line.value, whole.clone()), line.value, whole))
}

/// A text that begins with a sign YAML keeps for itself.
pub(super) fn strange_beginning(stop: &Stop<'_>) -> Option<Slip> {
    let line = stop.suspects().find(|line| {
        let value = stop.words(line.value);
        value.starts_with(['@', '`', '%', '*', '&', '!', '|', '>', ',', '?']) || value.starts_with("- ")
    })?;
    Some(first_sign(line.value, stop.words(line.value)))
}

/// « - ? », « !Attention », « & Fils »: read whole, as something else, or as nothing.
pub(super) fn silent_beginning(content: &str, lines: &[Line], at: usize) -> Option<Slip> {
    let line = lines.get(holding(lines, at))?;
    let written = content.get(line.value.start..line.value.end)?;
    let rest = written.strip_prefix(['&', '!']).or_else(|| written.strip_prefix("? "))?;
    let text = written.starts_with('?') || rest.starts_with(' ') || !rest.contains(' ');
    (text && rest.contains(char::is_alphanumeric)).then(|| first_sign(line.value, written))
}

fn first_sign(span: Span, written: &str) -> Slip {
    let sign: String = written.chars().take(1).collect();
    let finding = Diagnostic::error("signe-au-debut", span, format!("le texte commence par « {sign} »"))
        .help("mettez le texte entre guillemets droits : \"…\"");
    let replacement = quoted(written);
    Slip::mended(finding.safe_fix(span, replacement.clone()), span, replacement)
}

fn suspects<'a>(stop: &'a Stop<'_>) -> impl Iterator<Item = &'a Line> {
    stop.lines[..stop.lines.len().min(stop.line + 1)].iter().rev().take(LOOKED_AT)
}

fn opening(stop: &Stop<'_>, line: &Line) -> Option<&'static str> {
    let value = stop.words(line.value);
    ["\"", "'"].into_iter().find(|quote| value.starts_with(quote))
}

/// Just after the quote that closes the value of `line`.
fn closing(stop: &Stop<'_>, line: &Line, quote: &str) -> Option<usize> {
    let value = stop.words(line.value);
    let mut letters = value.char_indices().skip(1).peekable();
    while let Some((at, letter)) = letters.next() {
        let doubled = letter == '\'' && letters.peek().is_some_and(|(_, next)| *next == '\'');
        let escapes = if quote == "'" { doubled } else { letter == '\\' };
        if escapes {
            letters.next();
        } else if quote.starts_with(letter) {
            return Some(line.value.start + at + 1);
        }
    }
    None
}
