//! The draw: which questions a round asks, in which order and how. A function of the seed and the bank alone,
//! so that a reload shows the same round and a seed can be shared.

use super::hash::rank;
use super::{Bank, Choice, Level, Mode, Question};

/// What may be drawn. An empty list of topics, levels or modes allows none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wish {
    pub count: usize,
    pub topics: Vec<String>,
    pub levels: Vec<Level>,
    pub modes: Vec<Mode>,
    pub seed: String,
}

impl Wish {
    pub fn allows(&self, question: &Question) -> bool {
        self.topics.contains(&question.topic)
            && self.levels.contains(&question.level)
            && self.modes.iter().any(|mode| question.can(*mode))
    }
}

/// At most `wish.count` questions: topics mixed, easier levels first, the modes in turn.
pub fn draw<'bank>(bank: &'bank Bank, wish: &Wish) -> Vec<(&'bank Question, Mode)> {
    let mut pool: Vec<(u64, &Question)> = bank
        .questions()
        .iter()
        .filter(|question| wish.allows(question))
        .map(|question| (rank(&wish.seed, &question.id.0), question))
        .collect();
    pool.sort_by_key(|(rank, _)| *rank);

    // The first of every topic comes before the second of any, so that a short round still has breadth.
    let mut seen: Vec<&str> = Vec::new();
    let mut drawn: Vec<(usize, u64, &Question)> = Vec::new();
    for (rank, question) in pool {
        let earlier = seen.iter().filter(|topic| **topic == question.topic).count();
        seen.push(&question.topic);
        drawn.push((earlier, rank, question));
    }
    drawn.sort_by_key(|(earlier, rank, _)| (*earlier, *rank));
    drawn.truncate(wish.count);
    drawn.sort_by_key(|(_, rank, question)| (question.level, *rank));

    let mut turn = 0;
    drawn
        .into_iter()
        .filter_map(|(_, _, question)| {
            let modes: Vec<Mode> = wish.modes.iter().copied().filter(|mode| question.can(*mode)).collect();
            let mode = *modes.get(turn % modes.len().max(1))?;
            turn += 1;
            Some((question, mode))
        })
        .collect()
}

/// A question's choices in the order in which this round shows them.
pub fn shuffled<'bank>(question: &'bank Question, seed: &str) -> Vec<&'bank Choice> {
    let mut choices: Vec<&Choice> = question.choices.iter().collect();
    choices.sort_by_cached_key(|choice| rank(seed, &format!("{}\u{1f}{}", question.id.0, choice.key.0)));
    choices
}
