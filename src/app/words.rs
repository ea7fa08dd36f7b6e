//! Times, numbers and grades in words, for the screen and for files.

use crate::bank::{Level, topic_name};
use crate::language::{fill, intl, key, n, t};
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
    intl("short", seconds as f64).unwrap_or_else(|| match (seconds / 60, seconds % 60) {
        (0, seconds) => fill("{} s", &[&seconds]),
        (minutes, 0) => fill("{} min", &[&minutes]),
        (minutes, seconds) => fill("{} min {} s", &[&minutes, &seconds]),
    })
}

pub fn questions(count: usize) -> String {
    n("{} question", "{} questions", count)
}

pub fn answers(count: usize) -> String {
    n("{} answer", "{} answers", count)
}

pub fn rounds(count: usize) -> String {
    n("{} round", "{} rounds", count)
}

pub fn words(count: usize) -> String {
    n("{} word", "{} words", count)
}

/// `80%`
pub fn percent(percent: u64) -> String {
    intl("percent", percent as f64).unwrap_or_else(|| fill("{}%", &[&percent]))
}

pub fn grade_name(grade: Grade) -> &'static str {
    t(match grade {
        Grade::Missed => key("Missed it"),
        Grade::Partly => key("Partly"),
        Grade::Mostly => key("Mostly"),
        Grade::Fully => key("All of it"),
    })
}

/// By itself.
pub fn confidence_name(confidence: Confidence) -> &'static str {
    t(match confidence {
        Confidence::Guess => key("A guess"),
        Confidence::Unsure => key("Unsure"),
        Confidence::Sure => key("Sure"),
    })
}

/// Within a line.
pub fn confidence(confidence: Confidence) -> &'static str {
    t(match confidence {
        Confidence::Guess => key("a guess"),
        Confidence::Unsure => key("unsure"),
        Confidence::Sure => key("sure"),
    })
}

/// By itself.
pub fn level_name(level: Level) -> &'static str {
    t(match level {
        Level::Basic => key("Basic"),
        Level::Core => key("Core"),
        Level::Deep => key("Deep"),
    })
}

/// Within a line.
pub fn level(level: Level) -> &'static str {
    t(match level {
        Level::Basic => key("basic"),
        Level::Core => key("core"),
        Level::Deep => key("deep"),
    })
}

/// The bank's own word; ours for what has none.
pub fn topic(slug: &str) -> String {
    if slug.is_empty() { t("General").to_owned() } else { topic_name(slug) }
}

/// `5 Dec 2026`
pub fn date(day: Day) -> String {
    intl("date", day.0 as f64).unwrap_or_else(|| {
        let Date { year, day: of_month, .. } = Date::of(day);
        fill("{} {} {}", &[&of_month, &month(day), &year])
    })
}

/// `Dec`
pub fn month(day: Day) -> String {
    let names = "JanFebMarAprMayJunJulAugSepOctNovDec";
    let at = usize::from(Date::of(day).month.saturating_sub(1)) * 3;
    intl("month", day.0 as f64).unwrap_or_else(|| names.get(at..at + 3).unwrap_or_default().to_owned())
}

/// `Mon`. The first day was a Thursday.
pub fn weekday(day: Day) -> String {
    let at = (day.0 + 3).rem_euclid(7) as usize * 3;
    intl("weekday", day.0 as f64).unwrap_or_else(|| "MonTueWedThuFriSatSun".get(at..at + 3).unwrap_or_default().to_owned())
}
