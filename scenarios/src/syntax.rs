//! From the text of a scenario to what it says. Never fails: gives a scenario, whole or not, and everything that is wrong.
//!
//! It resolves no name: that a page exists is `lint`'s affair.

mod scenario;

mod events;
mod fields;
mod offsets;
mod read;
mod report;
mod shape;
mod slips;
mod spelling;
mod template;
mod tree;
mod value;

use self::{report::Report, value::Value};
use crate::{
    diagnostic::{self, Diagnostic},
    model::Scenario,
    text::{Spanned, Text},
};

/// What `text` says, as far as it can be read, and what is wrong in how it is written, in the order of the text.
pub fn parse(text: &Text) -> (Scenario, Vec<Diagnostic>) {
    let mut report = Report::new(text);
    let outcome = events::tree(&text.content);
    report.findings.extend(outcome.findings);
    if let Some((at, info)) = outcome.stopped {
        report.say(Diagnostic::error("yaml-illisible", crate::text::Span::new(at, at), info));
    }
    let key = Spanned::<String>::default();
    let scenario = outcome.root.and_then(|root| {
        let value = Value { key: &key, node: &root, noun: "le scénario", named: false };
        let mut inner = Report::new(text);
        let read = scenario::scenario(value, &mut inner);
        report.findings.extend(inner.findings);
        read
    });
    diagnostic::sort(&mut report.findings);
    (scenario.unwrap_or_default(), report.findings)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SAMPLE: &str = include_str!("../procedures/ants/changement-adresse/scenario.yaml");

    #[test]
    fn the_sample_is_read_whole_without_a_finding() {
        let text = Text::new("scenario.yaml", SAMPLE);
        let (scenario, findings) = parse(&text);
        assert_eq!(
            findings.iter().map(|finding| finding.short(&text)).collect::<Vec<_>>(),
            [] as [String; 0]
        );
        assert_eq!(scenario.screens.len(), 6);
        assert_eq!(scenario.screens[4].key.value, "recapitulatif");
        assert_eq!(scenario.endings.len(), 2);
    }
}
