//! Seeds. One alone says what a round asks, so that a link can carry it.

use super::{Model, Part};
use crate::bank::hash::rank;
use crate::progress::QuestionResult;
use crate::progress::latest::latest;
use crate::round::event::Score;
use crate::round::plan::{Item, Plan};

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

    /// The plan that asks most of what was missed or is due today, and then of what was never asked. Since that is done by choosing among
    /// seeds, the round is what its seed alone says. `is_open`: whether nobody has named the seed.
    pub fn fitting(&self, is_open: bool, plan: impl Fn(String) -> Option<Plan>) -> Option<Plan> {
        if self.history.rounds() == 0 || !is_open || self.part != Part::Here {
            return plan(self.seed(0));
        }
        best(self, (0..TRIES).filter_map(|n| plan(self.seed(n))).collect())
    }
}

/// The first of those that are needed most. A history is read by the second part, and this is in there.
#[inline(never)]
fn best(model: &Model, plans: Vec<Plan>) -> Option<Plan> {
    // Once for all of them: a history may be years long, and the lobby asks at every change.
    let mut needs: Vec<u32> = latest(&model.bank, model.history.reports()).into_iter().map(need).collect();
    for place in model.today.iter().flat_map(|today| &today.agenda.due) {
        if let Some(need) = needs.get_mut(*place) {
            *need = PRESSING;
        }
    }
    let of = |item: &Item| model.bank.place(&item.question).and_then(|place| needs.get(place)).copied().unwrap_or_default();
    let mut best: Option<(u32, Plan)> = None;
    for plan in plans {
        let sum = plan.items.iter().map(of).sum();
        if best.as_ref().is_none_or(|(most, _)| sum > *most) {
            best = Some((sum, plan));
        }
    }
    best.map(|(_, plan)| plan)
}

/// What was missed and what is about to be forgotten come to the same: either is lost without practice. To be both adds nothing, since
/// what was missed is due the next day anyway.
const PRESSING: u32 = 3;
/// What was never asked may be known. Two such questions outweigh one that presses, so that a bank is seen to its end.
const NEW: u32 = 2;

fn need(last: Option<&QuestionResult>) -> u32 {
    match last {
        None => NEW,
        Some(last) if last.score < Score::FULL => PRESSING,
        Some(_) => 0,
    }
}
