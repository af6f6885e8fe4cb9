//! The way from page to page: which page follows which, and which pages lead to the receipt.

use std::collections::BTreeMap;

use crate::model::{Scenario, Screen};

/// What follows each page, by its index in the file.
pub(crate) struct Way {
    next: Vec<Option<usize>>,
}

impl Way {
    pub(crate) fn of(scenario: &Scenario) -> Self {
        let screens = &scenario.screens;
        let by_key: BTreeMap<_, _> =
            screens.iter().enumerate().map(|(at, screen)| (&screen.key.value, at)).collect();
        let next = |(at, screen): (usize, &Screen)| match &screen.next {
            _ if !screen.receipt.is_empty() => None,
            Some(next) => by_key.get(&next.value).copied(),
            None => Some(at + 1).filter(|next| *next < screens.len()),
        };
        Self { next: screens.iter().enumerate().map(next).collect() }
    }

    pub(crate) fn next(&self, page: usize) -> Option<usize> {
        self.next.get(page).copied().flatten()
    }

    /// Whether a learner who begins at the first page comes to each page.
    pub(crate) fn reached(&self) -> Vec<bool> {
        let mut reached = vec![false; self.next.len()];
        let mut page = Some(0).filter(|_| !reached.is_empty());
        while let Some(at) = page.filter(|at| !reached[*at]) {
            reached[at] = true;
            page = self.next(at);
        }
        reached
    }

    /// Whether each page leads to a page with a receipt.
    pub(crate) fn finishes(&self, scenario: &Scenario) -> Vec<bool> {
        let mut known: Vec<Option<bool>> =
            scenario.screens.iter().map(|screen| (!screen.receipt.is_empty()).then_some(true)).collect();
        for start in 0..known.len() {
            let (mut trail, mut page) = (Vec::new(), Some(start));
            // A page already on the trail is marked as not finishing until the end is found.
            while let Some(at) = page.filter(|at| known[*at].is_none()) {
                known[at] = Some(false);
                trail.push(at);
                page = self.next(at);
            }
            if page.is_some_and(|at| known[at] == Some(true)) {
                for at in trail {
                    known[at] = Some(true);
                }
            }
        }
        known.into_iter().map(|finishes| finishes == Some(true)).collect()
    }
}
