//! A least or a most that the kind of its field cannot read.

use super::findings::Findings;
use crate::{
    diagnostic::Diagnostic,
    field::{Kind, Setting},
    model::Scenario,
    text::Spanned,
};

pub(super) fn look(scenario: &Scenario, findings: &mut Findings<'_>) {
    for field in scenario.fields() {
        let Some(kind) = Kind::from_word(&field.kind.value) else { continue };
        let bounds = [(Setting::Least, &field.settings.least), (Setting::Most, &field.settings.most)];
        for (setting, bound) in bounds {
            let Some(bound) = bound.as_ref().filter(|_| kind.rules().takes().contains(&setting)) else {
                continue;
            };
            if kind.rules().bound(&bound.value).is_none() {
                findings.say(unreadable(kind, setting, bound, findings));
            }
        }
    }
}

fn unreadable(kind: Kind, setting: Setting, bound: &Spanned<String>, findings: &Findings<'_>) -> Diagnostic {
    let (what, example) = match kind {
        Kind::Date | Kind::BirthDate => ("une date", "2026-12-31"),
        Kind::Month => ("un mois", "2026-12"),
        Kind::Amount => ("un montant", "1 500"),
        _ => ("un nombre", "2"),
    };
    let written = findings.word(bound);
    let message = format!("« {written} », écrit après « {} », n’est pas {what}", setting.key());
    let help = format!("écrivez {what} en chiffres, par exemple « {example} »");
    Diagnostic::error("borne-illisible", bound.span, message).help(help)
}
