//! What a rehearsal was like, looked back on: what was done alone, what was hard, what to practise next.
//!
//! Every figure is counted from the facts; nothing is guessed, and nothing of what was typed is told.

use super::{judge::counted, questions::Question, state::State, wording::fill};
use crate::{
    field::{Kind, Privacy},
    graph::Graph,
    guard::Outcome,
};

/// Most questions called hard: a longer list would be read as a reproach.
const MOST_HARD: usize = 5;
/// Most things to practise next.
const MOST_SKILLS: usize = 3;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Review {
    /// Questions answered, of those that a paper, the card or a message tells.
    pub asked: usize,
    /// Right at the first sending, and without any hint.
    pub alone: usize,
    /// Answered while the answer was shown.
    pub shown: usize,
    /// The hardest first.
    pub hard: Vec<Hard>,
    /// Pages that lead nowhere, times they were come to.
    pub wrong_turns: u16,
    /// Real data that was stopped.
    pub stops: u16,
    /// What to practise next, the most useful first.
    pub practise: Vec<Skill>,
}

impl Review {
    /// Questions whose answer was to be found.
    pub const fn sought(&self) -> usize {
        self.asked.saturating_sub(self.shown)
    }
}

/// A question that was hard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hard {
    pub label: String,
    /// Times it was objected to.
    pub refused: u16,
    /// Times the site took a wrong answer that the scenario names.
    pub mistaken: u16,
    /// Rungs of help given.
    pub hints: u8,
    /// The answer is wrong as it stands.
    pub wrong: bool,
}

/// What one learns by rehearsing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Skill {
    /// Find an amount or a date on a paper, on the right line.
    ReadPapers,
    /// Copy a name, an address or a number without a slip.
    Copy,
    /// Find a code in one's messages.
    ReadMessages,
    /// Understand a question before choosing.
    Understand,
    /// Find the way in a site.
    FindTheWay,
    /// Keep what is really one's own to oneself.
    KeepToOneself,
}

/// Looks back on what was done so far.
pub fn review(graph: &Graph, state: &State) -> Review {
    let judged: Vec<Question<'_>> =
        counted(graph, state).into_iter().filter(|question| question.field.expected.is_some()).collect();
    let shown = judged.iter().filter(|question| state.shown.contains(&question.id)).count();
    let told: Vec<(&Question<'_>, Hard)> = judged.iter().map(|question| (question, hard(question))).collect();
    let weight = |hard: &Hard| {
        let put_right = hard.mistaken > 0 && hard.refused == 0 && !hard.wrong;
        u32::from(hard.refused) * 2
            + u32::from(put_right) * 2
            + u32::from(hard.hints)
            + u32::from(hard.wrong) * 4
    };
    let unshown = told.iter().filter(|(question, _)| !state.shown.contains(&question.id));
    let alone = unshown.filter(|(_, hard)| weight(hard) == 0).count();
    let turns =
        |(page, times): (&String, &u16)| graph.screen(page).filter(|page| page.detour).map(|_| *times);
    let wrong_turns = state.followed.iter().filter_map(turns).fold(0, u16::saturating_add);
    let practise = practise(&told, &weight, wrong_turns, state);
    let mut hard: Vec<Hard> =
        told.into_iter().map(|(_, hard)| hard).filter(|hard| weight(hard) > 0).collect();
    // Of equal weight, in the order of the procedure.
    hard.sort_by_key(|hard| std::cmp::Reverse(weight(hard)));
    hard.truncate(MOST_HARD);
    Review { asked: judged.len(), alone, shown, hard, wrong_turns, stops: state.stops, practise }
}

fn hard(question: &Question<'_>) -> Hard {
    let state = question.lived.state;
    let answer = state.answers.get(&question.id);
    Hard {
        label: fill(&question.field.label, &question.lived),
        refused: state.stumbles.get(&question.id).copied().unwrap_or_default(),
        mistaken: state.mistaken.get(&question.id).copied().unwrap_or_default(),
        hints: state.hints.get(&question.id).copied().unwrap_or_default(),
        wrong: answer.is_some_and(|outcome| !question.is_right(outcome)),
    }
}

/// The skills that cost most, by the weight of their questions.
fn practise(
    told: &[(&Question<'_>, Hard)],
    weight: &impl Fn(&Hard) -> u32,
    wrong_turns: u16,
    state: &State,
) -> Vec<Skill> {
    let mut costs = std::collections::BTreeMap::<Skill, u32>::new();
    for (question, hard) in told {
        *costs.entry(skill(question)).or_default() += weight(hard);
    }
    *costs.entry(Skill::Copy).or_default() += u32::from(state.slips);
    *costs.entry(Skill::FindTheWay).or_default() += u32::from(wrong_turns) * 2;
    // One real number typed in the wrong place is worth more practice than anything else.
    *costs.entry(Skill::KeepToOneself).or_default() += u32::from(state.stops) * 10;
    let mut costly: Vec<(Skill, u32)> = costs.into_iter().filter(|(_, cost)| *cost > 0).collect();
    costly.sort_by_key(|(_, cost)| std::cmp::Reverse(*cost));
    costly.into_iter().take(MOST_SKILLS).map(|(skill, _)| skill).collect()
}

/// What a question makes one practise.
fn skill(question: &Question<'_>) -> Skill {
    let kind = question.field.kind;
    let slipped = matches!(question.lived.state.answers.get(&question.id), Some(Outcome::Slip(_)));
    match (kind, kind.rules().privacy()) {
        (Kind::Code, _) => Skill::ReadMessages,
        _ if slipped => Skill::Copy,
        (Kind::Honour | Kind::YesNo | Kind::Choice | Kind::Boxes, _) => Skill::Understand,
        (_, Privacy::Neutral) => Skill::ReadPapers,
        (_, Privacy::Identity | Privacy::Secret) => Skill::Copy,
    }
}
