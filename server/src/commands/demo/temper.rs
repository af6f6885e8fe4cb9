//! How simulated people go about it: quick, hesitant, lost, giving up, or typing what is really theirs.

use std::time::Duration;

use scenarios::rehearsal::Ask;

use crate::chance;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Temper {
    Quick,
    Hesitant,
    Lost,
    /// Leaves before the end.
    GivesUp,
    /// Types what looks like real data, once in a while.
    TooTrusting,
}

/// What somebody feels like doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Whim {
    /// What leads on.
    Right,
    /// The same, with an answer left out.
    Incomplete,
    /// The same, with a telephone number where it has no place.
    Telling,
    Back,
    Hint,
    Papers,
    Hand(Ask),
    Leave,
}

impl Temper {
    /// One in three is quick, the others are shared out.
    pub(super) const fn of(number: usize) -> Self {
        match number % 9 {
            0 | 3 | 6 => Self::Quick,
            1 | 5 => Self::Hesitant,
            2 | 7 => Self::Lost,
            4 => Self::TooTrusting,
            _ => Self::GivesUp,
        }
    }

    /// What comes to mind, after so many gestures.
    pub(super) fn whim(self, gestures: usize) -> Whim {
        let draw = chance::below(100);
        match self {
            Self::Quick => Whim::Right,
            Self::Hesitant => match draw {
                0..20 => Whim::Hint,
                20..35 => Whim::Papers,
                35..45 => Whim::Incomplete,
                _ => Whim::Right,
            },
            Self::Lost => match draw {
                0..25 => Whim::Back,
                25..50 => Whim::Incomplete,
                50..58 => Whim::Hand(Ask::ALL[draw as usize % Ask::ALL.len()]),
                58..68 => Whim::Hint,
                _ => Whim::Right,
            },
            Self::GivesUp if gestures > 8 && draw < 15 => Whim::Leave,
            Self::GivesUp => match draw {
                0..30 => Whim::Incomplete,
                _ => Whim::Right,
            },
            Self::TooTrusting => match draw {
                0..20 => Whim::Telling,
                20..30 => Whim::Hint,
                _ => Whim::Right,
            },
        }
    }

    /// Time before the next gesture, at a person's pace.
    pub(super) fn pause(self) -> Duration {
        let (least, more) = match self {
            Self::Quick => (2_000, 5_000),
            Self::Hesitant => (8_000, 22_000),
            Self::Lost => (4_000, 16_000),
            Self::GivesUp => (6_000, 19_000),
            Self::TooTrusting => (4_000, 11_000),
        };
        Duration::from_millis(u64::from(least + chance::below(more)))
    }
}
