//! The time of each question against its budget, as columns: the line is the time that was planned, and what is above it is
//! overtime. Where nothing was planned the columns are against the longest.

use crate::app::summary;
use crate::language::{fill, t};
use crate::progress::pacing::Pacing;
use crate::progress::{QuestionResult, Report};
use crate::ui::tag::{Tag, tag};
use crate::ui::words;
use std::fmt::Write;

/// In the units of the picture.
const WIDTH: usize = 360;
const HEIGHT: u64 = 84;
/// So much of its place a column fills, in hundredths.
const FILLED: usize = 70;
/// A column ends at so many times its budget, in hundredths; the words tell the rest.
const HIGHEST: u64 = 250;

pub fn view(report: &Report, pacing: &Pacing) -> Tag {
    let results = &report.results;
    let longest = results.iter().map(|result| result.used.0).max().unwrap_or_default();
    // Of each, the hundredths of what was planned, or of the longest.
    let parts: Vec<u64> = results.iter().map(|result| part(result, longest).min(HIGHEST)).collect();
    let top = parts.iter().copied().max().unwrap_or_default().max(110);
    let height = |part: u64| part * HEIGHT / top;
    let wide = (WIDTH / results.len().max(1)).clamp(1, 48);
    let (mut used, mut over, mut numbers) = (String::new(), String::new(), Vec::new());
    for (place, part) in parts.into_iter().enumerate() {
        let left = place * wide;
        column(&mut used, left, wide, 0, height(if pacing.planned.is_some() { part.min(100) } else { part }));
        if pacing.planned.is_some() && part > 100 {
            column(&mut over, left, wide, height(100), height(part));
        }
        if is_numbered(place, results.len()) {
            let middle = left + wide * FILLED / 200;
            numbers.push(
                tag("text").attr("x", middle.to_string()).attr("y", (HEIGHT + 12).to_string()).text((place + 1).to_string()),
            );
        }
    }
    let width = wide * results.len();
    let line = pacing.planned.map(|_| tag("path").class("planned").attr("d", format!("M0 {}h{width}", HEIGHT - height(100))));
    let picture = tag("svg")
        .attr("viewBox", format!("0 0 {WIDTH} {}", HEIGHT + 14))
        .attr("role", "img")
        .attr("aria-label", told(results))
        .child(tag("path").class("used").attr("d", used))
        .child(tag("path").class("over").attr("d", over))
        .maybe(line)
        .children(numbers);
    tag("section")
        .class("times")
        .child(tag("h3").text(t("Time on each question")))
        .child(tag("figure").child(picture).child(tag("figcaption").class("soft").text(summary::pacing(pacing))))
}

fn part(result: &QuestionResult, longest: u64) -> u64 {
    100 * result.used.0 / result.budget.map_or(longest, |budget| budget.0).max(1)
}

fn column(path: &mut String, left: usize, wide: usize, from: u64, to: u64) {
    let width = wide * FILLED / 100;
    // A String takes everything.
    let _ = write!(path, "M{left} {}h{width}V{}h-{width}z", HEIGHT - from, HEIGHT - to);
}

/// Where there are many, the first and every fifth.
fn is_numbered(place: usize, count: usize) -> bool {
    count <= 12 || place == 0 || (place + 1).is_multiple_of(5)
}

/// The whole picture in words.
fn told(results: &[QuestionResult]) -> String {
    let one = |(number, result): (usize, &QuestionResult)| match result.budget {
        Some(budget) => {
            fill(t("Question {number}: {used} of {planned}"), &[&number, &words::clock(result.used), &words::clock(budget)])
        }
        None => fill(t("Question {number}: {used}"), &[&number, &words::clock(result.used)]),
    };
    (1..).zip(results).map(one).collect::<Vec<_>>().join("; ")
}
