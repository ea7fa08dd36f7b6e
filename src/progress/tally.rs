//! One round by topic and by level.

use super::Report;
use crate::bank::order::by_key;
use crate::bank::{Bank, Level, Question};
use crate::round::event::Score;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tally {
    /// Its place among the bank's topics, or among the levels.
    pub place: usize,
    pub score: Score,
    pub asked: usize,
}

impl Tally {
    /// How much of a full score was missed.
    pub fn lost(&self) -> usize {
        usize::from(Score::FULL.0.saturating_sub(self.score.0)) * self.asked
    }
}

/// The topics that were asked, weakest first.
pub fn by_topic(bank: &Bank, report: &Report) -> Vec<Tally> {
    by_key(tallies(bank, report, &bank.topics(), |question| &question.topic), |tally| (tally.score.0.into(), 0))
}

/// The levels that were asked, easiest first.
pub fn by_level(bank: &Bank, report: &Report) -> Vec<Tally> {
    tallies(bank, report, &Level::ALL.map(Level::name), |question| question.level.name())
}

#[inline(never)]
fn tallies(bank: &Bank, report: &Report, names: &[&str], name: fn(&Question) -> &str) -> Vec<Tally> {
    let mut tallies = Vec::new();
    for (place, wanted) in names.iter().enumerate() {
        let mut scores = Vec::new();
        for result in &report.results {
            if bank.question(&result.question).is_some_and(|question| name(question) == *wanted) {
                scores.push(result.score);
            }
        }
        if !scores.is_empty() {
            tallies.push(Tally { place, asked: scores.len(), score: mean(&scores) });
        }
    }
    tallies
}

#[inline(never)]
pub(super) fn mean(scores: &[Score]) -> Score {
    Score::mean(scores.iter().copied())
}
