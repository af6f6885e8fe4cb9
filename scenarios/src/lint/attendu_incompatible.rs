//! An expected answer, or one to refuse or explain, that a field of this kind can never receive.

use super::findings::Findings;
use crate::{
    diagnostic::Diagnostic,
    model::{Field, Scenario, When},
    reference::Reference,
    text::{Span, Spanned},
};

pub(super) fn look(scenario: &Scenario, findings: &mut Findings<'_>) {
    for field in scenario.fields() {
        for (reference, span) in answers(field) {
            let Some((says, help)) = mismatch(&field.kind.value, &reference) else { continue };
            let kind = findings.word(&field.kind);
            let finding =
                Diagnostic::error("attendu-incompatible", span, format!("un champ « {kind} » {says}"))
                    .label(field.kind.span, "son genre est écrit ici")
                    .help(help);
            findings.say(finding);
        }
    }
}

/// The names that the field's answer is compared with.
fn answers(field: &Field) -> Vec<(Reference, Span)> {
    let whens = field
        .refusals
        .iter()
        .map(|refusal| &refusal.when)
        .chain(field.mistakes.iter().map(|mistake| &mistake.when));
    let compared = whens.filter_map(|when: &Spanned<When>| match &when.value {
        When::Term(term) => Some((term, when.span)),
        When::Different | When::Slip => None,
    });
    let expected = field.expected.iter().map(|expected| (&expected.value, expected.span));
    expected
        .chain(compared)
        .filter_map(|(term, span)| Some((Reference::parse(term.as_path()?).ok()?, span)))
        .collect()
}

fn mismatch(kind: &str, reference: &Reference) -> Option<(&'static str, &'static str)> {
    match (kind, reference) {
        ("document", Reference::Paper(_)) | ("code-recu", Reference::Code(_)) | ("", _) => None,
        ("document", _) => Some((
            "reçoit un papier",
            "écrivez « papier. », puis le nom du papier, par exemple « papier.carte-grise »",
        )),
        ("code-recu", _) => Some((
            "reçoit le code d’un message",
            "écrivez « message. », le nom du message, puis « .code », par exemple « message.code-de-connexion.code »",
        )),
        ("attestation", _) => Some(("se coche, et n’attend pas de valeur", "supprimez cette ligne")),
        (_, Reference::Persona(_) | Reference::Today) => None,
        _ => Some((
            "reçoit une valeur du personnage",
            "écrivez « personnage. », puis la valeur, par exemple « personnage.nom »",
        )),
    }
}
