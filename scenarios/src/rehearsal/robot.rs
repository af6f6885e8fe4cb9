//! A learner who makes no mistake: what to type on a page, and which way leads to the end.
//!
//! It plays by the same commands as everybody, and knows only what is on the papers.

mod explore;
mod slips;

use std::collections::BTreeMap;

pub use explore::{Explored, Unmet, explore};

use super::{
    command::{Answers, Command},
    control::Control,
    judge::read,
    questions::{Held, Question, Wanted, held, questions},
    state::State,
    world::Lived,
};
use crate::{
    field::Settings,
    graph::{BlockKind, Exit, Graph, Screen, base, gather},
    reference::Reference,
    term::Value,
};

/// What is to be typed on the current page for everything to be right.
pub fn right_answers(graph: &Graph, state: &State) -> Answers {
    let Some(screen) = graph.screen(&state.screen) else { return Answers::new() };
    let lived = Lived::on(graph, state, screen, &state.screen);
    questions(screen, &lived, Wanted::Possible)
        .iter()
        .map(|question| (question.id.clone(), right_answer(question)))
        .collect()
}

/// What makes the mistake of that name on the current page; `None` when it is not a mere value, or is not there.
pub fn mistaken_answer(graph: &Graph, state: &State, id: &str, mistake: &str) -> Option<Vec<String>> {
    let screen = graph.screen(&state.screen)?;
    let lived = Lived::on(graph, state, screen, &state.screen);
    let question = questions(screen, &lived, Wanted::Possible).into_iter().find(|asked| asked.id == id)?;
    slips::slips(&question).into_iter().find(|typed| {
        let typed: Vec<&str> = typed.iter().map(String::as_str).collect();
        let reading = super::judge::read_one(&question, &typed, &state.known());
        let answered = super::Event::Answered { field: id.to_owned(), outcome: reading.outcome.clone() };
        let after = state.after(&[answered]);
        let lived = Lived::on(graph, &after, screen, &state.screen);
        let asked = questions(screen, &lived, Wanted::Possible).into_iter().find(|asked| asked.id == id);
        asked.is_some_and(|asked| asked.mistake(&reading.outcome).is_some_and(|named| named.key == mistake))
    })
}

/// What is to be typed in answer to one question, one text a part of its control.
pub(crate) fn right_answer(question: &Question<'_>) -> Vec<String> {
    let settings = question.settings();
    let Some(expected) = &question.field.expected else { return accepted(question, &settings) };
    let reference = question.lived.reference(expected);
    let copied = reference.as_ref().and_then(|reference| question.lived.state.value(reference));
    match (copied, expected.value(&question.lived)) {
        (Some(value), _) => question.field.kind.rules().parts(&value, &settings),
        (None, Value::Nothing) => Vec::new(),
        (None, value) => question.field.kind.rules().parts(&value.stored(), &settings),
    }
}

/// Anything that the site takes: what it has written already, a choice, an example of the kind.
fn accepted(question: &Question<'_>, settings: &Settings) -> Vec<String> {
    let rules = question.field.kind.rules();
    let written = question.field.prefilled.as_ref().map(|term| term.value(&question.lived).stored());
    let written = written.map(|value| rules.parts(&value, settings));
    let keys: Vec<String> = settings.choices.iter().map(|choice| choice.key.clone()).collect();
    let each = keys.clone().into_iter().map(|key| vec![key]);
    let examples = rules.examples().into_iter().flat_map(|examples| examples.all);
    let examples = examples.map(|(typed, _)| typed.iter().map(|part| (*part).to_owned()).collect());
    let mut all = written.into_iter().chain(each).chain([keys]).chain(examples);
    let is_accepted = |typed: &Vec<String>| {
        let typed: Vec<&str> = typed.iter().map(String::as_str).collect();
        rules.parse(&typed, settings).is_ok()
    };
    all.find(is_accepted).unwrap_or_default()
}

