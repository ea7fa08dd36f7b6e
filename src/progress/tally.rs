//! One round by topic and by level.

use super::{QuestionResult, Report};
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
    let topics = bank.topics();
    by_key(tallies(bank, report, topics.len(), |place, question| topics[place] == question.topic), |tally| {
        (tally.score.0.into(), 0)
    })
}

/// The levels that were asked, easiest first.
pub fn by_level(bank: &Bank, report: &Report) -> Vec<Tally> {
    tallies(bank, report, Level::ALL.len(), |place, question| Level::ALL[place] == question.level)
}

fn tallies(bank: &Bank, report: &Report, places: usize, is_in: impl Fn(usize, &Question) -> bool) -> Vec<Tally> {
    let tally = |place: usize| {
        let own = |result: &&QuestionResult| bank.question(&result.question).is_some_and(|question| is_in(place, question));
        let scores: Vec<Score> = report.results.iter().filter(own).map(|result| result.score).collect();
        Tally { place, asked: scores.len(), score: Score::mean(scores.into_iter()) }
    };
    (0..places).map(tally).filter(|tally| tally.asked > 0).collect()
}
