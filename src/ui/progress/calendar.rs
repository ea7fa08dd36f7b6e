//! The last half year as weeks and days: the more answers a day had, the larger its square.

use super::picture::{LEFT, Shelf, Table, drawing, label, over_time, path, section};
use crate::language::{fill, form, key, t};
use crate::progress::calendar::{Calendar, WEEKS};
use crate::progress::date::Date;
use crate::progress::schedule::day::Day;
use crate::ui::tag::Tag;
use crate::ui::words;
use std::fmt::Write;

const HEADING: &str = key("Calendar of practice");
const CELL: usize = 11;
/// Of a day without answers, with some, with ten, with twenty.
const SIZES: [(u32, usize); 4] = [(20, 10), (10, 8), (1, 5), (0, 2)];

pub fn view(shelf: &Shelf, calendar: &Calendar) -> Tag {
    let week = |(n, week): (usize, &[u32])| {
        let monday = Day(calendar.first.0.saturating_add(7 * n as i64));
        let days = (0..7).map(|day| week.get(day).map_or_else(String::new, u32::to_string));
        [words::date(monday)].into_iter().chain(days).collect()
    };
    let head = std::iter::once(t("Week from").to_owned()).chain((0..7).map(|day| weekday(calendar, day))).collect();
    let table = Table { head, rows: calendar.answers.chunks(7).enumerate().map(week).collect(), whose: None };
    let drawn = over_time(draw(calendar), words::date(calendar.first), t("Today").to_owned());
    section(shelf, HEADING, told(calendar), Some(drawn), table)
}

fn told(calendar: &Calendar) -> String {
    let answers = calendar.answers.iter().fold(0, |sum, answers| sum + *answers as usize);
    let answers = words::answers(answers);
    let weeks = match calendar.before as usize {
        0 => fill(t("The last {number} weeks have {answers}."), &[&WEEKS, &answers]),
        before => fill(
            t("The last {number} weeks have {answers}, and there are {earlier} before that."),
            &[&WEEKS, &answers, &words::answers(before)],
        ),
    };
    let days = calendar.practised(28);
    let days = fill(form("You practised on {} of the last 28 days.", "You practised on {} of the last 28 days.", days), &[&days]);
    fill("{} {} {}", &[&days, &weeks, &t("A column is a week; a square is larger from 10 and from 20 answers a day.")])
}

/// From Monday on.
fn weekday(calendar: &Calendar, day: i64) -> String {
    words::weekday(Day(calendar.first.0.saturating_add(day)))
}

fn draw(calendar: &Calendar) -> Tag {
    let (mut some, mut none) = (String::new(), String::new());
    let mut all = drawing(fill(t("Calendar of practice: answers on each day of the last {} weeks"), &[&WEEKS]), 7 * CELL + 16);
    for (place, answers) in calendar.answers.iter().enumerate() {
        let (week, day) = (place / 7, place % 7);
        let size = SIZES.into_iter().find(|(least, _)| answers >= least).map_or(1, |(_, size)| size);
        let (x, y) = (LEFT + week * CELL + (CELL - size) / 2, 14 + day * CELL + (CELL - size) / 2);
        // A String takes everything.
        let _ = write!(if *answers > 0 { &mut some } else { &mut none }, "M{x} {y}h{size}v{size}h-{size}z");
        // A month is named over its first Monday.
        let monday = Day(calendar.first.0.saturating_add(place as i64));
        if day == 0 && Date::of(monday).day <= 7 {
            all = all.child(label("month", LEFT + week * CELL, 9, words::month(monday)));
        }
    }
    for day in [0, 3, 6] {
        all = all.child(label("left", LEFT - 5, 14 + day * CELL + 9, weekday(calendar, day as i64)));
    }
    all.child(path("none", none)).child(path("mark", some))
}
