//! What is known of each question by its latest answer, and from that how the reader stands with each topic.

use super::tally::mean;
use super::{QuestionResult, Report};
use crate::bank::Bank;
use crate::bank::order::by_key;
use crate::round::event::{Given, Score};

/// For each question of the bank, in its order, what came of it last. One that nothing was given to was not answered.
pub fn latest<'reports>(bank: &Bank, reports: &'reports [Report]) -> Vec<Option<&'reports QuestionResult>> {
    let mut latest = vec![None; bank.questions().len()];
    let mut open = latest.len();
    // Back from the newest, and no further than it takes: there may be years of them.
    for result in reports.iter().rev().flat_map(|report| report.results.iter().rev()) {
        if open == 0 {
            break;
        }
        if !matches!(result.given, Given::Nothing)
            && let Some(place) = bank.place(&result.question)
            && latest[place].is_none()
        {
            latest[place] = Some(result);
            open -= 1;
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

impl Standing {
    pub fn is_weak(&self) -> bool {
        self.met > 0 && self.score < Score::FULL
    }
}

/// The weakest topics first, and last those of which nothing was answered.
#[inline(never)]
pub fn standings(bank: &Bank, reports: &[Report]) -> Vec<Standing> {
    let latest = latest(bank, reports);
    let mut standings = Vec::new();
    for (place, topic) in bank.topics().into_iter().enumerate() {
        let (mut scores, mut questions) = (Vec::new(), 0);
        for (question, result) in bank.questions().iter().zip(&latest) {
            if question.topic == topic {
                questions += 1;
                scores.extend(result.map(|result| result.score));
            }
        }
        standings.push(Standing { topic: place, met: scores.len(), questions, score: mean(&scores) });
    }
    by_key(standings, |standing| ((standing.met == 0).into(), standing.score.0.into()))
}
