//! The last rounds, as the table that they are.

use super::picture::{Table, percent};
use crate::app::Model;
use crate::language::{fill, key, t};
use crate::progress::answered::judged;
use crate::progress::schedule::day::Day;
use crate::ui::tag::{Tag, tag};
use crate::ui::words;

const HEADING: &str = key("Last rounds");
const MOST: usize = 10;

pub fn view(model: &Model) -> Tag {
    let rows = model.history.reports().iter().rev().take(MOST).map(|report| {
        vec![
            words::date(Day::of(report.started, model.zone)),
            t(&report.preset).to_owned(),
            percent(report.score),
            fill(t("{part} of {whole}"), &[&judged(report).count(), &report.results.len()]),
            words::clock(report.used),
        ]
    });
    let table = Table::new(&[key("Day"), key("Round"), key("Score"), key("Answered"), key("Time")], rows.collect());
    tag("section").class("picture").child(tag("h3").text(t(HEADING))).child(table.view(t(HEADING)))
}
