//! From the text of a scenario to what it says. Never fails: gives a scenario, whole or not, and everything that is wrong.
//!
//! It resolves no name: that a page exists is `lint`'s affair.

mod calculation;
mod content;
mod entry;
mod page;
mod parameters;
mod scenario;
mod settings;
mod shared;

mod events;
mod fields;
mod layout;
mod letters;
mod lines;
mod mend;
mod offsets;
mod read;
mod report;
mod schema;
mod shape;
mod sketch;
mod slips;
mod template;
mod tolerance;
mod tree;
mod value;
mod words;

pub(crate) use self::report::MOST_FINDINGS;
pub use self::schema::{Json, Keys, schema};
use self::{
    events::Outcome,
    lines::Line,
    mend::Mended,
    report::Report,
    tree::{Node, NodeKind},
    value::Value,
};
use crate::{
    diagnostic::Diagnostic,
    model::Scenario,
    parameters::Parameter,
    shared::Shared,
    text::{Span, Spanned, Text},
};

/// The findings of this folder that are warnings.
pub(crate) const WARNINGS: [&str; 1] = [slips::CUT];

/// Longest text read, in bytes.
pub const MAX_LENGTH: usize = 1 << 20;
/// Most commas and opening brackets: the YAML parser holds them all in memory when a text begins with a bracket.
const MAX_SIGNS: usize = 100_000;
/// Slips mended before giving up: each costs a reading of the text.
const MAX_MENDINGS: usize = 12;
/// Bytes read again and again to go past slips.
const MAX_REREAD: usize = 1 << 20;

/// What `text` says, as far as it can be read, and what is wrong in how it is written, in the order of the text.
pub fn parse(text: &Text) -> (Scenario, Vec<Diagnostic>) {
    parse_with(text, &Shared::default())
}

/// The same, of a text that is followed by the parts of `shared` that it uses: see [`Shared::joined`].
pub fn parse_with(text: &Text, shared: &Shared) -> (Scenario, Vec<Diagnostic>) {
    let reading = read(text, shared);
    (reading.scenario, reading.findings)
}

/// What was understood of a text.
pub(crate) struct Reading {
    pub(crate) scenario: Scenario,
    pub(crate) findings: Vec<Diagnostic>,
    /// The text was read to its end: what is absent from the scenario is absent from the text.
    pub(crate) whole: bool,
}

pub(crate) fn read(text: &Text, shared: &Shared) -> Reading {
    let mut report = Report::new(text);
    let mut tree = tree(text.own(), &mut report);
    if let Some(root) = &mut tree.root {
        tree.whole &= shared::expand(root, text, shared, &mut report);
    }
    let (scenario, findings) = tree.read("le scénario", scenario::scenario, report);
    Reading { whole: tree.whole && scenario.is_some(), scenario: scenario.unwrap_or_default(), findings }
}

/// The figures of a file of parameters, and what is wrong in it.
pub(crate) fn read_parameters(text: &Text) -> (Vec<Parameter>, Vec<Diagnostic>) {
    let mut report = Report::new(text);
    let tree = tree(text.own(), &mut report);
    let (parameters, findings) = tree.read("le fichier", parameters::parameters, report);
    (parameters.unwrap_or_default(), findings)
}

/// What stands in one file.
struct Tree {
    root: Option<Node>,
    /// It goes to the end of the file.
    whole: bool,
    /// Nothing, where a reader's eye falls first: findings about the whole file stand there.
    key: Spanned<String>,
}

impl Tree {
    /// What `read` finds in it, and everything that is wrong: what `report` holds, and what is found now.
    fn read<'a, T>(
        &'a self,
        noun: &'static str,
        read: impl for<'v> Fn(Value<'v>, &mut Report<'v>) -> Option<T>,
        mut report: Report<'a>,
    ) -> (Option<T>, Vec<Diagnostic>) {
        let found = self.root.as_ref().and_then(|root| {
            let value = Value { key: &self.key, node: root, noun, named: false };
            let mut reading = Report::new(report.text);
            let found = read(value, &mut reading);
            if !self.whole {
                reading.forget_absences();
            }
            report.absorb(reading);
            found
        });
        (found, report.into_findings())
    }
}

