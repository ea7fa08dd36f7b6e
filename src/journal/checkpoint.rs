//! What the lobby shows of a long history, in one short text, so that it is there before years of reports are read.
//!
//! It is made of the reports and counts for nothing beside them: it is believed only where the store holds the very texts of which it was made,
//! and what is read of those takes its place. Whoever loses it opens a moment later.

use super::VERSION;
use super::digits::{push, take};
use super::key::is_of;
use super::line::{Body, body, open, seal};
use crate::bank::Bank;
use crate::bank::hash::fnv64;
use crate::bank::tree::Tree;
use crate::progress::glance::Glance;
use crate::progress::schedule::Memory;
use crate::progress::schedule::memory::Trace;
use crate::round::clock::Millis;
use crate::round::event::Score;

const KIND: &str = "mock-interview checkpoint ";

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Checkpoint {
    /// When it was made, and how many answers had been given on that day.
    pub at: Millis,
    pub done: usize,
    pub glance: Glance,
    /// Of each question of the bank, in its order.
    pub memories: Vec<Option<Memory>>,
}

/// Of which bank and of which texts one is made; the order of their names makes no difference.
pub fn mark(bank: &Bank, names: &[String]) -> u64 {
    let names = names.iter().filter(|name| is_of(name, bank.id()));
    names.fold(fnv64(bank.fingerprint().as_bytes()), |mark, name| mark.wrapping_add(fnv64(name.as_bytes())))
}

/// Figures are [`digits`](super::digits): the mark, eight of all rounds, and four of each question, which are 0 where it was never answered.
pub fn write_checkpoint(mark: u64, checkpoint: &Checkpoint) -> String {
    let Glance { rounds, met, is_weak, last, missed, flagged } = checkpoint.glance;
    let counts = [checkpoint.done, rounds, met, is_weak.into(), last.0.into(), missed, flagged];
    let mut numbers = vec![mark, checkpoint.at.0];
    numbers.extend(counts.map(|count| count as u64));
    for memory in &checkpoint.memories {
        numbers.extend(memory.map_or([0; 4], |Memory { trace, last, answers }| {
            [answers.into(), last.0, trace.stability.to_bits().into(), trace.difficulty.to_bits().into()]
        }));
    }
    let mut figures = String::new();
    for number in numbers {
        push(&mut figures, number);
    }
    format!("{KIND}{VERSION}\n{}", seal(&Tree::Text(figures)))
}

/// None where it was made of other texts, or cannot be read.
pub fn read_checkpoint(text: &str, mark: u64) -> Option<Checkpoint> {
    let Body::Here(body) = body(KIND, text) else { return None };
    let figures = open(body.strip_suffix('\n')?)?.text()?;
    let (mut rest, mut numbers) = (figures.as_bytes(), Vec::new());
    while !rest.is_empty() {
        numbers.push(take(&mut rest)?);
    }
    let [made_of, at, done, rounds, met, is_weak, last, missed, flagged, ref memories @ ..] = *numbers.as_slice() else {
        return None;
    };
    let count = |number: u64| number as usize;
    let glance = Glance {
        rounds: count(rounds),
        met: count(met),
        is_weak: is_weak > 0,
        last: Score(last as u16),
        missed: count(missed),
        flagged: count(flagged),
    };
    let mut found = Vec::new();
    for memory in memories.chunks(4) {
        let [answers, last, stability, difficulty] = *memory else { return None };
        let trace = || Trace::new(f32::from_bits(stability as u32), f32::from_bits(difficulty as u32));
        found.push(if answers == 0 {
            None
        } else {
            Some(Memory { trace: trace()?, last: Millis(last), answers: answers as u32 })
        });
    }
    (made_of == mark).then_some(Checkpoint { at: Millis(at), done: count(done), glance, memories: found })
}
