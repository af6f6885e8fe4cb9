//! The keys of one construct, each declared once: its name, its reader, required or not.
//!
//! To add a key, ask for it in the construct's function (`scenario.rs`): the missing, the unknown, the repeated and the
//! misspelt are told from what was asked, and the JSON Schema follows. To add a construct, write such a function: it asks
//! for all its keys, whatever their values, since it is run without any to learn them.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    report::Report,
    shape,
    sketch::{self, Needed, Property},
    tree::{Entry, NodeKind},
    value::Value,
};
use crate::{
    diagnostic::{Diagnostic, excerpt},
    reference::fold,
    spelling::{Meant, nearest},
    text::{Span, Spanned},
};

/// The keys of a construct, while they are asked for.
pub(crate) struct Fields<'a, 't> {
    /// Nothing is read: only the names asked for are wanted.
    listing: bool,
    /// Nothing is read either: what is asked for is described here.
    described: Option<Vec<Property>>,
    entries: BTreeMap<String, &'t Entry>,
    asked: Vec<&'static str>,
    parent: Value<'t>,
    report: &'a mut Report<'t>,
}

/// Reads `value` as the construct that `noun` names, such as « la page ».
pub(crate) fn construct<'t, T>(
    noun: &'static str,
    read: impl Fn(&mut Fields<'_, 't>) -> T,
) -> impl Fn(Value<'t>, &mut Report<'t>) -> Option<T> {
    move |value, report| {
        if report.is_describing() {
            describe(noun, std::any::type_name_of_val(&read), &read, value, report);
            return None;
        }
        let value = value.called(noun);
        let entries = shape::keys(value, report)?;
        let mut known = Fields {
            listing: true,
            described: None,
            entries: BTreeMap::new(),
            asked: Vec::new(),
            parent: value,
            report,
        };
        read(&mut known);
        let known = known.asked;
        let entries = recognise(entries, &known, value, report);
        Some(read(&mut Fields {
            listing: false,
            described: None,
            entries,
            asked: Vec::new(),
            parent: value,
            report,
        }))
    }
}

/// Reads `value` as names that the author chose, each with its construct.
pub(crate) fn named<'t, T>(
    noun: &'static str,
    read: impl Fn(Spanned<String>, &mut Fields<'_, 't>) -> T,
) -> impl Fn(Value<'t>, &mut Report<'t>) -> Option<Vec<T>> {
    move |value, report| {
        if let Some(sketch) = report.sketch.as_mut().filter(|_| matches!(value.node.kind, NodeKind::Keys(_)))
        {
            sketch.named();
            let one = |fields: &mut Fields<'_, 't>| read(Spanned::default(), fields);
            describe(noun, std::any::type_name_of_val(&read), &one, value, report);
        }
        if report.is_describing() {
            return None;
        }
        let entries = shape::keys(value, report)?;
        if entries.is_empty() {
            shape::say_empty(value, report);
        }
        let mut read_all = Vec::with_capacity(entries.len());
        for (folded, entry) in distinct(entries, report) {
            let key = Spanned::new(folded, entry.key.span);
            shape::check_name(&entry.key, report);
            let one = construct(noun, |fields| read(key.clone(), fields));
            let place = Value { key: &entry.key, node: &entry.value, noun, named: true };
            read_all.extend(one(place, report));
        }
        Some(read_all)
    }
}

/// Learns what the construct read by `function` accepts, if it is not known yet.
fn describe<'t, T>(
    noun: &'static str,
    function: &'static str,
    read: &impl Fn(&mut Fields<'_, 't>) -> T,
    value: Value<'t>,
    report: &mut Report<'t>,
) {
    let keys = matches!(value.node.kind, NodeKind::Keys(_));
    let new = report.sketch.as_mut().filter(|_| keys).and_then(|sketch| sketch.construct(noun, function));
    let Some(number) = new else { return };
    let mut fields = Fields {
        listing: true,
        described: Some(Vec::new()),
        entries: BTreeMap::new(),
        asked: Vec::new(),
        parent: value,
        report,
    };
    read(&mut fields);
    let described = fields.described.unwrap_or_default();
    if let Some(sketch) = &mut report.sketch {
        sketch.constructs[number].properties = described;
    }
}

/// Reads `value` as names that the author chose, each with what `read` reads; `noun` tells what is named.
pub(crate) fn entries<'t, T>(
    noun: &'static str,
    read: impl Fn(Value<'t>, &mut Report<'t>) -> Option<T>,
) -> impl Fn(Value<'t>, &mut Report<'t>) -> Option<Vec<T>> {
    move |value, report| {
        if let Some(sketch) = report.sketch.as_mut().filter(|_| matches!(value.node.kind, NodeKind::Keys(_)))
        {
            sketch.named();
        }
        if report.is_describing() {
            let one = Value { named: true, noun, ..value };
            read(one, report);
            return None;
        }
        let entries = shape::keys(value, report)?;
        if entries.is_empty() {
            shape::say_empty(value, report);
        }
        let place = |entry: &'t Entry| Value { key: &entry.key, node: &entry.value, noun, named: true };
        let entries = distinct(entries, report);
        Some(entries.into_iter().filter_map(|(_, entry)| read(place(entry), report)).collect())
    }
}

