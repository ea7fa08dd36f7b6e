//! What an answer says of the memory: FSRS knows four ratings.
//!
//! | rating | is |
//! | --- | --- |
//! | again | less than half of the score |
//! | hard | less than four fifths; or a hint was taken, the time ran out, or it took more than half as long again as planned |
//! | good | the rest |
//! | easy | the full score, sure, and within half of the time that was planned |
//!
//! Who guessed is rated one step lower. The time says nothing where the answer was interrupted. What was not answered, or never judged,
//! is no review.

use crate::progress::QuestionResult;
use crate::round::event::{Confidence, Given, Score};

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rating {
    Again = 1,
    Hard,
    Good,
    Easy,
}

impl Rating {
    pub const ALL: [Rating; 4] = [Rating::Again, Rating::Hard, Rating::Good, Rating::Easy];

    pub fn of(result: &QuestionResult) -> Option<Rating> {
        if matches!(result.given, Given::Nothing | Given::Spoken(None)) {
            return None;
        }
        let budget = result.budget.filter(|_| !result.interrupted);
        let slow = || budget.is_some_and(|budget| result.used > budget.scaled(150));
        let quick = || budget.is_some_and(|budget| result.used <= budget.scaled(50));
        let helped = || result.hints > 0 || result.time_up || slow();
        let guessed = result.confidence == Some(Confidence::Guess);
        let sure = result.confidence == Some(Confidence::Sure);
        Some(match result.score.0 {
            0..500 => Rating::Again,
            500..800 if guessed => Rating::Again,
            500..800 => Rating::Hard,
            _ if guessed || helped() => Rating::Hard,
            _ if result.score >= Score::FULL && sure && quick() => Rating::Easy,
            _ => Rating::Good,
        })
    }
}
