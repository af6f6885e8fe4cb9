//! What an author sets of a question: its choices, its bounds, its length.
//!
//! To add one: its key here, its place in `model::Settings` and `field::Settings`, and in the kinds that heed it.

use super::{
    fields::{Fields, distinct},
    read,
    report::Report,
    shape,
    tree::NodeKind,
    value::Value,
};
use crate::{
    diagnostic::{Diagnostic, excerpt},
    model::{Choice, Settings},
    reference::fold,
    text::Spanned,
};

pub(super) fn settings(fields: &mut Fields<'_, '_>) -> Settings {
    Settings {
        choices: fields.optional("choix", choices),
        least: fields.optional("au-moins", read::text),
        most: fields.optional("au-plus", read::text),
        longest: fields.optional("longueur", read::number),
        cents: fields.optional("centimes", cents),
    }
}

/// « oui » or « non », with its place.
fn cents<'t>(value: Value<'t>, report: &mut Report<'t>) -> Option<Spanned<bool>> {
    read::yes_or_no(value, report).map(|yes| Spanned::new(yes, value.node.span))
}

/// Labels under names, or a list of labels that name themselves.
pub(super) fn choices<'t>(value: Value<'t>, report: &mut Report<'t>) -> Option<Spanned<Vec<Choice>>> {
    let choices = match &value.node.kind {
        NodeKind::Keys(_) => named(value, report)?,
        _ => listed(value, report)?,
    };
    Some(Spanned::new(choices, value.key.span))
}

fn named<'t>(value: Value<'t>, report: &mut Report<'t>) -> Option<Vec<Choice>> {
    if let Some(sketch) = &mut report.sketch {
        sketch.pairs();
        return None;
    }
    let entries = shape::keys(value, report)?;
    if entries.is_empty() {
        shape::say_empty(value, report);
    }
    let mut choices = Vec::with_capacity(entries.len());
    for (folded, entry) in distinct(entries, report) {
        shape::check_name(&entry.key, report);
        let label = read::text(Value { key: &entry.key, node: &entry.value, noun: "", named: true }, report);
        choices.extend(label.map(|label| Choice { key: Spanned::new(folded, entry.key.span), label }));
    }
    Some(choices)
}

fn listed<'t>(value: Value<'t>, report: &mut Report<'t>) -> Option<Vec<Choice>> {
    let labels = read::list(read::text)(value, report)?;
    let mut choices: Vec<Choice> = Vec::with_capacity(labels.len());
    let mut known = std::collections::BTreeMap::new();
    for label in labels {
        let key = key_of(&label.value);
        if key.is_empty() {
            let written = excerpt(&label.value);
            report.say(
                Diagnostic::error(
                    "nom-illisible",
                    label.span,
                    format!("la réponse « {written} » n’a ni lettre ni chiffre"),
                )
                .help(format!("donnez-lui un nom, à la ligne sous « choix: » : « autre: {written} »")),
            );
            continue;
        }
        if let Some(before) = known.get(&key) {
            report.say(
                Diagnostic::error(
                    "cle-repetee",
                    label.span,
                    format!("« {} » est écrit deux fois au même endroit", excerpt(&label.value)),
                )
                .label(*before, "déjà écrit ici")
                .help("gardez une seule des deux réponses"),
            );
            continue;
        }
        known.insert(key.clone(), label.span);
        choices.push(Choice { key: Spanned::new(key, label.span), label });
    }
    Some(choices)
}

/// « Je suis locataire » is `je-suis-locataire`.
fn key_of(label: &str) -> String {
    let folded = fold(label);
    let words = folded.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-")
}
