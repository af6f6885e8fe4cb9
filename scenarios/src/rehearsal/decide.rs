//! What a command does: events, or nothing because its page is no longer the current one.
//!
//! The site refuses only what the real one would; what an answer means is named apart, for the coach and the end.

use super::{
    command::{Answers, Command, Reading, Stale, Start},
    event::{Event, Objection, Problem},
    state::State,
};
use crate::{
    graph::{Exit, Field, Graph, Screen},
    guard::{self, Outcome},
    model::{EndingWhen, When},
    reference::Reference,
};

/// The first facts of a rehearsal.
pub fn start(graph: &Graph, start: Start) -> Vec<Event> {
    vec![Event::Started {
        screen: graph.first().key.clone(),
        persona: Box::new(start.persona),
        today: start.today,
        secret: start.secret,
    }]
}

/// What `command` does to a rehearsal in `state`. A submission already recorded does nothing more.
pub fn decide(graph: &Graph, state: &State, command: Command) -> Result<Vec<Event>, Stale> {
    match command {
        Command::Submit { screen, visit, submission, readings } => {
            if state.knows(&submission) {
                return Ok(Vec::new());
            }
            let shown = graph.screen(&screen).ok_or(Stale::NotThere)?;
            let mut events = return_to_page(state, visit, &screen)?;
            let there = state.after(&events);
            events.extend(submit(graph, &there, shown, submission, &readings));
            Ok(events)
        }
        Command::GoBack { visit } => {
            still_current(state, visit)?;
            let to = state.trail.last().ok_or(Stale::NotThere)?;
            Ok(vec![Event::WentBack { screen: state.screen.clone(), to: to.clone() }])
        }
        Command::GoTo { visit, screen } => return_to_page(state, visit, &screen),
        Command::OpenPaper { paper } => {
            if state.persona.papers.contains(&paper) {
                Ok(vec![Event::PaperOpened { paper }])
            } else {
                Err(Stale::NotThere)
            }
        }
        Command::OpenMail { number } => {
            let mail = state.mails.iter().find(|mail| mail.number == number).ok_or(Stale::NotThere)?;
            Ok(if mail.opened { Vec::new() } else { vec![Event::MailOpened { number }] })
        }
        Command::AskHint { field } => {
            let (_, asked) = graph.field(&field).ok_or(Stale::NotThere)?;
            let given = state.hints.get(&field).copied().unwrap_or_default();
            let more = usize::from(given) < asked.hints.len();
            Ok(if more { vec![Event::HintGiven { field, rung: given + 1 }] } else { Vec::new() })
        }
    }
}

/// Whether a submission already recorded comes again as it was: a double click. With other answers it is a new one,
/// sent from a copy of the page that the browser had kept.
pub fn is_repeat(state: &State, submission: &str, readings: &[Reading]) -> bool {
    let as_recorded = |reading: &Reading| state.answers.get(&reading.field) == Some(&reading.outcome);
    state.knows(submission) && readings.iter().all(as_recorded)
}

/// Sorts what was typed on a screen, before anything of it can become a fact.
pub fn read(state: &State, screen: &Screen, answers: &Answers) -> Vec<Reading> {
    let known = state.known();
    screen
        .fields
        .iter()
        .map(|field| {
            let typed: Vec<&str> = answers
                .get(&field.key)
                .map(|parts| parts.iter().map(String::as_str).collect())
                .unwrap_or_default();
            read_field(field, &typed, &known)
        })
        .collect()
}

fn read_field(field: &Field, typed: &[&str], known: &[(Reference, String)]) -> Reading {
    let rules = field.kind.rules();
    let parsed = rules.parse(typed, &field.settings);
    let outcome = guard::vet(&guard::Asked {
        typed: &typed.join(" "),
        canonical: parsed.as_deref().ok(),
        privacy: rules.privacy(),
        expected: field.expected.as_ref(),
        known,
        in_form: &|value| canonical(field, value).unwrap_or_else(|| value.to_owned()),
    });
    let malformed = parsed.err().map(|problem| problem.code.to_owned());
    Reading { field: field.key.clone(), outcome, malformed, stopped_before: None }
}

/// A value of the persona as the kind would read it.
fn canonical(field: &Field, value: &str) -> Option<String> {
    let rules = field.kind.rules();
    let parts = rules.parts(value, &field.settings);
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    rules.parse(&parts, &field.settings).ok()
}

fn still_current(state: &State, visit: u32) -> Result<(), Stale> {
    if state.ended.is_some() {
        return Err(Stale::Ended);
    }
    if visit == state.visit { Ok(()) } else { Err(Stale::OldPage) }
}

/// What it takes to stand on `screen`: nothing when it is the current one, a step back when it was passed.
fn return_to_page(state: &State, visit: u32, screen: &str) -> Result<Vec<Event>, Stale> {
    still_current(state, visit)?;
    if state.screen == screen {
        return Ok(Vec::new());
    }
    if !state.trail.iter().any(|passed| passed == screen) {
        return Err(Stale::NotThere);
    }
    Ok(vec![Event::WentBack { screen: state.screen.clone(), to: screen.to_owned() }])
}

