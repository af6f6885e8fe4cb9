//! A ladder of help with more rungs than learners are shown.

use super::findings::Findings;
use crate::{diagnostic::Diagnostic, model::Scenario};

/// Say what is wrong, where to look, which field, show.
const MOST: usize = 4;

pub(super) fn look(scenario: &Scenario, findings: &mut Findings<'_>) {
    for field in scenario.fields() {
        let Some(extra) = field.hints.rungs().get(MOST) else { continue };
        let name = findings.word(&field.key);
        let message = format!(
            "le champ « {name} » a {} indices, et le site en montre {MOST}",
            field.hints.rungs().len()
        );
        let help = format!("gardez {MOST} indices, du plus vague au plus précis");
        findings.say(Diagnostic::error("indices-trop-nombreux", extra.says.span, message).help(help));
    }
}
