//! The plan for an interview: which answers, on which day, leave most in memory on the day it is.
//!
//! What an answer is worth is how much it raises the recall that is predicted for that day ([`gain`]). It need not be given today, though:
//! the same answer given later finds more forgotten, teaches more, and has less time to fade. So half of what it would be worth after half a
//! turn through the bank is taken off ([`worth`]), and each day the answers worth most are asked for. `docs/scheduling.md` has the figures.

use super::memory::{Trace, after, recall, stability};
use super::rating::Rating;
use crate::bank::order::by_key;

/// What is known of a question: its trace, and how many days ago it was answered. None: never.
pub type Known = Option<(Trace, u32)>;

/// How first answers are rated on the whole: again, hard, good, easy. From the same collection as the parameters of FSRS.
const FIRST: [f32; 4] = [0.24, 0.094, 0.495, 0.171];
/// A forecast takes so many steps at most: of a day, while there are no more days.
const STEPS: u32 = 8;
const LATER: f32 = 0.5;

/// The recall on the day of the interview, `ahead` days from now, that is to be expected if nothing more is answered.
pub fn idle(known: Known, ahead: u32) -> f32 {
    known.map_or(0.0, |(trace, days)| recall(trace, days.saturating_add(ahead) as f32))
}

/// That recall if it is answered now, and the trace that stands for both ends the answer may have.
fn answered(known: Known, ahead: u32) -> (f32, Trace) {
    let (mut expected, mut difficulty) = (0.0, 0.0);
    let mut take = |trace: Trace, chance: f32| {
        expected += chance * recall(trace, ahead as f32);
        difficulty += chance * trace.difficulty;
    };
    match known {
        Some((trace, days)) => {
            let chance = recall(trace, days as f32);
            take(after(Some(trace), Rating::Good, days), chance);
            take(after(Some(trace), Rating::Again, days), 1.0 - chance);
        }
        None => {
            Rating::ALL.into_iter().zip(FIRST).for_each(|(rating, chance)| take(after(None, rating, 0), chance));
        }
    }
    (expected, Trace { stability: stability(expected, ahead as f32), difficulty })
}

/// By how much an answer now raises the recall on the day.
pub fn gain(known: Known, ahead: u32) -> f32 {
    answered(known, ahead).0 - idle(known, ahead)
}

/// The gain, less what need not be gained today.
fn worth(known: Known, ahead: u32, half_turn: u32) -> f32 {
    let now = gain(known, ahead);
    let wait = half_turn.min(ahead.saturating_sub(1));
    match known {
        Some((trace, days)) if wait > 0 => now - LATER * gain(Some((trace, days.saturating_add(wait))), ahead - wait),
        // The sooner it is met, the more often it can be met again.
        _ => now,
    }
}

/// The places of all questions, those that it is best to answer now first; of equals, those of the lower level. The budget is of answers
/// a day.
#[inline(never)]
pub fn ranked(known: &[Known], level: impl Fn(usize) -> u64, ahead: u32, budget: usize) -> Vec<usize> {
    let half_turn = u32::try_from(known.len() / budget.saturating_mul(2).max(1)).unwrap_or(u32::MAX).max(1);
    by_worth(known, |known| worth(known, ahead, half_turn), level)
}

fn by_worth(known: &[Known], worth: impl Fn(Known) -> f32, then: impl Fn(usize) -> u64) -> Vec<usize> {
    // By millionths, downwards: a cast that saturates is what we want.
    by_key((0..known.len()).collect(), |place| ((1e6 * (10.0 - worth(known[*place]))) as u64, then(*place)))
}

/// The mean recall on the day if so many answers are given each day from now to the day before; `done` were given today. A sketch of the
/// plan: it goes by the gain alone, and in large steps.
pub fn forecast(known: &[Known], ahead: u32, budget: usize, done: usize) -> f32 {
    path(known, ahead, budget, done).last().map_or(0.0, |(_, share)| *share)
}

/// The way there: after so many days, the mean recall of that day. It begins with today's.
#[inline(never)]
pub fn path(known: &[Known], ahead: u32, budget: usize, done: usize) -> Vec<(u32, f32)> {
    let mut known = known.to_vec();
    let mut path = vec![(0, mean(&known, 0))];
    let step = ahead.div_ceil(STEPS).max(1);
    let (whole, mut ahead, mut done) = (ahead, ahead, done);
    while ahead > 0 {
        let days = step.min(ahead);
        let answers = budget.saturating_mul(days as usize).saturating_sub(std::mem::take(&mut done));
        let ranked = by_worth(&known, |known| gain(known, ahead), |_| 0);
        for place in ranked.into_iter().take(answers) {
            known[place] = Some((answered(known[place], ahead).1, 0));
        }
        for (_, passed) in known.iter_mut().flatten() {
            *passed = passed.saturating_add(days);
        }
        ahead -= days;
        path.push((whole - ahead, mean(&known, 0)));
    }
    path
}

/// The mean over all questions of what is recalled on the day if nothing more is answered.
pub fn mean(known: &[Known], ahead: u32) -> f32 {
    known.iter().map(|known| idle(*known, ahead)).sum::<f32>() / known.len().max(1) as f32
}
