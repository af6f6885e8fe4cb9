//! Two fields of one name. Names are unique in the whole scenario: the board and the result speak of fields without their page.

use std::collections::BTreeMap;

use super::findings::Findings;
use crate::{diagnostic::Diagnostic, model::Scenario};

pub(super) fn look(scenario: &Scenario, findings: &mut Findings<'_>) {
    let mut first = BTreeMap::new();
    for screen in &scenario.screens {
        for field in screen.fields() {
            let Some(before) = first.insert(&field.key.value, field.key.span) else { continue };
            let (name, page) = (findings.word(&field.key), findings.word(&screen.key));
            let finding = Diagnostic::error(
                "cle-en-double",
                field.key.span,
                format!("deux champs s’appellent « {name} »"),
            )
            .label(before, "le premier est ici")
            .help(format!("donnez à l’un des deux un autre nom, par exemple « {name}-{page} »"));
            findings.say(finding);
        }
    }
}