/// The tree of a file.
fn tree(content: &str, report: &mut Report<'_>) -> Tree {
    let mut lines = if content.len() > MAX_LENGTH { Vec::new() } else { lines::lines(content) };
    let (root, whole) = root(content, &mut lines, report);
    Tree { root, whole, key: Spanned::new(String::new(), first_word(&lines)) }
}

/// The tree of `content`, going past the slips that can be mended, and whether it goes to the end of the file.
fn root(content: &str, lines: &mut [Line], report: &mut Report<'_>) -> (Option<Node>, bool) {
    if content.len() > MAX_LENGTH {
        let message = "le fichier dépasse un million de caractères";
        report.say(
            Diagnostic::error("texte-trop-long", Span::default(), message)
                .help("partagez-le en plusieurs scénarios"),
        );
        return (None, false);
    }
    let signs = content.bytes().filter(|byte| b",[{".contains(byte)).count();
    if signs > MAX_SIGNS || lines.len() > events::MAX_NODES {
        report.say(events::too_much(Span::default()));
        return (None, false);
    }
    let mut mended = Mended::new(content);
    let Some(edits) = letters::odd(content, report) else { return (None, false) };
    mended.apply(edits);
    let (findings, edits) = slips::odd_margins(content, lines);
    report.say_all(findings);
    mended.apply(edits);

    let most = (MAX_REREAD / content.len().max(1)).min(MAX_MENDINGS);
    for mending in 0..=most {
        let Outcome { root, findings, stopped, exhausted } = events::tree(&mended);
        let slips = match (&stopped, &root) {
            (Some((at, info)), _) => slips::explain(&mended, lines, *at, info).into_iter().collect(),
            (None, Some(root)) if !exhausted => {
                let mut slips = slips::disguised(&findings, content, lines);
                slips.extend(slips::hidden(root, content, lines, MAX_MENDINGS));
                slips
            }
            _ => Vec::new(),
        };
        let mut edits = Vec::new();
        let nothing_to_mend = slips.is_empty();
        for slip in slips {
            report.say(slip.finding);
            if let Some(edit) = slip.edit {
                lines::move_margin(lines, &edit);
                edits.push(edit);
            }
        }
        if nothing_to_mend || mending == most || !mended.apply(edits) {
            report.say_all(findings);
            let whole = stopped.is_none() && !exhausted;
            report.say_all(root.as_ref().map(|root| slips::unread(root, content)).unwrap_or_default());
            if let Some((at, _)) = stopped.filter(|_| report.is_empty()) {
                report.say(slips::unreadable(lines, at));
            }
            let root = root.filter(|root| root.kind != NodeKind::Nothing);
            if root.is_none() && whole {
                say_empty(report);
            }
            return (root, whole);
        }
    }
    (None, false)
}

fn say_empty(report: &mut Report<'_>) {
    report.say(
        Diagnostic::error("fichier-vide", Span::default(), "le fichier est vide")
            .help("partez d’un scénario qui existe, ou commencez par « titre: … »"),
    );
}

fn first_word(lines: &[Line]) -> Span {
    lines.first().map_or(Span::default(), |line| line.key.unwrap_or(line.value))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SAMPLE: &str = include_str!("../procedures/ants/changement-adresse/scenario.yaml");
    const LOG_IN: &str = include_str!("../communs/connexion-par-courriel.yaml");

    #[test]
    fn the_sample_is_read_whole_without_a_finding() {
        let mut shared = Shared::default();
        shared.add("connexion-par-courriel", Text::new("connexion.yaml", LOG_IN));
        let text = shared.joined(Text::new("scenario.yaml", SAMPLE));
        let (scenario, findings) = parse_with(&text, &shared);
        assert_eq!(
            findings.iter().map(|finding| finding.short(&text)).collect::<Vec<_>>(),
            [] as [String; 0]
        );
        assert_eq!(scenario.screens.len(), 6);
        assert_eq!(scenario.screens[4].key.value, "recapitulatif");
        assert_eq!(scenario.endings.len(), 2);
    }
}