/// What somebody who makes no mistake does next; `sending` names a submission. `None` at the end, or when nothing leads
/// further.
pub fn right_move(graph: &Graph, state: &State, sending: &str) -> Option<Command> {
    if state.ended.is_some() {
        return None;
    }
    let visit = state.visit;
    let screen = graph.screen(&state.screen)?;
    let lived = Lived::on(graph, state, screen, &state.screen);
    let held = held(screen, &lived, Wanted::Shown);
    for (name, rows, lived) in &held.rows {
        let (there, wanted) = (lived.rows(rows).len(), lived.rows_expected(rows).unwrap_or_default());
        if there < wanted {
            return Some(Command::AddRow { visit, rows: name.clone() });
        }
        if there > wanted && rows.expected.is_some() {
            return Some(Command::RemoveRow { visit, rows: name.clone(), row: there });
        }
    }
    // Nobody who makes no mistake goes further on a wrong turn.
    let lost = screen.detour && !state.trail.is_empty();
    if !lost && super::screen::leads_on(screen, !held.questions.is_empty()) {
        if let Some(fetch) = code_to_fetch(&held, visit) {
            return Some(fetch);
        }
        let answers = right_answers(graph, state);
        let readings = read(graph, state, &state.screen, &answers);
        return Some(Command::Submit {
            screen: state.screen.clone(),
            visit,
            submission: sending.to_owned(),
            readings,
        });
    }
    let ways = distances(graph);
    let site = graph.site.menu.iter().chain(&graph.site.footer).filter(|_| screen.has_menu);
    let links = held.links.iter().copied().chain(site).map(|link| link.page.as_str());
    let nearest = links
        .filter(|page| *page != screen.key)
        .min_by_key(|page| ways.get(*page).copied().unwrap_or(usize::MAX));
    match nearest.filter(|page| ways.contains_key(*page)) {
        Some(page) if !screen.detour => Some(Command::Follow { visit, page: page.to_owned() }),
        _ if !state.trail.is_empty() => Some(Command::GoBack { visit }),
        Some(page) => Some(Command::Follow { visit, page: page.to_owned() }),
        None => None,
    }
}

/// What brings a code that is asked for and not to be had: waiting for it, or asking for it again.
fn code_to_fetch(held: &Held<'_>, visit: u32) -> Option<Command> {
    let missing = held.questions.iter().find_map(|question| {
        let reference = question.lived.reference(question.field.expected.as_ref()?)?;
        let Reference::Code(mail) = &reference else { return None };
        question.lived.state.value(&reference).is_none().then(|| (mail.clone(), question.lived.state))
    });
    let (mail, state) = missing?;
    let sent = state.mails.iter().filter(|sent| sent.mail == mail).count();
    let arrived = state.arrived().filter(|arrived| arrived.mail == mail).count();
    // One that came before may no longer be good.
    if arrived < sent {
        return Some(Command::Wait);
    }
    let button = held.buttons.iter().position(|button| button.sends.as_ref() == Some(&mail))?;
    Some(Command::Press { visit, button })
}

/// Pages between each page and the end, by the shortest way.
pub(super) fn distances(graph: &Graph) -> BTreeMap<&str, usize> {
    let mut known: BTreeMap<&str, usize> = BTreeMap::new();
    let ends = graph.screens().iter().filter(|screen| screen.exit == Exit::End);
    known.extend(ends.map(|screen| (screen.key.as_str(), 0)));
    loop {
        let before = known.len();
        for screen in graph.screens() {
            let nearest = leads_to(screen).into_iter().filter_map(|page| known.get(page)).min().copied();
            if let Some(distance) = nearest.filter(|_| !known.contains_key(screen.key.as_str())) {
                known.insert(&screen.key, distance + 1);
            }
        }
        if known.len() == before {
            return known;
        }
    }
}

/// Pages to which a screen may lead by its button or its links.
pub(crate) fn leads_to(screen: &Screen) -> Vec<&str> {
    let mut pages = Vec::new();
    if let Exit::To(branches) = &screen.exit {
        pages.extend(branches.iter().map(|branch| base(&branch.page)));
    }
    gather(&screen.blocks, &mut |block| {
        if let BlockKind::Link(link) = &block.kind {
            pages.push(link.page.as_str());
        }
    });
    pages
}

/// What a page holds when nothing is typed: a browser sends it with the rest.
pub fn standing(asked: &[&super::Asked]) -> Answers {
    asked.iter().map(|asked| (asked.key.clone(), Control::typed(&asked.control))).collect()
}
