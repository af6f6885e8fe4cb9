//! What a command does: events, or nothing because its page is no longer the current one.
//!
//! The site refuses only what the real one would; what an answer means is named apart, for the coach and the end.

use super::{
    coach,
    command::{Command, Reading, Stale, Start},
    cookies,
    event::{Event, Objection, Problem},
    judge,
    mode::Mode,
    papers,
    questions::{Held, Wanted, held, questions},
    reach::HintReach,
    room::Call,
    state::State,
    way,
    world::Lived,
};
use crate::{
    graph::{Graph, Screen, base},
    guard::Outcome,
};

/// The first facts of a rehearsal.
pub fn start(graph: &Graph, start: Start) -> Vec<Event> {
    let Start { persona, today, secret } = start;
    let started =
        |screen: String, persona| Event::Started { screen, persona: Box::new(persona), today, secret };
    let first = started(graph.first().key.clone(), persona);
    let Some(state) = State::begin(&first) else { return vec![first] };
    let screen = way::enter(graph, &state, &graph.first().key).unwrap_or_else(|| graph.first().key.clone());
    let mut events = vec![started(screen, papers::with_papers(graph, &state))];
    let there = graph.mails().iter().filter(|mail| mail.at_start);
    let mails = (1..).zip(there).map(|(number, mail)| Event::MailSent {
        number,
        mail: mail.key.clone(),
        delay: mail.delay,
        lasts: mail.lasts,
    });
    events.extend(mails);
    events
}

/// What `command` does to a rehearsal in `state`. A submission already recorded does nothing more.
pub fn decide(graph: &Graph, state: &State, command: Command) -> Result<Vec<Event>, Stale> {
    match command {
        Command::Submit { screen, visit, submission, readings } => {
            if state.knows(&submission) {
                return Ok(Vec::new());
            }
            graph.screen(&screen).ok_or(Stale::NotThere)?;
            let mut events = return_to_page(state, visit, &screen)?;
            let there = state.after(&events);
            events.extend(submit(graph, &there, submission, &readings));
            Ok(events)
        }
        Command::GoBack { visit } => {
            still_current(state, visit)?;
            let to = state.trail.last().ok_or(Stale::NotThere)?;
            Ok(vec![Event::WentBack { screen: state.screen.clone(), to: to.clone() }])
        }
        Command::GoTo { visit, screen } => return_to_page(state, visit, &screen),
        Command::Follow { visit, page } => follow(graph, state, visit, &page),
        Command::Press { visit, button } => press(graph, state, visit, button),
        Command::AddRow { visit, rows } => add_row(graph, state, visit, rows),
        Command::RemoveRow { visit, rows, row } => remove_row(graph, state, visit, rows, row),
        Command::ChooseCookies { consent } => cookies::choose(graph, state, consent),
        Command::ReopenCookies => cookies::reopen(graph, state),
        Command::OpenPaper { paper } => {
            if state.has_paper(&paper) {
                Ok(vec![Event::PaperOpened { paper }])
            } else {
                Err(Stale::NotThere)
            }
        }
        Command::LayPaper { paper } if !state.has_paper(&paper) => Err(Stale::NotThere),
        Command::LayPaper { paper } if state.beside.as_ref() == Some(&paper) => Ok(Vec::new()),
        Command::LayPaper { paper } => Ok(vec![Event::PaperLaid { paper }]),
        Command::PutPaperAway => Ok(state.beside.iter().map(|_| Event::PaperPutAway).collect()),
        Command::ReadPhone => {
            let texts = state.arrived().filter(|arrived| {
                !arrived.opened && graph.mail(&arrived.mail).is_some_and(|mail| mail.phone)
            });
            Ok(texts.map(|arrived| Event::MailOpened { number: arrived.number }).collect())
        }
        Command::OpenMail { number } => {
            let mail = state.arrived().find(|mail| mail.number == number).ok_or(Stale::NotThere)?;
            Ok(if mail.opened { Vec::new() } else { vec![Event::MailOpened { number }] })
        }
        Command::KeepAttached { number } => {
            let mail = state.arrived().find(|mail| mail.number == number).ok_or(Stale::NotThere)?;
            let paper =
                graph.mail(&mail.mail).and_then(|mail| mail.attached.clone()).ok_or(Stale::NotThere)?;
            Ok(if state.has_paper(&paper) { Vec::new() } else { vec![Event::Downloaded { paper }] })
        }
        Command::Wait | Command::ChooseMode { .. } | Command::GiveMode { .. } if state.ended.is_some() => {
            Err(Stale::Ended)
        }
        Command::Wait => Ok(vec![Event::Waited { minutes: 1 }]),
        Command::AskHint { field } => next_hint(graph, state, field, Hinting::Learner),
        Command::GiveHint { field } => next_hint(graph, state, field, Hinting::Mediator),
        Command::FreeHints => {
            let reach = HintReach::Answer;
            Ok(if state.reach == reach { Vec::new() } else { vec![Event::HintsLimited { reach }] })
        }
        Command::ChooseMode { mode } if !state.reach.allows(mode) => Err(Stale::NotThere),
        Command::ChooseMode { mode } => Ok(moded(state, mode, false)),
        Command::GiveMode { mode } => Ok(moded(state, mode, true)),
        Command::RaiseHand { asks } => {
            let up = state.hand.is_some_and(|hand| hand.asks == asks && !hand.seen);
            Ok(if up { Vec::new() } else { vec![Event::HandRaised { asks }] })
        }
        Command::LowerHand => Ok(state.hand.iter().map(|_| Event::HandLowered).collect()),
        Command::SeeHand => {
            let waits = state.hand.is_some_and(|hand| !hand.seen);
            Ok(if waits { vec![Event::HandSeen] } else { Vec::new() })
        }
        Command::Call { call } => call_on(graph, state, call),
        Command::CloseCall => Ok(state.call.iter().map(|_| Event::CallClosed).collect()),
        Command::Finish => {
            if state.ended.is_some() {
                return Err(Stale::Ended);
            }
            if !judge::can_finish(graph, state) {
                return Err(Stale::NotThere);
            }
            Ok(judge::ending(graph, state).map(|ending| Event::Ended { ending }).into_iter().collect())
        }
    }
}

