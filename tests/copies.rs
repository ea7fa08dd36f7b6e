//! The file in which a reader takes their progress along: what was ever written is read, everything else is refused whole.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used)]

use mock_interview::journal::arrival::{arrival, texts};
use mock_interview::journal::copy::{read_copy, write_copy};
use mock_interview::journal::union::unite;
use mock_interview::journal::{Text, iso, read_report};
use mock_interview::progress::{History, Report};
use mock_interview::round::clock::Millis;
use mock_interview::round::event::RoundId;

const BANK: &str = "async-python";
/// As the first version wrote it, and as it is written now.
const FIRST: &str = include_str!("journals/v1-copy.json");
const COPY: &str = include_str!("journals/v2-copy.json");
/// With what each question was.
const CONTENT: &str = include_str!("journals/v2-content-copy.json");

fn reports() -> Vec<Report> {
    let Text::Read { items, broken: false } = read_report(include_str!("journals/v1-report.txt")) else { panic!("no report") };
    let again = items.iter().cloned().map(|report| Report { round: RoundId("k3x9-2".to_owned()), ..report });
    items.iter().cloned().chain(again).collect()
}

/// And one of long ago.
fn with_folded() -> Vec<Report> {
    let mut reports = reports();
    let old = Report { round: RoundId("a-1".to_owned()), started: Millis(1_600_000_000_007), ..reports[0].folded() };
    reports.insert(0, old);
    history(&reports).reports().to_vec()
}

fn history(reports: &[Report]) -> History {
    let mut history = History::default();
    reports.iter().cloned().for_each(|report| history.add(report));
    history
}

#[test]
fn a_copy_is_read_and_written_as_ever() {
    if std::env::var_os("BLESS").is_some() {
        std::fs::write("tests/journals/v2-copy.json", write_copy(BANK, &history(&with_folded()))).unwrap();
    }
    assert_eq!(read_copy(BANK, COPY).unwrap(), with_folded());
    assert_eq!(write_copy(BANK, &history(&with_folded())), COPY);
    assert_eq!(read_copy(BANK, FIRST).unwrap(), reports(), "of the first version");
}

#[test]
fn what_a_question_was_is_taken_along() {
    let Text::Read { items, broken: false } = read_report(include_str!("journals/v1-content-report.txt")) else {
        panic!("no report")
    };
    let copy = write_copy(BANK, &history(&items));
    if std::env::var_os("BLESS").is_some() {
        std::fs::write("tests/journals/v2-content-copy.json", &copy).unwrap();
    }
    assert_eq!((copy.as_str(), read_copy(BANK, CONTENT).unwrap()), (CONTENT, items));
}

#[test]
fn a_person_can_read_it() {
    assert!(COPY.contains("\"started\": \"2023-11-14T22:13:20.000Z\""));
    assert!(COPY.lines().count() > 40 && COPY.lines().all(|line| line.len() < 200), "a line for everything");
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
    refused(&COPY.replace("\"version\": 2", "\"version\": 3"), "newer version");
    refused(&COPY.replace(BANK, "rust"), "belongs to the bank “rust”");
    refused(&" ".repeat(20_000_001), "too large");
    // One round in the middle that cannot be read: nothing of the file is taken over.
    refused(&COPY.replacen("\"started\"", "\"begun\"", 1), "Round 1 of the copy");
}

/// Each of these is small, and would be large if anything were made of it.
#[test]
fn bombs_are_refused_by_their_looks() {
    let head = r#"{"mock-interview":"progress","version":2,"bank":"async-python","reports":"#;
    let bombs = [
        format!("{head}{}", "[".repeat(1_000_000)),
        format!("{head}[{}]}}", "0,".repeat(6_000_000)),
        format!("{head}[{}]}}", "9".repeat(10_000_000)),
        format!("{head}[\"{}\"]}}", "x".repeat(10_000_000)),
        format!("{head}[{}1{}]}}", r#"{"a":"#.repeat(40), "}".repeat(40)),
    ];
    for bomb in bombs {
        let begin = std::time::Instant::now();
        assert!(read_copy(BANK, &bomb).unwrap_err().contains("not a copy"), "{}", &bomb[..90]);
        assert!(begin.elapsed().as_secs() < 2);
    }
    let deep = COPY.replacen("\"seed\"", "\"new\": [[[[[[[[[[]]]]]]]]]], \"seed\"", 1);
    assert_eq!(read_copy(BANK, &deep).unwrap(), with_folded(), "what is within bounds and not known is passed over");
    for odd in ["\"\\\\\"", "\"\\\"[[\""] {
        let text = COPY.replacen("\"seed\": \"k3x9\"", &format!("\"seed\": {odd}"), 1);
        assert_ne!(read_copy(BANK, &text).unwrap()[0].seed, "k3x9");
    }
}

#[test]
fn what_comes_is_counted_and_twice_changes_nothing() {
    let (all, mut here) = (with_folded(), history(&reports()[..1]));
    let first = arrival(&here, all.clone());
    assert_eq!((first.rounds, first.answers, first.known), (2, 12, 1));
    unite(&mut here, first.reports);
    assert_eq!(here, history(&all));
    let again = arrival(&here, all);
    assert_eq!((again.reports, again.rounds, again.answers, again.known), (vec![], 0, 0, 3));
}

#[test]
fn a_long_history_comes_mostly_without_its_words() {
    let one = &reports()[0];
    let many = (0..400).map(|n| Report { round: RoundId(format!("r-{n}")), started: Millis(n), ..one.clone() });
    let arrival = arrival(&History::default(), many.collect());
    let whole = arrival.reports.iter().filter(|report| !report.is_folded()).count();
    assert_eq!(arrival.rounds, 400);
    assert!((20..380).contains(&whole), "{whole} of 400 whole");
    assert!(arrival.reports.iter().all(|report| report.is_folded() == (report.started.0 < 400 - whole as u64)), "the newest are");
    let stored = texts(BANK, "archive".to_owned(), &arrival.reports);
    assert_eq!(stored.len(), whole + 1);
    assert!(stored.iter().map(|(_, text)| text.len()).sum::<usize>() < 200_000);
}

#[test]
fn a_stamp_is_written_as_a_date_and_read_again() {
    let days = [
        (0, "1970-01-01T00:00:00.000Z"),
        (951_782_399_999, "2000-02-28T23:59:59.999Z"),
        (951_827_696_789, "2000-02-29T12:34:56.789Z"),
    ];
    for (at, text) in days
        .into_iter()
        .chain([(4_107_542_400_000, "2100-03-01T00:00:00.000Z"), (253_402_300_799_999, "9999-12-31T23:59:59.999Z")])
    {
        assert_eq!((iso::write(Millis(at)).as_deref(), iso::read(text)), (Some(text), Some(Millis(at))));
    }
    assert_eq!(iso::write(Millis(253_402_300_800_000)), None);
    assert_eq!(iso::write(Millis(u64::MAX)), None);
    for text in [
        "",
        "2023-02-30T00:00:00.000Z",
        "2023-13-01T00:00:00.000Z",
        "2023-01-01T24:00:00.000Z",
        "1969-12-31T00:00:00.000Z",
        "2023-01-00T00:00:00.000Z",
        "2023-01-01 00:00:00.000Z",
        "+023-01-01T00:00:00.000Z",
        "größer-01-01T00:00:00.00",
    ] {
        assert_eq!(iso::read(text), None, "{text}");
    }
}
