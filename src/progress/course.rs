//! Score and pace over time: a point for each round, or where those are many, for each stretch of so many days.

use super::Report;
use super::answered::judged;
use super::schedule::day::{Day, Zone};
use crate::round::event::Score;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    /// Its place from left to right. Stretches without a round have none.
    pub place: u32,
    /// The day of the first round in it.
    pub day: Day,
    pub rounds: u32,
    pub answers: u32,
    /// Of what was asked; a round with more questions counts for more.
    pub score: Score,
    /// The time used against the time planned, in hundredths; none where nothing was planned.
    pub pace: Option<u32>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Course {
    /// How many days a point stands for; 0: for a round.
    pub days: u32,
    pub points: Vec<Point>,
    /// How many rounds there are in all of them.
    pub rounds: usize,
}

/// So many points at most.
pub const MOST: usize = 60;
/// So many rounds have a point each.
const SINGLE: usize = 40;
/// What a point may stand for: a week, a fortnight, a month, a quarter, a year. All are whole weeks.
const STRETCHES: [u32; 6] = [7, 14, 28, 91, 182, 364];
/// A round that took ten times as long as planned says no more than one that took longer still.
const SLOWEST: u64 = 1000;

#[derive(Default)]
struct Sums {
    score: u64,
    asked: u64,
    used: u64,
    planned: u64,
}

/// The reports come oldest first.
#[inline(never)]
pub fn course(reports: &[Report], zone: Zone) -> Course {
    let day = |report: &Report| Day::of(report.started, zone);
    let days = if reports.len() > SINGLE { stretch(reports.first().map(day), reports.last().map(day)) } else { 0 };
    // Whole weeks from a Monday.
    let week = |day: Day| day.0.saturating_add(3).div_euclid(i64::from(days.max(1)));
    let start = reports.first().map_or(0, |report| week(day(report)));
    let (mut points, mut sums): (Vec<Point>, Sums) = (Vec::new(), Sums::default());
    for (number, report) in (0..).zip(reports) {
        let place = if days > 0 { u32::try_from(week(day(report)) - start).unwrap_or(u32::MAX) } else { number };
        if points.last().is_none_or(|point| point.place != place) {
            points.push(Point { place, day: day(report), rounds: 0, answers: 0, score: Score::NONE, pace: None });
            sums = Sums::default();
        }
        sums.add(report);
        if let Some(point) = points.last_mut() {
            point.rounds += 1;
            point.answers += u32::try_from(judged(report).count()).unwrap_or(u32::MAX);
            // A mean of scores is one, and the pace has its limit.
            point.score = Score((sums.score / sums.asked.max(1)) as u16);
            point.pace = (sums.planned > 0).then(|| (100 * sums.used / sums.planned.max(1)).min(SLOWEST) as u32);
        }
    }
    Course { days, points, rounds: reports.len() }
}

impl Sums {
    fn add(&mut self, report: &Report) {
        let asked = report.results.len().max(1) as u64;
        self.score += u64::from(report.score.0.min(1000)) * asked;
        self.asked += asked;
        for result in judged(report).filter(|result| !result.interrupted) {
            if let Some(budget) = result.budget {
                // Milliseconds of a question: none is a year long.
                self.used += result.used.0.min(1 << 35);
                self.planned += budget.0.min(1 << 35);
            }
        }
    }
}

/// The shortest with which there are not too many points.
fn stretch(first: Option<Day>, last: Option<Day>) -> u32 {
    let span = last.zip(first).map_or(0, |(last, first)| last.since(first));
    // A decade of years, and beyond it as many as it takes.
    let longest = span / (MOST as u32 - 2) / 7 * 7 + 7;
    STRETCHES.into_iter().find(|days| span / days + 2 <= MOST as u32).unwrap_or(longest)
}
