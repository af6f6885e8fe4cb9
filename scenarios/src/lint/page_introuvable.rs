//! A page that is named and does not exist.

use std::collections::BTreeSet;

use super::findings::Findings;
use crate::{
    diagnostic::Diagnostic,
    model::{Block, BlockKind, Scenario},
    spelling::closest,
    text::Spanned,
};

pub(super) fn look(scenario: &Scenario, findings: &mut Findings<'_>) {
    let pages: BTreeSet<&str> = scenario.screens.iter().map(|screen| screen.key.value.as_str()).collect();
    for name in named(scenario) {
        if pages.contains(name.value.as_str()) || findings.ignores(pages.is_empty()) {
            continue;
        }
        let message = format!("la page « {} » n’existe pas", findings.word(name));
        let finding = Diagnostic::error("page-introuvable", name.span, message);
        let meant = closest(&name.value, scenario.screens.iter().map(|screen| screen.key.value.as_str()));
        let meant = scenario.screens.iter().find(|screen| Some(screen.key.value.as_str()) == meant);
        findings.say(match meant {
            Some(meant) => {
                let meant = findings.word(&meant.key);
                finding.help(format!("écrivez « {meant} »")).doubtful_fix(name.span, meant)
            }
            None => finding.help("choisissez une page du fichier, ou ajoutez celle-ci sous « pages: »"),
        });
    }
}

/// The pages that are named, wherever it is.
fn named(scenario: &Scenario) -> Vec<&Spanned<String>> {
    let site = scenario.site.menu.iter().chain(&scenario.site.footer).map(|link| &link.page);
    let mishaps = scenario.mishaps.iter().flat_map(|mishap| [&mishap.strikes, &mishap.page]);
    let mut named: Vec<_> = site.chain(mishaps).collect();
    for screen in &scenario.screens {
        named.extend(screen.following().chain(&screen.recap).chain(&screen.receipt));
        linked(&screen.blocks, &mut named);
    }
    named
}

fn linked<'m>(blocks: &'m [Block], named: &mut Vec<&'m Spanned<String>>) {
    for block in blocks {
        match &block.kind {
            BlockKind::Link { page, .. } => named.push(page),
            BlockKind::Group { blocks, .. } => linked(blocks, named),
            BlockKind::Rows(rows) => linked(&rows.blocks, named),
            _ => {}
        }
    }
}
