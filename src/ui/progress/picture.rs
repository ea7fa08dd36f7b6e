//! What all pictures are made of: a heading, a sentence, the drawing, and its numbers in a table one click away.
//!
//! Time runs from left to right in every language, so drawings do not turn with the page.

use crate::app::Msg;
use crate::bank::Bank;
use crate::language::{fill, t};
use crate::round::event::Score;
use crate::ui::tag::{Does, Tag, p, tag, unseen};
use std::fmt::Write;
use yew::Callback;

/// In the units of a drawing: narrow enough for its words to be read on a phone.
pub const WIDTH: usize = 320;
/// What is left of a plot, for its numbers.
pub const LEFT: usize = 38;

pub struct Table<'bank> {
    pub head: Vec<String>,
    /// The first cell of each row names it.
    pub rows: Vec<Vec<String>>,
    /// Whose words the first cells are, where they are not ours.
    pub whose: Option<&'bank Bank>,
}

/// Whether the table of a picture was opened, and how it is.
pub struct Shelf<'emit> {
    pub place: usize,
    pub tables: u32,
    pub emit: &'emit Callback<Msg>,
}

pub fn section(shelf: &Shelf, heading: &'static str, told: String, drawing: Option<Tag>, table: Table) -> Tag {
    let is_open = (shelf.tables >> shelf.place) & 1 == 1;
    let summary = tag("summary").class("soft").on(shelf.emit, Does::Click(Msg::ShowTable(shelf.place)));
    tag("section").class("picture").child(tag("h3").text(t(heading))).child(p("", told)).maybe(drawing).child(
        tag("details")
            .child(summary.text(t("As a table")).child(unseen(fill(": {}", &[&t(heading)]))))
            .maybe(is_open.then(|| table.view(t(heading)))),
    )
}

impl<'bank> Table<'bank> {
    /// `head`: keys of words.
    pub fn new(head: &[&'static str], rows: Vec<Vec<String>>) -> Self {
        Table { head: head.iter().map(|head| t(head).to_owned()).collect(), rows, whose: None }
    }

    /// The first cells are the bank's words.
    pub fn of(self, bank: &'bank Bank) -> Self {
        Table { whose: Some(bank), ..self }
    }

    pub fn view(self, name: &'static str) -> Tag {
        let head = self.head.into_iter().map(|head| tag("th").attr("scope", "col").text(head));
        let row = |row: Vec<String>| {
            let cell = |(n, words): (usize, String)| match (n, self.whose) {
                (0, Some(bank)) => tag("th").attr("scope", "row").lang(bank).text(words),
                (0, None) => tag("th").attr("scope", "row").text(words),
                _ => tag("td").text(words),
            };
            tag("tr").children(row.into_iter().enumerate().map(cell).collect())
        };
        let table = tag("table")
            .child(tag("caption").class("unseen").text(name))
            .child(tag("thead").child(tag("tr").children(head.collect())))
            .child(tag("tbody").children(self.rows.into_iter().map(row).collect()));
        // It scrolls sideways, so the keyboard must reach it.
        tag("div").class("wide").attr("tabindex", "0").attr("role", "group").attr("aria-label", name).child(table)
    }
}

/// A drawing, and what stands at both ends of its time.
pub fn over_time(drawing: Tag, first: String, last: String) -> Tag {
    let ends = tag("div").class("ends soft").child(tag("span").text(first)).child(tag("span").text(last));
    tag("figure").attr("dir", "ltr").child(drawing).child(ends)
}

pub fn drawing(name: String, height: usize) -> Tag {
    tag("svg").attr("viewBox", format!("0 0 {WIDTH} {height}")).attr("role", "img").attr("aria-label", name)
}

pub fn path(class: &'static str, d: String) -> Tag {
    tag("path").class(class).attr("d", d)
}

/// Words in a drawing, to the left of that place or around it.
pub fn label(class: &'static str, x: usize, y: usize, words: String) -> Tag {
    tag("text").class(class).attr("x", x.to_string()).attr("y", y.to_string()).text(words)
}

/// Where a place among so many others lies on a line of that length.
pub fn along(place: u32, last: u32, length: usize) -> usize {
    (u64::from(place) * length as u64 / u64::from(last.max(1))) as usize
}

/// A line through these points.
pub fn line(points: impl Iterator<Item = (usize, usize)>) -> String {
    let mut line = String::new();
    for (x, y) in points {
        // A String takes everything.
        let _ = write!(line, "{}{x} {y}", if line.is_empty() { 'M' } else { 'L' });
    }
    line
}

/// A bar in three parts, told apart by their heights: of `all`, so many are full, so many half, and the rest is a line.
pub fn bar(name: String, full: usize, half: usize, all: usize) -> Tag {
    let at = |count: usize| 200 * count / all.max(1);
    let (full, half) = (at(full), at(full + half));
    tag("svg")
        .class("bar-of")
        .attr("viewBox", "0 0 200 8")
        .attr("preserveAspectRatio", "none")
        .attr("role", "img")
        .attr("aria-label", name)
        .child(path("mark", format!("M0 0H{full}V5H{half}V7H200V8H0z")))
}

/// A row of a list: what it is, a bar, and a number.
pub fn row(name: Tag, bar: Tag, number: String) -> Tag {
    tag("li").child(name).child(bar).child(tag("b").text(number))
}

pub fn percent(score: Score) -> String {
    crate::app::summary::percent(score)
}
