//! Shared parts: pages, messages and papers of another file, put into the tree where a scenario names that file.
//!
//! What they say is read afterwards, as if it had been written there; their places stay those of their file.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    fields::{Fields, construct},
    read,
    report::Report,
    shape,
    tree::{Entry, Node, NodeKind},
    value::Value,
};
use crate::{
    diagnostic::Diagnostic,
    reference::fold,
    shared::Shared,
    spelling::closest,
    text::{Span, Spanned, Text},
};

/// The key by which a page of a scenario stands for those of a part.
pub(super) const KEY: &str = "commun";

impl Shared {
    /// `text`, followed by the parts that it uses.
    #[must_use]
    pub fn joined(&self, text: Text) -> Text {
        if self.is_empty() || !fold(&text.content).contains(KEY) {
            return text;
        }
        let alone = Text::new("", text.own());
        let mut root = super::tree(alone.own(), &mut Report::new(&alone)).root;
        let pages = root.as_mut().and_then(|root| section(root, "pages")).into_iter().flatten();
        let mut used = BTreeSet::new();
        let mut whole = Text::new(text.name, alone.content);
        for name in pages.filter_map(|page| named(page)) {
            if let Some(part) = self.get(&name).filter(|_| used.insert(fold(&name))) {
                whole = whole.with(part.name.as_str(), &part.content);
            }
        }
        whole
    }
}

/// Puts the parts that `root` uses in their places; false when some could not be, so that what is absent is not known.
pub(super) fn expand(root: &mut Node, text: &Text, shared: &Shared, report: &mut Report<'_>) -> bool {
    let mut expanding = Expanding { text, shared, used: BTreeMap::new(), whole: true, found: Vec::new() };
    let mut added = Vec::new();
    if let Some(pages) = section(root, "pages") {
        for page in std::mem::take(pages) {
            if !is_use(&page) {
                pages.push(page);
            } else if let Some(part) = expanding.part(&page) {
                pages.extend(part.pages);
                added.extend([("messages", part.mails), ("papiers", part.papers)]);
            }
        }
    }
    for name in ["messages", "papiers"] {
        let entries = added.iter_mut().filter(|(section, _)| *section == name);
        add(root, name, entries.flat_map(|(_, entries)| std::mem::take(entries)).collect());
    }
    report.say_all(expanding.found);
    expanding.whole
}

struct Expanding<'t> {
    text: &'t Text,
    shared: &'t Shared,
    /// Where each part is named first.
    used: BTreeMap<String, Span>,
    whole: bool,
    found: Vec<Diagnostic>,
}

/// What a part holds, as it is written.
#[derive(Default)]
struct Part {
    pages: Vec<Entry>,
    mails: Vec<Entry>,
    papers: Vec<Entry>,
}

impl Expanding<'_> {
    /// The part that `page` names, followed by what `page` says.
    fn part(&mut self, page: &Entry) -> Option<Part> {
        let mut reading = Report::new(self.text);
        let place = Value { key: &page.key, node: &page.value, noun: "", named: true };
        let name = construct("le renvoi", usage)(place, &mut reading).flatten();
        self.found.extend(reading.into_findings());
        let name = name?;
        if let Some(before) = self.used.get(&fold(&name.value)) {
            let message = format!("le commun « {} » est déjà utilisé", name.value);
            let finding = Diagnostic::error("commun-repete", name.span, message);
            self.found.push(finding.label(*before, "déjà ici").help("supprimez l’un des deux renvois"));
            return None;
        }
        let known = self.shared.get(&name.value);
        let file = known.and_then(|known| self.text.others().find(|(file, _)| *file == known.name));
        let Some((_, file)) = file else {
            self.unknown(&name);
            return None;
        };
        self.used.insert(fold(&name.value), name.span);
        let mut part = self.read(file);
        let next = entries_of(&page.value).iter().find(|entry| is_key(entry, "suite"));
        if let (Some(next), Some(last)) = (next, part.pages.last_mut())
            && let NodeKind::Keys(keys) = &mut last.value.kind
        {
            keys.retain(|entry| !is_key(entry, "suite"));
            keys.push(next.clone());
        }
        Some(part)
    }

    fn unknown(&mut self, name: &Spanned<String>) {
        self.whole = false;
        let message = format!("le commun « {} » n’existe pas", name.value);
        let finding = Diagnostic::error("commun-introuvable", name.span, message);
        let known: Vec<&str> = self.shared.iter().map(|(name, _)| name).collect();
        self.found.push(match closest(&name.value, known.iter().copied()) {
            Some(meant) => finding.help(format!("écrivez « {meant} »")).doubtful_fix(name.span, meant),
            None if known.is_empty() => finding.help("écrivez ses pages dans ce fichier"),
            None => finding.help(format!("choisissez parmi : {}", known.join(", "))),
        });
    }

    /// What stands in `file`, with its places in the whole text.
    fn read(&mut self, file: Span) -> Part {
        let alone = Text::new("", &self.text.content[file.start..file.end]);
        let mut report = Report::new(&alone);
        let tree = super::tree(alone.own(), &mut report);
        self.whole &= tree.whole;
        self.found
            .extend(report.into_findings().into_iter().map(|finding| finding.moved(|at| at + file.start)));
        let Some(mut root) = tree.root else { return Part::default() };
        root.further(file.start);
        let Span { start, end } = tree.key.span;
        let key = Spanned::new(String::new(), Span::new(start + file.start, end + file.start));
        let mut reading = Report::new(self.text);
        let place = Value { key: &key, node: &root, noun: "", named: false };
        let part = construct("le commun", part)(place, &mut reading);
        if !tree.whole {
            reading.forget_absences();
        }
        self.found.extend(reading.into_findings());
        let mut part = part.unwrap_or_default();
        part.pages.retain(|page| {
            if is_use(page) {
                let message = "un commun en utilise un autre";
                let finding = Diagnostic::error("commun-dans-un-commun", page.key.span, message);
                self.found.push(finding.help("écrivez les pages elles-mêmes à cet endroit"));
                self.whole = false;
            }
            !is_use(page)
        });
        part
    }
}

