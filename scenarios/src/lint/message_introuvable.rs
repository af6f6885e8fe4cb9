//! A message that is named and does not exist.

use std::collections::BTreeSet;

use super::{findings::Findings, quotes::quotes};
use crate::{
    diagnostic::{Diagnostic, excerpt},
    model::Scenario,
    reference::Reference,
    spelling::closest,
    text::Span,
};

pub(super) fn look(scenario: &Scenario, findings: &mut Findings<'_>) {
    let mails: BTreeSet<&str> = scenario.mails.iter().map(|mail| mail.key.value.as_str()).collect();
    // The name, where it is written, and what stands around it there.
    let mut named: Vec<(&str, Span, [&str; 2])> = Vec::new();
    for quote in quotes(scenario) {
        match quote.reference {
            Reference::Code(key) => named.push((key, quote.span, ["message.", ".code"])),
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
    let sent = scenario.screens.iter().filter_map(|screen| screen.sends.as_ref());
    named.extend(sent.map(|key| (key.value.as_str(), key.span, ["", ""])));
    for (key, span, [before, after]) in named {
        if mails.contains(key) || findings.ignores(mails.is_empty()) {
            continue;
        }
        let meant = closest(key, mails.iter().copied());
        let key = excerpt(key);
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
