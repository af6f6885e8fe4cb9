//! How simulated people go about it: quick, hesitant, lost, giving up, or typing what is really theirs.

use std::time::Duration;

use rand::{Rng, RngExt as _};
use scenarios::rehearsal::Ask;

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
    pub(super) fn whim(self, gestures: usize, chance: &mut impl Rng) -> Whim {
        let draw = chance.random_range(0..100_u32);
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
    pub(super) fn pause(self, chance: &mut impl Rng) -> Duration {
        let seconds = match self {
            Self::Quick => 2.0..7.0,
            Self::Hesitant => 8.0..30.0,
            Self::Lost => 4.0..20.0,
            Self::GivesUp => 6.0..25.0,
            Self::TooTrusting => 4.0..15.0,
        };
        Duration::from_secs_f64(chance.random_range(seconds))
    }
}
