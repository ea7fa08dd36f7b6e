//! Days as a calendar has them: by year, month and day of the month.

use super::schedule::day::Day;

/// The first of January is 1, 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    pub year: i64,
    pub month: u8,
    pub day: u8,
}

/// From the first of March of year 0 to the first of January 1970.
const SHIFT: i64 = 719_468;
/// Days in 400 years; then the calendar begins anew.
const ERA: i64 = 146_097;

impl Date {
    /// Years are counted from March, so that the day which leap years have more is their last.
    pub fn of(day: Day) -> Date {
        let days = day.0.saturating_add(SHIFT);
        let (era, of_era) = (days.div_euclid(ERA), days.rem_euclid(ERA));
        let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year + year / 4 - year / 100);
        let month = (5 * of_year + 2) / 153;
        let january = i64::from(month >= 10);
        Date {
            year: year + era * 400 + january,
            // All of these are small.
            month: (month + 3 - 12 * january) as u8,
            day: (of_year - (153 * month + 2) / 5 + 1) as u8,
        }
    }

    /// `2026-12-05`, as fields for dates have it.
    pub fn write(self) -> String {
        format!("{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }

    fn days(self) -> Day {
        let year = self.year - i64::from(self.month <= 2);
        let (era, of_era) = (year.div_euclid(400), year.rem_euclid(400));
        let month = (i64::from(self.month) + 9) % 12;
        let of_year = (153 * month + 2) / 5 + i64::from(self.day) - 1;
        Day(era * ERA + of_era * 365 + of_era / 4 - of_era / 100 + of_year - SHIFT)
    }
}

/// The day that such a text names; none where there is no such day.
pub fn read(text: &str) -> Option<Day> {
    let mut parts = text.split('-');
    let (year, month, day) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    let in_range = (1..=9999).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
    let found = in_range.then(|| Date { year, month, day }.days())?;
    // The 31st of June is none, and each day is written in one way.
    (Date::of(found).write() == text).then_some(found)
}

/// Monday is 0.
pub fn weekday(day: Day) -> u8 {
    // The first of 1970 was a Thursday.
    day.0.saturating_add(3).rem_euclid(7) as u8
}
