//! A message that is named and does not exist.

use std::collections::BTreeSet;

use super::findings::Findings;
use crate::{
    diagnostic::{Diagnostic, excerpt},
    model::{Block, BlockKind, Scenario},
    reference::Reference,
    spelling::closest,
    text::{Span, Spanned},
};

pub(super) fn look(scenario: &Scenario, findings: &mut Findings<'_>) {
    let mails: BTreeSet<&str> = scenario.mails.iter().map(|mail| mail.key.value.as_str()).collect();
    // The name, where it is written, and what stands around it there.
    let mut named: Vec<(String, Span, [&str; 2])> = Vec::new();
    for quote in findings.quotes().iter() {
        match &quote.reference {
            Reference::Code(key) => {
                named.push((key.clone(), quote.span, ["message.", ".code"]));
            }
            Reference::OwnCode if quote.mail.is_none() => findings.say(
                Diagnostic::error(
                    "message-introuvable",
                    quote.span,
                    "« message.code » est écrit hors d’un message",
                )
                .help("dites de quel message vient le code, par exemple « message.code-de-connexion.code »"),
            ),
            _ => {}
        }
    }
    named.extend(sent(scenario).into_iter().map(|key| (key.value.clone(), key.span, ["", ""])));
    for (key, span, [before, after]) in named {
        if mails.contains(key.as_str()) || findings.ignores(mails.is_empty()) {
            continue;
        }
        let meant = closest(&key, mails.iter().copied());
        let key = excerpt(&key);
        let finding =
            Diagnostic::error("message-introuvable", span, format!("le message « {key} » n’existe pas"));
        findings.say(match meant {
            Some(meant) => finding
                .help(format!("remplacez « {key} » par « {meant} »"))
                .doubtful_fix(span, format!("{before}{meant}{after}")),
            None => finding.help(format!("ajoutez « {key}: » sous « messages: »")),
        });
    }
}

/// Messages that pages and their buttons send.
fn sent(scenario: &Scenario) -> Vec<&Spanned<String>> {
    fn buttons<'m>(blocks: &'m [Block], sent: &mut Vec<&'m Spanned<String>>) {
        for block in blocks {
            match &block.kind {
                BlockKind::Button { sends, .. } => sent.extend(sends),
                BlockKind::Group { blocks, .. } => buttons(blocks, sent),
                BlockKind::Rows(rows) => buttons(&rows.blocks, sent),
                _ => {}
            }
        }
    }
    let mut sent = Vec::new();
    for screen in &scenario.screens {
        sent.extend(&screen.sends);
        buttons(&screen.blocks, &mut sent);
    }
    sent
}
