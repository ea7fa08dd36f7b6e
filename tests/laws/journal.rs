//! The laws of the stored text: what was written is read, and nothing else ever is.

use super::script::{Play, any_text, cases, play};
use mock_interview::journal::{Text, journal_header, journal_line, read_journal, read_report, write_report};
use mock_interview::progress::Report;
use mock_interview::round::{Entry, Round};
use proptest::prelude::*;
use proptest::sample::Index;

const MOST: usize = 8;

pub fn write(entries: &[Entry]) -> String {
    entries.iter().fold(journal_header(), |text, entry| text + &journal_line(entry))
}

/// None where a newer version wrote it.
fn items<T>(text: Text<T>) -> Option<Vec<T>> {
    match text {
        Text::Read { items, .. } => Some(items),
        Text::Newer => None,
    }
}

/// The whole lines of entries at the beginning of a text.
fn whole_lines(text: &str) -> usize {
    text.matches('\n').count().saturating_sub(1)
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn every_beginning_of_a_journal_is_the_beginning_of_its_round(play in play(MOST), cut in any::<Index>()) {
        let Play { entries, .. } = play;
        let text = write(&entries);
        prop_assert_eq!(read_journal(&text), Text::Read { items: entries.clone(), broken: false });

        let cut = text.floor_char_boundary(cut.index(text.len() + 1));
        let count = whole_lines(&text[..cut]);
        let broken = !text[..cut].ends_with('\n');
        prop_assert_eq!(read_journal(&text[..cut]), Text::Read { items: entries[..count].to_vec(), broken });
        prop_assert_eq!(Round::replay(&entries[..count]) == Round::Lobby, count == 0);
    }

    #[test]
    fn a_flipped_byte_never_makes_an_entry(play in play(MOST), at in any::<Index>(), flip in 1..=255u8) {
        let mut bytes = write(&play.entries).into_bytes();
        let at = at.index(bytes.len());
        bytes[at] ^= flip;
        let text = String::from_utf8_lossy(&bytes);
        let read = items(read_journal(&text)).unwrap_or_default();
        prop_assert!(play.entries.starts_with(&read));
    }

    #[test]
    fn no_text_makes_an_entry(text in any_text(), line in any_text()) {
        for text in [text.clone(), format!("{}{text}", journal_header()), format!("{}{line}\n{text}\n", journal_header())] {
            prop_assert_eq!(items(read_journal(&text)).unwrap_or_default(), Vec::new());
            prop_assert_eq!(items(read_report(&text)).unwrap_or_default(), Vec::new());
        }
    }

    #[test]
    fn a_report_reads_as_it_was_written(play in play(MOST), at in any::<Index>(), flip in 1..=255u8) {
        if let Round::Finished(sitting, finish) = &play.round {
            let report = Report::new(sitting, *finish);
            let text = write_report(&report);
            prop_assert_eq!(read_report(&text), Text::Read { items: vec![report.clone()], broken: false });
            let mut bytes = text.into_bytes();
            let at = at.index(bytes.len());
            bytes[at] ^= flip;
            let read = items(read_report(&String::from_utf8_lossy(&bytes))).unwrap_or_default();
            prop_assert!([report].starts_with(&read));
        }
    }
}
