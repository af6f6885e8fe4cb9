//! A month of a year, such as October 2026.
//!
//! It is no date: nothing says which day.

use serde::{Deserialize, Serialize};

use super::{Date, MONTHS, NotADate, days_in};

/// A month from January 1900 to December 2199. Stored and compared as `2026-10`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Month {
    year: u16,
    month: u8,
}

impl Month {
    pub fn new(year: u16, month: u8) -> Result<Self, NotADate> {
        Date::new(year, month, 1).map(Self::of)
    }

    /// The month in which `date` falls.
    pub const fn of(date: Date) -> Self {
        Self { year: date.year, month: date.month }
    }

    pub const fn year(self) -> u16 {
        self.year
    }

    /// From 1 to 12.
    pub const fn number(self) -> u8 {
        self.month
    }

    pub const fn first_day(self) -> Date {
        Date { year: self.year, month: self.month, day: 1 }
    }

    pub const fn last_day(self) -> Date {
        Date { year: self.year, month: self.month, day: days_in(self.year, self.month) }
    }

    /// Months since January of the year 0, so that months can be counted.
    pub fn index(self) -> i64 {
        i64::from(self.year) * 12 + i64::from(self.month) - 1
    }

    /// The month `months` later, or earlier when negative; none outside the calendar.
    pub fn plus(self, months: i64) -> Option<Self> {
        let index = self.index().checked_add(months)?;
        let year = u16::try_from(index.div_euclid(12)).ok()?;
        Self::new(year, u8::try_from(index.rem_euclid(12) + 1).ok()?).ok()
    }

    /// Reads `2026-10` and nothing else.
    pub fn from_iso(text: &str) -> Result<Self, NotADate> {
        Date::from_iso(&format!("{text}-01")).map(Self::of)
    }

    /// « octobre 2026 ».
    pub fn in_words(self) -> String {
        format!("{} {}", MONTHS[usize::from(self.month) - 1], self.year)
    }
}

impl std::fmt::Display for Month {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}

impl From<Month> for String {
    fn from(month: Month) -> Self {
        month.to_string()
    }
}

impl TryFrom<String> for Month {
    type Error = String;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::from_iso(&text).map_err(|NotADate| format!("not a month: {text}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_reads_back_as_it_is_written() {
        let month = Month::from_iso("2026-10").unwrap();
        assert_eq!((month.to_string().as_str(), month.in_words().as_str()), ("2026-10", "octobre 2026"));
        for wrong in ["2026-13", "2026", "2026-1", "2026-10-01", "26-10"] {
            assert!(Month::from_iso(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn months_are_counted_over_the_years() {
        let month = Month::from_iso("2026-10").unwrap();
        assert_eq!(month.plus(4), Month::from_iso("2027-02").ok());
        assert_eq!(month.plus(-10), Month::from_iso("2025-12").ok());
        assert_eq!(month.plus(i64::MAX), None);
        assert_eq!(month.plus(4).map(|month| month.last_day().to_string()).as_deref(), Some("2027-02-28"));
    }
}
