//! Times and numbers as a reader sees them.

pub use crate::app::words::{
    answers, clock, date, duration, level, level_name, month, percent, questions, rounds, topic, weekday, words,
};
use crate::language::{key, number, t};
use crate::round::clock::Span;
use crate::round::plan::Pace;

/// `7`, `7.5`: of a span that is a whole number of half minutes.
pub fn minutes(span: Span) -> String {
    number(span.in_seconds() as f64 / 60.0)
}

pub fn pace(pace: Pace) -> &'static str {
    t(match pace {
        Pace::Usual => key("Usual time"),
        Pace::HalfMore => key("Time × 1.5"),
        Pace::Double => key("Time × 2"),
        Pace::Tenfold => key("Time × 10"),
        Pace::Untimed => key("Untimed"),
    })
}
