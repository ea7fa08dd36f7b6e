//! Each topic and each level: how much of it was answered well the last time, answered otherwise, or never.

use super::picture::{Shelf, Table, bar, percent, row, section};
use crate::app::drill::Drill;
use crate::app::{Msg, Start};
use crate::bank::{Bank, Level, topic_name};
use crate::progress::mastery::Mastery;
use crate::ui::tag::{Tag, bare_button, tag, unseen};
use crate::ui::words;

/// So many have a bar; the table has all.
const MOST: usize = 24;

pub fn topics(shelf: &Shelf, bank: &Bank, all: &[Mastery]) -> Tag {
    let names = bank.topics();
    let name = |place: usize| topic_name(names.get(place).copied().unwrap_or_default());
    let drill = |place: usize| {
        let drill = bare_button("plain", shelf.emit, Msg::Start(Start::Drill(Drill::Topic(place)))).text("Drill");
        Some(drill.child(unseen(format!(" {}", name(place)))))
    };
    view(shelf, "Topics", "topic", all, name, drill)
}

pub fn levels(shelf: &Shelf, all: &[Mastery]) -> Tag {
    view(shelf, "Levels", "level", all, |place| topic_name(Level::ALL.get(place).map_or("", |level| level.name())), |_| None)
}

fn view(
    shelf: &Shelf,
    heading: &'static str,
    noun: &'static str,
    all: &[Mastery],
    name: impl Fn(usize) -> String,
    drill: impl Fn(usize) -> Option<Tag>,
) -> Tag {
    let (mut rows, mut lines) = (Vec::new(), Vec::new());
    for one in all {
        let Mastery { place, questions, met, well, .. } = *one;
        let name = name(place);
        if rows.len() < MOST {
            let told = format!("{name}: {well} answered well, {} otherwise, {} never", met - well, questions - met);
            let size = tag("span").class("soft").text(format!(" · {well} of {questions}"));
            let bar = bar(told, well, met - well, questions);
            rows.push(
                row(tag("span").text(name.clone()).child(size), bar, format!("{} %", 100 * well / questions.max(1)))
                    .maybe(drill(place)),
            );
        }
        let last = if met > 0 { percent(one.last) } else { "–".to_owned() };
        lines.push(vec![name, questions.to_string(), met.to_string(), well.to_string(), last, percent(one.recall)]);
    }
    let (well, questions) = all.iter().fold((0, 0), |(well, all), one| (well + one.well, all + one.questions));
    let told = format!(
        "{well} of {questions} questions in {} were answered well the last time, with at least 80 % (high part of a bar); low is what \
         was answered otherwise, and the thin line what was never answered.",
        words::count(all.len(), noun)
    );
    let head = vec!["Name", "Questions", "Answered", "Answered well", "Last answers, mean", "Expected recall"];
    let list = tag("ul").children(rows);
    section(shelf, heading, told, Some(tag("div").class("topics").child(list)), Table { head, rows: lines })
}
