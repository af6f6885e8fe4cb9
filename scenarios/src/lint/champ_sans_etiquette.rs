//! A label that is there and says nothing: signs alone, a value alone, the name of the field.

use super::{findings::Findings, shown::QUOTED, shown::words};
use crate::{diagnostic::Diagnostic, model::Scenario};

pub(super) fn look(scenario: &Scenario, findings: &mut Findings<'_>) {
    for field in scenario.fields() {
        let name = findings.word(&field.key);
        let label = words(&field.label.value);
        let says = |text: &str| text.chars().any(char::is_alphanumeric);
        let (what, help) = if says(&label.replace(QUOTED, "")) {
            // A label of one word may well be the name of its field; a name made for the file is never one.
            if !label.contains(['-', '_']) || label != findings.word(&field.key) {
                continue;
            }
            ("n’est que son nom dans le fichier", "écrivez la question avec les mots du vrai site")
        } else if label.contains(QUOTED) {
            ("n’est qu’une valeur", "dites ce que c’est, par exemple « Prénom de {enfant.prénom} »")
        } else {
            ("ne dit rien", "écrivez la question avec les mots du vrai site")
        };
        let message = format!("l’étiquette du champ « {name} » {what}");
        findings.say(Diagnostic::warning("champ-sans-etiquette", field.label.span, message).help(help));
    }
}
