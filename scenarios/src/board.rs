//! What a mediator sees of a room: a fold of facts that hold no value.
//!
//! Nothing typed can reach a board: [`BoardFact`] has no place for it, and labels are filled from the persona alone.
//! Times are milliseconds handed in with each fact. It draws nothing, and says nothing in words.

mod named;
mod why;

use std::collections::BTreeMap;

pub use named::Named;
pub use why::{Presence, SILENT_AFTER, Why, whys};

use crate::{
    guard::Kind,
    rehearsal::{Ask, Call, Event, Hand, Mode, Problem},
};

/// What of an event a board may know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BoardFact {
    /// The learner came to a screen.
    Arrived {
        screen: String,
    },
    /// The site refused the answers to these questions.
    Refused {
        fields: Vec<String>,
    },
    /// An answer is a mistake that the scenario names.
    Mistaken {
        field: String,
        mistake: String,
    },
    /// Real personal data was stopped: its kind, never the text.
    Stopped {
        kind: Kind,
    },
    /// A rung of help was given, by the coach or by a mediator.
    Hinted {
        about: String,
        by_mediator: bool,
    },
    Moded {
        mode: Mode,
        by_mediator: bool,
    },
    HandRaised {
        asks: Ask,
    },
    HandLowered,
    HandSeen,
    /// A mediator asked something; `pauses` when it is « Regardez par ici ».
    Called {
        pauses: bool,
    },
    CallClosed,
    /// The request was registered.
    Registered,
    Ended,
    /// Something else was done: it only shows that somebody is there.
    Acted,
    /// Something else was done for the learner, by the room.
    Led,
}

impl BoardFact {
    pub fn of(event: &Event) -> Self {
        match event {
            Event::Started { screen, .. } => Self::Arrived { screen: screen.clone() },
            Event::Passed { to, .. } | Event::WentBack { to, .. } | Event::Followed { to, .. } => {
                Self::Arrived { screen: to.clone() }
            }
            // A question that has just come up was not answered wrong.
            Event::Refused { problems, .. } if problems.iter().all(Problem::is_news) => Self::Acted,
            Event::Refused { problems, .. } => {
                let objected = problems.iter().filter(|problem| !problem.is_news());
                Self::Refused { fields: objected.map(|problem| problem.field.clone()).collect() }
            }
            Event::Mistaken { field, mistake } => {
                Self::Mistaken { field: field.clone(), mistake: mistake.clone() }
            }
            Event::GuardStopped { kind, .. } => Self::Stopped { kind: *kind },
            Event::HintGiven { field, by_mediator, .. } => {
                Self::Hinted { about: field.clone(), by_mediator: *by_mediator }
            }
            Event::ModeChosen { mode, by_mediator } => Self::Moded { mode: *mode, by_mediator: *by_mediator },
            Event::HintsLimited { .. } => Self::Led,
            Event::HandRaised { asks } => Self::HandRaised { asks: *asks },
            Event::HandLowered => Self::HandLowered,
            Event::HandSeen => Self::HandSeen,
            Event::Called { call } => Self::Called { pauses: matches!(call, Call::Look { .. }) },
            Event::CallClosed => Self::CallClosed,
            Event::Registered => Self::Registered,
            Event::Ended { .. } => Self::Ended,
            Event::Answered { .. }
            | Event::RowAdded { .. }
            | Event::RowRemoved { .. }
            | Event::MailSent { .. }
            | Event::Waited { .. }
            | Event::Downloaded { .. }
            | Event::CookiesChosen { .. }
            | Event::CookiesReopened
            | Event::Mishap { .. }
            | Event::MailOpened { .. }
            | Event::PaperOpened { .. }
            | Event::PaperLaid { .. }
            | Event::PaperPutAway => Self::Acted,
        }
    }

    /// Whether the learner did it, not a mediator.
    const fn is_the_learners(&self) -> bool {
        !matches!(
            self,
            Self::HandSeen
                | Self::Called { .. }
                | Self::CallClosed
                | Self::Hinted { by_mediator: true, .. }
                | Self::Moded { by_mediator: true, .. }
                | Self::Led
        )
    }
}

