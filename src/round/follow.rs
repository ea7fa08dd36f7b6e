//! Questions that follow from answers: how they come behind them, and leave again when the answer is taken back. What leads to that is
//! known with the model answers, so `follow` and `unfollow` come with the second part of the program.

use super::plan::Item;
use super::{Place, Sitting, Slot};
use crate::bank::QuestionId;
use std::rc::Rc;

impl Sitting {
    /// Whether the slot was drawn and nobody has seen it yet: it can be asked earlier.
    pub fn is_to_come(&self, slot: usize) -> bool {
        self.is_unseen(slot) && self.plan.items[slot].follows == 0
    }

    /// Whether the slot is there because of an answer and nobody has seen it yet: it can go with the answer.
    pub(super) fn is_let_go(&self, slot: usize) -> bool {
        // A round of what was missed may have been begun with follow-ups.
        self.is_unseen(slot) && self.plan.items[slot].follows > 0 && !is_among(&self.drawn.items, &self.plan.items[slot])
    }

    fn is_unseen(&self, slot: usize) -> bool {
        self.slots.get(slot).is_some_and(|slot| slot.is_open() && !slot.visited)
    }

    /// Everything behind it moves down by one.
    fn remove(&mut self, slot: usize) -> (Item, Slot) {
        let item = Rc::make_mut(&mut self.plan).items.remove(slot);
        if let Some(here) = self.here().filter(|here| **here > slot) {
            *here -= 1;
        }
        (item, self.slots.remove(slot))
    }

    /// Everything behind it moves up by one.
    fn insert(&mut self, slot: usize, item: Item, known: Slot) {
        Rc::make_mut(&mut self.plan).items.insert(slot, item);
        if let Some(here) = self.here().filter(|here| **here >= slot) {
            *here += 1;
        }
        self.slots.insert(slot, known);
    }

    fn here(&mut self) -> Option<&mut usize> {
        match &mut self.place {
            Place::Question { slot, .. } | Place::Away { slot: Some(slot), .. } => Some(slot),
            _ => None,
        }
    }
}

/// Whatever time they have by now.
fn is_among(items: &[Item], item: &Item) -> bool {
    items.iter().any(|other| other.question == item.question && other.follows == item.follows)
}

/// Puts the item behind the question it follows from. What is to be asked anyway is moved there.
#[inline(never)]
pub fn follow(sitting: &mut Sitting, after: &QuestionId, item: &Item) {
    let known = sitting.position(&item.question);
    if sitting.position(after).is_none() || known.is_some_and(|slot| !sitting.is_to_come(slot)) || *after == item.question {
        return;
    }
    let slot = known.map(|slot| sitting.remove(slot).1).unwrap_or_default();
    if let Some(place) = sitting.position(after) {
        sitting.insert(place + 1, item.clone(), slot);
    }
}

/// The follow-up goes; one that was drawn goes back to where it was.
#[inline(never)]
pub fn unfollow(sitting: &mut Sitting, slot: usize) {
    let (item, known) = sitting.remove(slot);
    let drawn = sitting.drawn.clone();
    if let Some(place) = drawn.items.iter().position(|other| other.question == item.question) {
        let later = &drawn.items[place + 1..];
        let behind = sitting.plan.items.iter().position(|item| is_among(later, item)).unwrap_or(sitting.slots.len());
        sitting.insert(behind, Item { follows: drawn.items[place].follows, ..item }, known);
    }
}
