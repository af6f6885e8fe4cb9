//! Graded help: what to say next, and about which question.
//!
//! How much it says by itself depends on the way of rehearsing, and it never blames.

use super::{
    cause::{Cause, cause},
    judge::counted,
    mode::Mode,
    papers,
    questions::{Question, Wanted, questions},
    reach::HintReach,
    shown::{self, Step},
    state::State,
    wording::fill,
    world::Lived,
};
use crate::{
    graph::{Graph, Hint, Place, Screen, base, id, numbers},
    guard::Outcome,
};

/// Rungs after which the question itself is pointed at: what is wrong, where to look, then this.
const POINTS_AT: usize = 3;

/// What the coach has to say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Advice {
    /// What it is about: the name of a question, or of a page after `page.`.
    pub about: String,
    pub label: String,
    /// The screen that asks it, when it is not the current one.
    pub elsewhere: Option<String>,
    /// Why the answer is not the expected one, when there is one.
    pub cause: Option<Cause>,
    /// Rungs given so far, weakest first.
    pub rungs: Vec<Rung>,
    /// Rungs there are in all, as far as they may be asked for.
    pub ladder: usize,
    /// The mediator can give more.
    pub beyond: bool,
    /// The question is on this page, and help has come to pointing at it.
    pub points: bool,
    /// The learner looks for the way.
    pub wandering: Option<Wandering>,
    /// What to do now, for whoever discovers the procedure.
    pub step: Option<Step>,
    /// Nothing is said before it is asked for.
    pub quiet: bool,
}

impl Advice {
    pub fn is_about_a_question(&self) -> bool {
        !self.about.starts_with(PAGE)
    }
}

/// How somebody loses the way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wandering {
    /// This page leads nowhere.
    WrongTurn,
    /// The same page again and again, and no new one.
    InCircles,
}

/// One rung of help.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rung {
    pub says: String,
    pub shows: Option<Mark>,
}

/// A place on a paper of the learner's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// The paper's name, with its numbers.
    pub paper: String,
    /// Title of the paper.
    pub title: String,
    pub line: String,
}

/// Before the key of a page, in the names of what help was given about.
pub(super) const PAGE: &str = "page.";

/// Rungs there are about a question or a page; `None` when there is no such thing.
pub(super) fn ladder(graph: &Graph, about: &str) -> Option<usize> {
    match about.strip_prefix(PAGE).and_then(|key| graph.screen(key)) {
        Some(screen) => Some(screen.hints.len()),
        None => graph.field(about).map(|(_, field)| field.hints.len()),
    }
}

/// Help on what needs it most: a question refused, a mistake passed, a wrong turn, the first question open, the page.
pub fn advise(graph: &Graph, state: &State) -> Option<Advice> {
    if state.ended.is_some() || state.mode == Mode::Test {
        return None;
    }
    let mediators = |advice: &Advice| {
        state.reach == HintReach::Mediator && state.mode != Mode::Discover && advice.rungs.is_empty()
    };
    let mut advice = match (foremost(graph, state), state.mode) {
        (None, Mode::Discover) => about_page(graph.screen(&state.screen)?, &Lived::new(graph, state)),
        (advice, _) => advice.filter(|advice| !mediators(advice))?,
    };
    match state.mode {
        Mode::Discover => advice.step = shown::step(graph, state),
        Mode::Alone if advice.rungs.is_empty() => {
            advice.quiet = true;
            advice.cause = None;
            advice.wandering = None;
        }
        Mode::Guided | Mode::Alone | Mode::Test => {}
    }
    Some(advice)
}

/// What a hint would be about, whoever gives it: the name of a question, or of a page after `page.`.
pub fn concern(graph: &Graph, state: &State) -> Option<String> {
    if state.ended.is_some() || state.mode == Mode::Test {
        return None;
    }
    let page = || graph.screen(&state.screen).filter(|screen| !screen.hints.is_empty());
    let page = || page().map(|screen| format!("{PAGE}{}", screen.key));
    foremost(graph, state).map(|advice| advice.about).or_else(page)
}

/// What needs help most.
fn foremost(graph: &Graph, state: &State) -> Option<Advice> {
    let screen = graph.screen(&state.screen)?;
    let lived = Lived::on(graph, state, screen, &state.screen);
    if screen.detour {
        return Some(about_page(screen, &lived));
    }
    let here = questions(screen, &lived, Wanted::Shown);
    let refused =
        state.problems.iter().find_map(|problem| here.iter().find(|asked| asked.id == problem.field));
    if let Some(question) = refused {
        return Some(about(question, None));
    }
    if let Some((question, screen)) = passed_with_a_mistake(graph, state) {
        return Some(about(&question, Some(screen)));
    }
    if let Some(question) = here.iter().find(|question| is_open(question)) {
        let advice = about(question, None);
        // Why the answer is wrong helps more, and coming back to it is what was asked for.
        let circles = state.goes_in_circles() && advice.cause.is_none();
        return Some(Advice { wandering: circles.then_some(Wandering::InCircles), ..advice });
    }
    (!screen.hints.is_empty() || state.goes_in_circles()).then(|| about_page(screen, &lived))
}

