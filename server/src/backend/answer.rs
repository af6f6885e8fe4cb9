//! One answer, from what was typed to what is on the disk.
//!
//! Typed text goes two ways only: through the guard, which leaves an outcome, and into the draft, in memory.

use std::{collections::BTreeMap, sync::Arc};

use scenarios::{
    field::Privacy,
    graph::Graph,
    guard::{self, Outcome},
    rehearsal::{self, Answers, Command, Draft, Event, Reading, Stale},
};

use super::{Backend, Found, Refusal, facts};
use crate::{
    chance, clock,
    store::{Append, AppendError},
};

/// A page's form, as it arrived.
#[derive(Clone, Default)]
pub struct Submission {
    /// Key of the page it was sent from.
    pub screen: String,
    pub visit: u32,
    pub id: String,
    pub answers: Answers,
    /// Kinds of data that the browser stopped, by field.
    pub stopped: BTreeMap<String, guard::Kind>,
}

/// Where a command left the rehearsal.
#[derive(Debug, Clone)]
pub enum Answered {
    Done(Found),
    /// Nothing was done: the page was not the current one.
    Stale(Stale),
}

/// Times a command is decided again when somebody else's facts came first.
const TRIES: usize = 3;

impl Backend {
    /// What was last typed on the page and not accepted.
    pub fn draft(&self, found: &Found) -> Draft {
        self.drafts.get(&found.workshop, &found.rehearsal, &found.state.screen)
    }

    /// The number of the sending that brought this draft, so that a browser knows what it need not keep any more.
    pub fn received(&self, found: &Found) -> String {
        self.drafts.sending(&found.workshop, &found.rehearsal, &found.state.screen)
    }

    /// « Continuer »: vets each field, decides, records.
    pub async fn submit(&self, found: Found, mut submission: Submission) -> Result<Answered, Refusal> {
        if found.graph.screen(&submission.screen).is_none() {
            return Ok(Answered::Stale(Stale::NotThere));
        }
        let graph = Arc::clone(&found.graph);
        let sending = submission.id.clone();
        let sent = readings(&found, &submission);
        if rehearsal::is_repeat(&found.state, &submission.id, &sent) {
            return Ok(Answered::Done(found));
        }
        if found.state.knows(&submission.id) {
            submission.id = chance::id();
        }
        let (workshop, rehearsal) = (found.workshop.clone(), found.rehearsal.clone());
        let belongs = belongs(&found, &submission);
        let draft = draft(&graph, &submission, &sent);
        // Vetted again only when somebody else's facts came first.
        let mut sent = Some(sent);
        let command = |found: &Found| Command::Submit {
            screen: submission.screen.clone(),
            visit: submission.visit,
            submission: submission.id.clone(),
            readings: sent.take().unwrap_or_else(|| readings(found, &submission)),
        };
        let answered = self.decide(found, Some(submission.id.clone()), command).await;
        match &answered {
            Ok(Answered::Done(after)) if !after.state.problems.is_empty() => {
                self.drafts.put(&workshop, &rehearsal, draft, sending);
            }
            Ok(Answered::Done(after)) if after.state.ended.is_none() => {
                self.drafts.forget_page(&workshop, &rehearsal, &draft.screen);
            }
            Ok(Answered::Done(_) | Answered::Stale(Stale::Ended)) | Err(Refusal::NotThere) => {
                self.drafts.forget(&workshop, &rehearsal);
            }
            // An old page, or nothing recorded: what was typed is kept, to be sent again.
            Ok(Answered::Stale(_)) | Err(_) if belongs => {
                self.drafts.put(&workshop, &rehearsal, draft, sending);
            }
            Ok(Answered::Stale(_)) | Err(_) => {}
        }
        answered
    }

    /// Keeps what was typed while the learner looks at a paper or asks for help.
    pub fn keep(&self, found: &Found, submission: &Submission) {
        if belongs(found, submission) {
            let readings = readings(found, submission);
            let draft = draft(&found.graph, submission, &readings);
            self.drafts.put(&found.workshop, &found.rehearsal, draft, submission.id.clone());
        }
    }

