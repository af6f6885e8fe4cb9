//! The robot learner: goes everywhere, makes each mistake that has a name, and checks that one can always finish well.
//!
//! It makes one mistake at a time: what two mistakes do together is not looked at.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::{right_answers, right_move, slips::slips};
use crate::{
    field::Kind,
    graph::{BlockKind, EndingWhen, Exit, Graph, Required, base, gather},
    guard::Outcome,
    reference::Reference,
    rehearsal::{
        Answers, Command, Consent, Event, Start, State, can_finish, decide,
        judge::{counted, read, rows_missing},
        questions::{Question, Wanted, held, questions},
        start,
        world::Lived,
    },
    term::Term,
};

/// What the robot met.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Explored {
    /// Situations looked at: a page, and what brought there.
    pub situations: usize,
    /// The budget was spent before everything was looked at.
    pub cut: bool,
    pub pages: BTreeSet<String>,
    /// Ways taken from page to page.
    pub ways: BTreeSet<(String, String)>,
    /// Fields and their mistakes.
    pub mistakes: BTreeSet<(String, String)>,
    /// Fields and what the site objected to them.
    pub refusals: BTreeSet<String>,
    pub messages: BTreeSet<String>,
    pub mishaps: BTreeSet<String>,
    pub endings: BTreeSet<String>,
    /// Pages from which somebody who makes no mistake any more did not reach the good ending, and why.
    pub stuck: BTreeMap<String, String>,
}

/// What a scenario holds that the robot did not meet.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Unmet {
    pub pages: Vec<String>,
    pub mistakes: Vec<(String, String)>,
    pub messages: Vec<String>,
    pub mishaps: Vec<String>,
    pub endings: Vec<String>,
}

/// Goes through a scenario as one persona, looking at `most` situations at the most. Two moments are one situation when
/// they are on the same page, with the same mistake, and with the same answers to all that a condition reads.
pub fn explore(graph: &Graph, begin: Start, most: usize) -> Explored {
    let mut explored = Explored::default();
    let Some(first) = State::fold(&start(graph, begin)) else { return explored };
    let mut robot = Robot { graph, watched: watched(graph), finishes: BTreeSet::new() };
    let mut known = BTreeSet::from([robot.situation(&first)]);
    let mut tried = BTreeSet::new();
    let mut waiting = VecDeque::from([first]);
    while let Some(state) = waiting.pop_front() {
        if explored.situations == most {
            explored.cut = true;
            return explored;
        }
        explored.situations += 1;
        explored.pages.insert(base(&state.screen).to_owned());
        if let Some(why) = robot.cannot_finish(&state) {
            explored.stuck.entry(base(&state.screen).to_owned()).or_insert(why);
        }
        let strayed = deviations(graph, &state) > 0;
        // How far one had come matters little to a mistake: each page is tried when it is new, and when it is seen again.
        let seen = (state.screen.clone(), state.passed.contains(&state.screen));
        let new = strayed || tried.insert(seen);
        let cookies = robot.watched.contains(COOKIES).then_some([Consent::All, Consent::Nothing]);
        let cookies = cookies.into_iter().flatten().map(|consent| Command::ChooseCookies { consent });
        let commands = commands(graph, &state, strayed || !new).into_iter().chain(cookies);
        for (rank, command) in commands.enumerate() {
            let Ok(events) = decide(graph, &state, command) else { continue };
            explored.note(&events);
            let after = state.after(&events);
            // One mistake at a time, or there would be no end to it.
            if deviations(graph, &after) > 1 || !known.insert(robot.situation(&after)) {
                continue;
            }
            if after.problems.is_empty() {
                // The right way first: the good end is seen however large the scenario.
                if rank == 0 { waiting.push_front(after) } else { waiting.push_back(after) }
            } else if let Some(why) = robot.cannot_finish(&after) {
                // The same page, refused: whatever can be done there was done when it was not.
                explored.stuck.entry(base(&after.screen).to_owned()).or_insert(why);
            }
        }
    }
    explored
}

impl Explored {
    fn note(&mut self, events: &[Event]) {
        for event in events {
            match event {
                Event::Passed { screen, to, .. }
                | Event::Followed { screen, to }
                | Event::WentBack { screen, to } => {
                    self.ways.insert((base(screen).to_owned(), base(to).to_owned()));
                }
                Event::Mistaken { field, mistake } => {
                    self.mistakes.insert((base(field).to_owned(), mistake.clone()));
                }
                Event::Refused { problems, .. } => {
                    self.refusals.extend(problems.iter().map(|problem| base(&problem.field).to_owned()));
                }
                Event::MailSent { mail, .. } => drop(self.messages.insert(mail.clone())),
                Event::Mishap { mishap } => drop(self.mishaps.insert(mishap.clone())),
                Event::Ended { ending } => drop(self.endings.insert(ending.clone())),
                _ => {}
            }
        }
    }

