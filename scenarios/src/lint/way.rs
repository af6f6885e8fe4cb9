//! The ways from page to page: which pages may follow which, and which lead to the end.

use std::collections::BTreeMap;

use crate::model::{Block, BlockKind, Scenario, Screen, Way as Next};

/// Where each page may lead, by its index in the file.
pub(crate) struct Way {
    next: Vec<Vec<usize>>,
    ends: Vec<bool>,
}

impl Way {
    pub(crate) fn of(scenario: &Scenario) -> Self {
        let screens = &scenario.screens;
        let ends = scenario.last_pages();
        let by_key: BTreeMap<&str, usize> =
            screens.iter().enumerate().map(|(at, screen)| (screen.key.value.as_str(), at)).collect();
        let index = |key: &str| by_key.get(key).copied();
        let site = scenario.site.menu.iter().chain(&scenario.site.footer);
        let menu: Vec<usize> = site.filter_map(|link| index(&link.page.value)).collect();
        let mut next: Vec<Vec<usize>> = Vec::with_capacity(screens.len());
        for (at, screen) in screens.iter().enumerate() {
            let mut to: Vec<usize> = Vec::new();
            if !ends[at] {
                to.extend(screen.following().filter_map(|page| index(&page.value)));
                if falls_through(screen) || screen.when.is_some() {
                    to.extend(Some(at + 1).filter(|following| *following < screens.len()));
                }
                links(&screen.blocks, &mut |page| to.extend(index(page)));
                to.extend(menu.iter().filter(|_| !screen.bare));
            }
            next.push(to);
        }
        for mishap in &scenario.mishaps {
            if let (Some(from), Some(to)) = (index(&mishap.strikes.value), index(&mishap.page.value)) {
                next[from].push(to);
            }
        }
        Self { next, ends }
    }

    pub(crate) fn next(&self, page: usize) -> &[usize] {
        self.next.get(page).map_or(&[], Vec::as_slice)
    }

    pub(crate) fn ends(&self, page: usize) -> bool {
        self.ends.get(page).copied().unwrap_or_default()
    }

    /// Whether a learner who begins at the first page may come to each page.
    pub(crate) fn reached(&self) -> Vec<bool> {
        spread(&self.next, if self.next.is_empty() { Vec::new() } else { vec![0] })
    }

    /// Whether each page may lead to the end.
    pub(crate) fn finishes(&self) -> Vec<bool> {
        let mut before = vec![Vec::new(); self.next.len()];
        for (from, to) in self.next.iter().enumerate() {
            for to in to {
                before[*to].push(from);
            }
        }
        spread(&before, (0..self.ends.len()).filter(|at| self.ends[*at]).collect())
    }
}

/// Whether the page that follows in the file may be the next.
fn falls_through(screen: &Screen) -> bool {
    match &screen.next {
        None => true,
        Some(Next::To(_)) => false,
        Some(Next::Branches(branches)) => branches.iter().all(|branch| branch.when.is_some()),
    }
}

/// What can be come to from `from`.
fn spread(next: &[Vec<usize>], mut from: Vec<usize>) -> Vec<bool> {
    let mut reached = vec![false; next.len()];
    while let Some(at) = from.pop() {
        if !std::mem::replace(&mut reached[at], true) {
            from.extend(next[at].iter().filter(|to| !reached[**to]));
        }
    }
    reached
}

/// The pages that links of `blocks` name.
pub(crate) fn links<'m>(blocks: &'m [Block], see: &mut dyn FnMut(&'m str)) {
    for block in blocks {
        match &block.kind {
            BlockKind::Link { page, .. } => see(&page.value),
            BlockKind::Group { blocks, .. } => links(blocks, see),
            BlockKind::Rows(rows) => links(&rows.blocks, see),
            _ => {}
        }
    }
}
