//! Texts, lists and keys told apart: what is found where another shape is expected, said without YAML's words.

use super::{
    layout,
    report::Report,
    slips,
    tree::{Entry, Node, NodeKind, Scalar, Style},
    value::Value,
};
use crate::{
    diagnostic::{Diagnostic, excerpt},
    reference::fold,
    text::{Span, Spanned},
};

/// Longer lines are not put between quotes for their author.
const LONGEST_SENTENCE: usize = 2_000;

/// The text written at `value`, not empty.
pub(crate) fn text<'t>(value: Value<'t>, report: &mut Report<'t>) -> Option<(&'t Scalar, Span)> {
    if let Some(sketch) = &mut report.sketch {
        if matches!(value.node.kind, NodeKind::Text(_)) {
            sketch.text();
        }
        return None;
    }
    match &value.node.kind {
        NodeKind::Text(scalar) if scalar.value.trim().is_empty() => say_empty(value, report),
        NodeKind::Text(scalar) => return Some((scalar, value.node.span)),
        NodeKind::Nothing => say_empty(value, report),
        NodeKind::List(_) => report.say(other_shape(
            "texte-attendu",
            value,
            "attend un seul texte, et plusieurs éléments sont écrits",
            "écrivez le texte sur la même ligne, sans tiret ni crochets",
        )),
        // Past the findings that are told, looking for the best words would only take time.
        NodeKind::Keys(_) if report.is_full() => say_empty(value, report),
        NodeKind::Keys(entries) => report.say(keys_for_text(value, entries, report)),
    }
    None
}

/// The items of the list written at `value`, at least one.
pub(crate) fn list<'t>(value: Value<'t>, report: &mut Report<'t>) -> Option<&'t [Node]> {
    if let Some(sketch) = &mut report.sketch {
        let NodeKind::List(items) = &value.node.kind else { return None };
        sketch.list();
        return Some(items);
    }
    match &value.node.kind {
        NodeKind::List(items) if items.is_empty() => say_empty(value, report),
        NodeKind::List(items) => return Some(items),
        NodeKind::Nothing => say_empty(value, report),
        NodeKind::Text(scalar) => {
            let key = excerpt(&value.key.value);
            let written = excerpt(&scalar.value);
            let one_word = scalar.style == Style::Plain && !scalar.value.contains(char::is_whitespace);
            let help = if one_word {
                format!("écrivez « {key}: [{written}] »")
            } else {
                format!("allez à la ligne après « {key}: », et écrivez « - {written} »")
            };
            let finding =
                other_shape("liste-attendue", value, "attend une liste, et un seul texte est écrit", &help);
            let span = value.node.span;
            report.say(if one_word {
                finding.safe_fix(span, format!("[{}]", scalar.value))
            } else {
                layout::as_list(finding, value, &report.text.content)
            });
        }
        NodeKind::Keys(_) => {
            let finding = other_shape(
                "liste-attendue",
                value,
                "attend une liste, et les lignes n’ont pas de tiret",
                "mettez un tiret et une espace devant chaque élément : « - … »",
            );
            report.say(layout::as_item(finding, value, &report.text.content));
        }
    }
    None
}

/// The keys written at `value`.
pub(crate) fn keys<'t>(value: Value<'t>, report: &mut Report<'t>) -> Option<&'t [Entry]> {
    match &value.node.kind {
        NodeKind::Keys(entries) => return Some(entries),
        NodeKind::Nothing => say_empty(value, report),
        NodeKind::Text(_) => report.say(other_shape(
            "cles-attendues",
            value,
            "attend des lignes « mot: valeur », et un texte est écrit",
            "allez à la ligne, décalez de deux espaces, et écrivez une clé par ligne, suivie de deux-points et d’une espace",
        )),
        NodeKind::List(_) => report.say(other_shape(
            "cles-attendues",
            value,
            "attend des lignes « mot: valeur », et une liste est écrite",
            "retirez les tirets ou les crochets, et écrivez une clé par ligne",
        )),
    }
    None
}

pub(crate) fn say_empty(value: Value<'_>, report: &mut Report<'_>) {
    let key = &value.key.value;
    let nothing_at_all = matches!(value.node.kind, NodeKind::Nothing);
    let span = if nothing_at_all { value.key.span } else { value.node.span };
    report.say(
        Diagnostic::error("texte-vide", span, format!("rien n’est écrit après « {} »", excerpt(key))).help(
            format!("complétez « {}: », ou supprimez la ligne si elle n’est pas nécessaire", excerpt(key)),
        ),
    );
}

/// A name that references can quote: letters, digits and hyphens.
pub(crate) fn check_name(key: &Spanned<String>, report: &mut Report<'_>) {
    let folded = fold(key.value.trim());
    if folded.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '-') {
        return;
    }
    let written = excerpt(&key.value);
    let proper: String =
        folded.chars().map(|letter| if letter.is_ascii_alphanumeric() { letter } else { '-' }).collect();
    let message = format!("le nom « {written} » contient une espace ou un signe");
    let finding = Diagnostic::error("nom-illisible", key.span, message).help(format!(
        "n’employez que des lettres, des chiffres et des tirets, par exemple « {} »",
        excerpt(&proper)
    ));
    // Written elsewhere too, it would be changed in one place only.
    let alone = !report.is_full() && report.text.content.matches(key.value.as_str()).nth(1).is_none();
    report.say(if alone { finding.doubtful_fix(key.span, proper) } else { finding });
}

fn other_shape(code: &'static str, value: Value<'_>, says: &str, help: &str) -> Diagnostic {
    let subject = if value.key.value.is_empty() {
        "le fichier".to_owned()
    } else {
        format!("« {} »", value.key.value)
    };
    Diagnostic::error(code, value.node.span, format!("{subject} {says}")).help(help)
}

/// « - Votre code : 12 » reads as a key and its value, « - {nom} » as keys: what was meant is a sentence.
fn keys_for_text(value: Value<'_>, entries: &[Entry], report: &Report<'_>) -> Diagnostic {
    let content = &report.text.content;
    let start = value.node.span.start;
    let line = content.get(start..).and_then(|rest| rest.lines().next()).unwrap_or_default().trim_end();
    let span = Span::new(start, start + line.len());
    let alone = line.len() < LONGEST_SENTENCE && entries.len() == 1 && entries[0].value.span.end <= span.end;
    if line.starts_with('{') && line.len() < LONGEST_SENTENCE {
        slips::brace_first(span, &slips::quoted(line))
    } else if alone && !line.ends_with(':') {
        slips::colon_in_sentence(span, line)
    } else {
        other_shape(
            "texte-attendu",
            value,
            "attend un texte, et des lignes « mot: valeur » sont écrites",
            "écrivez le texte sur la même ligne",
        )
    }
}
