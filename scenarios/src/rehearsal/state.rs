//! Where a rehearsal stands: a fold of its events.
//!
//! It needs no graph: events name all that they change.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use super::event::{Event, Problem};
use crate::{date::Date, guard::Outcome, persona::Persona, reference::Reference};

/// A message in the simulated mailbox.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Arrived {
    /// Counted from 1, in order of arrival.
    pub number: u32,
    pub mail: String,
    pub opened: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct State {
    /// Never changes: shared by all the states of a rehearsal.
    pub persona: Arc<Persona>,
    pub today: Date,
    secret: u64,
    /// Key of the current screen.
    pub screen: String,
    /// Grows each time the current screen changes.
    pub visit: u32,
    /// Screens passed before the current one, oldest first.
    pub trail: Vec<String>,
    /// Where the learner was before going back; until reached again, or left aside by another way.
    pub return_to: Option<String>,
    /// Screens passed between the current one and `return_to`.
    ahead: Vec<String>,
    pub answers: BTreeMap<String, Outcome>,
    /// Named mistake by field, while its answer stands.
    pub mistakes: BTreeMap<String, String>,
    /// What was objected to the current screen's last submission.
    pub problems: Vec<Problem>,
    pub mails: Vec<Arrived>,
    /// Rungs of help given by field.
    pub hints: BTreeMap<String, u8>,
    pub refusals: u32,
    pub registered: bool,
    pub ended: Option<String>,
    submissions: BTreeSet<String>,
    /// Screens refused since they were last passed: their answers stand for nothing yet.
    refused: BTreeSet<String>,
}

