//! What was answered: of each question of a bank, all answers to it in three numbers.

use super::schedule::rating::Rating;
use super::{QuestionResult, Report};
use crate::bank::Bank;
use crate::round::event::Score;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Answered {
    pub answers: u32,
    /// The scores of all answers, added up.
    pub sum: u32,
    /// The latest, in thousandths.
    pub last: u16,
}

impl Answered {
    /// The mean of all answers.
    pub fn mean(&self) -> Score {
        // No score is above a thousand, so neither is their mean.
        Score((self.sum / self.answers.max(1)) as u16)
    }
}

/// Everything on the page of progress counts these: answers that were given and judged.
pub fn judged(report: &Report) -> impl Iterator<Item = &QuestionResult> {
    report.results.iter().filter(|result| Rating::of(result).is_some())
}

/// For each question of the bank, in its order. The reports come oldest first.
#[inline(never)]
pub fn answered(bank: &Bank, reports: &[Report]) -> Vec<Answered> {
    let mut all = vec![Answered::default(); bank.questions().len()];
    for result in reports.iter().flat_map(judged) {
        if let Some(one) = bank.place(&result.question).and_then(|place| all.get_mut(place)) {
            one.answers += 1;
            one.last = result.score.0.min(1000);
            one.sum += u32::from(one.last);
        }
    }
    all
}
