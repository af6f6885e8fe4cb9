//! A paper that does not exist, or that the persona does not carry.

use std::collections::BTreeSet;

use super::findings::Findings;
use crate::{
    diagnostic::{Diagnostic, excerpt},
    graph::base,
    model::{Block, BlockKind, Scenario},
    papers::Paper,
    reference::Reference,
    spelling::nearest,
    text::{Span, Spanned},
};

pub(super) fn look(scenario: &Scenario, findings: &mut Findings<'_>) {
    let carried = &scenario.persona.papers;
    let written: BTreeSet<&str> = scenario.papers.iter().map(|paper| paper.key.value.as_str()).collect();
    let exists = |key: &str| Paper::from_key(key).is_some() || written.contains(key);
    let given = downloads(scenario);
    let pointed =
        super::ligne_introuvable::places(scenario).map(|(place, _)| &place.paper).collect::<Vec<_>>();
    for paper in carried.iter().chain(given.iter().copied()).chain(pointed) {
        if !exists(&paper.value) && !findings.is_full() {
            findings.say(unknown(&paper.value, paper.span, "", &written));
        }
    }
    let had = had(scenario);
    for quote in findings.quotes().iter() {
        let Reference::Paper(id) = &quote.reference else { continue };
        let key = base(id);
        if had.contains(key) || findings.ignores(had.is_empty()) {
            continue;
        }
        if !exists(key) {
            findings.say(unknown(key, quote.span, "papier.", &written));
            continue;
        }
        let message = format!("le personnage n’a pas le papier « {key} »");
        let mut finding = Diagnostic::error("papier-introuvable", quote.span, message);
        finding = match carried.last() {
            Some(last) => findings
                .add_after(finding, last.span, key)
                .label(last.span, "ses papiers sont énumérés ici")
                .help(format!("ajoutez « {key} » à la liste « papiers: » du personnage")),
            None => finding.help(format!("ajoutez « papiers: [{key}] » sous « personnage: »")),
        };
        findings.say(finding);
    }
}

/// The papers that a learner comes to have: those carried, those that buttons give, those that come with a message.
pub(super) fn had(scenario: &Scenario) -> BTreeSet<&str> {
    scenario.persona.papers.iter().chain(downloads(scenario)).map(|paper| paper.value.as_str()).collect()
}

/// `before` is what comes before the name, in the words written at `span`.
fn unknown(key: &str, span: Span, before: &str, written: &BTreeSet<&str>) -> Diagnostic {
    let known = || Paper::ALL.map(Paper::key).into_iter().chain(written.iter().copied());
    let message = format!("le papier « {} » n’existe pas", excerpt(key));
    let finding = Diagnostic::error("papier-introuvable", span, message);
    match nearest(key, known()) {
        Some(meant) => meant.written(finding, span, &format!("{before}{}", meant.word)),
        None => finding.help(format!("choisissez parmi : {}", known().collect::<Vec<_>>().join(", "))),
    }
}

/// Papers that buttons give, and those attached to messages.
fn downloads(scenario: &Scenario) -> Vec<&Spanned<String>> {
    fn buttons<'m>(blocks: &'m [Block], given: &mut Vec<&'m Spanned<String>>) {
        for block in blocks {
            match &block.kind {
                BlockKind::Button { downloads, .. } => given.extend(downloads),
                BlockKind::Group { blocks, .. } => buttons(blocks, given),
                BlockKind::Rows(rows) => buttons(&rows.blocks, given),
                _ => {}
            }
        }
    }
    let mut given: Vec<_> = scenario.mails.iter().filter_map(|mail| mail.attached.as_ref()).collect();
    scenario.screens.iter().for_each(|screen| buttons(&screen.blocks, &mut given));
    given
}
