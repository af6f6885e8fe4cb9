//! An expected answer that a learner has no way of knowing: neither card, paper, message nor page shows it.

use std::collections::BTreeSet;

use super::{
    findings::Findings,
    quotes::{On, terms},
};
use crate::{
    diagnostic::Diagnostic,
    graph::base,
    model::Scenario,
    names::Names,
    papers::Paper,
    persona::{ON_CARD, kind},
    reference::Reference,
    text::Span,
};

pub(super) fn look(scenario: &Scenario, findings: &mut Findings<'_>) {
    let had = super::papier_introuvable::had(scenario);
    let drawn = had.iter().filter_map(|key| Paper::from_key(base(key)));
    let on_papers: BTreeSet<&str> = drawn.flat_map(Paper::shows).copied().collect();
    let names = Names::of(scenario);
    let (mut shown, mut expected) = (BTreeSet::new(), Vec::new());
    for quoted in terms(scenario, &names) {
        let known = match quoted.on {
            On::Paper(paper) => had.contains(paper.key.value.as_str()),
            On::Page | On::Prefilled => true,
            On::Expected => false,
            On::Elsewhere => continue,
        };
        for (path, span) in quoted.term.paths() {
            let Ok(Reference::Persona(path)) = Reference::parse(&quoted.here.path(&path)) else { continue };
            if known {
                shown.insert(path);
            } else if matches!(quoted.on, On::Expected) {
                expected.push((path, span));
            }
        }
    }
    for (path, span) in expected {
        // A list is counted where its items are shown.
        let items = format!("{path}.");
        let is_known = ON_CARD.contains(&path.as_str())
            || on_papers.contains(path.as_str())
            || shown.contains(&path)
            || shown.range(items.clone()..).next().is_some_and(|shown| shown.starts_with(&items));
        if is_known || kind(&path).is_none() || findings.is_full() {
            continue;
        }
        findings.say(missing(&path, span, findings));
    }
}

fn missing(path: &str, span: Span, findings: &Findings<'_>) -> Diagnostic {
    let message = format!("aucun papier ne montre « {} »", findings.written(span));
    let finding = Diagnostic::warning("reponse-sans-papier", span, message);
    let papers: Vec<&str> =
        Paper::ALL.into_iter().filter(|paper| paper.shows().contains(&path)).map(Paper::key).collect();
    finding.help(match papers.as_slice() {
        [] => "citez cette valeur dans un papier, un message ou une page".to_owned(),
        papers => format!("donnez au personnage un papier qui la montre : {}", papers.join(", ")),
    })
}