fn about(question: &Question<'_>, elsewhere: Option<String>) -> Advice {
    let state = question.lived.state;
    let (rungs, ladder) = given(state, &question.id, &question.field.hints, &question.lived);
    let beyond = ladder < question.field.hints.len();
    Advice {
        about: question.id.clone(),
        label: fill(&question.field.label, &question.lived),
        cause: cause(question),
        points: elsewhere.is_none() && !rungs.is_empty() && rungs.len() >= POINTS_AT.min(ladder),
        elsewhere,
        rungs,
        ladder,
        beyond,
        wandering: None,
        step: None,
        quiet: false,
    }
}

fn about_page(screen: &Screen, lived: &Lived<'_>) -> Advice {
    let about = format!("{PAGE}{}", screen.key);
    let (rungs, ladder) = given(lived.state, &about, &screen.hints, lived);
    let label = fill(&screen.title, lived);
    let wandering = if screen.detour {
        Some(Wandering::WrongTurn)
    } else {
        lived.state.goes_in_circles().then_some(Wandering::InCircles)
    };
    Advice {
        about,
        label,
        elsewhere: None,
        cause: None,
        beyond: ladder < screen.hints.len(),
        rungs,
        ladder,
        points: false,
        wandering,
        step: None,
        quiet: false,
    }
}

fn given(state: &State, about: &str, hints: &[Hint], lived: &Lived<'_>) -> (Vec<Rung>, usize) {
    let given = rungs_said(state, about, hints.len());
    let ladder = state.reach.rungs(about, hints.len()).max(given);
    let rung = |hint: &Hint| {
        let shows = hint.shows.as_ref().and_then(|place| mark(place, lived));
        Rung { says: fill(&hint.says, lived), shows }
    };
    (hints.iter().take(given).map(rung).collect(), ladder)
}

/// Rungs said about a question or a page: those asked for, and the first by itself where a guided learner needs it.
pub(super) fn rungs_said(state: &State, about: &str, ladder: usize) -> usize {
    let given = usize::from(state.hints.get(about).copied().unwrap_or_default());
    let stumbled = || {
        state.mistakes.contains_key(about)
            || state.problems.iter().any(|problem| problem.field == about && !problem.is_news())
            || state.goes_in_circles()
    };
    let offers = state.mode == Mode::Guided && state.reach.rungs(about, ladder) > 0;
    given.max(usize::from(offers && stumbled())).min(ladder)
}

/// The place on the paper about the same items; none when the learner has no such paper.
pub(super) fn mark(place: &Place, lived: &Lived<'_>) -> Option<Mark> {
    let paper = id(&place.paper, lived.numbers.get(..place.depth)?);
    let title = papers::title(lived.graph, lived.state, &paper)?;
    let mark = Mark { title, line: place.line.clone(), paper };
    lived.state.has_paper(&mark.paper).then_some(mark)
}

/// A wrong answer on a page already passed: it can still be put right before the end. One that the scenario names comes
/// first.
fn passed_with_a_mistake<'a>(graph: &'a Graph, state: &'a State) -> Option<(Question<'a>, String)> {
    if state.registered || state.answers.is_empty() {
        return None;
    }
    let asked = counted(graph, state);
    let (named, others): (Vec<_>, Vec<_>) =
        asked.into_iter().partition(|asked| state.mistakes.contains_key(&asked.id));
    let wrong = named.into_iter().chain(others.into_iter().filter(is_wrong));
    wrong.into_iter().find_map(|question| {
        let shown = shown_on(graph, state, &question.id)?.to_owned();
        Some((question, shown))
    })
}

/// The page of the trail that asks a question; of a page that comes again for each item, the one of its own item.
fn shown_on<'s>(graph: &Graph, state: &'s State, question: &str) -> Option<&'s str> {
    let (screen, _) = graph.field(question)?;
    let of = numbers(question);
    let asks = |id: &&String| base(id) == screen.key && of.starts_with(&numbers(id));
    state.trail.iter().rev().find(asks).map(String::as_str)
}

/// Sent, and not as the papers say; or left out, though they say something.
fn is_wrong(question: &Question<'_>) -> bool {
    let answer = question.lived.state.answers.get(&question.id);
    answer.is_some_and(|outcome| !question.is_right(outcome))
}

fn is_open(question: &Question<'_>) -> bool {
    let answer = question.lived.state.answers.get(&question.id);
    !question.field.hints.is_empty()
        && answer.is_none_or(|outcome| *outcome == Outcome::Empty || !question.is_right(outcome))
}