    /// Adds what was met as another persona.
    pub fn absorb(&mut self, other: Self) {
        self.situations += other.situations;
        self.cut |= other.cut;
        self.pages.extend(other.pages);
        self.ways.extend(other.ways);
        self.mistakes.extend(other.mistakes);
        self.refusals.extend(other.refusals);
        self.messages.extend(other.messages);
        self.mishaps.extend(other.mishaps);
        self.endings.extend(other.endings);
        self.stuck.extend(other.stuck);
    }

    /// What was not met.
    pub fn unmet(&self, graph: &Graph) -> Unmet {
        let missing = |all: Vec<String>, met: &BTreeSet<String>| {
            all.into_iter().filter(|key| !met.contains(key)).collect::<Vec<_>>()
        };
        let fields = graph.screens().iter().flat_map(|screen| screen.fields());
        let mistakes = fields
            .flat_map(|field| field.mistakes.iter().map(|mistake| (field.key.clone(), mistake.key.clone())))
            .filter(|mistake| !self.mistakes.contains(mistake));
        let sent = graph.mails().iter().filter(|mail| !mail.at_start).map(|mail| mail.key.clone());
        Unmet {
            pages: missing(graph.screens().iter().map(|screen| screen.key.clone()).collect(), &self.pages),
            mistakes: mistakes.collect(),
            messages: missing(sent.collect(), &self.messages),
            mishaps: missing(
                graph.mishaps().iter().map(|mishap| mishap.key.clone()).collect(),
                &self.mishaps,
            ),
            endings: missing(
                graph.endings().iter().map(|ending| ending.key.clone()).collect(),
                &self.endings,
            ),
        }
    }
}

impl Unmet {
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// Everything a learner may do here, right or wrong; only what leads on, when this page was tried already, or when a
/// mistake was made: another would be one too many, and how to put it right is looked at apart.
fn commands(graph: &Graph, state: &State, only_on: bool) -> Vec<Command> {
    let Some(screen) = graph.screen(&state.screen).filter(|_| state.ended.is_none()) else {
        return Vec::new();
    };
    let visit = state.visit;
    // A name for each sending that no earlier one has.
    let now = format!("{visit}.{}", state.refusals);
    let mut commands: Vec<Command> = right_move(graph, state, &format!("{now}.juste")).into_iter().collect();
    let lived = Lived::on(graph, state, screen, &state.screen);
    let held = held(screen, &lived, Wanted::Shown);
    if screen.exit != Exit::End && !only_on {
        let right = right_answers(graph, state);
        let mut send = |answers: Answers| {
            let submission = format!("{now}.{}", commands.len());
            let readings = read(graph, state, &state.screen, &answers);
            commands.push(Command::Submit { screen: state.screen.clone(), visit, submission, readings });
        };
        send(Answers::new());
        // Those that another answer would call for, too.
        for question in &questions(screen, &lived, Wanted::Possible) {
            for typed in slips(question) {
                let mut answers = right.clone();
                answers.insert(question.id.clone(), typed);
                send(answers);
            }
        }
    }
    let site = graph.site.menu.iter().chain(&graph.site.footer).filter(|_| screen.has_menu);
    let links = held.links.iter().copied().chain(site);
    commands.extend(links.map(|link| Command::Follow { visit, page: link.page.clone() }));
    commands.extend((0..held.buttons.len()).map(|button| Command::Press { visit, button }));
    for (name, rows, lived) in &held.rows {
        let (there, wanted) = (lived.rows(rows).len(), lived.rows_expected(rows).unwrap_or_default());
        if there == wanted {
            commands.push(Command::AddRow { visit, rows: name.clone() });
        }
        if there == wanted && there > 0 {
            commands.push(Command::RemoveRow { visit, rows: name.clone(), row: there });
        }
    }
    if !only_on || screen.detour {
        commands.push(Command::GoBack { visit });
    }
    if can_finish(graph, state) {
        commands.push(Command::Finish);
    }
    commands
}

/// Stands among fields that are watched for the choice made in the cookie banner. It is no name of a field.
const COOKIES: &str = "cookies.";

/// Fields whose answers a condition reads.
fn watched(graph: &Graph) -> BTreeSet<String> {
    let mut terms: Vec<&Term> = Vec::new();
    for screen in graph.screens() {
        terms.extend(&screen.when);
        if let Exit::To(branches) = &screen.exit {
            terms.extend(branches.iter().filter_map(|branch| branch.when.as_ref()));
        }
        gather(&screen.blocks, &mut |block| {
            terms.extend(&block.when);
            if let BlockKind::Field(field) = &block.kind {
                terms.extend(&field.when);
                if let Required::Unless(term) = &field.required {
                    terms.push(term);
                }
            }
        });
    }
    terms.extend(graph.endings().iter().filter_map(|ending| match &ending.when {
        EndingWhen::Holds(term) => Some(term),
        EndingWhen::AllRight | EndingWhen::SomeMistake => None,
    }));
    terms.extend(graph.mishaps().iter().filter_map(|mishap| mishap.when.as_ref()));
    let named = terms.iter().flat_map(|term| term.sources());
    let watched = |source: &String| match source.rsplit_once("reponse.") {
        Some((_, answer)) => Some(answer.to_owned()),
        None => source.starts_with(COOKIES).then(|| COOKIES.to_owned()),
    };
    named.filter_map(watched).collect()
}

struct Robot<'a> {
    graph: &'a Graph,
    watched: BTreeSet<String>,
    /// Situations from which the good ending was reached.
    finishes: BTreeSet<String>,
}