/// One rehearsal on the board.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Line {
    pub began_at: i64,
    /// When the learner last did something.
    pub acted_at: i64,
    pub screen: String,
    /// When the learner came to this screen.
    pub arrived_at: i64,
    pub mode: Mode,
    /// Pages refused, in all.
    pub refusals: u16,
    /// Rungs of help given, in all.
    pub hints: u16,
    /// The question refused most often since the learner is on this screen, and how often.
    pub refused: Option<(String, u16)>,
    /// The last mistake that the scenario names, on this screen.
    pub mistaken: Option<(String, String)>,
    /// The hand that is up, and since when.
    pub hand: Option<(Hand, i64)>,
    /// The last real data stopped, and when.
    pub stopped: Option<(Kind, i64)>,
    pub stops: u16,
    /// « Regardez par ici » stands.
    pub paused: bool,
    /// Times one came to each screen since a new one was seen.
    rounds: BTreeMap<String, u16>,
    pub registered: bool,
    pub ended_at: Option<i64>,
    /// Milliseconds spent on each screen that was left.
    pub spent: BTreeMap<String, i64>,
    /// How often each question was refused.
    pub stumbles: BTreeMap<String, u16>,
    /// How often each question was refused since the learner is on this screen.
    here: BTreeMap<String, u16>,
}

/// Times one comes to the same screen, no new one being seen, before it is called going in circles.
const CIRCLES: u16 = 3;

impl Line {
    /// Of somebody who came at that moment, and has not begun.
    pub fn not_begun(at_ms: i64) -> Self {
        Self { acted_at: at_ms, ..Self::default() }
    }

    pub fn apply(&mut self, fact: &BoardFact, at_ms: i64) {
        if self.began_at == 0 {
            self.began_at = at_ms;
        }
        if fact.is_the_learners() {
            self.acted_at = at_ms;
        }
        match fact {
            BoardFact::Arrived { screen } => self.arrive(screen, at_ms),
            BoardFact::Refused { fields } => {
                self.refusals = self.refusals.saturating_add(1);
                for field in fields {
                    count(&mut self.stumbles, field);
                    let times = count(&mut self.here, field);
                    if self.refused.as_ref().is_none_or(|(_, most)| times > *most) {
                        self.refused = Some((field.clone(), times));
                    }
                }
            }
            BoardFact::Mistaken { field, mistake } => {
                self.mistaken = Some((field.clone(), mistake.clone()));
            }
            BoardFact::Stopped { kind } => {
                self.stopped = Some((*kind, at_ms));
                self.stops = self.stops.saturating_add(1);
            }
            BoardFact::Hinted { .. } => self.hints = self.hints.saturating_add(1),
            BoardFact::Moded { mode, .. } => self.mode = *mode,
            BoardFact::HandRaised { asks } => self.hand = Some((Hand { asks: *asks, seen: false }, at_ms)),
            BoardFact::HandLowered => self.hand = None,
            BoardFact::HandSeen => {
                if let Some((hand, _)) = &mut self.hand {
                    hand.seen = true;
                }
            }
            BoardFact::Called { pauses } => self.paused = *pauses,
            BoardFact::CallClosed => self.paused = false,
            BoardFact::Registered => self.registered = true,
            BoardFact::Ended => self.ended_at = Some(at_ms),
            BoardFact::Acted | BoardFact::Led => {}
        }
    }

    fn arrive(&mut self, screen: &str, at_ms: i64) {
        if !self.screen.is_empty() {
            let spent = (at_ms - self.arrived_at).max(0);
            *self.spent.entry(std::mem::take(&mut self.screen)).or_default() += spent;
        }
        if !self.spent.contains_key(screen) {
            self.rounds.clear();
        }
        count(&mut self.rounds, screen);
        screen.clone_into(&mut self.screen);
        self.arrived_at = at_ms;
        self.refused = None;
        self.mistaken = None;
        self.here.clear();
    }

    /// Whether the learner keeps coming back here, without a new page in between.
    pub fn goes_in_circles(&self) -> bool {
        self.rounds.get(&self.screen).is_some_and(|times| *times >= CIRCLES)
    }

    /// Milliseconds on the current screen, those of former visits included; nothing more once it has ended.
    pub fn on_screen(&self, now_ms: i64) -> i64 {
        let until = self.ended_at.unwrap_or(now_ms);
        (until - self.arrived_at).max(0) + self.spent.get(&self.screen).copied().unwrap_or_default()
    }
}