impl State {
    /// Folds a whole history. `None` when it does not begin with a start.
    pub fn fold<'a>(events: impl IntoIterator<Item = &'a Event>) -> Option<Self> {
        let mut events = events.into_iter();
        let mut state = Self::begin(events.next()?)?;
        for event in events {
            state.apply(event);
        }
        Some(state)
    }

    /// The state after a start; `None` after anything else.
    pub fn begin(event: &Event) -> Option<Self> {
        let Event::Started { screen, persona, today, secret } = event else { return None };
        Some(Self {
            persona: Arc::new((**persona).clone()),
            today: *today,
            secret: *secret,
            screen: screen.clone(),
            visit: 1,
            trail: Vec::new(),
            return_to: None,
            ahead: Vec::new(),
            answers: BTreeMap::new(),
            mistakes: BTreeMap::new(),
            problems: Vec::new(),
            mails: Vec::new(),
            hints: BTreeMap::new(),
            refusals: 0,
            registered: false,
            ended: None,
            submissions: BTreeSet::new(),
            refused: BTreeSet::new(),
        })
    }

    /// Takes one more event into account. A second start changes nothing.
    pub fn apply(&mut self, event: &Event) {
        match event {
            Event::Started { .. } | Event::GuardStopped { .. } | Event::PaperOpened { .. } => {}
            Event::Answered { field, outcome } => {
                self.mistakes.remove(field);
                self.answers.insert(field.clone(), outcome.clone());
            }
            Event::Mistaken { field, mistake } => {
                self.mistakes.insert(field.clone(), mistake.clone());
            }
            Event::Refused { screen, submission, problems } => {
                self.refusals += 1;
                self.refused.insert(screen.clone());
                self.problems.clone_from(problems);
                self.submissions.insert(submission.clone());
            }
            Event::Passed { screen, to, submission } => {
                self.submissions.insert(submission.clone());
                self.refused.remove(screen);
                self.trail.push(screen.clone());
                self.rejoin(to);
                self.enter(to);
            }
            Event::WentBack { screen, to } => {
                self.step_back(screen, to);
                self.enter(to);
            }
            Event::MailSent { number, mail } => {
                self.mails.push(Arrived { number: *number, mail: mail.clone(), opened: false });
            }
            Event::MailOpened { number } => {
                if let Some(mail) = self.mails.iter_mut().find(|mail| mail.number == *number) {
                    mail.opened = true;
                }
            }
            Event::HintGiven { field, rung } => {
                self.hints.insert(field.clone(), *rung);
            }
            Event::Registered => self.registered = true,
            Event::Ended { ending } => self.ended = Some(ending.clone()),
        }
    }

    /// This state, some events later.
    pub(super) fn after(&self, events: &[Event]) -> Self {
        let mut later = self.clone();
        for event in events {
            later.apply(event);
        }
        later
    }

    /// Leaves the trail at `to`, and remembers the way back to where the learner was.
    fn step_back(&mut self, from: &str, to: &str) {
        let Some(at) = self.trail.iter().position(|passed| passed == to) else { return };
        let mut ahead = self.trail.split_off(at);
        ahead.remove(0);
        if self.return_to.is_some() {
            ahead.push(from.to_owned());
            ahead.append(&mut self.ahead);
        } else {
            self.return_to = Some(from.to_owned());
        }
        self.ahead = ahead;
    }

    /// Takes up the way remembered by `step_back`, as far as it leads to `to`.
    fn rejoin(&mut self, to: &str) {
        if self.return_to.as_deref() == Some(to) {
            self.return_to = None;
            self.trail.append(&mut self.ahead);
        } else if self.ahead.first().is_some_and(|next| next == to) {
            self.ahead.remove(0);
        } else {
            self.return_to = None;
            self.ahead.clear();
        }
    }

    fn enter(&mut self, screen: &str) {
        screen.clone_into(&mut self.screen);
        self.visit += 1;
        self.problems.clear();
    }

    /// Whether a submission was recorded already.
    pub fn knows(&self, submission: &str) -> bool {
        self.submissions.contains(submission)
    }

    /// Whether the screen was refused since it was last passed.
    pub fn is_refused(&self, screen: &str) -> bool {
        self.refused.contains(screen)
    }

    /// Messages not opened yet.
    pub fn unread(&self) -> usize {
        self.mails.iter().filter(|mail| !mail.opened).count()
    }

    /// This state as a message quotes it: the codes of later messages are not in it.
    pub(super) fn as_of_mail(&self, number: u32) -> Self {
        let mut then = self.clone();
        then.mails.retain(|mail| mail.number <= number);
        then
    }

    /// The six digits that the message of that number carries.
    pub fn code(&self, number: u32) -> String {
        // A code never begins with zero: read aloud, a leading zero gets lost.
        let draw = mix(self.secret ^ u64::from(number));
        format!("{}", 100_000 + draw % 900_000)
    }

    /// The number of the request, such as `CA-104-772`.
    pub fn receipt_number(&self) -> String {
        let draw = mix(self.secret ^ 0x7265_6375);
        format!("CA-{:03}-{:03}", 100 + draw % 900, (draw >> 32) % 1000)
    }

    /// What a reference points at, as the learner reads it; nothing while it is not to be had.
    pub fn value(&self, reference: &Reference) -> Option<String> {
        match reference {
            Reference::Persona(path) => self.persona.value(path).map(ToOwned::to_owned),
            Reference::Paper(key) => self
                .persona
                .papers
                .iter()
                .find(|paper| paper.key() == key)
                .map(|paper| paper.key().to_owned()),
            Reference::Code(mail) => self
                .mails
                .iter()
                .rev()
                .find(|arrived| arrived.mail == *mail)
                .map(|arrived| self.code(arrived.number)),
            Reference::ReceiptNumber => self.registered.then(|| self.receipt_number()),
            Reference::Today => Some(self.today.to_string()),
            Reference::OwnCode => None,
        }
    }

    /// Every value the learner can copy from, by reference: the persona's, its papers, the codes received.
    pub fn known(&self) -> Vec<(Reference, String)> {
        let values =
            self.persona.values.iter().map(|(path, value)| (Reference::Persona(path.clone()), value.clone()));
        let papers = self
            .persona
            .papers
            .iter()
            .map(|paper| (Reference::Paper(paper.key().into()), paper.key().into()));
        let mut codes = BTreeMap::new();
        for arrived in &self.mails {
            codes.insert(Reference::Code(arrived.mail.clone()), self.code(arrived.number));
        }
        values.chain(papers).chain(codes).collect()
    }
}

/// `SplitMix64`: spreads a seed over 64 bits. Not a secret-keeper, and it has none to keep: its codes open nothing.
const fn mix(seed: u64) -> u64 {
    let mut mixed = seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}
