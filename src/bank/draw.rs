//! The draw: which questions a round asks, in which order and how. A function of the seed and the bank alone,
//! so that a reload shows the same round and a seed can be shared.

use super::hash::rank;
use super::order::by_key;
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

/// At most `wish.count` questions: topics mixed, easier levels first, among them one of the easiest, the modes in turn.
pub fn draw<'bank>(bank: &'bank Bank, wish: &Wish) -> Vec<(&'bank Question, Mode)> {
    let pool: Vec<&Question> = bank.questions().iter().filter(|question| wish.allows(question)).collect();
    let pool = by_key(pool, |question| (rank(&wish.seed, &question.id.0), 0));

    // The first of every topic comes before the second of any, so that a short round still has breadth.
    let mut topics: Vec<(&str, u64)> = Vec::new();
    let earlier: Vec<u64> = pool
        .iter()
        .map(|question| match topics.iter_mut().find(|(topic, _)| *topic == question.topic) {
            Some((_, count)) => {
                *count += 1;
                *count
            }
            None => {
                topics.push((&question.topic, 0));
                0
            }
        })
        .collect();
    let mut drawn = by_key((0..pool.len()).collect(), |place| (earlier[*place], *place as u64));
    let easiest = drawn.iter().copied().min_by_key(|place| pool[*place].level);
    drawn.truncate(wish.count);
    // An interview starts easy.
    if let Some(easiest) = easiest.filter(|easiest| !drawn.contains(easiest))
        && let Some(last) = drawn.last_mut()
    {
        *last = easiest;
    }
    let drawn = by_key(drawn, |place| (pool[*place].level as u64, *place as u64));

    let mut turn = 0;
    drawn
        .into_iter()
        .filter_map(|place| {
            let question = pool[place];
            let modes: Vec<Mode> = wish.modes.iter().copied().filter(|mode| question.can(*mode)).collect();
            let mode = *modes.get(turn % modes.len().max(1))?;
            turn += 1;
            Some((question, mode))
        })
        .collect()
}

/// A question's choices in the order in which this round shows them.
pub fn shuffled<'bank>(question: &'bank Question, seed: &str) -> Vec<&'bank Choice> {
    by_key(question.choices.iter().collect(), |choice| (rank(seed, &format!("{}\u{1f}{}", question.id.0, choice.key.0)), 0))
}