impl<'t> Fields<'_, 't> {
    /// A key without which the construct makes no sense: its absence is told.
    pub(crate) fn required<T>(
        &mut self,
        key: &'static str,
        read: impl Fn(Value<'t>, &mut Report<'t>) -> Option<T>,
    ) -> Option<T> {
        self.needed(key, Needed::Yes, read)
    }

    /// A key without which the construct makes no sense, unless `other` is there in its place.
    pub(crate) fn required_without<T>(
        &mut self,
        other: &'static str,
        key: &'static str,
        read: impl Fn(Value<'t>, &mut Report<'t>) -> Option<T>,
    ) -> Option<T> {
        self.needed(key, Needed::Without(other), read)
    }

    fn needed<T>(
        &mut self,
        key: &'static str,
        needed: Needed,
        read: impl Fn(Value<'t>, &mut Report<'t>) -> Option<T>,
    ) -> Option<T> {
        let replaced = matches!(needed, Needed::Without(other) if self.entry(other).is_some());
        let absent = !self.listing && !replaced && self.entry(key).is_none();
        if absent && !self.report.is_full() {
            let place = self.parent.place();
            let span = self.parent.place_span(&self.report.text.content);
            self.report.say(
                Diagnostic::error("cle-manquante", span, format!("il manque « {key} » dans {place}")).help(
                    format!(
                        "ajoutez une ligne « {key}: … » {}",
                        self.parent.under(&self.report.text.content)
                    ),
                ),
            );
        }
        let value = self.optional(key, read);
        if let Some(described) = self.described.as_mut().and_then(|described| described.last_mut()) {
            described.needed = needed;
        }
        value
    }

    /// A key that may be left out.
    pub(crate) fn optional<T>(
        &mut self,
        key: &'static str,
        read: impl Fn(Value<'t>, &mut Report<'t>) -> Option<T>,
    ) -> Option<T> {
        if let Some(described) = &mut self.described {
            let shapes = sketch::shapes(&read, self.report);
            described.push(Property { key, needed: Needed::No, shapes });
            return None;
        }
        if self.listing {
            self.asked.push(key);
            return None;
        }
        let entry = self.entry(key)?;
        let value = Value { key: &entry.key, node: &entry.value, noun: "", named: false };
        if entry.value.kind == NodeKind::Nothing {
            shape::say_empty(value, self.report);
            return None;
        }
        read(value, self.report)
    }
}

impl<'t> Fields<'_, 't> {
    /// Where the construct is written, to tell what several of its keys do together.
    pub(crate) fn say(&mut self, finding: impl FnOnce(Span) -> Diagnostic) {
        if !self.listing {
            self.report.say(finding(self.parent.key.span));
        }
    }

    fn entry(&self, key: &str) -> Option<&'t Entry> {
        if self.entries.is_empty() { None } else { self.entries.get(&fold(key)).copied() }
    }
}

/// The entries under the names that were asked for; misspelt ones count as what they are nearly.
fn recognise<'t>(
    entries: &'t [Entry],
    known: &[&'static str],
    parent: Value<'t>,
    report: &mut Report<'t>,
) -> BTreeMap<String, &'t Entry> {
    let entries = distinct(entries, report);
    let (mut recognised, mut unknown) = (BTreeMap::new(), Vec::new());
    let folded_known: BTreeSet<String> =
        known.iter().filter(|_| !entries.is_empty()).map(|key| fold(key)).collect();
    for (folded, entry) in entries {
        if folded_known.contains(&folded) {
            recognised.insert(folded, entry);
        } else {
            unknown.push((folded, entry));
        }
    }
    for (folded, entry) in unknown {
        if report.is_full() {
            report.say_one_more();
            continue;
        }
        let meant = nearest(&folded, known.iter().copied());
        let written_too = meant.is_some_and(|meant| recognised.contains_key(&fold(meant.word)));
        report.say(if written_too {
            unknown_key(entry, None, known, parent)
        } else {
            unknown_key(entry, meant, known, parent)
        });
        if let Some(meant) = meant {
            recognised.entry(fold(meant.word)).or_insert(entry);
        }
    }
    recognised
}

fn unknown_key(entry: &Entry, meant: Option<Meant<'_>>, known: &[&str], parent: Value<'_>) -> Diagnostic {
    let Spanned { value: key, span } = &entry.key;
    let message = format!("la clé « {} » n’existe pas dans {}", excerpt(key), parent.place());
    let finding = Diagnostic::error("cle-inconnue", *span, message);
    match meant {
        Some(meant) => meant.instead(finding, *span),
        None => finding.help(format!("supprimez cette ligne, ou choisissez parmi : {}", known.join(", "))),
    }
}

/// Entries by folded key, in order, the first of each; the others are told.
pub(super) fn distinct<'t>(entries: &'t [Entry], report: &mut Report<'t>) -> Vec<(String, &'t Entry)> {
    let mut first = BTreeMap::new();
    let mut kept = Vec::with_capacity(entries.len());
    for entry in entries {
        let folded = fold(entry.key.value.trim());
        if report.is_full() && first.contains_key(&folded) {
            report.say_one_more();
        } else if let Some(before) = first.get(&folded) {
            let key = excerpt(&entry.key.value);
            report.say(
                Diagnostic::error(
                    "cle-repetee",
                    entry.key.span,
                    format!("« {key} » est écrit deux fois au même endroit"),
                )
                .label(*before, "déjà écrit ici")
                .help("gardez une seule des deux lignes, ou changez le nom de l’une"),
            );
        } else {
            first.insert(folded.clone(), entry.key.span);
            kept.push((folded, entry));
        }
    }
    kept
}
