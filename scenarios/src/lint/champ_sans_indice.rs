//! A question of which nothing says whether it is helped: no hints, and no word that there are none.

use super::findings::Findings;
use crate::{
    diagnostic::Diagnostic,
    field::Kind,
    model::{Hints, Scenario},
};

pub(super) fn look(scenario: &Scenario, findings: &mut Findings<'_>) {
    for screen in &scenario.screens {
        // Help about the page is help about its questions; a page left by mistake has its own.
        if matches!(screen.hints, Hints::Said(_)) {
            continue;
        }
        for field in screen.fields() {
            let ticked = Kind::from_word(&field.kind.value) == Some(Kind::Honour);
            if ticked || field.hints != Hints::Unsaid || findings.is_full() {
                continue;
            }
            let message = format!("le champ « {} » n’a pas d’indices", findings.word(&field.key));
            findings.say(Diagnostic::warning("champ-sans-indice", field.key.span, message).help(
                "ajoutez « indices: » et une aide, ou « indices: aucun » si on ne peut pas se tromper",
            ));
        }
    }
}
