//! How the learner stands with each topic and each level, over all rounds.

use super::answered::Answered;
use super::schedule::plan::{Known, idle};
use crate::bank::{Bank, Level, Question};
use crate::progress::schedule::agenda::permille;
use crate::round::event::Score;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mastery {
    /// Its place among the bank's topics, or among the levels.
    pub place: usize,
    pub questions: usize,
    /// Answered at least once.
    pub met: usize,
    /// Of those, answered well the last time.
    pub well: usize,
    /// The mean of their last answers.
    pub last: Score,
    /// The recall that is expected today, over all questions of it.
    pub recall: Score,
}

/// An answer with so much is good: below it a question counts as hard.
pub const WELL: u16 = 800;

/// In the bank's order.
pub fn by_topic(bank: &Bank, answered: &[Answered], known: &[Known]) -> Vec<Mastery> {
    mastery(bank, answered, known, &bank.topics(), |question| &question.topic)
}

/// From the easiest. A level without questions is left out.
pub fn by_level(bank: &Bank, answered: &[Answered], known: &[Known]) -> Vec<Mastery> {
    mastery(bank, answered, known, &Level::ALL.map(Level::name), |question| question.level.name())
}

#[inline(never)]
fn mastery(bank: &Bank, answered: &[Answered], known: &[Known], names: &[&str], name: fn(&Question) -> &str) -> Vec<Mastery> {
    let mut all = Vec::new();
    for (place, wanted) in names.iter().enumerate() {
        let (mut questions, mut met, mut well, mut sum, mut recall) = (0, 0, 0, 0, 0.0);
        for (question, (answered, known)) in bank.questions().iter().zip(answered.iter().zip(known)) {
            if name(question) != *wanted {
                continue;
            }
            questions += 1;
            recall += idle(*known, 0);
            if answered.answers > 0 {
                met += 1;
                well += usize::from(answered.last >= WELL);
                sum += usize::from(answered.last);
            }
        }
        if questions > 0 {
            // A mean of scores is one.
            let last = Score((sum / met.max(1)) as u16);
            all.push(Mastery { place, questions, met, well, last, recall: Score(permille(recall / questions as f32)) });
        }
    }
    all
}
