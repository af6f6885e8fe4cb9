//! Rehearsals prepared for the load: each stands on the fullest form of a scenario, with the right answers at hand.
//!
//! They are written to the store before the server starts, by the same rules as the server's own.

use std::{path::Path, sync::Arc};

use app::routes;
use scenarios::{
    graph::{Exit, Graph, Screen},
    rehearsal::{self, Answers, Command, Event, State},
};

use super::{Trouble, client::Answer, load::Visitor};
use crate::{
    backend::{Pass, events_of_start, facts},
    chance, clock,
    library::{Bundle, Library, digest},
    store::{
        Closure, DataFolder, NewRehearsal, NewWorkshop, Store,
        sqlite::{SqliteOptions, SqliteStore},
    },
};

/// Written to the disk at once.
const TOGETHER: usize = 128;

/// One learner in front of the form.
#[derive(Debug, Clone)]
pub(super) struct Learner {
    pass: Pass,
    /// The form's address.
    address: String,
    visit: u32,
    /// The right answers, as a form posts them.
    answers: String,
    /// Where a right answer leads.
    next: String,
    /// Whether it was answered once: from then on the learner comes back to the form from further on.
    answered: bool,
}

/// Prepares so many learners in a data folder.
pub(super) async fn prepare(folder: &Path, count: usize) -> Result<Vec<Learner>, Trouble> {
    let library = Library::open(None);
    let bundle = library.all().into_iter().next().ok_or(Trouble::NoScenario)?;
    let screen = bundle.graph.screens().iter().max_by_key(|screen| screen.fields().len());
    let screen = screen.ok_or(Trouble::NoScenario)?;
    let store = SqliteStore::open(DataFolder::lock(folder)?, &SqliteOptions::default()).await?;
    let store = Arc::new(store);
    let mut learners = Vec::with_capacity(count);
    while learners.len() < count {
        let mut writing = Vec::new();
        for _ in 0..TOGETHER.min(count - learners.len()) {
            let (learner, workshop, rehearsal) = learner(&bundle, screen)?;
            let store = Arc::clone(&store);
            writing.push(tokio::spawn(async move { store.start_alone(workshop, rehearsal).await }));
            learners.push(learner);
        }
        for written in writing {
            written.await.map_err(|_| Trouble::NoScenario)?.map_err(|_| Trouble::NotWritten)?;
        }
    }
    store.close().await;
    Ok(learners)
}

fn learner(bundle: &Bundle, screen: &Screen) -> Result<(Learner, NewWorkshop, NewRehearsal), Trouble> {
    let mut events = events_of_start(bundle, None)?;
    let mut state = State::fold(&events).ok_or(Trouble::NoScenario)?;
    while state.screen != screen.key {
        let passed = submit(&bundle.graph, &state)?;
        for event in &passed {
            state.apply(event);
        }
        events.extend(passed);
    }
    let Exit::To(ways) = &screen.exit else { return Err(Trouble::NoScenario) };
    let next = ways.last().ok_or(Trouble::NoScenario)?;
    let rehearsal = chance::id();
    let pass = Pass { workshop: chance::id(), seat: chance::id(), token: chance::token() };
    let at_ms = clock::now_ms();
    let workshop = NewWorkshop {
        workshop: pass.workshop.clone(),
        seat: pass.seat.clone(),
        token_digest: digest(pass.token.as_bytes()),
        at_ms,
    };
    let started = NewRehearsal {
        workshop: pass.workshop.clone(),
        rehearsal: rehearsal.clone(),
        seat: pass.seat.clone(),
        scenario: bundle.id.clone(),
        closure: Closure { digest: bundle.digest.clone(), body: Arc::clone(&bundle.closure) },
        at_ms,
        facts: facts(&events)?,
    };
    let routes = routes::Exercise(&rehearsal);
    let learner = Learner {
        address: routes.page(&screen.key),
        next: routes.page(&next.page),
        visit: state.visit,
        answers: form(&bundle.graph, &state, &rehearsal::right_answers(&bundle.graph, &state)),
        answered: false,
        pass,
    };
    Ok((learner, workshop, started))
}

