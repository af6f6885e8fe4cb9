//! A persona of whom things are asked that nobody can be at once.

use super::{findings::Findings, quotes::terms};
use crate::{
    diagnostic::Diagnostic,
    model::{PersonaNeeds, Scenario},
    names::Names,
    text::Span,
};

/// Age at which one can act alone.
const OF_AGE: u32 = 18;

/// Nobody in France is older.
const OLDEST: u32 = 115;

pub(super) fn look(scenario: &Scenario, findings: &mut Findings<'_>) {
    let needs = &scenario.persona;
    ages(needs, findings);
    if needs.couple.is_none() && needs.children.is_none() {
        return;
    }
    let names = Names::of(scenario);
    for quoted in terms(scenario, &names) {
        for (path, span) in quoted.term.paths() {
            let number = |list: &str| {
                let rest = path.strip_prefix("personnage.")?.strip_prefix(list)?;
                rest.split('.').next()?.parse::<u32>().ok()
            };
            if findings.is_full() {
                return;
            }
            if let Some(adult) = number("adultes.") {
                adults(needs, adult, span, findings);
            }
            if let Some(child) = number("enfants.") {
                children(needs, child, span, findings);
            }
        }
    }
}

fn ages(needs: &PersonaNeeds, findings: &mut Findings<'_>) {
    let Some(ages) = &needs.ages else { return };
    let (least, most) = ages.value;
    let (message, help) = if least < OF_AGE {
        (
            format!("un personnage de {least} ans est mineur, et ne fait pas seul une démarche"),
            format!("écrivez un âge d’au moins {OF_AGE} ans : « {OF_AGE} à {} »", most.max(OF_AGE + 1)),
        )
    } else if most > OLDEST {
        (format!("personne n’a {most} ans"), "écrivez un âge possible".to_owned())
    } else {
        return;
    };
    findings.say(Diagnostic::warning("personnage-impossible", ages.span, message).help(help));
}

fn adults(needs: &PersonaNeeds, number: u32, span: Span, findings: &mut Findings<'_>) {
    let Some(couple) = &needs.couple else { return };
    let (most, lives) = if couple.value { (2, "en couple") } else { (1, "seul") };
    if number <= most {
        return;
    }
    let message =
        format!("le personnage vit {lives}, et « {} » cite l’adulte numéro {number}", findings.written(span));
    let help = if number == 2 {
        "écrivez « situation: couple », ou citez l’adulte numéro 1"
    } else {
        "citez un autre adulte"
    };
    findings.say(
        Diagnostic::warning("personnage-impossible", span, message)
            .label(couple.span, "sa situation est écrite ici")
            .help(help),
    );
}

fn children(needs: &PersonaNeeds, number: u32, span: Span, findings: &mut Findings<'_>) {
    let Some(children) = &needs.children else { return };
    let (least, most) = children.value;
    if number <= most {
        return;
    }
    let has = match most {
        0 => "n’a pas d’enfant".to_owned(),
        1 => "a 1 enfant au plus".to_owned(),
        most => format!("a {most} enfants au plus"),
    };
    let message = format!("le personnage {has}, et « {} » cite le numéro {number}", findings.written(span));
    findings.say(
        Diagnostic::warning("personnage-impossible", span, message)
            .label(children.span, "leur nombre est écrit ici")
            .help(format!("écrivez « enfants: {least} à {number} », ou citez un autre enfant")),
    );
}
