//! The laws of loading: many writers, one round.

use super::journal::write;
use super::script::{BEGIN, Play, any_text, bank, cases, play};
use mock_interview::journal::key::Key;
use mock_interview::journal::load::{Loaded, load};
use mock_interview::round::Entry;
use mock_interview::round::event::RoundId;
use proptest::collection::vec;
use proptest::prelude::*;
use std::collections::BTreeMap;

const WRITERS: usize = 3;

/// The entries over the journals of several writers, who took turns. Nobody takes over within the same millisecond.
fn split(entries: &[Entry], turns: &[usize]) -> Vec<(String, String)> {
    let mut journals: BTreeMap<usize, Vec<Entry>> = BTreeMap::new();
    let mut writer = turns.first().copied().unwrap_or(0);
    let mut turns = turns.iter().skip(1).copied();
    let mut last = None;
    for entry in entries {
        if last.is_some_and(|last| last < entry.at) {
            writer = turns.next().unwrap_or(writer);
        }
        last = Some(entry.at);
        journals.entry(writer).or_default().push(entry.clone());
    }
    journals.iter().map(|(writer, entries)| (journal_key("law", *writer), write(entries))).collect()
}

fn journal_key(round: &str, writer: usize) -> String {
    Key::Journal { round: RoundId(round.to_owned()), writer: format!("writer-{writer}") }.name(bank().id())
}

fn seen_key(writer: usize) -> String {
    Key::Seen { round: RoundId("law".to_owned()), writer: format!("writer-{writer}") }.name(bank().id())
}

fn loaded(stored: &[(String, String)]) -> Loaded {
    load(bank().id(), stored, BEGIN)
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn many_writers_tell_one_round(
        (play, order) in play(8).prop_flat_map(|play| (Just(play), Just((0..WRITERS).collect::<Vec<_>>()).prop_shuffle())),
        turns in vec(0..WRITERS, 1..8),
    ) {
        let Play { entries, round, seen, .. } = play;
        let mut stored = split(&entries, &turns);
        stored.push((seen_key(1), seen.0.to_string()));
        stored.sort_by_key(|(name, _)| order.iter().position(|writer| name.ends_with(&writer.to_string())));
        let told = loaded(&stored);
        prop_assert_eq!(told.rounds.len(), 1);
        prop_assert_eq!(&told.rounds[0].round, &round);
        prop_assert!(told.rounds[0].seen >= seen);
        prop_assert!(told.broken.is_empty() && !told.newer);
    }

    #[test]
    fn the_order_of_the_keys_makes_no_difference(
        (stored, shuffled) in (play(5), play(5), any_text()).prop_flat_map(|(one, other, odd)| {
            // Two that played the same round at once, for want of locks; a round that lost its beginning; an odd text.
            let stored = vec![
                (journal_key("law", 0), write(&one.entries)),
                (journal_key("law", 1), write(&other.entries)),
                (journal_key("torn", 0), write(&one.entries[1..])),
                (journal_key("twin", 1), write(&other.entries)),
                (journal_key("odd", 0), odd.clone()),
                (seen_key(0), odd),
                (seen_key(1), one.seen.0.to_string()),
            ];
            (Just(stored.clone()), Just(stored).prop_shuffle())
        }),
    ) {
        prop_assert_eq!(loaded(&stored), loaded(&shuffled));
    }
}
