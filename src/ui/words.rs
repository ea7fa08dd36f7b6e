//! Times and numbers as a reader sees them.

pub use crate::app::words::{clock, count, date, duration, month};
use crate::round::clock::Span;
use crate::round::plan::Pace;

/// `7`, `7.5`: of a span that is a whole number of half minutes.
pub fn minutes(span: Span) -> String {
    let half = if span.in_seconds() % 60 == 30 { ".5" } else { "" };
    format!("{}{half}", span.in_seconds() / 60)
}

pub fn pace(pace: Pace) -> &'static str {
    match pace {
        Pace::Usual => "Usual time",
        Pace::HalfMore => "Time × 1.5",
        Pace::Double => "Time × 2",
        Pace::Tenfold => "Time × 10",
        Pace::Untimed => "Untimed",
    }
}