/// A page that stands for those of a part.
fn usage(fields: &mut Fields<'_, '_>) -> Option<Spanned<String>> {
    let name = fields.required(KEY, read::word);
    // It goes to the last page of the part, and is read there.
    fields.optional("suite", |_, _| Some(()));
    name
}

/// A whole part: its pages, messages and papers are read in the scenario that uses them.
fn part(fields: &mut Fields<'_, '_>) -> Part {
    fields.required("titre", read::text);
    fields.required("version", read::number);
    Part {
        pages: fields.required("pages", entries).unwrap_or_default(),
        mails: fields.optional("messages", entries).unwrap_or_default(),
        papers: fields.optional("papiers", entries).unwrap_or_default(),
    }
}

fn entries<'t>(value: Value<'t>, report: &mut Report<'t>) -> Option<Vec<Entry>> {
    let entries = shape::keys(value, report)?;
    if entries.is_empty() {
        shape::say_empty(value, report);
    }
    Some(entries.to_vec())
}

fn is_key(entry: &Entry, key: &str) -> bool {
    fold(entry.key.value.trim()) == key
}

fn is_use(page: &Entry) -> bool {
    entries_of(&page.value).iter().any(|entry| is_key(entry, KEY))
}

/// The part that `page` names.
fn named(page: &Entry) -> Option<String> {
    let entry = entries_of(&page.value).iter().find(|entry| is_key(entry, KEY))?;
    match &entry.value.kind {
        NodeKind::Text(scalar) => Some(scalar.value.trim().to_owned()),
        _ => None,
    }
}

fn entries_of(node: &Node) -> &[Entry] {
    match &node.kind {
        NodeKind::Keys(entries) => entries,
        _ => &[],
    }
}

/// What is written under the key `name` of `root`.
fn section<'n>(root: &'n mut Node, name: &str) -> Option<&'n mut Vec<Entry>> {
    let NodeKind::Keys(sections) = &mut root.kind else { return None };
    match &mut sections.iter_mut().find(|entry| is_key(entry, name))?.value.kind {
        NodeKind::Keys(entries) => Some(entries),
        _ => None,
    }
}

/// Adds `entries` to a section of `root`, where what the scenario writes itself stays.
fn add(root: &mut Node, name: &str, mut entries: Vec<Entry>) {
    if let Some(own) = section(root, name) {
        let written: Vec<String> = own.iter().map(|entry| fold(entry.key.value.trim())).collect();
        entries.retain(|entry| !written.contains(&fold(entry.key.value.trim())));
        own.append(&mut entries);
    } else if let (Some(first), NodeKind::Keys(sections)) = (entries.first(), &mut root.kind) {
        let span = first.key.span;
        // A section that is written, but badly, is told already.
        if !sections.iter().any(|entry| is_key(entry, name)) {
            let value = Node { span, kind: NodeKind::Keys(entries) };
            sections.push(Entry { key: Spanned::new(name.to_owned(), span), value });
        }
    }
}