    /// The same, but for the row that is taken away.
    pub fn keep_without_row(&self, found: &Found, submission: &Submission, rows: &str, row: usize) {
        if belongs(found, submission) {
            let mut draft = draft(&found.graph, submission, &readings(found, submission));
            draft.remove_row(&found.graph, rows, row);
            self.drafts.put(&found.workshop, &found.rehearsal, draft, submission.id.clone());
        }
    }

    /// Any other command.
    pub async fn act(&self, found: Found, command: Command) -> Result<Answered, Refusal> {
        let answered = self.decide(found, None, |_| command.clone()).await;
        if let Ok(Answered::Done(after)) = &answered
            && after.state.ended.is_some()
        {
            self.drafts.forget(&after.workshop, &after.rehearsal);
        }
        answered
    }

    async fn decide(
        &self,
        mut found: Found,
        submission: Option<String>,
        mut command: impl FnMut(&Found) -> Command,
    ) -> Result<Answered, Refusal> {
        for _ in 0..TRIES {
            let events = match rehearsal::decide(&found.graph, &found.state, command(&found)) {
                Ok(events) => events,
                Err(stale) => return Ok(Answered::Stale(stale)),
            };
            if events.is_empty() {
                return Ok(Answered::Done(found));
            }
            let append = Append {
                workshop: found.workshop.clone(),
                rehearsal: found.rehearsal.clone(),
                expected_seq: found.seq,
                submission: submission.clone(),
                at_ms: clock::now_ms(),
                facts: facts(&events)?,
            };
            match self.store.append(append).await {
                Ok(appended) => {
                    let after = after(&found, &events, appended.seq);
                    self.live.advance(&found, &after);
                    self.moved(&found.workshop);
                    return Ok(Answered::Done(after));
                }
                // Somebody else came first, or the same form sent twice: read what is there, and look again.
                Err(AppendError::Conflict | AppendError::AlreadyRecorded) => {
                    self.live.drop_one(&found);
                    found = self.load(&found.workshop, &found.rehearsal).await?.0;
                }
                Err(other) => {
                    self.live.drop_one(&found);
                    return Err(other.into());
                }
            }
        }
        Err(Refusal::Contended)
    }
}

/// Whether what was typed is for a page that can still be sent. The draft of an old tab must not take the place of what
/// is being typed in another.
fn belongs(found: &Found, submission: &Submission) -> bool {
    let state = &found.state;
    state.ended.is_none() && (submission.visit == state.visit || submission.screen == state.screen)
}

fn after(found: &Found, events: &[Event], seq: i64) -> Found {
    let mut state = (*found.state).clone();
    for event in events {
        state.apply(event);
    }
    Found { state: Arc::new(state), seq, ..found.clone() }
}

fn readings(found: &Found, submission: &Submission) -> Vec<Reading> {
    let mut readings = rehearsal::read(&found.graph, &found.state, &submission.screen, &submission.answers);
    for reading in &mut readings {
        reading.stopped_before = submission.stopped.get(&reading.field).copied();
    }
    readings
}

/// What may be shown again: everything but stopped values, codes and passwords, which come back empty.
fn draft(graph: &Graph, submission: &Submission, readings: &[Reading]) -> Draft {
    let comes_back = |field: &str| {
        let stopped = readings
            .iter()
            .any(|reading| reading.field == field && matches!(reading.outcome, Outcome::Real(_)));
        let asked = graph.field(field).map(|(_, asked)| asked.kind.rules().privacy());
        !stopped && asked.is_some_and(|privacy| privacy != Privacy::Secret)
    };
    let answers = submission.answers.iter().filter(|(field, _)| comes_back(field));
    Draft {
        screen: submission.screen.clone(),
        answers: answers.map(|(field, typed)| (field.clone(), typed.clone())).collect(),
    }
}
