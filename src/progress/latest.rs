//! What is known of each question by its latest answer, and from that how the reader stands with each topic.

use super::{QuestionResult, Report};
use crate::bank::Bank;
use crate::round::event::{Given, Score};

/// For each question of the bank, in its order, what came of it last. One that nothing was given to was not answered.
pub fn latest<'reports>(bank: &Bank, reports: &'reports [Report]) -> Vec<Option<&'reports QuestionResult>> {
    let mut latest = vec![None; bank.questions().len()];
    for result in reports.iter().flat_map(|report| &report.results).filter(|result| result.given != Given::Nothing) {
        if let Some(slot) = bank.place(&result.question).and_then(|place| latest.get_mut(place)) {
            *slot = Some(result);
        }
    }
    latest
}

/// A topic over all rounds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Its place among the bank's topics.
    pub topic: usize,
    /// The mean over the questions that were answered, as they were last.
    pub score: Score,
    pub met: usize,
    pub questions: usize,
}

/// In the bank's order of topics.
pub fn standings(bank: &Bank, reports: &[Report]) -> Vec<Standing> {
    let latest = latest(bank, reports);
    let of_topic = |(place, topic): (usize, &str)| {
        let own = || bank.questions().iter().zip(&latest).filter(|(question, _)| question.topic == topic);
        let scores: Vec<Score> = own().filter_map(|(_, result)| Some((*result)?.score)).collect();
        Standing { topic: place, met: scores.len(), questions: own().count(), score: Score::mean(scores.into_iter()) }
    };
    bank.topics().into_iter().enumerate().map(of_topic).collect()
}
