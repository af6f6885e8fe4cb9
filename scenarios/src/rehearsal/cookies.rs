//! The cookie banner of the imitated site: what it asks, what is chosen, and how it comes back.
//!
//! As the CNIL recommends (deliberation of 17 September 2020): refusing is as easy as accepting, nothing is accepted before a
//! choice, and the choice can be changed at any time. It bars no way, and no choice is right or wrong.

use super::{
    command::{Consent, Stale},
    event::Event,
    state::State,
};
use crate::{
    field::Choice,
    graph::{Graph, Template},
};

/// The banner as a page shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cookies {
    pub text: String,
    pub purposes: Vec<Purpose>,
    /// Whether it is on the page; otherwise its way back is all there is.
    pub open: bool,
    /// Whether a choice was made before: it is shown, to be changed.
    pub again: bool,
}

/// What some cookies are for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Purpose {
    pub choice: Choice,
    pub accepted: bool,
}

/// The banner of the site, in the words that `say` gives its text; nothing once the rehearsal is over.
pub(super) fn shown(graph: &Graph, state: &State, say: impl Fn(&Template) -> String) -> Option<Cookies> {
    let asked = graph.site.cookies.as_ref().filter(|_| state.ended.is_none())?;
    let accepted = |key: &String| state.cookies.as_ref().is_some_and(|accepted| accepted.contains(key));
    let purpose = |choice: &Choice| Purpose { choice: choice.clone(), accepted: accepted(&choice.key) };
    Some(Cookies {
        text: say(&asked.text),
        purposes: asked.purposes.iter().map(purpose).collect(),
        open: state.cookies.is_none() || state.cookies_reopened,
        again: state.cookies.is_some(),
    })
}

/// The same choice again does nothing more.
pub(super) fn choose(graph: &Graph, state: &State, consent: Consent) -> Result<Vec<Event>, Stale> {
    let keys = asked(graph, state)?;
    let accepted: Vec<String> = match consent {
        Consent::All => keys,
        Consent::Nothing => Vec::new(),
        Consent::Only(names) if names.iter().any(|name| !keys.contains(name)) => return Err(Stale::NotThere),
        Consent::Only(names) => keys.into_iter().filter(|key| names.contains(key)).collect(),
    };
    let done = !state.cookies_reopened && state.cookies.as_ref() == Some(&accepted);
    Ok(if done { Vec::new() } else { vec![Event::CookiesChosen { accepted }] })
}

/// A banner that is there already needs no opening.
pub(super) fn reopen(graph: &Graph, state: &State) -> Result<Vec<Event>, Stale> {
    asked(graph, state)?;
    let closed = state.cookies.is_some() && !state.cookies_reopened;
    Ok(if closed { vec![Event::CookiesReopened] } else { Vec::new() })
}

/// « cookies.acceptés »: all of them were; « cookies.refusés »: none was. Neither before a choice.
pub(super) fn is_so(graph: &Graph, state: &State, name: &str) -> bool {
    let Some((accepted, asked)) = state.cookies.as_ref().zip(graph.site.cookies.as_ref()) else {
        return false;
    };
    match name {
        "acceptes" => accepted.len() == asked.purposes.len(),
        "refuses" => accepted.is_empty(),
        _ => false,
    }
}

/// Names of what the banner asks.
fn asked(graph: &Graph, state: &State) -> Result<Vec<String>, Stale> {
    if state.ended.is_some() {
        return Err(Stale::Ended);
    }
    let asked = graph.site.cookies.as_ref().ok_or(Stale::NotThere)?;
    Ok(asked.purposes.iter().map(|choice| choice.key.clone()).collect())
}
