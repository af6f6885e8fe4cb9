//! Where a rehearsal stands: a fold of its events.
//!
//! It needs no graph: events name all that they change.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use super::{
    event::{Event, Problem},
    mode::Mode,
    reach::HintReach,
    room::{Call, Hand},
};
use crate::{
    date::Date,
    graph::{base, id, numbers},
    guard::Outcome,
    persona::Persona,
    reference::Reference,
};

/// Screens remembered for « Précédent ».
const LONGEST_TRAIL: usize = 64;

/// Times one comes to the same page, no new one being passed, before it is called going in circles.
const CIRCLES: u16 = 3;

/// A message in the simulated mailbox, or on its way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Arrived {
    /// Counted from 1, in order of arrival.
    pub number: u32,
    pub mail: String,
    pub opened: bool,
    /// Minutes of the scenario's time at which it is there.
    at: u32,
    /// Minutes at which its code is no longer good.
    until: Option<u32>,
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
    /// Minutes of the scenario's own time since the beginning: one for each page sent, one for each look for mail.
    pub minutes: u32,
    /// Screens seen before the current one, oldest first.
    pub trail: Vec<String>,
    /// Screens that the site let through, and that are still on the way.
    pub passed: BTreeSet<String>,
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
    /// Rows there are in each list, once the learner has added or removed one.
    pub rows: BTreeMap<String, usize>,
    /// Papers received from the site.
    pub downloads: Vec<String>,
    /// What was accepted of what the site's cookie banner asks; nothing before a choice.
    pub cookies: Option<Vec<String>>,
    /// Whether the banner was opened again, and nothing chosen since.
    pub cookies_reopened: bool,
    /// What has already gone wrong on purpose.
    pub struck: BTreeSet<String>,
    pub mode: Mode,
    /// How far the hints go that may be asked for.
    pub reach: HintReach,
    /// Rungs of help given by field.
    pub hints: BTreeMap<String, u8>,
    pub refusals: u32,
    /// How often each question was objected to.
    pub stumbles: BTreeMap<String, u16>,
    /// How often a mistake with a name was made at each question.
    pub mistaken: BTreeMap<String, u16>,
    /// Questions first answered while every answer was shown.
    pub shown: BTreeSet<String>,
    /// Answers that were nearly the expected one.
    pub slips: u16,
    /// Real data stopped.
    pub stops: u16,
    /// How often each page was reached by a link.
    pub followed: BTreeMap<String, u16>,
    /// How often each screen was come to since a new one was passed.
    rounds: BTreeMap<String, u16>,
    /// The paper that lies beside the clone.
    pub beside: Option<String>,
    /// The learner's hand, while it is up.
    pub hand: Option<Hand>,
    /// What the mediator asks, while it stands.
    pub call: Option<Call>,
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
            minutes: 0,
            trail: Vec::new(),
            passed: BTreeSet::new(),
            return_to: None,
            ahead: Vec::new(),
            answers: BTreeMap::new(),
            mistakes: BTreeMap::new(),
            problems: Vec::new(),
            mails: Vec::new(),
            rows: BTreeMap::new(),
            downloads: Vec::new(),
            cookies: None,
            cookies_reopened: false,
            struck: BTreeSet::new(),
            mode: Mode::default(),
            reach: HintReach::default(),
            hints: BTreeMap::new(),
            refusals: 0,
            stumbles: BTreeMap::new(),
            mistaken: BTreeMap::new(),
            shown: BTreeSet::new(),
            slips: 0,
            stops: 0,
            followed: BTreeMap::new(),
            rounds: BTreeMap::new(),
            beside: None,
            hand: None,
            call: None,
            registered: false,
            ended: None,
            submissions: BTreeSet::new(),
            refused: BTreeSet::new(),
        })
    }

    /// Takes one more event into account. A second start changes nothing.
    pub fn apply(&mut self, event: &Event) {
        match event {
            Event::Started { .. } | Event::PaperOpened { .. } => {}
            Event::GuardStopped { .. } => self.stops = self.stops.saturating_add(1),
            Event::PaperLaid { paper } => self.beside = Some(paper.clone()),
            Event::PaperPutAway => self.beside = None,
            Event::Answered { field, outcome } => {
                self.mistakes.remove(field);
                if matches!(outcome, Outcome::Slip(_)) {
                    self.slips = self.slips.saturating_add(1);
                }
                if self.mode == Mode::Discover && !self.answers.contains_key(field) {
                    self.shown.insert(field.clone());
                }
                self.answers.insert(field.clone(), outcome.clone());
            }
            Event::Mistaken { field, mistake } => {
                count(&mut self.mistaken, field);
                self.mistakes.insert(field.clone(), mistake.clone());
            }
            Event::Refused { screen, submission, problems } => {
                self.minutes += 1;
                self.refused.insert(screen.clone());
                // A question that has just come up was not answered wrong.
                let objected = problems.iter().filter(|problem| !problem.is_news());
                objected.for_each(|problem| count(&mut self.stumbles, &problem.field));
                self.refusals += u32::from(!problems.iter().all(Problem::is_news));
                self.problems.clone_from(problems);
                self.submissions.insert(submission.clone());
            }
            Event::Passed { screen, to, submission } => {
                self.minutes += 1;
                self.submissions.insert(submission.clone());
                self.refused.remove(screen);
                if self.passed.insert(screen.clone()) {
                    self.rounds.clear();
                }
                self.leave(screen);
                self.rejoin(to);
                self.enter(to);
            }
            Event::Followed { screen, to } => {
                self.minutes += 1;
                count(&mut self.followed, to);
                self.leave(screen);
                self.skip_to(to);
                self.enter(to);
            }
            Event::WentBack { screen, to } => {
                self.step_back(screen, to);
                self.enter(to);
            }
            Event::RowAdded { rows, count } => {
                self.rows.insert(rows.clone(), *count);
            }
            Event::RowRemoved { rows, row, count, fields } => {
                self.rows.insert(rows.clone(), *count);
                self.move_rows_up(rows, *row, *count, fields);
            }
            Event::MailSent { number, mail, delay, lasts } => {
                let at = self.minutes + u32::from(*delay);
                let until = lasts.map(|minutes| at + u32::from(minutes));
                self.mails.push(Arrived { number: *number, mail: mail.clone(), opened: false, at, until });
            }
            Event::Waited { minutes } => self.minutes += u32::from(*minutes),
            Event::Downloaded { paper } => {
                if !self.downloads.contains(paper) {
                    self.downloads.push(paper.clone());
                }
            }
            Event::CookiesChosen { accepted } => {
                self.cookies = Some(accepted.clone());
                self.cookies_reopened = false;
            }
            Event::CookiesReopened => self.cookies_reopened = true,
            Event::Mishap { mishap } => {
                self.struck.insert(mishap.clone());
            }
            Event::MailOpened { number } => {
                if let Some(mail) = self.mails.iter_mut().find(|mail| mail.number == *number) {
                    mail.opened = true;
                }
            }
            Event::HintGiven { field, rung, .. } => {
                self.hints.insert(field.clone(), *rung);
            }
            Event::ModeChosen { mode, .. } => self.mode = *mode,
            Event::HintsLimited { reach } => self.reach = *reach,
            Event::HandRaised { asks } => self.hand = Some(Hand { asks: *asks, seen: false }),
            Event::HandLowered => self.hand = None,
            Event::HandSeen => {
                if let Some(hand) = &mut self.hand {
                    hand.seen = true;
                }
            }
            Event::Called { call } => self.call = Some(call.clone()),
            Event::CallClosed => self.call = None,
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

    fn leave(&mut self, screen: &str) {
        if self.trail.len() == LONGEST_TRAIL {
            self.trail.remove(0);
        }
        self.trail.push(screen.to_owned());
    }

    /// Leaves the trail at `to`, and remembers the way back to where the learner was.
    fn step_back(&mut self, from: &str, to: &str) {
        let Some(at) = self.trail.iter().rposition(|passed| passed == to) else { return };
        let mut ahead = self.trail.split_off(at);
        ahead.remove(0);
        if self.return_to.is_some() {
            // A page only looked at is not on the way.
            ahead.retain(|screen| self.passed.contains(screen));
            if self.passed.contains(from) {
                ahead.push(from.to_owned());
            }
            ahead.append(&mut self.ahead);
        } else {
            self.return_to = Some(from.to_owned());
        }
        self.ahead = ahead;
    }

    /// Takes up the way remembered by `step_back`, as far as it leads to `to`. When it leads elsewhere, the pages left
    /// aside no longer count.
    fn rejoin(&mut self, to: &str) {
        if self.return_to.as_deref() == Some(to) {
            self.return_to = None;
            self.trail.append(&mut self.ahead);
        } else if self.ahead.first().is_some_and(|next| next == to) {
            self.ahead.remove(0);
        } else {
            self.return_to = None;
            for screen in std::mem::take(&mut self.ahead) {
                if !self.trail.contains(&screen) {
                    self.passed.remove(&screen);
                }
            }
        }
    }

    /// A link may jump ahead on the way remembered; it never makes it forgotten.
    fn skip_to(&mut self, to: &str) {
        if self.return_to.as_deref() == Some(to) {
            self.rejoin(to);
        } else if let Some(at) = self.ahead.iter().position(|next| next == to) {
            self.trail.extend(self.ahead.drain(..=at).take(at));
        }
    }

    /// The answers of later rows take the place of those of the row removed.
    fn move_rows_up(&mut self, rows: &str, row: usize, count: usize, fields: &[String]) {
        let around = numbers(rows);
        let at = |field: &String, row: usize| id(field, &[around.as_slice(), &[row]].concat());
        for field in fields {
            for row in row..=count {
                let (here, below) = (at(field, row), at(field, row + 1));
                replace(&mut self.answers, &here, &below);
                replace(&mut self.mistakes, &here, &below);
            }
            let last = at(field, count + 1);
            self.answers.remove(&last);
            self.mistakes.remove(&last);
        }
        self.problems.clear();
    }

    fn enter(&mut self, screen: &str) {
        count(&mut self.rounds, screen);
        screen.clone_into(&mut self.screen);
        self.visit += 1;
        self.problems.clear();
    }

    /// Whether the learner keeps coming back here, without a new page in between.
    pub fn goes_in_circles(&self) -> bool {
        self.rounds.get(&self.screen).is_some_and(|times| *times >= CIRCLES)
    }

    /// Whether a submission was recorded already.
    pub fn knows(&self, submission: &str) -> bool {
        self.submissions.contains(submission)
    }

    /// Whether the screen was refused since it was last passed.
    pub fn is_refused(&self, screen: &str) -> bool {
        self.refused.contains(screen)
    }

    /// Messages that are there, oldest first.
    pub fn arrived(&self) -> impl DoubleEndedIterator<Item = &Arrived> {
        self.mails.iter().filter(|mail| mail.at <= self.minutes)
    }

    /// The next message on its way.
    pub(super) fn awaited(&self) -> Option<&str> {
        let coming = self.mails.iter().filter(|mail| mail.at > self.minutes);
        coming.min_by_key(|mail| mail.at).map(|mail| mail.mail.as_str())
    }

    /// Messages not opened yet.
    pub fn unread(&self) -> usize {
        self.arrived().filter(|mail| !mail.opened).count()
    }

    /// Whether a page was let through, as often as it is repeated or not.
    pub fn has_passed(&self, page: &str) -> bool {
        self.passed.iter().any(|screen| base(screen) == page)
    }

    /// Whether the learner has this paper.
    pub fn has_paper(&self, paper: &str) -> bool {
        self.persona.papers.iter().chain(&self.downloads).any(|had| had == paper)
    }

    /// The six digits that the message of that number carries.
    pub fn code(&self, number: u32) -> String {
        // A code never begins with zero: read aloud, a leading zero gets lost.
        let draw = mix(self.secret ^ u64::from(number));
        format!("{}", 100_000 + draw % 900_000)
    }

    /// The code of the last message of that name, while it is good.
    fn good_code(&self, mail: &str) -> Option<String> {
        let last = self.arrived().rev().find(|arrived| arrived.mail == mail)?;
        let good = last.until.is_none_or(|until| self.minutes <= until);
        good.then(|| self.code(last.number))
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
            Reference::Paper(key) => self.has_paper(key).then(|| key.clone()),
            Reference::Code(mail) => self.good_code(mail),
            Reference::ReceiptNumber => self.registered.then(|| self.receipt_number()),
            Reference::Today => Some(self.today.to_string()),
            Reference::OwnCode => None,
        }
    }

    /// Every value the learner can copy from, by reference: the persona's, its papers, the codes received.
    pub fn known(&self) -> Vec<(Reference, String)> {
        let values =
            self.persona.values.iter().map(|(path, value)| (Reference::Persona(path.clone()), value.clone()));
        let papers = self.persona.papers.iter().chain(&self.downloads);
        let papers = papers.map(|paper| (Reference::Paper(paper.clone()), paper.clone()));
        let sent: BTreeSet<&String> = self.arrived().map(|arrived| &arrived.mail).collect();
        let codes =
            sent.into_iter().filter_map(|mail| Some((Reference::Code(mail.clone()), self.good_code(mail)?)));
        values.chain(papers).chain(codes).collect()
    }
}

fn count(times: &mut BTreeMap<String, u16>, what: &str) {
    let times = times.entry(what.to_owned()).or_default();
    *times = times.saturating_add(1);
}

fn replace<T>(values: &mut BTreeMap<String, T>, here: &str, below: &str) {
    match values.remove(below) {
        Some(value) => drop(values.insert(here.to_owned(), value)),
        None => drop(values.remove(here)),
    }
}

/// `SplitMix64`: spreads a seed over 64 bits. Not a secret-keeper, and it has none to keep: its codes open nothing.
const fn mix(seed: u64) -> u64 {
    let mut mixed = seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}
