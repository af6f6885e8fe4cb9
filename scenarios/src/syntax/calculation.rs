//! The section `calcul:`: its keys. What an entry is has a file of its own, `entry.rs`.
//!
//! That names are known and kinds agree is `calculation`'s affair.

use super::{
    entry::entry,
    fields::{Fields, construct, entries},
    read,
    report::Report,
    scenario::flat,
    tree::NodeKind,
    value::Value,
};
use crate::{
    calculation::{Calculation, Limit},
    reference::fold,
    term::{Definition, Expr},
    text::Spanned,
};

pub(super) fn calculation(fields: &mut Fields<'_, '_>) -> Calculation {
    let at = fields.optional("au", term);
    let inputs = fields.optional("entrées", entries("l’entrée", |value, report| Some(entry(value, report))));
    let inputs = inputs.unwrap_or_default();
    let limits = flat(fields.optional("périmètre", read::list(construct("la limite", limit))));
    let terms =
        fields.optional("termes", entries("le terme", |value, report| Some(definition(value, report))));
    let mut terms = terms.unwrap_or_default();
    open_chapters(&mut terms);
    Calculation {
        at,
        partial: inputs.iter().any(Option::is_none) || terms.iter().any(Option::is_none),
        inputs: inputs.into_iter().flatten().collect(),
        limits,
        terms: terms.into_iter().flatten().collect(),
        results: fields.required("résultats", read::list(read::text)).unwrap_or_default(),
    }
}

pub(super) fn term<'t>(value: Value<'t>, report: &mut Report<'t>) -> Option<Expr> {
    Some(read::term(value, report)?.value)
}

fn limit(fields: &mut Fields<'_, '_>) -> Option<Limit> {
    let when = fields.required("si", term);
    let sentence = fields.required("phrase", read::text);
    Some(Limit { when: when?, sentence: sentence?.value })
}

/// A chapter goes on until the term that opens the next one.
fn open_chapters(terms: &mut [Option<Definition>]) {
    let mut chapter = None;
    for term in terms.iter_mut().flatten() {
        if term.chapter.is_some() {
            chapter.clone_from(&term.chapter);
        } else {
            term.chapter.clone_from(&chapter);
        }
    }
}

/// A term alone, or with what is said of it.
fn definition<'t>(value: Value<'t>, report: &mut Report<'t>) -> Option<Definition> {
    let name = Spanned::new(fold(value.key.value.trim()), value.key.span);
    if let NodeKind::Keys(_) = value.node.kind {
        return construct("le terme", |fields| explained(name.clone(), fields))(value, report).flatten();
    }
    let expr = term(value, report)?;
    Some(Definition {
        name,
        each: None,
        expr,
        label: None,
        says: None,
        source: None,
        when: (None, None),
        chapter: None,
    })
}

fn explained(name: Spanned<String>, fields: &mut Fields<'_, '_>) -> Option<Definition> {
    let words = |read: Option<Spanned<String>>| read.map(|words| words.value);
    let label = words(fields.optional("quoi", read::text));
    let each = fields.optional("pour", read::each).map(|each| (each.name, each.list));
    let expr = fields.required("calcul", term);
    let says = words(fields.optional("dit", read::text));
    let source = words(fields.optional("source", read::text));
    let when = (words(fields.optional("oui", read::text)), words(fields.optional("non", read::text)));
    let chapter = words(fields.optional("chapitre", read::text));
    Some(Definition { name, each, expr: expr?, label, says, source, when, chapter })
}
