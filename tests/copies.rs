//! The file in which a reader takes their progress along: what was ever written is read, everything else is refused whole.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used)]

use mock_interview::journal::copy::{read_copy, write_copy};
use mock_interview::journal::{Text, read_report};
use mock_interview::progress::{History, Report};
use mock_interview::round::event::RoundId;

const BANK: &str = "async-python";
/// As the first version writes it.
const COPY: &str = include_str!("journals/v1-copy.json");

fn reports() -> Vec<Report> {
    let Text::Read { items, broken: false } = read_report(include_str!("journals/v1-report.txt")) else { panic!("no report") };
    let again = items.iter().cloned().map(|report| Report { round: RoundId("k3x9-2".to_owned()), ..report });
    items.iter().cloned().chain(again).collect()
}

fn history(reports: &[Report]) -> History {
    let mut history = History::default();
    reports.iter().cloned().for_each(|report| history.add(report));
    history
}

#[test]
fn the_first_version_s_file_is_read_and_still_written() {
    if std::env::var_os("BLESS").is_some() {
        std::fs::write("tests/journals/v1-copy.json", write_copy(BANK, &history(&reports())) + "\n").unwrap();
    }
    assert_eq!(read_copy(BANK, COPY).unwrap(), reports());
    assert_eq!(write_copy(BANK, &history(&reports())) + "\n", COPY);
}

#[test]
fn what_is_no_copy_is_refused_with_what_to_do() {
    let refused = |text: &str, words: &str| {
        let error = read_copy(BANK, text).unwrap_err();
        assert!(error.contains(words), "{error}");
    };
    for text in ["", "{}", "null", "[1, 2]", "PK\u{3}\u{4}", &COPY[..COPY.len() / 2]] {
        refused(text, "not a copy of progress");
    }
    refused(&COPY.replace("\"version\":1", "\"version\":2"), "newer version");
    refused(&COPY.replace(BANK, "rust"), "belongs to the bank “rust”");
    refused(&" ".repeat(20_000_001), "too large");
    // One round in the middle that cannot be read: nothing of the file is taken over.
    refused(&COPY.replacen("\"started\"", "\"begun\"", 1), "Round 1 of the copy");
}

#[test]
fn files_of_two_devices_come_to_the_same_in_either_order() {
    let all = reports();
    let (here, there) = all.split_at(1);
    let union = |first: &[Report], second: &[Report]| history(&[first, second, first].concat());
    assert_eq!(union(here, there), union(there, here));
}