impl Robot<'_> {
    /// What tells a situation from another: the page, what was answered that changes the way, what is wrong.
    fn situation(&self, state: &State) -> String {
        let answers: Vec<(&String, &Outcome)> =
            state.answers.iter().filter(|(id, _)| self.watched.contains(base(id))).collect();
        let codes: Vec<(&str, bool)> = self.asked_codes(state);
        let cookies = state.cookies.as_ref().filter(|_| self.watched.contains(COOKIES));
        let here = (&state.screen, &state.mistakes, answers, &state.rows, &state.struck);
        format!("{here:?}{:?}{codes:?}{cookies:?}", (state.registered, &state.ended))
    }

    /// Messages whose code the current page asks for, and whether it is to be had.
    fn asked_codes(&self, state: &State) -> Vec<(&str, bool)> {
        let Some(screen) = self.graph.screen(&state.screen) else { return Vec::new() };
        if screen.fields().iter().all(|field| field.kind != Kind::Code) {
            return Vec::new();
        }
        let had = |mail: &str| state.value(&Reference::Code(mail.to_owned())).is_some();
        self.graph.mails().iter().map(|mail| (mail.key.as_str(), had(&mail.key))).collect()
    }

    /// Why somebody who puts everything right from here does not reach the good ending; nothing when it is reached, or
    /// when the request has already left with a mistake in it.
    fn cannot_finish(&mut self, state: &State) -> Option<String> {
        if state.ended.is_some() || state.registered {
            return None;
        }
        let graph = self.graph;
        let (mut state, mut way) = (state.clone(), Vec::new());
        for step in 0..MOST_STEPS {
            let situation = self.situation(&state);
            if self.finishes.contains(&situation) {
                self.finishes.extend(way);
                return None;
            }
            way.push(situation);
            let back = wrong_page(graph, &state).map(|screen| Command::GoTo { visit: state.visit, screen });
            let Some(command) = back.or_else(|| right_move(graph, &state, &format!("r{step}"))) else {
                break;
            };
            match decide(graph, &state, command) {
                Ok(events) if events.is_empty() => break,
                Ok(events) => state = state.after(&events),
                Err(_) => break,
            }
        }
        let good = |key: &String| graph.ending(key).is_some_and(|ending| ending.when == EndingWhen::AllRight);
        match &state.ended {
            Some(ending) if good(ending) => {
                self.finishes.extend(way);
                None
            }
            Some(ending) => Some(format!("on arrive à la fin « {ending} »")),
            None => Some(format!("on s’arrête à la page « {} »", state.screen)),
        }
    }
}

/// Answers that are not the expected ones, and rows that are missing.
fn deviations(graph: &Graph, state: &State) -> usize {
    let wrong = |question: &Question<'_>| {
        state.answers.get(&question.id).is_some_and(|outcome| !question.is_right(outcome))
    };
    counted(graph, state).iter().filter(|question| wrong(question)).count() + rows_missing(graph, state).len()
}

/// A page left behind with something wrong on it.
fn wrong_page(graph: &Graph, state: &State) -> Option<String> {
    let wrong = |id: &&String| {
        let Some(screen) = graph.screen(id) else { return false };
        let held = held(screen, &Lived::on(graph, state, screen, id), Wanted::Shown);
        let answered = |question: &Question<'_>| {
            state.answers.get(&question.id).is_some_and(|outcome| !question.is_right(outcome))
        };
        let rows = held.rows.iter().any(|(_, rows, lived)| {
            lived.rows_expected(rows).is_some_and(|wanted| wanted != lived.rows(rows).len())
        });
        rows || held.questions.iter().any(answered)
    };
    state.trail.iter().filter(|id| **id != state.screen && state.passed.contains(*id)).find(wrong).cloned()
}

/// Pages sent at the most before giving up.
const MOST_STEPS: usize = 300;
