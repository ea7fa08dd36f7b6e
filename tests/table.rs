//! The table of answers: what spreadsheets read, and nothing that they run.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used)]

use mock_interview::bank::QuestionId;
use mock_interview::journal::table::write_table;
use mock_interview::journal::{Text, read_report};
use mock_interview::progress::{History, Report};
use mock_interview::round::event::RoundId;

const OPENERS: [&str; 12] = ["=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠"];

fn report() -> Report {
    let Text::Read { mut items, .. } = read_report(include_str!("journals/v1-interview-report.txt")) else { panic!("no report") };
    items.remove(0)
}

fn table(report: Report) -> Vec<Vec<String>> {
    read(&write_table(&History::of(vec![report])))
}

/// As RFC 4180 has it.
fn read(text: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut rest = text.chars().peekable();
    while let Some(sign) = rest.next() {
        match sign {
            '"' if quoted && rest.peek() == Some(&'"') => cell.extend(rest.next()),
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(std::mem::take(&mut cell)),
            '\r' if !quoted => {
                assert_eq!(rest.next(), Some('\n'), "a line ends with both");
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            sign => cell.push(sign),
        }
    }
    assert!(row.is_empty() && cell.is_empty() && !quoted, "the last line is whole");
    rows
}

#[test]
fn every_answer_is_a_row() {
    let rows = table(report());
    assert_eq!(rows.len(), 3);
    assert!(rows.iter().all(|row| row.len() == rows[0].len()));
    let row = |n: usize| rows[n].join("|");
    assert_eq!(rows[0][..4], ["started", "round", "preset", "question"]);
    assert!(row(1).starts_with("2023-11-14T22:13:20.000Z|k3x9-1|Screen|gil|spoken|yes|90.0|"), "{}", row(1));
    assert!(row(1).ends_with("|sure||1|0"), "{}", row(1));
    assert_eq!(write_table(&History::default()).lines().count(), 1);
}

/// In every column that holds words of somebody’s, whatever they begin with, and whatever stands in them.
#[test]
fn no_cell_is_a_formula() {
    for opener in OPENERS {
        for rest in ["SUM(1)", "", "cmd|' /C calc'!A0", "\",=1\r\n=2", "größer"] {
            let evil = format!("{opener}{rest}");
            let mut report = report();
            report.round = RoundId(evil.clone());
            report.preset = evil.clone();
            report.results.iter_mut().for_each(|result| result.question = QuestionId::new(&evil));
            let rows = table(report);
            assert_eq!(rows.len(), 3, "{evil:?}");
            for row in &rows[1..] {
                assert_eq!(row[1..4], [format!("'{evil}"), format!("'{evil}"), format!("'{evil}")]);
                assert!(row.iter().all(|cell| !OPENERS.iter().any(|opener| cell.starts_with(opener))), "{row:?}");
            }
        }
    }
}