/// Whether a submission already recorded comes again as it was: a double click. With other answers it is a new one,
/// sent from a copy of the page that the browser had kept.
pub fn is_repeat(state: &State, submission: &str, readings: &[Reading]) -> bool {
    let as_recorded = |reading: &Reading| {
        state
            .answers
            .get(&reading.field)
            .map_or(reading.outcome == Outcome::Empty, |known| *known == reading.outcome)
    };
    state.knows(submission) && readings.iter().all(as_recorded)
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

fn submit(graph: &Graph, state: &State, submission: String, readings: &[Reading]) -> Vec<Event> {
    let Some(screen) = graph.screen(&state.screen) else { return Vec::new() };
    let answered: Vec<Event> = readings
        .iter()
        .map(|reading| Event::Answered { field: reading.field.clone(), outcome: reading.outcome.clone() })
        .collect();
    let after = state.after(&answered);
    let before_lived = Lived::on(graph, state, screen, &state.screen);
    let lived = Lived::on(graph, &after, screen, &state.screen);
    let appeared = judge::appeared(screen, &before_lived, &lived);
    let (mut events, mut problems) = (Vec::new(), Vec::new());
    for question in questions(screen, &lived, Wanted::Shown) {
        let reading = readings.iter().find(|reading| reading.field == question.id);
        let outcome = reading.map_or(Outcome::Empty, |reading| reading.outcome.clone());
        let stopped = reading.and_then(|reading| reading.stopped_before).or(match outcome {
            Outcome::Real(kind) => Some(kind),
            _ => None,
        });
        if let Some(kind) = stopped {
            events.push(Event::GuardStopped { field: question.id.clone(), kind });
        }
        let malformed = reading.and_then(|reading| reading.malformed.as_deref());
        let objection = match (stopped, &outcome) {
            // Stopped in the browser and nothing typed since: said as it would have been here.
            (Some(kind), Outcome::Empty) => Some(Objection::Real(kind)),
            // Shown once, even when it may be left out: what nobody saw was not left out.
            (None, Outcome::Empty) if appeared.contains(&question.id) => Some(Objection::Appeared),
            _ => question.objection(&outcome, malformed),
        };
        // What nobody saw was not mistaken.
        let unseen = objection == Some(Objection::Appeared);
        let mistake = question.mistake(&outcome).filter(|_| !unseen).map(|mistake| mistake.key.clone());
        events.push(Event::Answered { field: question.id.clone(), outcome });
        events.extend(mistake.map(|mistake| Event::Mistaken { field: question.id.clone(), mistake }));
        problems.extend(objection.map(|objection| Problem { field: question.id, objection }));
    }
    if problems.is_empty() {
        let more = pass(graph, &state.after(&events), screen, submission);
        events.extend(more);
    } else {
        events.push(Event::Refused { screen: state.screen.clone(), submission, problems });
    }
    events
}

/// Leaves the current screen forwards. `state` has its answers.
fn pass(graph: &Graph, state: &State, screen: &Screen, submission: String) -> Vec<Event> {
    let mut events = Vec::new();
    let mishap = way::mishap(graph, state, &state.screen);
    let to = match mishap {
        Some(mishap) => way::enter(graph, state, &mishap.page),
        None => way::shortcut(graph, state, &state.screen).or_else(|| way::next(graph, state, &state.screen)),
    };
    let Some(to) = to else { return Vec::new() };
    events.extend(mishap.map(|mishap| Event::Mishap { mishap: mishap.key.clone() }));
    events.push(Event::Passed { screen: state.screen.clone(), to: to.clone(), submission });
    events.extend(way::arrival(graph, &state.after(&events), &to));
    // The message of a repeated page leaves once, with the last of them.
    let leaves = base(&to) != screen.key;
    events.extend(
        screen
            .sends
            .as_deref()
            .filter(|_| leaves && mishap.is_none())
            .and_then(|mail| send(graph, state, mail)),
    );
    events.extend(end(graph, &state.after(&events), &to));
    events
}

/// Messages of one rehearsal: whoever asks for more codes has the last one.
const MOST_MAILS: usize = 200;

fn send(graph: &Graph, state: &State, mail: &str) -> Option<Event> {
    let mail = graph.mail(mail).filter(|_| state.mails.len() < MOST_MAILS)?;
    let number = u32::try_from(state.mails.len()).unwrap_or(u32::MAX).saturating_add(1);
    Some(Event::MailSent { number, mail: mail.key.clone(), delay: mail.delay, lasts: mail.lasts })
}

/// The end, when the screen `to` is the last.
fn end(graph: &Graph, state: &State, to: &str) -> Option<Event> {
    if !way::is_last(graph, to) {
        return None;
    }
    judge::ending(graph, state).map(|ending| Event::Ended { ending })
}

fn follow(graph: &Graph, state: &State, visit: u32, page: &str) -> Result<Vec<Event>, Stale> {
    still_current(state, visit)?;
    let screen = graph.screen(&state.screen).ok_or(Stale::NotThere)?;
    let site = graph.site.menu.iter().chain(&graph.site.footer).filter(|_| screen.has_menu);
    let offered = current(graph, state)?.links.into_iter().chain(site).any(|link| link.page == page);
    if !offered {
        return Err(Stale::NotThere);
    }
    let to = way::enter(graph, state, page).ok_or(Stale::NotThere)?;
    if to == state.screen {
        return Ok(Vec::new());
    }
    let from = state.screen.clone();
    if state.trail.contains(&to) {
        return Ok(vec![Event::WentBack { screen: from, to }]);
    }
    let mut events = vec![Event::Followed { screen: from, to: to.clone() }];
    events.extend(end(graph, &state.after(&events), &to));
    Ok(events)
}

fn press(graph: &Graph, state: &State, visit: u32, button: usize) -> Result<Vec<Event>, Stale> {
    still_current(state, visit)?;
    let held = current(graph, state)?;
    let button = held.buttons.get(button).ok_or(Stale::NotThere)?;
    let mut events: Vec<Event> =
        button.sends.as_deref().and_then(|mail| send(graph, state, mail)).into_iter().collect();
    events.extend(button.downloads.clone().map(|paper| Event::Downloaded { paper }));
    Ok(events)
}

fn add_row(graph: &Graph, state: &State, visit: u32, name: String) -> Result<Vec<Event>, Stale> {
    still_current(state, visit)?;
    let held = current(graph, state)?;
    let (_, rows, lived) = held.rows.iter().find(|(id, ..)| *id == name).ok_or(Stale::NotThere)?;
    let count = lived.rows(rows).len() + 1;
    Ok(if count <= rows.most { vec![Event::RowAdded { rows: name, count }] } else { Vec::new() })
}

fn remove_row(
    graph: &Graph,
    state: &State,
    visit: u32,
    name: String,
    row: usize,
) -> Result<Vec<Event>, Stale> {
    still_current(state, visit)?;
    let held = current(graph, state)?;
    let (_, rows, lived) = held.rows.iter().find(|(id, ..)| *id == name).ok_or(Stale::NotThere)?;
    let count = lived.rows(rows).len();
    if !(1..=count).contains(&row) {
        return Err(Stale::NotThere);
    }
    let fields = rows.fields();
    Ok(vec![Event::RowRemoved { rows: name, row, count: count - 1, fields }])
}

fn moded(state: &State, mode: Mode, by_mediator: bool) -> Vec<Event> {
    if mode == state.mode { Vec::new() } else { vec![Event::ModeChosen { mode, by_mediator }] }
}

/// Who makes the next rung come.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Hinting {
    /// As far as hints may be asked for.
    Learner,
    /// To the last rung.
    Mediator,
}

