//! Times, numbers and grades in words, for the screen and for files.

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
