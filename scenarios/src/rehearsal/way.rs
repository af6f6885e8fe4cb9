//! The way from page to page: what follows, which pages are left out, what goes wrong on purpose.

use super::{event::Event, state::State, world::Lived};
use crate::graph::{self, Exit, Graph, Mishap, Screen, id, numbers};

/// The screen to show for the page `key`: its first item, or what follows when the page is left out.
pub(super) fn enter(graph: &Graph, state: &State, key: &str) -> Option<String> {
    let mut key = key.to_owned();
    for _ in 0..=graph.screens().len() {
        let screen = graph.screen(&key)?;
        let outside = Lived::new(graph, state);
        let shown = outside.holds(screen.when.as_ref());
        match &screen.each {
            None if shown => return Some(screen.key.clone()),
            Some(each) if shown && !outside.items(each).is_empty() => return Some(id(&screen.key, &[1])),
            _ => key = branch(screen, &outside)?,
        }
    }
    None
}

/// The screen that follows the screen `from`.
pub(super) fn next(graph: &Graph, state: &State, from: &str) -> Option<String> {
    let screen = graph.screen(from)?;
    if let (Some(each), Some(number)) = (&screen.each, numbers(from).first())
        && *number < Lived::new(graph, state).items(each).len()
    {
        return Some(id(&screen.key, &[number + 1]));
    }
    enter(graph, state, &branch(screen, &Lived::on(graph, state, screen, from))?)
}

fn branch(screen: &Screen, lived: &Lived<'_>) -> Option<String> {
    let Exit::To(branches) = &screen.exit else { return None };
    branches.iter().find(|branch| lived.holds(branch.when.as_ref())).map(|branch| branch.page.clone())
}

/// Every screen that the page `key` is shown as.
pub(super) fn instances(graph: &Graph, state: &State, key: &str) -> Vec<String> {
    let Some(screen) = graph.screen(key) else { return Vec::new() };
    match &screen.each {
        None => vec![screen.key.clone()],
        Some(each) => {
            let count = Lived::new(graph, state).items(each).len();
            (1..=count).map(|number| id(&screen.key, &[number])).collect()
        }
    }
}

/// What goes wrong when this screen is sent, if anything.
pub(super) fn mishap<'g>(graph: &'g Graph, state: &State, from: &str) -> Option<&'g Mishap> {
    let screen = graph.screen(from)?;
    let lived = Lived::on(graph, state, screen, from);
    graph.mishaps().iter().find(|mishap| {
        mishap.strikes == screen.key
            && !state.struck.contains(&mishap.key)
            && lived.holds(mishap.when.as_ref())
    })
}

/// After « Modifier », « Continuer » leads straight back to the recap, unless another of its pages was refused since, or
/// the answers now call for a page that was never passed.
pub(super) fn shortcut(graph: &Graph, state: &State, from: &str) -> Option<String> {
    let back = state.return_to.as_ref()?;
    let target = graph.screen(back)?;
    let covers = target.recap.iter().any(|key| key == graph::base(from));
    let shown = |key: &String| {
        let screen = graph.screen(key);
        screen.is_some_and(|screen| Lived::new(graph, state).holds(screen.when.as_ref()))
    };
    let others_stand = target
        .recap
        .iter()
        .filter(|key| shown(key))
        .flat_map(|key| instances(graph, state, key))
        .all(|id| id == from || (state.passed.contains(&id) && !state.is_refused(&id)));
    (covers && others_stand).then(|| back.clone())
}

/// The facts of coming to the screen `to`: a request registered.
pub(super) fn arrival(graph: &Graph, state: &State, to: &str) -> Vec<Event> {
    let registers = graph.screen(to).is_some_and(|screen| !screen.receipt.is_empty()) && !state.registered;
    if registers { vec![Event::Registered] } else { Vec::new() }
}

/// Whether the rehearsal ends on this screen.
pub(super) fn is_last(graph: &Graph, screen: &str) -> bool {
    graph.screen(screen).is_some_and(|screen| screen.exit == Exit::End)
}
