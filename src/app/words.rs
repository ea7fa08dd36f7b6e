//! Times, numbers and grades in words, for the screen and for files.

use crate::progress::date::Date;
use crate::progress::schedule::day::Day;
use crate::round::clock::Span;
use crate::round::event::{Confidence, Grade};

/// `4:05`
pub fn clock(span: Span) -> String {
    let seconds = span.in_seconds();
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

/// `4 min 5 s`
pub fn duration(span: Span) -> String {
    let seconds = span.in_seconds();
    match (seconds / 60, seconds % 60) {
        (0, seconds) => format!("{seconds} s"),
        (minutes, 0) => format!("{minutes} min"),
        (minutes, seconds) => format!("{minutes} min {seconds} s"),
    }
}

/// `1 question`, `2 questions`
pub fn count(number: usize, noun: &str) -> String {
    let ending = if number == 1 { "" } else { "s" };
    format!("{number} {noun}{ending}")
}

pub fn grade_name(grade: Grade) -> &'static str {
    match grade {
        Grade::Missed => "Missed it",
        Grade::Partly => "Partly",
        Grade::Mostly => "Mostly",
        Grade::Fully => "All of it",
    }
}

pub fn confidence_name(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::Guess => "A guess",
        Confidence::Unsure => "Unsure",
        Confidence::Sure => "Sure",
    }
}

/// `5 Dec 2026`
pub fn date(day: Day) -> String {
    let Date { year, day: of_month, .. } = Date::of(day);
    format!("{of_month} {} {year}", month(day))
}

/// `Dec`
pub fn month(day: Day) -> &'static str {
    let names = "JanFebMarAprMayJunJulAugSepOctNovDec";
    let at = usize::from(Date::of(day).month.saturating_sub(1)) * 3;
    names.get(at..at + 3).unwrap_or_default()
}
