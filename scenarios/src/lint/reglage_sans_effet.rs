//! A setting that the kind of its field does not heed.

use super::findings::Findings;
use crate::{
    diagnostic::Diagnostic,
    field::{Kind, Setting},
    model::{Field, Scenario},
    text::{Span, Spanned},
};

pub(super) fn look(scenario: &Scenario, findings: &mut Findings<'_>) {
    for field in scenario.fields() {
        let Some(kind) = Kind::from_word(&field.kind.value) else { continue };
        let takes = kind.rules().takes();
        for (setting, span) in written(field).into_iter().filter(|(setting, _)| !takes.contains(setting)) {
            let word = kind.rules().word();
            let message = format!("« {} » ne change rien dans un champ « {word} »", setting.key());
            let keys: Vec<&str> = takes.iter().map(|setting| setting.key()).collect();
            let help = match keys.as_slice() {
                [] => "supprimez ce réglage, ou changez le genre du champ".to_owned(),
                keys => format!("supprimez ce réglage, ou choisissez parmi : {}", keys.join(", ")),
            };
            findings.say(
                Diagnostic::error("reglage-sans-effet", span, message)
                    .label(field.kind.span, "son genre est écrit ici")
                    .help(help),
            );
        }
    }
}

/// What the author set, and where.
fn written(field: &Field) -> Vec<(Setting, Span)> {
    fn place<T>(written: Option<&Spanned<T>>) -> Option<Span> {
        written.map(|written| written.span)
    }
    let settings = &field.settings;
    [
        (Setting::Choices, place(settings.choices.as_ref())),
        (Setting::Least, place(settings.least.as_ref())),
        (Setting::Most, place(settings.most.as_ref())),
        (Setting::NotAfterToday, place(field.not_after.as_ref())),
        (Setting::Longest, place(settings.longest.as_ref())),
        (Setting::Cents, place(settings.cents.as_ref())),
    ]
    .into_iter()
    .filter_map(|(setting, span)| Some((setting, span?)))
    .collect()
}