/// What « Continuer » does with the right answers; an error when the scenario does not let them through.
fn submit(graph: &Graph, state: &State) -> Result<Vec<Event>, Trouble> {
    let answers = rehearsal::right_answers(graph, state);
    let command = Command::Submit {
        screen: state.screen.clone(),
        visit: state.visit,
        submission: chance::id(),
        readings: rehearsal::read(graph, state, &state.screen, &answers),
    };
    let events = rehearsal::decide(graph, state, command).map_err(|_| Trouble::NoScenario)?;
    let passed = events.iter().any(|event| matches!(event, Event::Passed { .. }));
    if passed { Ok(events) } else { Err(Trouble::NoScenario) }
}

fn form(graph: &Graph, state: &State, answers: &Answers) -> String {
    let mut form = form_urlencoded::Serializer::new(String::new());
    for asked in rehearsal::expected(graph, state, &state.screen) {
        // Ticked boxes all have the name of the question.
        for (line, typed) in asked.lines.iter().cycle().zip(answers.get(&asked.id).into_iter().flatten()) {
            form.append_pair(&routes::input_name(&asked.id, line), typed);
        }
    }
    form.finish()
}

impl Learner {
    /// A look at the form. `accepts` is the browser's `Accept-Encoding`; none when empty.
    pub(super) fn look(&self, accepts: &str) -> Vec<u8> {
        let Pass { workshop, seat, token } = &self.pass;
        let accepts =
            if accepts.is_empty() { String::new() } else { format!("accept-encoding: {accepts}\r\n") };
        format!(
            "GET {} HTTP/1.1\r\nhost: 127.0.0.1\r\ncookie: miroir={workshop}.{seat}.{token}\r\n{accepts}\r\n",
            self.address
        )
        .into_bytes()
    }

    /// The form filled in with the right answers. Sent again, it is what a learner does who goes back with the
    /// browser's own button and continues: a new visit, a new submission.
    fn answer(&mut self) -> Vec<u8> {
        let Pass { workshop, seat, token } = &self.pass;
        let body = format!(
            "{}={}&{}={}&{}",
            routes::VISIT,
            self.visit,
            routes::SUBMISSION,
            chance::id(),
            self.answers
        );
        format!(
            "POST {} HTTP/1.1\r\nhost: 127.0.0.1\r\norigin: http://127.0.0.1\r\n\
             cookie: miroir={workshop}.{seat}.{token}\r\n\
             content-type: application/x-www-form-urlencoded\r\ncontent-length: {}\r\n\r\n{body}",
            self.address,
            body.len()
        )
        .into_bytes()
    }
}

/// Looks at the forms of some learners, one after the other.
pub(super) struct Looking {
    requests: Vec<Vec<u8>>,
    at: usize,
}

impl Looking {
    pub(super) fn at(learners: &[Learner], accepts: &str) -> Self {
        Self { requests: learners.iter().map(|learner| learner.look(accepts)).collect(), at: 0 }
    }

    /// Looks at the one page of a server that has no other.
    pub(super) fn home() -> Self {
        Self { requests: vec![b"GET / HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n".to_vec()], at: 0 }
    }
}

impl Visitor for Looking {
    fn request(&mut self) -> &[u8] {
        self.at += 1;
        &self.requests[self.at % self.requests.len()]
    }

    fn expects(&mut self, answer: &Answer<'_>) -> bool {
        answer.status == 200 && !answer.body.is_empty()
    }
}

/// Answers in the place of some learners, one after the other.
pub(super) struct Answering {
    learners: Vec<Learner>,
    at: usize,
    request: Vec<u8>,
}

impl Answering {
    pub(super) fn of(learners: &[Learner]) -> Self {
        Self { learners: learners.to_vec(), at: 0, request: Vec::new() }
    }
}

impl Visitor for Answering {
    fn request(&mut self) -> &[u8] {
        self.at = (self.at + 1) % self.learners.len();
        self.request = self.learners[self.at].answer();
        &self.request
    }

    fn expects(&mut self, answer: &Answer<'_>) -> bool {
        let learner = &mut self.learners[self.at];
        let accepted = answer.status == 303 && answer.header("location") == Some(&learner.next);
        if accepted {
            // Onwards the first time; later back to the form, and onwards.
            learner.visit += if learner.answered { 2 } else { 1 };
            learner.answered = true;
        }
        accepted
    }
}
