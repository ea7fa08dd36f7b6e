//! On which days there was practice, in the learner's own days, and how much.

use super::Report;
use super::answered::judged;
use super::date::weekday;
use super::schedule::day::{Day, Zone};

/// The last half year is seen day by day.
pub const WEEKS: usize = 26;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Calendar {
    /// A Monday.
    pub first: Day,
    /// How many answers each day had, from the first to today.
    pub answers: Vec<u32>,
    /// And how many all days before.
    pub before: u32,
}

#[inline(never)]
pub fn calendar(reports: &[Report], today: Day, zone: Zone) -> Calendar {
    let days = (WEEKS - 1) * 7 + usize::from(weekday(today)) + 1;
    let first = Day(today.0.saturating_sub(days as i64 - 1));
    let mut calendar = Calendar { first, answers: vec![0; days], before: 0 };
    for report in reports {
        let day = Day::of(report.started, zone);
        let answers = u32::try_from(judged(report).count()).unwrap_or(u32::MAX);
        if day < first {
            calendar.before = calendar.before.saturating_add(answers);
            continue;
        }
        // A clock may be a little ahead: that is today.
        let place = (day.since(first) as usize).min(days - 1);
        calendar.answers[place] = calendar.answers[place].saturating_add(answers);
    }
    calendar
}

impl Calendar {
    /// How many of the last so many days had practice.
    pub fn practised(&self, days: usize) -> usize {
        self.answers.iter().rev().take(days).filter(|answers| **answers > 0).count()
    }
}
