//! How a memory grows and fades: FSRS 6, with the parameters that fit people on the whole. Nothing is random.
//!
//! The formulas are those of the crate `fsrs`, by FSRS's authors, against which `tests/laws/schedule.rs` holds them. They are here by hand,
//! because the crate works out every way that a memory can go, and brings a round over its budget (`docs/scheduling.md` has the figures).

use super::rating::Rating;

/// What is remembered of a question. Its numbers are never NaN: [`after`] lets none out of their ranges.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Trace {
    /// In how many days recall falls to nine tenths, from 0.001 to 36,500.
    pub stability: f32,
    /// From 1 to 10.
    pub difficulty: f32,
}

impl Eq for Trace {}

impl Trace {
    /// None where a number is out of its range, or none.
    pub fn new(stability: f32, difficulty: f32) -> Option<Trace> {
        let is_within = (SHORTEST..=LONGEST).contains(&stability) && (1.0..=10.0).contains(&difficulty);
        is_within.then_some(Trace { stability, difficulty })
    }
}

pub const LONGEST: f32 = 36_500.0;
const SHORTEST: f32 = 0.001;
/// Parameter 20, and what follows from it: recall is to be nine tenths when as many days have passed as the stability has.
const DECAY: f32 = 0.1542;
const FACTOR: f32 = 0.980_346_5;

/// After an answer, so many days after the one before. At a first answer there is no trace yet, and the days say nothing.
pub fn after(trace: Option<Trace>, rating: Rating, days: u32) -> Trace {
    let Some(trace) = trace else { return first(rating) };
    let Trace { stability, difficulty } = trace;
    let forgotten = 1.0 - recall(trace, days as f32);
    let stability = match rating {
        _ if days == 0 => {
            let growth = (0.5425 * (grade(rating) - 3.0 + 0.0912)).exp() * power(stability, -0.0658);
            // Who knew it the same day has not lost by it.
            stability * if rating == Rating::Again { growth } else { growth.max(1.0) }
        }
        Rating::Again => {
            let relearned =
                1.4835 * power(difficulty, -0.0614) * (power(stability + 1.0, 0.2629) - 1.0) * (forgotten * 1.6483).exp();
            // Divided by e to the power of 0.5425 × 0.0912: no more than the same day's answers would leave.
            relearned.min(stability / 1.050_720_4)
        }
        Rating::Hard | Rating::Good | Rating::Easy => {
            let bonus = match rating {
                Rating::Hard => 0.6014,
                Rating::Easy => 1.8729,
                _ => 1.0,
            };
            // The first factor is e to the power of 1.8722.
            let growth = 6.502_586_4 * (11.0 - difficulty) * power(stability, -0.1666) * ((forgotten * 0.796).exp() - 1.0);
            stability * (growth * bonus + 1.0)
        }
    };
    let moved = difficulty - 3.0194 * (grade(rating) - 3.0) * (10.0 - difficulty) / 9.0;
    // A little of the way back to where an easy first answer stands.
    within(stability, 0.001 * (EASIEST - moved) + moved)
}

/// The difficulty after an easy first answer, before it is held within its range.
const EASIEST: f32 = -4.771_631;

fn first(rating: Rating) -> Trace {
    let stability = match rating {
        Rating::Again => 0.212,
        Rating::Hard => 1.2931,
        Rating::Good => 2.3065,
        Rating::Easy => 8.2956,
    };
    within(stability, 6.4133 - (0.8334 * (grade(rating) - 1.0)).exp() + 1.0)
}

fn within(stability: f32, difficulty: f32) -> Trace {
    Trace { stability: stability.clamp(SHORTEST, LONGEST), difficulty: difficulty.clamp(1.0, 10.0) }
}

/// As FSRS counts them, from 1 to 4.
fn grade(rating: Rating) -> f32 {
    f32::from(rating as u8)
}

/// How likely it is to be recalled so many days after the last answer, from 0 to 1.
pub fn recall(trace: Trace, days: f32) -> f32 {
    power(days / trace.stability * FACTOR + 1.0, -DECAY)
}

/// In how many days recall falls so low; at least one.
pub fn interval(trace: Trace, retention: f32) -> u32 {
    // A cast that saturates is what we want.
    (trace.stability * spread(retention)).round().clamp(1.0, LONGEST) as u32
}

/// The stability with which recall is that likely after so many days: what [`recall`] says, read backwards.
pub fn stability(recall: f32, days: f32) -> f32 {
    // Not a number where all is recalled at once: it will be for long.
    (days / spread(recall)).clamp(SHORTEST, LONGEST).min(LONGEST)
}

/// After how many times the stability recall is that likely.
fn spread(recall: f32) -> f32 {
    (power(recall, -1.0 / DECAY) - 1.0) / FACTOR
}

/// Of numbers above zero. By two functions that are there anyway; the one for all numbers is a kilobyte more.
fn power(base: f32, exponent: f32) -> f32 {
    (exponent * base.ln()).exp()
}
