//! Why a learner needs somebody, or not: states, several at once, the most urgent first.

use super::Line;
use crate::{guard::Kind, rehearsal::Ask};

/// Without anything done for so long, in milliseconds, a learner is called silent.
pub const SILENT_AFTER: i64 = 3 * 60_000;
/// Refusals of the same question, on the same screen, before they are told.
const REFUSED_TIMES: u16 = 2;
/// How long a stopped datum is told, in milliseconds.
const STOPPED_FOR: i64 = 5 * 60_000;

/// What is known of the browser of a seat.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Presence {
    /// Nothing: the browser runs no script, or the server has just started.
    #[default]
    Unknown,
    There,
    /// The connection is lost since that moment.
    Lost {
        since: i64,
    },
    /// In the waiting room since that moment.
    Waiting {
        since: i64,
    },
    /// The learner gave the seat back.
    Left,
}

/// One reason; the order of the variants is the order of urgency.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// Waits to be let in.
    Waits {
        since: i64,
    },
    HandRaised {
        since: i64,
        asks: Ask,
    },
    /// The same question refused again and again, and what was confused there, when the scenario names it.
    Refusals {
        field: String,
        times: u16,
        mistake: Option<String>,
    },
    Circles,
    Silent {
        since: i64,
    },
    Stopped {
        at: i64,
        kind: Kind,
    },
    ConnectionLost {
        since: i64,
    },
    /// Gone, and the request was not sent.
    LeftUnsigned,
    /// The mediator has seen the hand.
    BeingHelped {
        asks: Ask,
    },
    Paused,
    /// Came in, and has opened no page yet.
    NotBegun,
    /// Goes forward.
    Going,
    /// Sent, and not at the end yet.
    Sent,
    Done,
}

impl Why {
    /// Whether somebody should come.
    pub const fn calls(&self) -> bool {
        !matches!(
            self,
            Self::BeingHelped { .. } | Self::Paused | Self::NotBegun | Self::Going | Self::Sent | Self::Done
        )
    }
}

/// Every reason that stands, the most urgent first; there is always one.
pub fn whys(line: &Line, presence: Presence, now_ms: i64) -> Vec<Why> {
    let mut whys = Vec::new();
    match presence {
        Presence::Waiting { since } => return vec![Why::Waits { since }],
        // Before the first page nothing is heard of them, and nothing can be lost.
        Presence::Lost { since } if line.ended_at.is_none() && !line.screen.is_empty() => {
            whys.push(Why::ConnectionLost { since });
        }
        Presence::Left if !line.registered && line.ended_at.is_none() => whys.push(Why::LeftUnsigned),
        _ => {}
    }
    let gone = presence == Presence::Left;
    match line.hand.filter(|_| !gone) {
        Some((hand, _)) if hand.seen => whys.push(Why::BeingHelped { asks: hand.asks }),
        Some((hand, since)) => whys.push(Why::HandRaised { since, asks: hand.asks }),
        None => {}
    }
    if line.ended_at.is_some() {
        whys.push(Why::Done);
    } else if !gone {
        if let Some((field, times)) = line.refused.as_ref().filter(|(_, times)| *times >= REFUSED_TIMES) {
            let mistaken = line.mistaken.as_ref().filter(|(on, _)| on == field);
            let mistake = mistaken.map(|(_, mistake)| mistake.clone());
            whys.push(Why::Refusals { field: field.clone(), times: *times, mistake });
        }
        if line.goes_in_circles() {
            whys.push(Why::Circles);
        }
        if line.paused {
            whys.push(Why::Paused);
        } else if !line.screen.is_empty() && now_ms - line.acted_at >= SILENT_AFTER {
            whys.push(Why::Silent { since: line.acted_at });
        }
        if let Some((kind, at)) = line.stopped.filter(|(_, at)| now_ms - at < STOPPED_FOR) {
            whys.push(Why::Stopped { at, kind });
        }
    }
    if whys.is_empty() {
        whys.push(match line {
            _ if line.registered => Why::Sent,
            _ if line.screen.is_empty() => Why::NotBegun,
            _ => Why::Going,
        });
    }
    whys.sort();
    whys
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::board::BoardFact;

    const MINUTE: i64 = 60_000;

    fn line(facts: &[(i64, BoardFact)]) -> Line {
        let mut line = Line::default();
        line.apply(&BoardFact::Arrived { screen: "a".into() }, 1);
        for (at, fact) in facts {
            line.apply(fact, *at);
        }
        line
    }

    #[test]
    fn several_reasons_stand_at_once_and_the_most_urgent_comes_first() {
        let refused = BoardFact::Refused { fields: vec!["net".into()] };
        let line = line(&[
            (2, BoardFact::Mistaken { field: "net".into(), mistake: "net-a-payer".into() }),
            (3, refused.clone()),
            (4, BoardFact::Stopped { kind: Kind::Phone }),
            (5, refused),
            (6, BoardFact::HandRaised { asks: Ask::Paper }),
        ]);
        let refusals = Why::Refusals { field: "net".into(), times: 2, mistake: Some("net-a-payer".into()) };
        assert_eq!(
            whys(&line, Presence::There, MINUTE),
            [
                Why::HandRaised { since: 6, asks: Ask::Paper },
                refusals,
                Why::Stopped { at: 4, kind: Kind::Phone }
            ]
        );
        let later = whys(&line, Presence::Lost { since: 9 }, 6 * MINUTE);
        assert!(
            later.contains(&Why::Silent { since: 6 }) && later.contains(&Why::ConnectionLost { since: 9 })
        );
        assert!(!later.iter().any(|why| matches!(why, Why::Stopped { .. })), "told for five minutes");
    }

    #[test]
    fn whoever_goes_forward_needs_nobody() {
        assert_eq!(whys(&line(&[]), Presence::Unknown, MINUTE), [Why::Going]);
        for presence in [Presence::Unknown, Presence::Lost { since: 9 }] {
            assert_eq!(whys(&Line::not_begun(1), presence, 60 * MINUTE), [Why::NotBegun]);
        }
        let done = line(&[(2, BoardFact::Registered), (3, BoardFact::Ended)]);
        assert_eq!(whys(&done, Presence::Lost { since: 9 }, 60 * MINUTE), [Why::Done]);
        assert!(!Why::Done.calls() && Why::Circles.calls());
    }

    #[test]
    fn one_who_is_paused_is_not_silent() {
        let paused = line(&[(2, BoardFact::Called { pauses: true })]);
        assert_eq!(whys(&paused, Presence::There, 60 * MINUTE), [Why::Paused]);
    }

    #[test]
    fn whoever_leaves_before_signing_is_told_and_after_is_not() {
        let left = line(&[]);
        assert_eq!(whys(&left, Presence::Left, 60 * MINUTE), [Why::LeftUnsigned]);
        let signed = line(&[(2, BoardFact::Registered)]);
        assert_eq!(whys(&signed, Presence::Left, 60 * MINUTE), [Why::Sent]);
    }

    #[test]
    fn a_waiting_room_says_only_that_one_waits() {
        assert_eq!(whys(&Line::default(), Presence::Waiting { since: 5 }, 9), [Why::Waits { since: 5 }]);
    }
}
