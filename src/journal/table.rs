//! Every answer as a row of a table (CSV, RFC 4180), for spreadsheets.
//!
//! A spreadsheet takes a cell that begins with certain signs for a formula, and runs it. Such a cell gets an apostrophe in front.

use super::iso;
use crate::progress::{History, QuestionResult, Report};
use crate::round::clock::Span;
use crate::round::event::{Confidence, Given};

const COLUMNS: [&str; 13] = [
    "started",
    "round",
    "preset",
    "question",
    "mode",
    "answered",
    "score in %",
    "seconds used",
    "seconds planned",
    "confidence",
    "marks",
    "hints",
    "follows",
];
/// What begins a formula, or what a program passes over before one; the full-width signs are taken for the others by some.
const OPENERS: [char; 12] = ['=', '+', '-', '@', '\t', '\r', '\n', '\0', '＝', '＋', '－', '＠'];

#[inline(never)]
pub fn write_table(history: &History) -> String {
    let mut text = row(&COLUMNS.map(str::to_owned));
    for report in history.reports() {
        for result in &report.results {
            text += &row(&cells(report, result));
        }
    }
    text
}

fn cells(report: &Report, result: &QuestionResult) -> [String; 13] {
    let seconds = |span: Span| format!("{}.{:03}", span.0 / 1000, span.0 % 1000);
    let marks = [(result.time_up, "time-up"), (result.flagged, "flagged"), (result.interrupted, "interrupted")];
    let marks: Vec<&str> = marks.into_iter().filter(|(holds, _)| *holds).map(|(_, name)| name).collect();
    [
        iso::write(report.started).unwrap_or_default(),
        report.round.0.clone(),
        report.preset.clone(),
        result.question.0.to_string(),
        result.mode.name().to_owned(),
        if result.given == Given::Nothing { "no" } else { "yes" }.to_owned(),
        format!("{}.{}", result.score.0 / 10, result.score.0 % 10),
        seconds(result.used),
        result.budget.map(seconds).unwrap_or_default(),
        result.confidence.map(Confidence::name).unwrap_or_default().to_owned(),
        marks.join(" "),
        result.hints.to_string(),
        result.follows.to_string(),
    ]
}

fn row(cells: &[String]) -> String {
    let cells: Vec<String> = cells.iter().map(|cell| self::cell(cell)).collect();
    cells.join(",") + "\r\n"
}

fn cell(text: &str) -> String {
    let guard = if text.starts_with(OPENERS) { "'" } else { "" };
    let text = format!("{guard}{text}");
    if text.contains(['"', ',', '\r', '\n', '\0']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
}
