//! The laws of a stored checkpoint.

use super::script::{any_text, cases};
use mock_interview::journal::checkpoint::{Checkpoint, read_checkpoint, write_checkpoint};
use mock_interview::progress::glance::Glance;
use mock_interview::progress::schedule::Memory;
use mock_interview::progress::schedule::memory::Trace;
use mock_interview::round::clock::Millis;
use mock_interview::round::event::Score;
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;

fn memory() -> impl Strategy<Value = Memory> {
    (0.001f32..=36_500.0, 1.0f32..=10.0, any::<u64>(), 1..u32::MAX).prop_map(|(stability, difficulty, last, answers)| Memory {
        trace: Trace { stability, difficulty },
        last: Millis(last),
        answers,
    })
}

fn checkpoint() -> impl Strategy<Value = Checkpoint> {
    let glance = (any::<[u16; 4]>(), any::<bool>(), any::<u16>()).prop_map(|([rounds, met, missed, flagged], is_weak, last)| {
        let [rounds, met, missed, flagged] = [rounds, met, missed, flagged].map(usize::from);
        Glance { rounds, met, is_weak, last: Score(last), missed, flagged }
    });
    let memories = vec(of(memory()), 0..9);
    (any::<u64>(), any::<u16>(), glance, memories).prop_map(|(at, done, glance, memories)| Checkpoint {
        at: Millis(at),
        done: done.into(),
        glance,
        memories,
    })
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn a_checkpoint_reads_as_it_was_written(checkpoint in checkpoint(), mark in any::<u64>(), other in any::<u64>()) {
        let text = write_checkpoint(mark, &checkpoint);
        prop_assert_eq!(read_checkpoint(&text, mark), Some(checkpoint));
        prop_assert!(mark == other || read_checkpoint(&text, other).is_none());
    }

    /// Whatever is cut off or put in, it is believed as it was written or not at all.
    #[test]
    fn a_damaged_checkpoint_is_none(
        checkpoint in checkpoint(), mark in any::<u64>(), at in any::<prop::sample::Index>(), cut in 0..4usize, piece in any_text(),
    ) {
        let text = write_checkpoint(mark, &checkpoint);
        let from = at.index(text.len() + 1);
        let damaged = format!("{}{piece}{}", &text[..from], &text[(from + cut).min(text.len())..]);
        prop_assert!(read_checkpoint(&damaged, mark).is_none_or(|read| read == checkpoint));
        prop_assert_eq!(read_checkpoint(&piece, mark), None);
    }
}
