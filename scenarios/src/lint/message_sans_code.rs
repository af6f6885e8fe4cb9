//! A code that is asked for, and that its message never gives.

use std::collections::BTreeMap;

use super::{findings::Findings, quotes::values};
use crate::{diagnostic::Diagnostic, model::Scenario, reference::Reference, text::Span};

pub(super) fn look(scenario: &Scenario, findings: &mut Findings<'_>) {
    let named = findings.quotes();
    let mut asked: BTreeMap<&str, Span> = BTreeMap::new();
    for quote in named.iter() {
        if let Reference::Code(key) = &quote.reference {
            let first = asked.entry(key).or_insert(quote.span);
            *first = (*first).min(quote.span);
        }
    }
    for mail in &scenario.mails {
        let mut quoted = mail.subject.iter().chain(&mail.body).flat_map(values);
        let Some(span) = asked.get(mail.key.value.as_str()) else { continue };
        if quoted.any(|reference| reference == Reference::OwnCode) {
            continue;
        }
        let name = findings.word(&mail.key);
        let finding = Diagnostic::error(
            "message-sans-code",
            *span,
            format!("le message « {name} » ne donne pas de code"),
        )
        .label(mail.key.span, "le message est écrit ici")
        .help("ajoutez « {message.code} » dans le texte du message, entre guillemets droits");
        findings.say(finding);
    }
}
