//! How much of the bank will be recalled, from today to the day of the interview; without one, over the next thirty days.

use super::schedule::Schedule;
use super::schedule::agenda::{Agenda, permille};
use super::schedule::plan::{mean, path};
use crate::round::clock::Millis;
use crate::round::event::Score;

/// The mean recall of all questions; one that was never answered counts as not known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Readiness {
    /// Whether it looks at the day of an interview.
    pub is_for_interview: bool,
    /// How many days it looks ahead.
    pub days: u32,
    /// From today to that day.
    pub points: Vec<Outcome>,
    pub per_day: usize,
    /// It rests on so many questions,
    pub met: usize,
    /// of so many,
    pub questions: usize,
    /// and so many answers to them.
    pub answers: u32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// After so many days,
    pub day: u32,
    /// if each day has its answers,
    pub kept: Score,
    /// and if nothing more is answered.
    pub idle: Score,
}

/// Where there is no day to look at.
const AHEAD: u32 = 30;
/// With fewer questions answered it says more of people on the whole than of this one.
pub const FEW: usize = 5;

#[inline(never)]
pub fn readiness(schedule: &Schedule, agenda: &Agenda, now: Millis) -> Readiness {
    let known = schedule.known(now);
    let days = agenda.outlook.map_or(AHEAD, |outlook| outlook.days);
    let score = |share| Score(permille(share));
    let outcome = |(day, share)| Outcome { day, kept: score(share), idle: score(mean(&known, day)) };
    let path = path(&known, days, agenda.per_day, agenda.done);
    Readiness {
        is_for_interview: agenda.outlook.is_some(),
        days,
        points: path.into_iter().map(outcome).collect(),
        per_day: agenda.per_day,
        met: known.iter().flatten().count(),
        questions: known.len(),
        answers: schedule.memories.iter().flatten().map(|memory| memory.answers).sum(),
    }
}
