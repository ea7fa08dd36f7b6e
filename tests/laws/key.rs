//! The laws of the store's keys.

use super::script::{any_text, cases};
use mock_interview::journal::key::{Key, PREFIX, aside, lock};
use mock_interview::round::clock::Millis;
use mock_interview::round::event::RoundId;
use proptest::prelude::*;

fn key() -> impl Strategy<Value = Key> {
    (0..5, any_text(), any_text()).prop_map(|(kind, round, writer)| {
        let round = RoundId(round);
        match kind {
            0 => Key::Journal { round, writer },
            1 => Key::Seen { round, writer },
            2 => Key::Archive { writer },
            3 => Key::Checkpoint { writer },
            _ => Key::Report { round },
        }
    })
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn a_key_reads_as_it_was_written(key in key(), bank in any_text(), other in any_text()) {
        let name = key.name(&bank);
        prop_assert!(name.starts_with(PREFIX));
        prop_assert_eq!(Key::parse(&name, &bank), Some(key));
        prop_assert!(bank == other || Key::parse(&name, &other).is_none());
        prop_assert_eq!(Key::parse(&aside(&name, Millis(1)), &bank), None);
        prop_assert_eq!(Key::parse(&lock(&bank), &bank), None);
    }

    #[test]
    fn any_name_can_be_read(text in any_text(), bank in any_text()) {
        for name in [text.clone(), format!("{PREFIX}{text}"), format!("{PREFIX}1:journal:{bank}:{text}")] {
            if let Some(key) = Key::parse(&name, &bank) {
                prop_assert_eq!(Key::parse(&key.name(&bank), &bank), Some(key));
            }
        }
    }
}
