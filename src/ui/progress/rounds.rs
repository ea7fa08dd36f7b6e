//! The last rounds, as the table that they are.

use super::picture::{Table, percent};
use crate::app::Model;
use crate::progress::answered::judged;
use crate::progress::schedule::day::Day;
use crate::ui::tag::{Tag, tag};
use crate::ui::words;

const HEADING: &str = "Last rounds";
const MOST: usize = 10;

pub fn view(model: &Model) -> Tag {
    let rows = model.history.reports().iter().rev().take(MOST).map(|report| {
        vec![
            words::date(Day::of(report.started, model.zone)),
            report.preset.clone(),
            percent(report.score),
            format!("{} of {}", judged(report).count(), report.results.len()),
            words::clock(report.used),
        ]
    });
    let table = Table { head: vec!["Day", "Round", "Score", "Answered", "Time"], rows: rows.collect() };
    tag("section").class("picture").child(tag("h3").text(HEADING)).child(table.view(HEADING))
}
