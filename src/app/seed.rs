//! Seeds. One alone says what a round asks, so that a link can carry it.

use super::Model;
use crate::bank::QuestionId;
use crate::bank::hash::rank;
use crate::progress::History;
use crate::round::event::Score;
use crate::round::plan::Plan;

/// So many seeds are tried for a round.
const TRIES: usize = 16;

impl Model {
    /// Six letters and digits, new for every round.
    pub fn fresh_seed(&self) -> String {
        self.seed(0)
    }

    fn seed(&self, n: usize) -> String {
        let mut number = rank(&self.keep.writer, &(self.begun as usize * TRIES + n).to_string());
        let mut seed = String::new();
        for _ in 0..6 {
            seed.extend(char::from_digit((number % 36) as u32, 36));
            number /= 36;
        }
        seed
    }

    /// The plan that asks most of what was missed, and then of what was never asked. Since that is done by choosing among seeds, the round
    /// is what its seed alone says.
    pub fn fitting(&self, plan: impl Fn(String) -> Option<Plan>) -> Option<Plan> {
        let tries = if self.history.rounds() == 0 { 1 } else { TRIES };
        let plans = (0..tries).filter_map(|n| plan(self.seed(n)));
        let needs = |plan: &Plan| plan.items.iter().map(|item| need(&self.history, &item.question)).sum::<u32>();
        // The first of those that are alike.
        plans
            .map(|plan| (needs(&plan), plan))
            .reduce(|best, next| if next.0 > best.0 { next } else { best })
            .map(|(_, plan)| plan)
    }
}

fn need(history: &History, question: &QuestionId) -> u32 {
    match history.attempts(question).last() {
        None => 2,
        Some(last) if last.score < Score::FULL => 3,
        Some(_) => 0,
    }
}
