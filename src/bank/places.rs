//! Which question has an id, without a look at each.

use super::{Question, QuestionId, hash};

/// Where each question stands: a table of places, each at or soon after the slot that the hash of its id names. Some banks are large, and
/// years of answers look through them many times.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Places(Vec<Option<u32>>);

impl Places {
    pub fn of(questions: &[Question]) -> Places {
        // Never full: whoever looks for what is not there comes to a slot that is empty.
        let mut slots = vec![None; (2 * questions.len() + 1).next_power_of_two()];
        for (place, question) in (0..).zip(questions) {
            let mut slot = slot(&question.id, slots.len());
            while slots[slot].is_some() {
                slot = next(slot, slots.len());
            }
            slots[slot] = Some(place);
        }
        Places(slots)
    }

    /// The first of the same questions with that id.
    pub fn find(&self, questions: &[Question], id: &QuestionId) -> Option<usize> {
        let mut slot = slot(id, self.0.len());
        while let Some(place) = self.0[slot] {
            let place = place as usize;
            if questions[place].id == *id {
                return Some(place);
            }
            slot = next(slot, self.0.len());
        }
        None
    }
}

fn slot(id: &QuestionId, slots: usize) -> usize {
    hash::fnv32(id.0.as_bytes()) as usize & (slots - 1)
}

fn next(slot: usize, slots: usize) -> usize {
    (slot + 1) & (slots - 1)
}
