//! How a memory grows and fades: FSRS 6, as the crate `fsrs` has it. Only this file knows the crate.

use super::rating::Rating;
use fsrs::{DEFAULT_PARAMETERS, FSRS, FSRSItem, FSRSReview, MemoryState, current_retrievability};

/// What is remembered of a question. Its numbers are never NaN: [`Forgetting`] lets none in.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Trace {
    /// In how many days recall falls to nine tenths, from 0.001 to 36,500.
    pub stability: f32,
    /// From 1 to 10.
    pub difficulty: f32,
}

impl Eq for Trace {}

/// The model of forgetting, with its parameters.
#[derive(Clone, Debug)]
pub struct Forgetting {
    fsrs: FSRS,
    decay: f32,
}

impl Default for Forgetting {
    /// With the parameters that fit people on the whole.
    fn default() -> Forgetting {
        Forgetting { fsrs: FSRS::default(), decay: DEFAULT_PARAMETERS[20] }
    }
}

impl Forgetting {
    /// None where they are no parameters of FSRS 6. The crate keeps each within its bounds.
    pub fn with(parameters: &[f32; 21]) -> Option<Forgetting> {
        Some(Forgetting { fsrs: FSRS::new(parameters).ok()?, decay: parameters[20].clamp(0.1, 0.8) })
    }

    /// After an answer, so many days after the one before. At a first answer there is no trace yet, and the days say nothing.
    pub fn after(&self, trace: Option<Trace>, rating: Rating, days: u32) -> Trace {
        self.after_all(trace, &[(rating, days)])
    }

    /// After some answers, at least one.
    pub fn after_all(&self, trace: Option<Trace>, answers: &[(Rating, u32)]) -> Trace {
        let before = trace.map(|Trace { stability, difficulty }| MemoryState { stability, difficulty });
        let reviews = answers.iter().map(|(rating, days)| FSRSReview { rating: *rating as u32, delta_t: *days }).collect();
        match self.fsrs.memory_state(FSRSItem { reviews }, before) {
            Ok(MemoryState { stability, difficulty }) => Trace { stability, difficulty },
            // Whatever is not a number: as if nothing had happened.
            Err(_) => trace.unwrap_or(Trace { stability: 1.0, difficulty: 5.0 }),
        }
    }

    /// How likely it is to be recalled so many days after the last answer, from 0 to 1.
    pub fn recall(&self, trace: Trace, days: f32) -> f32 {
        let state = MemoryState { stability: trace.stability, difficulty: trace.difficulty };
        current_retrievability(state, days, self.decay)
    }

    /// In how many days recall falls so low; at least one.
    pub fn interval(&self, trace: Trace, retention: f32) -> u32 {
        // A cast that saturates is what we want.
        self.fsrs.next_interval(Some(trace.stability), retention, 0).round().clamp(1.0, 36_500.0) as u32
    }

    /// The stability with which recall is that likely after so many days: what [`recall`](Forgetting::recall) says, read backwards.
    pub fn stability(&self, recall: f32, days: f32) -> f32 {
        let factor = 0.9f32.powf(-1.0 / self.decay) - 1.0;
        let stability = days * factor / (recall.powf(-1.0 / self.decay) - 1.0);
        if stability.is_nan() { 36_500.0 } else { stability.clamp(0.001, 36_500.0) }
    }
}
