//! The warnings that the author lets be: which findings they cover, and which of them cover something.
//!
//! Rules know nothing of it: what they say passes through here.

use std::collections::BTreeMap;

use crate::{
    diagnostic::Diagnostic,
    model::{Scenario, Tolerance},
    text::{Span, Text},
};

/// Tolerances that are looked at; nobody has so many good reasons.
pub(crate) const MOST: usize = 100;

pub(crate) struct Tolerances<'s> {
    all: Vec<Tolerated<'s>>,
}

/// A tolerance, and what became of it.
pub(crate) struct Tolerated<'s> {
    pub(crate) tolerance: &'s Tolerance,
    /// Places covered, apart and in order; `None` for the whole text.
    places: Option<Vec<Span>>,
    /// It covered a warning.
    pub(crate) used: bool,
    /// It would cover an error.
    pub(crate) refused: bool,
}

impl Tolerated<'_> {
    /// It names a page or a field that does not exist.
    pub(crate) fn is_nowhere(&self) -> bool {
        self.places.as_ref().is_some_and(Vec::is_empty)
    }

    fn covers(&self, finding: &Diagnostic) -> bool {
        let at = finding.span.start;
        let here = |places: &Vec<Span>| {
            let after = places.partition_point(|place| place.start <= at);
            after.checked_sub(1).is_some_and(|before| at < places[before].end)
        };
        self.tolerance.rule.value == finding.code && self.places.as_ref().is_none_or(here)
    }
}

impl<'s> Tolerances<'s> {
    pub(crate) fn of(scenario: &'s Scenario, text: &Text) -> Self {
        let tolerances = scenario.tolerances.iter().take(MOST);
        let mut named: BTreeMap<&str, Vec<Span>> = BTreeMap::new();
        if tolerances.clone().any(|tolerance| tolerance.within.is_some()) {
            for key in places(scenario) {
                named.entry(&key.value).or_default().push(extent(&text.content, key.span));
            }
        }
        let places = |name: &str| apart(named.get(name).cloned().unwrap_or_default());
        let all = tolerances
            .map(|tolerance| Tolerated {
                tolerance,
                places: tolerance.within.as_ref().map(|within| places(&within.value)),
                used: false,
                refused: false,
            })
            .collect();
        Self { all }
    }

    /// Whether the author lets `finding` be.
    pub(crate) fn forgive(&mut self, finding: &Diagnostic) -> bool {
        let mut forgiven = false;
        for tolerated in self.all.iter_mut().filter(|tolerated| tolerated.covers(finding)) {
            tolerated.refused |= finding.is_error();
            tolerated.used = true;
            forgiven = !finding.is_error();
        }
        forgiven
    }

    pub(crate) fn all(&self) -> &[Tolerated<'s>] {
        &self.all
    }
}

/// The names that « dans » can take.
pub(crate) fn places(scenario: &Scenario) -> impl Iterator<Item = &crate::text::Spanned<String>> {
    let fields = scenario.fields();
    scenario.screens.iter().map(|screen| &screen.key).chain(fields.map(|field| &field.key))
}

/// The lines of what is named at `key`: its own, and those that are deeper.
fn extent(content: &str, key: Span) -> Span {
    let start = content.get(..key.start).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1);
    let margin = |line: &str| line.len() - line.trim_start_matches(' ').len();
    let mut lines = content.get(start..).unwrap_or_default().split_inclusive('\n');
    let first = lines.next().unwrap_or_default();
    let own = margin(first);
    let mut end = start + first.len();
    for line in lines {
        let written = line.trim_start();
        if !written.is_empty() && !written.starts_with('#') && margin(line) <= own {
            break;
        }
        end += line.len();
    }
    Span::new(start, end)
}

/// `places` in order, those that overlap made one.
fn apart(mut places: Vec<Span>) -> Vec<Span> {
    places.sort_unstable();
    let mut apart: Vec<Span> = Vec::new();
    for place in places {
        match apart.last_mut() {
            Some(last) if place.start < last.end => last.end = last.end.max(place.end),
            _ => apart.push(place),
        }
    }
    apart
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_holds_its_lines_and_those_that_are_deeper() {
        let content = "pages:\n  a:\n    titre: A\n\n# note\n    champs:\n      a:\n  b:\n    titre: B\n";
        let of = |key: &str| {
            let start = content.find(key).unwrap();
            let place = extent(content, Span::new(start, start + 1));
            &content[place.start..place.end]
        };
        assert_eq!(of("a:\n    titre"), "  a:\n    titre: A\n\n# note\n    champs:\n      a:\n");
        assert_eq!(of("b:"), "  b:\n    titre: B\n");
        assert_eq!(
            apart(vec![Span::new(3, 9), Span::new(0, 2), Span::new(4, 5)]),
            [Span::new(0, 2), Span::new(3, 9)]
        );
    }
}
