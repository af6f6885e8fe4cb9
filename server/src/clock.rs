//! The time of day, read here and nowhere else. (Delays are measured where they pass.)

use jiff::{Timestamp, civil, tz::TimeZone};

/// Now, in milliseconds since 1970.
pub fn now_ms() -> i64 {
    Timestamp::now().as_millisecond()
}

/// The day it is in Paris, whatever the machine's zone.
pub fn today() -> civil::Date {
    let paris = TimeZone::get("Europe/Paris").unwrap_or(TimeZone::UTC);
    Timestamp::now().to_zoned(paris).date()
}