/// The next rung of help. In a test there is none.
fn next_hint(graph: &Graph, state: &State, field: String, by: Hinting) -> Result<Vec<Event>, Stale> {
    if state.mode == Mode::Test {
        return Ok(Vec::new());
    }
    let ladder = coach::ladder(graph, &field).ok_or(Stale::NotThere)?;
    let given = coach::rungs_said(state, &field, ladder);
    let next = u8::try_from(given + 1).unwrap_or(u8::MAX);
    let by_mediator = by == Hinting::Mediator;
    let reach = if by_mediator { HintReach::Answer } else { state.reach };
    let more = given < reach.rungs(&field, ladder);
    Ok(if more { vec![Event::HintGiven { field, rung: next, by_mediator }] } else { Vec::new() })
}

/// A mediator's call. Of a page that nobody is on any more, nothing is asked.
fn call_on(graph: &Graph, state: &State, call: Call) -> Result<Vec<Event>, Stale> {
    let possible = match &call {
        Call::Say { .. } | Call::Look { .. } | Call::Next { .. } => true,
        Call::Point { field, .. } => state.ended.is_none() && is_asked_here(graph, state, field),
        Call::Go { screen } => state.ended.is_none() && state.trail.contains(screen),
    };
    if !possible {
        return Err(Stale::NotThere);
    }
    Ok(if state.call.as_ref() == Some(&call) { Vec::new() } else { vec![Event::Called { call }] })
}

fn is_asked_here(graph: &Graph, state: &State, field: &str) -> bool {
    graph.screen(&state.screen).is_some_and(|screen| {
        let lived = Lived::on(graph, state, screen, &state.screen);
        questions(screen, &lived, Wanted::Shown).iter().any(|question| question.id == field)
    })
}

/// What can be pressed on the current page.
fn current<'a>(graph: &'a Graph, state: &'a State) -> Result<Held<'a>, Stale> {
    let screen = graph.screen(&state.screen).ok_or(Stale::NotThere)?;
    Ok(held(screen, &Lived::on(graph, state, screen, &state.screen), Wanted::Shown))
}
