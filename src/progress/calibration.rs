//! Confidence against correctness: what those answers were worth of which the learner was sure, unsure, or only guessed.

use super::Report;
use super::answered::judged;
use crate::round::event::{Confidence, Score};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Calibrated {
    pub confidence: Confidence,
    pub answers: u32,
    /// The mean of their scores.
    pub score: Score,
}

/// Fewer answers say nothing.
pub const FEW: u32 = 5;

impl Calibrated {
    pub fn is_enough(&self) -> bool {
        self.answers >= FEW
    }
}

/// From a guess to sure. Where nobody said how sure they were, the answer is in none.
#[inline(never)]
pub fn calibration(reports: &[Report]) -> Vec<Calibrated> {
    let mut sums = [(0u32, 0u64); Confidence::ALL.len()];
    for result in reports.iter().flat_map(judged) {
        if let Some(confidence) = result.confidence {
            let (answers, sum) = &mut sums[confidence as usize];
            *answers += 1;
            *sum += u64::from(result.score.0.min(1000));
        }
    }
    let one = |(confidence, (answers, sum)): (Confidence, (u32, u64))| {
        // A mean of scores is one.
        Calibrated { confidence, answers, score: Score((sum / u64::from(answers.max(1))) as u16) }
    };
    Confidence::ALL.into_iter().zip(sums).map(one).collect()
}
