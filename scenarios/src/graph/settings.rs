//! What an author set of a question, in the form its kind reads.

use super::{Unsound, build::words};
use crate::{
    field::{Choice, Kind, Settings},
    model,
    text::Spanned,
};

/// The settings of a question of this kind; a bound that its kind cannot read is unsound.
pub(super) fn settings(written: &model::Settings, kind: Kind) -> Result<Settings, Unsound> {
    let bound = |bound: &Option<Spanned<String>>| {
        let read = |bound: &Spanned<String>| {
            kind.rules().bound(&bound.value).ok_or_else(|| Unsound(bound.value.clone()))
        };
        bound.as_ref().map(read).transpose()
    };
    Ok(Settings {
        choices: written.choices.iter().flat_map(|choices| &choices.value).map(choice).collect(),
        least: bound(&written.least)?,
        most: bound(&written.most)?,
        longest: written.longest.as_ref().map(|longest| u16::try_from(longest.value).unwrap_or(u16::MAX)),
        cents: written.cents.as_ref().is_some_and(|cents| cents.value),
    })
}

pub(super) fn choice(written: &model::Choice) -> Choice {
    Choice::new(written.key.value.clone(), words(&written.label))
}
