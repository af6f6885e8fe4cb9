//! Texts that quote values: « Bonjour {personnage.prénom} ».

use super::{offsets::Offsets, read::parse_term, report::Report, tree::Scalar};
use crate::{
    diagnostic::Diagnostic,
    model::{Part, Template},
    text::{Span, Spanned},
};

/// The parts of `scalar`, written at `span`.
pub(crate) fn read(scalar: &Scalar, span: Span, report: &mut Report<'_>) -> Template {
    let value = scalar.value.trim_end();
    if !value.contains(['{', '}']) || report.has_too_many_terms() {
        return if value.is_empty() { Template::default() } else { Template::plain(value) };
    }
    let offsets = Offsets::new(scalar, span, &report.text.content);
    let mut parts = Vec::new();
    let mut rest = 0;
    while let Some(found) = value[rest..].find(['{', '}']) {
        let brace = rest + found;
        push_plain(&mut parts, &value[rest..brace]);
        rest = brace + 1;
        if value[brace..].starts_with('}') {
            report.say(
                Diagnostic::error(
                    "accolade-seule",
                    offsets.span(brace, rest),
                    "une accolade est fermée sans être ouverte",
                )
                .help("ajoutez « { » devant la valeur à citer, ou retirez « } »"),
            );
            continue;
        }
        let closing =
            value[rest..].find(['{', '}']).map(|at| rest + at).filter(|at| value[*at..].starts_with('}'));
        let Some(closing) = closing else {
            report.say(
                Diagnostic::error(
                    "accolade-ouverte",
                    offsets.span(brace, rest),
                    "une accolade est ouverte et n’est pas fermée",
                )
                .help("ajoutez « } » après la valeur à citer, par exemple « {personnage.prénom} »"),
            );
            continue;
        };
        let place = offsets.span(rest, closing);
        let inside = |found: Span| offsets.span(rest + found.start, rest + found.end);
        if let Some(term) = parse_term(&value[rest..closing], &inside, report) {
            parts.push(Part::Value(Spanned::new(term, place)));
        }
        rest = closing + 1;
    }
    push_plain(&mut parts, &value[rest..]);
    Template { parts }
}

fn push_plain(parts: &mut Vec<Part>, text: &str) {
    if !text.is_empty() {
        parts.push(Part::Plain(text.to_owned()));
    }
}
