//! Times and numbers as a reader sees them.

use crate::round::clock::Span;
use crate::round::plan::Pace;

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

/// `7`, `7.5`: of a span that is a whole number of half minutes.
pub fn minutes(span: Span) -> String {
    let half = if span.in_seconds() % 60 == 30 { ".5" } else { "" };
    format!("{}{half}", span.in_seconds() / 60)
}

/// `1 question`, `2 questions`
pub fn count(number: usize, noun: &str) -> String {
    let ending = if number == 1 { "" } else { "s" };
    format!("{number} {noun}{ending}")
}

pub fn pace(pace: Pace) -> &'static str {
    match pace {
        Pace::Usual => "Usual time",
        Pace::HalfMore => "Time × 1.5",
        Pace::Double => "Time × 2",
        Pace::Untimed => "Untimed",
    }
}
