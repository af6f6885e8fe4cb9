//! Least and most: whether an answer lies between what its author set.
//!
//! It compares, and says nothing: each kind has its own sentences.

use super::settings::Settings;

/// On which side of the bounds a value lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Outside {
    Below,
    Above,
}

/// Where `value` lies, when it is outside; `least` holds when its author set none, if it can be read. `read` gives what
/// a bound, in canonical form, is to be compared as.
pub(super) fn outside<T: PartialOrd>(
    value: &T,
    least: &str,
    settings: &Settings,
    read: impl Fn(&str) -> Option<T>,
) -> Option<Outside> {
    let least = read(settings.least.as_deref().unwrap_or(least));
    let most = settings.most.as_deref().and_then(&read);
    if least.is_some_and(|least| *value < least) {
        return Some(Outside::Below);
    }
    most.is_some_and(|most| *value > most).then_some(Outside::Above)
}
