//! A civil date, a month, and how French people write them.
//!
//! It knows no clock: today is a value handed in.

mod calendar;
mod month;

use serde::{Deserialize, Serialize};

pub use month::Month;

/// A day of the Gregorian calendar, from 1900-01-01 to 2199-12-31. Stored and compared as `2026-11-05`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

/// The words of a date are not a day of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotADate;

const MONTHS: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];

impl Date {
    /// The last day of the calendar.
    pub const LAST: Self = Self { year: 2199, month: 12, day: 31 };

    pub fn new(year: u16, month: u8, day: u8) -> Result<Self, NotADate> {
        let possible = (1900..2200).contains(&year) && (1..=12).contains(&month) && day >= 1;
        if possible && day <= days_in(year, month) { Ok(Self { year, month, day }) } else { Err(NotADate) }
    }

    pub const fn year(self) -> u16 {
        self.year
    }

    pub const fn month(self) -> u8 {
        self.month
    }

    pub const fn day(self) -> u8 {
        self.day
    }

    /// Reads `2026-11-05` and nothing else.
    pub fn from_iso(text: &str) -> Result<Self, NotADate> {
        let mut parts = text.splitn(3, '-');
        let mut next = |digits: usize| -> Result<u16, NotADate> {
            let part = parts.next().filter(|part| part.len() == digits).ok_or(NotADate)?;
            if part.bytes().all(|byte| byte.is_ascii_digit()) {
                part.parse().map_err(|_| NotADate)
            } else {
                Err(NotADate)
            }
        };
        let (year, month, day) = (next(4)?, next(2)?, next(2)?);
        Self::new(year, u8::try_from(month).map_err(|_| NotADate)?, u8::try_from(day).map_err(|_| NotADate)?)
    }

    /// « 5 novembre 2026 », « 1er mai 2026 ».
    pub fn in_words(self) -> String {
        let first = if self.day == 1 { "er" } else { "" };
        format!("{}{first} {} {}", self.day, MONTHS[usize::from(self.month) - 1], self.year)
    }

    /// « 05/11/2026 », as forms and papers write it.
    pub fn in_digits(self) -> String {
        format!("{:02}/{:02}/{}", self.day, self.month, self.year)
    }
}

/// « octobre », for 10; nothing for what is no month.
pub fn month_name(number: u8) -> &'static str {
    usize::from(number).checked_sub(1).and_then(|at| MONTHS.get(at)).copied().unwrap_or_default()
}

/// Number of the month called `word` (folded: no accents, lower case), in full or by its usual beginning.
pub(crate) fn month_number(word: &str) -> Option<u8> {
    let word = word.trim_end_matches('.');
    let number = match word {
        "janv" => 1,
        "fev" | "fevr" => 2,
        "avr" => 4,
        "juil" => 7,
        "sept" => 9,
        "oct" => 10,
        "nov" => 11,
        "dec" => 12,
        _ => MONTHS.iter().position(|month| crate::reference::fold(month) == word)? + 1,
    };
    u8::try_from(number).ok()
}

const fn days_in(year: u16, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        _ => 31,
    }
}

impl std::fmt::Display for Date {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl From<Date> for String {
    fn from(date: Date) -> Self {
        date.to_string()
    }
}

impl TryFrom<String> for Date {
    type Error = String;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::from_iso(&text).map_err(|NotADate| format!("not a date: {text}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn february_has_29_days_in_leap_years_only() {
        assert!(Date::new(2028, 2, 29).is_ok());
        assert!(Date::new(2026, 2, 29).is_err());
        assert!(Date::new(2100, 2, 29).is_err());
    }

    #[test]
    fn a_date_reads_back_as_it_is_written() {
        let date = Date::new(2026, 5, 1).map(|date| (date.to_string(), date.in_words(), date.in_digits()));
        assert_eq!(date, Ok(("2026-05-01".into(), "1er mai 2026".into(), "01/05/2026".into())));
        assert_eq!(Date::from_iso("2026-05-01"), Date::new(2026, 5, 1));
        assert!(Date::from_iso("2026-5-1").is_err());
        assert!(Date::from_iso("+026-05-01").is_err());
    }
}
