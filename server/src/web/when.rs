//! Moments as the staff reads them, in Paris.

use jiff::civil;
use scenarios::date::month_name;

use crate::clock;

/// « 14 h 05 ».
pub(super) fn hour(at_ms: i64) -> String {
    let at = clock::zoned(at_ms);
    format!("{}\u{a0}h\u{a0}{:02}", at.hour(), at.minute())
}

/// « 28 novembre ».
pub(super) fn day(at_ms: i64) -> String {
    date(clock::day_of(at_ms))
}

/// « 28 novembre à 14 h 05 ».
pub(super) fn moment(at_ms: i64) -> String {
    format!("{} à {}", day(at_ms), hour(at_ms))
}

/// The same of a day.
pub(super) fn date(at: civil::Date) -> String {
    let month = u8::try_from(at.month()).map(month_name);
    let day = if at.day() == 1 { "1er".to_owned() } else { at.day().to_string() };
    format!("{day}\u{a0}{}", month.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_told_in_paris() {
        // 2026-11-28T13:05:00Z and 2026-08-01T12:00:00Z.
        assert_eq!(moment(1_795_871_100_000).replace('\u{a0}', " "), "28 novembre à 14 h 05");
        assert_eq!(day(1_785_585_600_000).replace('\u{a0}', " "), "1er août");
    }
}