fn count(times: &mut BTreeMap<String, u16>, what: &str) -> u16 {
    let times = times.entry(what.to_owned()).or_default();
    *times = times.saturating_add(1);
    *times
}

/// The median time that those who left a screen spent on it, in milliseconds, by scenario and screen; of screens that two
/// have left.
pub fn pace<'a>(lines: impl IntoIterator<Item = (&'a str, &'a Line)>) -> BTreeMap<(&'a str, &'a str), i64> {
    let mut spent: BTreeMap<(&str, &str), Vec<i64>> = BTreeMap::new();
    for (scenario, line) in lines {
        for (screen, time) in &line.spent {
            spent.entry((scenario, screen)).or_default().push(*time);
        }
    }
    spent.retain(|_, times| times.len() > 1);
    spent
        .into_iter()
        .map(|(screen, mut times)| {
            times.sort_unstable();
            (screen, times[times.len() / 2])
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const MINUTE: i64 = 60_000;

    fn line(facts: &[(i64, BoardFact)]) -> Line {
        let mut line = Line::default();
        for (at, fact) in facts {
            line.apply(fact, *at);
        }
        line
    }

    fn arrived(screen: &str) -> BoardFact {
        BoardFact::Arrived { screen: screen.to_owned() }
    }

    fn refused(field: &str) -> BoardFact {
        BoardFact::Refused { fields: vec![field.to_owned()] }
    }

    #[test]
    fn refusals_are_counted_in_all_and_on_the_screen_one_is_on() {
        let there = [(1, arrived("a")), (2, refused("nom")), (3, refused("net")), (4, refused("net"))];
        let before = line(&there);
        assert_eq!((before.refusals, before.refused.clone()), (3, Some(("net".to_owned(), 2))));
        let mut after = before;
        after.apply(&arrived("b"), 5);
        assert_eq!((after.refusals, after.refused), (3, None));
        assert_eq!(after.stumbles["net"], 2);
    }

    #[test]
    fn a_mediators_act_does_not_count_as_the_learners() {
        let mut line = line(&[(1, arrived("a")), (MINUTE, BoardFact::HandRaised { asks: Ask::Come })]);
        line.apply(&BoardFact::HandSeen, 2 * MINUTE);
        line.apply(&BoardFact::Hinted { about: "nom".to_owned(), by_mediator: true }, 2 * MINUTE);
        line.apply(&BoardFact::Moded { mode: Mode::Alone, by_mediator: true }, 2 * MINUTE);
        line.apply(&BoardFact::Led, 2 * MINUTE);
        line.apply(&BoardFact::Called { pauses: true }, 3 * MINUTE);
        assert_eq!(line.acted_at, MINUTE);
        assert!(line.paused && line.hand.is_some_and(|(hand, since)| hand.seen && since == MINUTE));
        line.apply(&BoardFact::CallClosed, 4 * MINUTE);
        assert!(!line.paused);
    }

    #[test]
    fn time_on_a_screen_adds_up_and_the_groups_pace_is_a_median() {
        let quick = line(&[(0, arrived("a")), (MINUTE, arrived("b"))]);
        let slow = line(&[(0, arrived("a")), (3 * MINUTE, arrived("b")), (4 * MINUTE, arrived("a"))]);
        assert_eq!(slow.on_screen(6 * MINUTE), 5 * MINUTE);
        let lost = line(&[(0, arrived("a")), (9 * MINUTE, arrived("b"))]);
        let all = [("caf", &quick), ("caf", &slow), ("caf", &lost), ("impots", &quick)];
        assert_eq!(
            pace(all),
            [(("caf", "a"), 3 * MINUTE)].into_iter().collect(),
            "each scenario has its own"
        );
    }

    #[test]
    fn coming_back_again_and_again_is_going_in_circles_until_a_new_screen() {
        let mut line = line(&[(1, arrived("a")), (2, arrived("b")), (3, arrived("a")), (4, arrived("b"))]);
        line.apply(&arrived("a"), 5);
        assert!(!line.goes_in_circles(), "twice since the last new screen");
        line.apply(&arrived("b"), 6);
        line.apply(&arrived("a"), 7);
        assert!(line.goes_in_circles());
        line.apply(&arrived("c"), 8);
        assert!(!line.goes_in_circles());
    }
}