fn submit(
    graph: &Graph,
    state: &State,
    screen: &Screen,
    submission: String,
    readings: &[Reading],
) -> Vec<Event> {
    let mut events = Vec::new();
    let mut problems = Vec::new();
    for field in &screen.fields {
        let reading = readings.iter().find(|reading| reading.field == field.key);
        let outcome = reading.map_or(Outcome::Empty, |reading| reading.outcome.clone());
        let stopped = reading.and_then(|reading| reading.stopped_before).or(match outcome {
            Outcome::Real(kind) => Some(kind),
            _ => None,
        });
        if let Some(kind) = stopped {
            events.push(Event::GuardStopped { field: field.key.clone(), kind });
        }
        let malformed = reading.and_then(|reading| reading.malformed.as_deref());
        let objection = match (stopped, &outcome) {
            // Stopped in the browser and nothing typed since: said as it would have been here.
            (Some(kind), Outcome::Empty) => Some(Objection::Real(kind)),
            _ => objection(state, field, &outcome, malformed),
        };
        events.push(Event::Answered { field: field.key.clone(), outcome: outcome.clone() });
        if let Some(mistake) =
            field.mistakes.iter().find(|mistake| holds(state, field, &outcome, &mistake.when))
        {
            events.push(Event::Mistaken { field: field.key.clone(), mistake: mistake.key.clone() });
        }
        problems.extend(objection.map(|objection| Problem { field: field.key.clone(), objection }));
    }
    if problems.is_empty() {
        events.extend(pass(graph, state, screen, submission, &events));
    } else {
        events.push(Event::Refused { screen: screen.key.clone(), submission, problems });
    }
    events
}

/// What the site, or the guard, objects to an answer: the guard first, then the scenario's own words, then the form.
fn objection(state: &State, field: &Field, outcome: &Outcome, malformed: Option<&str>) -> Option<Objection> {
    match outcome {
        Outcome::Real(kind) => return Some(Objection::Real(*kind)),
        Outcome::Empty => return (!field.optional).then_some(Objection::Missing),
        _ => {}
    }
    let refusal = |precise: bool| {
        field
            .refusals
            .iter()
            .position(|refusal| {
                matches!(refusal.when, When::Is(_)) == precise && holds(state, field, outcome, &refusal.when)
            })
            .map(Objection::Refused)
    };
    let form = || malformed.map(|code| Objection::Malformed(code.to_owned()));
    let too_late = || (field.not_after_today && is_after_today(state, outcome)).then_some(Objection::TooLate);
    refusal(true).or_else(form).or_else(too_late).or_else(|| refusal(false))
}

fn is_after_today(state: &State, outcome: &Outcome) -> bool {
    matches!(outcome, Outcome::Neutral(date) if date.as_str() > state.today.to_string().as_str())
}

/// Whether an answer is the expected one; always, when none is.
pub(super) fn is_right(state: &State, field: &Field, outcome: &Outcome) -> bool {
    field.expected.as_ref().is_none_or(|expected| is(state, field, outcome, expected))
}

fn is(state: &State, field: &Field, outcome: &Outcome, reference: &Reference) -> bool {
    match outcome {
        Outcome::Persona(found) => found == reference,
        Outcome::Neutral(value) => {
            let meant = state.value(reference).and_then(|meant| canonical(field, &meant));
            meant.as_deref() == Some(value.as_str())
        }
        _ => false,
    }
}

fn holds(state: &State, field: &Field, outcome: &Outcome, when: &When) -> bool {
    match when {
        When::Different => !is_right(state, field, outcome),
        When::Slip => matches!(outcome, Outcome::Slip(_)),
        When::Is(reference) => is(state, field, outcome, reference),
    }
}

fn pass(graph: &Graph, state: &State, screen: &Screen, submission: String, answered: &[Event]) -> Vec<Event> {
    let Exit::To(next) = &screen.exit else { return Vec::new() };
    let to = shortcut(graph, state, screen).unwrap_or_else(|| next.clone());
    let ends = graph.screen(&to).is_some_and(|reached| matches!(reached.exit, Exit::Receipt(_)));
    let mut events = vec![Event::Passed { screen: screen.key.clone(), to, submission }];
    if ends {
        events.push(Event::Registered);
    }
    let number = u32::try_from(state.mails.len()).unwrap_or(u32::MAX).saturating_add(1);
    events.extend(screen.sends.clone().map(|mail| Event::MailSent { number, mail }));
    if ends {
        events.extend(ending(graph, state, answered).map(|ending| Event::Ended { ending }));
    }
    events
}

/// After « Modifier », « Continuer » leads straight back to the recap, unless another of its pages was refused since.
fn shortcut(graph: &Graph, state: &State, screen: &Screen) -> Option<String> {
    let target = graph.screen(state.return_to.as_ref()?)?;
    let others_stand = target.recap.iter().all(|key| *key == screen.key || !state.is_refused(key));
    (target.recap.contains(&screen.key) && others_stand).then(|| target.key.clone())
}

fn ending(graph: &Graph, state: &State, answered: &[Event]) -> Option<String> {
    let last = state.after(answered);
    let asked = || graph.screens().iter().flat_map(|screen| &screen.fields);
    let all_right = asked()
        .all(|field| last.answers.get(&field.key).is_none_or(|outcome| is_right(&last, field, outcome)));
    let when = if all_right { EndingWhen::AllRight } else { EndingWhen::SomeMistake };
    graph.endings().iter().find(|ending| ending.when == when).map(|ending| ending.key.clone())
}
