//! The schedule: what is remembered of each question, when it is due again, and what to answer today.
//!
//! Every judged answer is a review ([`rating`]); [`memory`] is the model of forgetting; [`agenda`] says what to do today, and [`plan`]
//! how to be at one's best on the day of an interview. All of it is a function of the stored reports and of the time, which comes in.

pub mod agenda;
pub mod day;
pub mod memory;
pub mod plan;
pub mod rating;

use super::{History, Report};
use crate::bank::Bank;
use crate::bank::hash::fnv64;
use crate::round::clock::Millis;
use crate::round::event::Given;
use day::{Day, FUTURE, Zone, days_between, days_passed};
use memory::{Trace, after};
use plan::Known;
use rating::Rating;

/// What the answers to a question have left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Memory {
    pub trace: Trace,
    /// When it was answered last.
    pub last: Millis,
    pub answers: u32,
}

/// The memory of each question of a bank, in its order; none where it was never answered.
///
/// Five years of answers are too many to be folded whenever one is added, or at once. A schedule [`follow`s](Schedule::follow) its history: it
/// takes up what is new, so much at a time, and begins anew only where something before that has changed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Schedule {
    pub memories: Vec<Option<Memory>>,
    /// The same without the latest report, which may still change: an answer can be judged again.
    settled: Vec<Option<Memory>>,
    /// How many reports are settled, and what they were.
    read: usize,
    mark: u64,
    /// There is more to be taken up: `memories` are those from before.
    pub is_behind: bool,
}

/// So many answers are taken up at a time.
const STEP: usize = 8000;

impl Schedule {
    pub fn of(bank: &Bank, history: &History, now: Millis) -> Schedule {
        let mut schedule = Schedule::default();
        loop {
            schedule.follow(bank, history, now);
            if !schedule.is_behind {
                return schedule;
            }
        }
    }

    /// As it was before its history was read.
    pub fn remembered(memories: Vec<Option<Memory>>) -> Schedule {
        Schedule { memories, is_behind: true, ..Schedule::default() }
    }

    /// Changes with every report that is taken in, but for the latest.
    pub fn mark(&self) -> u64 {
        self.mark
    }

    /// What is known of each question, as the plan takes it.
    pub fn known(&self, now: Millis) -> Vec<Known> {
        self.memories.iter().map(|memory| memory.map(|memory| (memory.trace, days_between(memory.last, now)))).collect()
    }

    /// Takes in what the history holds, or a part of it (see `is_behind`); whether that has changed anything. A report from a clock that stood wrong, more than a day ahead of `now`, takes no part until its
    /// time has come.
    #[inline(never)]
    pub fn follow(&mut self, bank: &Bank, history: &History, now: Millis) -> bool {
        let reports = history.reports();
        let reports = &reports[..reports.partition_point(|report| report.started <= now.after(FUTURE))];
        let (settled, latest) = reports.split_at(reports.len().saturating_sub(1));
        let known = settled.get(..self.read).filter(|known| mark(0, known) == self.mark);
        if known.is_none() || self.settled.len() != bank.questions().len() {
            let memories = std::mem::take(&mut self.memories);
            *self = Schedule { memories, settled: vec![None; bank.questions().len()], ..Schedule::default() };
        }
        let mut left = STEP;
        while let Some(next) = settled.get(self.read)
            && left > 0
        {
            let next = std::slice::from_ref(next);
            fold(&mut self.settled, bank, next);
            (self.read, self.mark) = (self.read + 1, mark(self.mark, next));
            left = left.saturating_sub(next[0].results.len());
        }
        self.is_behind = self.read < settled.len();
        if self.is_behind {
            return false;
        }
        let mut memories = self.settled.clone();
        fold(&mut memories, bank, latest);
        let before = std::mem::replace(&mut self.memories, memories);
        self.memories != before
    }
}

/// Changes with every report, and with what a rating is made of. Cheaper than the ratings: it is looked at again whenever something may have changed.
fn mark(before: u64, reports: &[Report]) -> u64 {
    let mix = |mark: u64, number: u64| (mark ^ number).wrapping_mul(0x0100_0000_01b3);
    reports.iter().fold(before, |mark, report| {
        let mark = mix(mix(mark, fnv64(report.round.0.as_bytes())), report.started.0);
        report.results.iter().fold(mark, |mark, result| {
            let is_open = matches!(result.given, Given::Nothing | Given::Spoken(None));
            let signs = u64::from(result.interrupted) << 2 | u64::from(result.time_up) << 1 | u64::from(is_open);
            let confidence = result.confidence.map_or(0, |confidence| 1 + confidence as u64);
            let times = result.budget.map_or(u64::MAX, |budget| budget.0).rotate_left(16) ^ result.used.0;
            let figures = u64::from(result.score.0) << 16 | u64::from(result.hints) << 8 | confidence << 3 | signs;
            mix(mark, times.rotate_left(32) ^ figures)
        })
    })
}

/// Adds the answers of these reports, oldest first, to what is remembered.
fn fold(memories: &mut [Option<Memory>], bank: &Bank, reports: &[Report]) {
    for report in reports {
        for result in &report.results {
            if let Some(rating) = Rating::of(result)
                && let Some(memory) = bank.place(&result.question).and_then(|place| memories.get_mut(place))
            {
                *memory = Some(Memory::after(*memory, rating, report.started));
            }
        }
    }
}

impl Memory {
    fn after(before: Option<Memory>, rating: Rating, at: Millis) -> Memory {
        let days = before.map_or(0, |memory| days_between(memory.last, at));
        let trace = after(before.map(|memory| memory.trace), rating, days);
        Memory { trace, last: at, answers: before.map_or(0, |memory| memory.answers).saturating_add(1) }
    }

    /// The day on which it is due: when recall has fallen to `retention`, and not on the day of the answer.
    pub fn due(&self, retention: f32, zone: Zone) -> Day {
        Day::of(self.last, zone).plus(memory::interval(self.trace, retention))
    }

    /// How likely it is to be recalled, from 0 to 1.
    pub fn recall(&self, now: Millis) -> f32 {
        memory::recall(self.trace, days_passed(self.last, now))
    }
}
