//! An ending that nothing can reach: others come first, or its condition never holds.

use std::collections::BTreeSet;

use super::{findings::Findings, way::Way};
use crate::{
    diagnostic::Diagnostic,
    model::{EndingWhen, Scenario},
    names::{Here, Names},
    term::{self, Expr, Value, World},
    text::Span,
};

pub(super) fn look(scenario: &Scenario, findings: &mut Findings<'_>) {
    if scenario.endings.is_empty() {
        return;
    }
    let names = Names::of(scenario);
    let known = Known::of(scenario, &names);
    let (mut right, mut mistaken) = (false, false);
    let mut taken: Option<(Span, &str)> = None;
    for ending in &scenario.endings {
        let (name, when) = (findings.word(&ending.key), &ending.when);
        let message = format!("rien ne mène à la fin « {name} »");
        let finding = Diagnostic::warning("issue-inatteignable", when.span, message);
        if let Some((span, why)) = taken {
            findings.say(finding.label(span, why).help(format!("déplacez « {name} » avant cette fin")));
            continue;
        }
        match &when.value {
            EndingWhen::AllRight => right = true,
            EndingWhen::SomeMistake => mistaken = true,
            EndingWhen::Holds(term) => match known.worth(term) {
                Some(false) => {
                    findings.say(
                        finding.help("sa condition n’est jamais vraie : corrigez-la, ou supprimez cette fin"),
                    );
                }
                Some(true) => taken = Some((when.span, "cette condition est toujours vraie")),
                None => {}
            },
        }
        if right && mistaken {
            taken = Some((when.span, "avec cette fin, tous les cas sont déjà prévus"));
        }
    }
}

/// What is certain of conditions before anybody rehearses.
struct Known<'n, 'm> {
    here: Here<'n, 'm>,
    /// Pages to which no way leads.
    lost: BTreeSet<&'m str>,
    /// Questions of these pages.
    unasked: BTreeSet<&'m str>,
}

impl<'n, 'm> Known<'n, 'm> {
    fn of(scenario: &'m Scenario, names: &'n Names<'m>) -> Self {
        let reached = Way::of(scenario).reached();
        let lost = || scenario.screens.iter().zip(&reached).filter(|(_, reached)| !**reached);
        Self {
            here: Here::outside(names),
            lost: lost().map(|(screen, _)| screen.key.value.as_str()).collect(),
            unasked: lost()
                .flat_map(|(screen, _)| screen.fields())
                .map(|field| field.key.value.as_str())
                .collect(),
        }
    }

    /// Whether a condition holds, when that is already certain.
    fn worth(&self, term: &Expr) -> Option<bool> {
        match term {
            Expr::Path(path, _) => self.never(path).then_some(false),
            Expr::Not(inner, _) => self.worth(inner).map(|holds| !holds),
            Expr::All(items, _) => together(items.iter().map(|item| self.worth(item)), false),
            Expr::Any(items, _) => together(items.iter().map(|item| self.worth(item)), true),
            _ if !term.paths().is_empty() => None,
            _ => match term::check(term, &self.here).ok()?.value(&Nowhere) {
                Value::YesNo(holds) => Some(holds),
                _ => None,
            },
        }
    }

    /// What nobody who rehearses will ever do.
    fn never(&self, path: &str) -> bool {
        match path.split_once('.') {
            Some(("passee", page)) => self.lost.contains(page),
            Some(("erreur", rest)) => self.unasked.contains(rest.split('.').next().unwrap_or_default()),
            _ => false,
        }
    }
}

/// One that is `enough` decides; all others together do.
fn together(mut worth: impl Iterator<Item = Option<bool>>, enough: bool) -> Option<bool> {
    let mut all = true;
    let decided = worth.any(|holds| {
        all &= holds.is_some();
        holds == Some(enough)
    });
    if decided { Some(enough) } else { all.then_some(!enough) }
}

/// A world in which nothing is known yet.
struct Nowhere;

impl World for Nowhere {
    fn value(&self, _path: &str) -> Value {
        Value::Nothing
    }

    fn count(&self, _path: &str) -> usize {
        0
    }
}
