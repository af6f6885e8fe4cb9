//! Colons and dashes: without their space, missing, or in the middle of a sentence.

use super::{Slip, Stop, quoted};
use crate::{
    diagnostic::Diagnostic,
    syntax::{
        lines::{Line, holding},
        tree::{Scalar, Style},
    },
    text::Span,
};

/// « titre:Se connecter », « -Bonjour »
pub(super) fn missing_space(stop: &Stop<'_>) -> Option<Slip> {
    let stops = [Some(stop.line), stop.line.checked_sub(1), stop.line.checked_sub(2)];
    stops
        .into_iter()
        .flatten()
        .filter_map(|index| stop.lines.get(index))
        .find_map(|line| space_after_key(stop.content, line).or_else(|| space_after_dash(stop.content, line)))
}

/// « texte: Votre code : 12 »
pub(super) fn in_sentence(stop: &Stop<'_>) -> Option<Slip> {
    let line = stop.lines.get(stop.line)?;
    let colon = stop.info.contains("mapping values are not allowed")
        && stop.words(Span::new(stop.at, stop.at + 1)) == ":";
    if !colon || line.key.is_none() || !(line.value.start..line.value.end).contains(&stop.at) {
        return None;
    }
    let finding = colon_in_sentence(line.value, stop.words(line.value));
    Some(Slip::mended(finding, line.value, quoted(stop.words(line.value))))
}

/// « titre Se connecter » between lines that have their colon.
pub(super) fn missing(stop: &Stop<'_>) -> Option<Slip> {
    let line = stop.suspects().find(|line| line.key.is_none() && !line.dash)?;
    let index = holding(stop.lines, line.start);
    let before = index.checked_sub(1).and_then(|above| stop.lines.get(above));
    let deeper =
        before.is_some_and(|above| line.margin > above.key_column && above.value.start < above.value.end);
    let written = stop.words(line.value);
    let word: String = written.chars().take_while(|letter| is_key_letter(*letter)).collect();
    if deeper
        || word.is_empty()
        || !written[word.len()..].trim_start_matches(' ').chars().next().is_none_or(char::is_alphanumeric)
    {
        return None;
    }
    let span = Span::new(line.value.start, line.value.start + word.len());
    let end = Span::new(span.end, span.end);
    let finding =
        Diagnostic::error("deux-points-absents", span, format!("« {word} » n’est pas suivi de deux-points"))
            .help(format!("écrivez « {word}: », puis une espace et la suite"))
            .doubtful_fix(end, ":");
    Some(Slip::mended(finding, end, ":"))
}

/// A colon followed by a space, in the middle of the sentence written at `span`.
pub(crate) fn colon_in_sentence(span: Span, sentence: &str) -> Diagnostic {
    Diagnostic::error(
        "deux-points-dans-une-phrase",
        span,
        "la phrase contient deux-points suivis d’une espace",
    )
    .help("mettez la phrase entre guillemets droits : \"…\"")
    .safe_fix(span, quoted(sentence))
}

/// Lines that YAML glued to the text above because a space is missing after their colon or dash.
pub(super) fn glued(scalar: &Scalar, span: Span, content: &str, lines: &[Line]) -> Vec<Slip> {
    if scalar.style != Style::Plain {
        return Vec::new();
    }
    let last = holding(lines, span.end);
    let first = holding(lines, span.start);
    let whole = lines.get(first).is_some_and(|line| line.start == span.start);
    let glued = lines.get(first + usize::from(!whole)..=last).unwrap_or_default();
    glued.iter().filter_map(|line| glued_line(content, line)).collect()
}

fn glued_line(content: &str, line: &Line) -> Option<Slip> {
    space_after_key(content, line).or_else(|| space_after_dash(content, line))
}

fn space_after_key(content: &str, line: &Line) -> Option<Slip> {
    let written = content.get(line.value.start..line.value.end)?;
    let (word, after) = written.split_once(':')?;
    let key = word.trim_end();
    if line.key.is_some()
        || key.is_empty()
        || !key.chars().all(is_key_letter)
        || after.is_empty()
        || after.starts_with('/')
    {
        return None;
    }
    let end = line.value.start + word.len() + 1;
    let (message, help) = if after.starts_with(char::is_whitespace) {
        let help = "effacez cette espace, et tapez-la de nouveau avec la barre d’espace".to_owned();
        (format!("l’espace après « {key}: » est insécable"), help)
    } else {
        let help = format!("écrivez « {key}: », une espace, puis la suite");
        (format!("il n’y a pas d’espace après « {key}: »"), help)
    };
    let finding = Diagnostic::error("espace-absente", Span::new(line.value.start, end), message)
        .help(help)
        .safe_fix(Span::new(end, end), " ");
    Some(Slip::mended(finding, Span::new(end, end), " "))
}

fn space_after_dash(content: &str, line: &Line) -> Option<Slip> {
    let rest = content.get(line.start..line.span.end)?;
    let after = rest.strip_prefix('-')?;
    if line.dash
        || !after
            .starts_with(|letter: char| letter.is_alphabetic() || matches!(letter, '"' | '{' | '«' | '\''))
    {
        return None;
    }
    let end = Span::new(line.start + 1, line.start + 1);
    let finding = Diagnostic::error(
        "espace-absente",
        Span::new(line.start, line.start + 1),
        "il n’y a pas d’espace après le tiret",
    )
    .help("mettez une espace entre le tiret et le texte : « - … »")
    .safe_fix(end, " ");
    Some(Slip::mended(finding, end, " "))
}

fn is_key_letter(letter: char) -> bool {
    letter.is_alphanumeric() || matches!(letter, '-' | '_')
}
