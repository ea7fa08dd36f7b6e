//! The calendar, against dates that everybody can look up, and against itself over eight hundred years.

use mock_interview::progress::date::{Date, read, weekday};
use mock_interview::progress::schedule::day::Day;

#[test]
fn days_have_the_dates_that_calendars_give_them() {
    let dates = [
        (0, "1970-01-01", 3),
        (-1, "1969-12-31", 2),
        (59, "1970-03-01", 6),
        (11_016, "2000-02-29", 1),
        (19_782, "2024-02-29", 3),
        (20_791, "2026-12-04", 4),
        (-719_162, "0001-01-01", 0),
        (2_932_896, "9999-12-31", 4),
    ];
    for (day, date, of_week) in dates {
        assert_eq!((Date::of(Day(day)).write().as_str(), weekday(Day(day))), (date, of_week), "{day}");
        assert_eq!(read(date), Some(Day(day)), "{date}");
    }
}

#[test]
fn each_day_is_the_one_after_the_day_before() {
    let mut before = Date::of(Day(-146_098));
    for day in -146_097..146_097 {
        let date = Date::of(Day(day));
        let next = Date { day: before.day + 1, ..before };
        let leap = date.year % 4 == 0 && (date.year % 100 != 0 || date.year % 400 == 0);
        let last = [31, if leap { 29 } else { 28 }, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][usize::from(before.month) - 1];
        let new_month = Date { day: 1, month: before.month % 12 + 1, year: before.year + i64::from(before.month == 12) };
        assert_eq!(date, if before.day == last { new_month } else { next });
        assert_eq!(read(&date.write()), Some(Day(day)));
        before = date;
    }
}

#[test]
fn what_is_no_date_is_none() {
    let texts = "|2026|2026-12|2026-13-01|2026-00-10|2026-02-29|2026-06-31|2026-6-3|26-06-03|2026-06-03T00:00|0000-01-01|12026-06-03|-2026-06-03";
    for text in texts.split('|') {
        assert_eq!(read(text), None, "{text}");
    }
}

/// Days that no date is read as, but that a damaged store or clock may hold.
#[test]
fn no_day_is_too_far() {
    for day in [i64::MIN, i64::MIN + 1, i64::MAX - 1, i64::MAX] {
        let date = Date::of(Day(day));
        assert!((1..=12).contains(&date.month) && (1..=31).contains(&date.day), "{date:?}");
        assert!(weekday(Day(day)) < 7);
    }
}
