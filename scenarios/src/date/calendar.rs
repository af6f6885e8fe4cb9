//! Days, months and years between dates, and dates so much later.
//!
//! Outside the calendar there is no date: nothing is given.

use super::{Date, Month, days_in};

impl Date {
    /// Days since 1 January of the year 0.
    pub fn day_number(self) -> i64 {
        let before = i64::from(self.year) - 1;
        let of_years = before * 365 + before.div_euclid(4) - before.div_euclid(100) + before.div_euclid(400);
        let of_months: i64 = (1..self.month).map(|month| i64::from(days_in(self.year, month))).sum();
        of_years + of_months + i64::from(self.day)
    }

    /// The day `days` later, or earlier when negative.
    pub fn plus_days(self, days: i64) -> Option<Self> {
        let wanted = self.day_number().checked_add(days)?;
        // The quotient falls short of the year by a few; each step is one year, then one month.
        let year = u16::try_from(wanted.div_euclid(366).max(1900)).ok()?;
        let mut first = Month::new(year, 1).ok()?;
        while let Some(next) = first.plus(12).filter(|next| next.first_day().day_number() <= wanted) {
            first = next;
        }
        while let Some(next) = first.plus(1).filter(|next| next.first_day().day_number() <= wanted) {
            first = next;
        }
        let day = u8::try_from(wanted - first.first_day().day_number() + 1).ok()?;
        Self::new(first.year(), first.number(), day).ok()
    }

    /// The same day `months` later, or the last of a shorter month.
    pub fn plus_months(self, months: i64) -> Option<Self> {
        let month = Month::of(self).plus(months)?;
        Self::new(month.year(), month.number(), self.day.min(month.last_day().day())).ok()
    }

    /// Whole months from this day to `later`; negative when it comes before.
    pub fn months_until(self, later: Self) -> i64 {
        if later < self {
            return -later.months_until(self);
        }
        let months = Month::of(later).index() - Month::of(self).index();
        // The last day of a month ends it, however short it is.
        let whole = later.day >= self.day || later.day == days_in(later.year, later.month);
        if whole { months } else { months - 1 }
    }

    /// Age in whole years on the day `on` of somebody born on this day; 0 before.
    pub fn age(self, on: Self) -> i64 {
        let had_birthday = (on.month, on.day) >= (self.month, self.day);
        let years = i64::from(on.year) - i64::from(self.year);
        (if had_birthday { years } else { years - 1 }).max(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(iso: &str) -> Date {
        Date::from_iso(iso).unwrap()
    }

    #[test]
    fn every_day_of_the_calendar_is_found_again_by_its_number() {
        let first = day("1900-01-01");
        let mut before = None;
        for days in 0..109_573 {
            let found = first.plus_days(days).unwrap();
            assert_eq!(found.day_number() - first.day_number(), days, "{found}");
            assert!(before < Some(found));
            before = Some(found);
        }
        assert_eq!(before, Some(day("2199-12-31")));
        assert_eq!(first.plus_days(109_573), None);
        assert_eq!(first.plus_days(-1), None);
        assert_eq!(first.plus_days(i64::MIN), None);
    }

    #[test]
    fn a_month_later_is_never_in_the_month_after() {
        assert_eq!(day("2026-01-31").plus_months(1), Some(day("2026-02-28")));
        assert_eq!(day("2028-02-29").plus_months(12), Some(day("2029-02-28")));
        assert_eq!(day("2026-03-31").plus_months(-1), Some(day("2026-02-28")));
    }

    #[test]
    fn months_count_when_they_are_whole() {
        assert_eq!(day("2026-01-15").months_until(day("2026-03-14")), 1);
        assert_eq!(day("2026-01-15").months_until(day("2026-03-15")), 2);
        assert_eq!(day("2026-01-31").months_until(day("2026-02-28")), 1);
        assert_eq!(day("2026-03-15").months_until(day("2026-01-15")), -2);
    }

    #[test]
    fn one_is_a_year_older_on_the_birthday() {
        let born = day("2008-02-29");
        assert_eq!(born.age(day("2026-02-28")), 17);
        assert_eq!(born.age(day("2026-03-01")), 18);
        assert_eq!(born.age(day("2000-01-01")), 0);
    }
}
