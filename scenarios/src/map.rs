//! The map of a scenario: its pages and the ways between them, in words and as a drawing.
//!
//! It tells what may be, not what a learner did.

use std::{collections::BTreeMap, fmt::Write};

use crate::graph::{BlockKind, Exit, Graph, Part, Screen, Template, gather};

mod drawing;

/// A way from one page to another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Path {
    pub from: usize,
    pub to: usize,
    pub kind: PathKind,
    /// The condition, in words.
    pub when: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PathKind {
    /// By the page's button.
    Next,
    Link,
    Mishap,
}

/// One page of the map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stop {
    pub key: String,
    pub title: String,
    pub questions: usize,
    pub repeated: bool,
    pub last: bool,
    pub detour: bool,
    /// Pages between the first one and this one, by the shortest way; `None` when no way leads here.
    pub depth: Option<usize>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Map {
    pub stops: Vec<Stop>,
    pub paths: Vec<Path>,
    /// Pages that the site's menu and foot lead to from everywhere.
    pub menu: Vec<usize>,
}

impl Map {
    pub fn of(graph: &Graph) -> Self {
        let index: BTreeMap<&str, usize> =
            graph.screens().iter().enumerate().map(|(at, screen)| (screen.key.as_str(), at)).collect();
        let mut paths = Vec::new();
        for (from, screen) in graph.screens().iter().enumerate() {
            paths.extend(ways(screen, from, &index));
        }
        for mishap in graph.mishaps() {
            if let (Some(from), Some(to)) =
                (index.get(mishap.strikes.as_str()), index.get(mishap.page.as_str()))
            {
                let when = mishap.when.as_ref().map(crate::term::Term::wording);
                paths.push(Path { from: *from, to: *to, kind: PathKind::Mishap, when });
            }
        }
        let site = graph.site.menu.iter().chain(&graph.site.footer);
        let mut menu: Vec<usize> = site.filter_map(|link| index.get(link.page.as_str()).copied()).collect();
        menu.sort_unstable();
        menu.dedup();
        let depths = depths(graph.screens().len(), &paths, &menu);
        let stop = |(at, screen): (usize, &Screen)| Stop {
            key: screen.key.clone(),
            title: words(&screen.title),
            questions: screen.fields().len(),
            repeated: screen.each.is_some(),
            last: screen.exit == Exit::End,
            detour: screen.detour,
            depth: depths[at],
        };
        Self { stops: graph.screens().iter().enumerate().map(stop).collect(), paths, menu }
    }

    /// A page a line, its ways under it.
    pub fn in_words(&self) -> String {
        let mut text = String::new();
        for (at, stop) in self.stops.iter().enumerate() {
            // Writing to a string cannot fail.
            let _ = writeln!(text, "{} — {}{}", stop.key, stop.title, notes(stop));
            for path in self.paths.iter().filter(|path| path.from == at) {
                let by = match path.kind {
                    PathKind::Next => "puis",
                    PathKind::Link => "lien",
                    PathKind::Mishap => "incident",
                };
                let when = path.when.as_ref().map(|when| format!(" si {when}")).unwrap_or_default();
                let _ = writeln!(text, "  {by} → {}{when}", self.stops[path.to].key);
            }
        }
        if !self.menu.is_empty() {
            let pages: Vec<&str> = self.menu.iter().map(|at| self.stops[*at].key.as_str()).collect();
            let _ = writeln!(text, "menu et pied du site → {}", pages.join(", "));
        }
        text
    }

    /// The same, drawn: SVG, with a title and a description for those who do not see it.
    pub fn drawn(&self, title: &str) -> String {
        drawing::svg(self, title)
    }
}

/// What is worth knowing of a page, between parentheses.
fn notes(stop: &Stop) -> String {
    let mut notes = Vec::new();
    match stop.questions {
        0 => {}
        1 => notes.push("1 question".to_owned()),
        several => notes.push(format!("{several} questions")),
    }
    if stop.repeated {
        notes.push("répétée".to_owned());
    }
    if stop.detour {
        notes.push("détour".to_owned());
    }
    if stop.last {
        notes.push("fin".to_owned());
    }
    if stop.depth.is_none() {
        notes.push("aucun chemin n’y mène".to_owned());
    }
    if notes.is_empty() { String::new() } else { format!(" ({})", notes.join(", ")) }
}

fn ways(screen: &Screen, from: usize, index: &BTreeMap<&str, usize>) -> Vec<Path> {
    let mut paths = Vec::new();
    if let Exit::To(branches) = &screen.exit {
        paths.extend(branches.iter().filter_map(|branch| {
            let when = branch.when.as_ref().map(crate::term::Term::wording);
            Some(Path { from, to: *index.get(branch.page.as_str())?, kind: PathKind::Next, when })
        }));
    }
    gather(&screen.blocks, &mut |block| {
        if let BlockKind::Link(link) = &block.kind
            && let Some(to) = index.get(link.page.as_str())
        {
            let when = block.when.as_ref().map(crate::term::Term::wording);
            paths.push(Path { from, to: *to, kind: PathKind::Link, when });
        }
    });
    paths
}

fn depths(count: usize, paths: &[Path], menu: &[usize]) -> Vec<Option<usize>> {
    let mut depths: Vec<Option<usize>> = vec![None; count];
    let mut waiting = std::collections::VecDeque::from([(0, 0)]);
    while let Some((at, depth)) = waiting.pop_front() {
        if at >= count || depths[at].is_some() {
            continue;
        }
        depths[at] = Some(depth);
        let next = paths.iter().filter(|path| path.from == at).map(|path| path.to);
        waiting.extend(next.chain(menu.iter().copied()).map(|to| (to, depth + 1)));
    }
    depths
}

/// The words of a title, « … » where it quotes a value.
fn words(template: &Template) -> String {
    let part = |part: &Part| match part {
        Part::Plain(text) => text.clone(),
        Part::Value(_) => "…".to_owned(),
    };
    template.0.iter().map(part).collect()
}
