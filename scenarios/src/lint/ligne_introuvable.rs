//! A hint that points at a line its paper does not have, or at a paper of which there are several here.

use super::findings::Findings;
use crate::{
    diagnostic::Diagnostic,
    model::{Block, BlockKind, Hints, Place, Scenario},
    papers::Paper,
    reference::slug,
    spelling::nearest,
};

pub(super) fn look(scenario: &Scenario, findings: &mut Findings<'_>) {
    for (place, depth) in places(scenario) {
        let key = place.paper.value.as_str();
        let written = scenario.papers.iter().find(|paper| paper.key.value == key);
        let (lines, wanted): (Vec<String>, usize) = match (written, Paper::from_key(key)) {
            (Some(paper), _) => {
                (paper.lines.iter().map(|(name, _)| slug(&name.value)).collect(), paper.each.len())
            }
            (None, Some(drawn)) => (drawn.places().map(ToOwned::to_owned).collect(), drawn.depth()),
            (None, None) => continue,
        };
        if findings.is_full() {
            return;
        }
        if depth < wanted {
            let message = format!(
                "il y a plusieurs papiers « {} », et rien ne dit lequel montrer",
                findings.word(&place.paper)
            );
            findings.say(
                Diagnostic::error("ligne-introuvable", place.paper.span, message)
                    .help("placez la question dans une répétition, ou supprimez « papier » et « ligne »"),
            );
        }
        if lines.contains(&place.line.value) {
            continue;
        }
        let message = format!(
            "le papier « {} » n’a pas de ligne « {} »",
            findings.word(&place.paper),
            findings.word(&place.line)
        );
        let finding = Diagnostic::error("ligne-introuvable", place.line.span, message);
        findings.say(match nearest(&place.line.value, lines.iter().map(String::as_str)) {
            Some(meant) => meant.written(finding, place.line.span, meant.word),
            None if lines.is_empty() => {
                finding.help("ce papier n’a aucune ligne : donnez-lui des « lignes »")
            }
            None => finding.help(format!("choisissez parmi : {}", lines.join(", "))),
        });
    }
}

/// Places that hints show, and how many loops stand around each.
pub(super) fn places(scenario: &Scenario) -> impl Iterator<Item = (&Place, usize)> {
    let mut all = Vec::new();
    for screen in &scenario.screens {
        let depth = usize::from(screen.each.is_some());
        gather(&screen.hints, depth, &mut all);
        blocks(&screen.blocks, depth, &mut all);
    }
    all.into_iter()
}

fn blocks<'m>(written: &'m [Block], depth: usize, all: &mut Vec<(&'m Place, usize)>) {
    for block in written {
        match &block.kind {
            BlockKind::Field(field) => gather(&field.hints, depth, all),
            BlockKind::Group { each, blocks: inside, .. } => {
                blocks(inside, depth + usize::from(each.is_some()), all);
            }
            BlockKind::Rows(rows) => blocks(&rows.blocks, depth + 1, all),
            _ => {}
        }
    }
}

fn gather<'m>(hints: &'m Hints, depth: usize, all: &mut Vec<(&'m Place, usize)>) {
    all.extend(hints.rungs().iter().filter_map(|hint| Some((hint.shows.as_ref()?, depth))));
}
