//! Whatever stands in the store or in a file: it is read or passed over, and what was read is written the same.
#![no_main]

use libfuzzer_sys::fuzz_target;
use mock_interview::bank::json;
use mock_interview::journal::archive::{read_archive, write_archive};
use mock_interview::journal::checkpoint::{read_checkpoint, write_checkpoint};
use mock_interview::journal::copy::read_copy;
use mock_interview::journal::key;
use mock_interview::journal::load::load;
use mock_interview::journal::{Text, journal_header, journal_line, read_journal, read_report, write_report};
use mock_interview::round::clock::Millis;

fuzz_target!(|text: &str| {
    if let Text::Read { items, .. } = read_journal(text) {
        let again: String = std::iter::once(journal_header()).chain(items.iter().map(journal_line)).collect();
        assert_eq!(read_journal(&again), Text::Read { items, broken: false });
    }
    if let Text::Read { items, .. } = read_report(text) {
        for report in items {
            assert_eq!(read_report(&write_report(&report)), Text::Read { items: vec![report], broken: false });
        }
    }
    if let Text::Read { items, .. } = read_archive(text) {
        let again = write_archive(&items);
        assert_eq!(read_archive(&again), Text::Read { items, broken: false });
    }
    if let Some(checkpoint) = read_checkpoint(text, u64::MAX) {
        assert_eq!(read_checkpoint(&write_checkpoint(u64::MAX, &checkpoint), u64::MAX), Some(checkpoint));
    }
    let _ = (read_copy("fuzz", text), json::read_bank(text));
    let answers = json::read_answers(text.split('\n').map(str::to_owned).collect()).unwrap_or_default();
    // Each is read when somebody looks at it.
    let _ = answers.answers.iter().map(|(_, answer)| answer.hints.len()).sum::<usize>();
    let keys = ["1:journal:fuzz:a:b", "1:report:fuzz:a", "1:archive:fuzz:a", "1:seen:fuzz:a:b", text];
    let stored: Vec<_> = keys.iter().map(|name| (format!("{}{name}", key::PREFIX), text.to_owned())).collect();
    let loaded = load("fuzz", &stored, Millis(1_700_000_000_000));
    assert!(loaded.rounds.len() <= stored.len());
});
