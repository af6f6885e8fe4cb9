//! The time of day, read here and nowhere else. (Delays are measured where they pass.)

use jiff::{Timestamp, ToSpan as _, Zoned, civil, tz::TimeZone};

/// Now, in milliseconds since 1970.
pub fn now_ms() -> i64 {
    Timestamp::now().as_millisecond()
}

/// The day it is in Paris, whatever the machine's zone.
pub fn today() -> civil::Date {
    Timestamp::now().to_zoned(paris()).date()
}

/// The day it was, or will be, in Paris at a moment of ours.
pub fn day_of(at_ms: i64) -> civil::Date {
    Timestamp::from_millisecond(at_ms).unwrap_or_default().to_zoned(paris()).date()
}

/// Today at that time in Paris; `None`: there is no such time.
pub fn today_at_ms(hour: i8, minute: i8) -> Option<i64> {
    let time = civil::Time::new(hour, minute, 0, 0).ok()?;
    Some(today().to_datetime(time).to_zoned(paris()).ok()?.timestamp().as_millisecond())
}

/// A moment of ours, in Paris.
pub fn zoned(at_ms: i64) -> Zoned {
    Timestamp::from_millisecond(at_ms).unwrap_or_default().to_zoned(paris())
}

/// When the day began in Paris, so many days ago.
pub fn start_of_day_ms(days_ago: u16) -> i64 {
    let day = today().saturating_sub(i64::from(days_ago).days());
    day.to_zoned(paris()).map_or(0, |midnight| midnight.timestamp().as_millisecond())
}

fn paris() -> TimeZone {
    TimeZone::get("Europe/Paris").unwrap_or(TimeZone::UTC)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_of_paris_begins_at_its_own_midnight() {
        for days in [0, 1, 7, 365] {
            let midnight = start_of_day_ms(days);
            let day = today().saturating_sub(i64::from(days).days());
            assert_eq!(day_of(midnight), day);
            assert_eq!(day_of(midnight - 1), day.saturating_sub(1.days()));
        }
    }
}
