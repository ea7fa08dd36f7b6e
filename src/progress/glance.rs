//! What the lobby says of all rounds, in a few numbers.

use super::History;
use super::latest::standings;
use crate::bank::Bank;
use crate::round::event::Score;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Glance {
    pub rounds: usize,
    /// So many questions of the bank were attempted.
    pub met: usize,
    /// Whether there is a topic to be practised.
    pub is_weak: bool,
    /// Of the last round the score, and how many of its questions were not answered fully, and flagged.
    pub last: Score,
    pub missed: usize,
    pub flagged: usize,
}

impl Glance {
    #[inline(never)]
    pub fn of(bank: &Bank, history: &History) -> Glance {
        let mut glance = Glance { rounds: history.rounds(), ..Glance::default() };
        for standing in standings(bank, history.reports()) {
            glance.met += standing.met;
            glance.is_weak |= standing.is_weak();
        }
        if let Some(last) = history.latest() {
            glance.last = last.score;
            glance.missed = last.results.iter().filter(|result| result.is_missed()).count();
            glance.flagged = last.results.iter().filter(|result| result.flagged).count();
        }
        glance
    }
}
