//! Each topic and each level: how much of it was answered well the last time, answered otherwise, or never.

use super::picture::{Shelf, Table, bar, percent, row, section};
use crate::app::drill::Drill;
use crate::app::{Msg, Start};
use crate::bank::{Bank, Level};
use crate::language::{fill, key, n, t};
use crate::progress::mastery::Mastery;
use crate::ui::tag::{Tag, bare_button, tag, topic, unseen};
use crate::ui::words;

/// So many have a bar; the table has all.
const MOST: usize = 24;

pub fn topics(shelf: &Shelf, bank: &Bank, all: &[Mastery]) -> Tag {
    let names = bank.topics();
    let slug = |place: usize| names.get(place).copied().unwrap_or_default();
    let drill = |place: usize| {
        let drill = bare_button("plain", shelf.emit, Msg::Start(Start::Drill(Drill::Topic(place)))).text(t("Drill"));
        Some(drill.child(unseen(" ").child(topic(tag("span"), slug(place), bank))))
    };
    let count = n("{} topic", "{} topics", all.len());
    view(shelf, key("Topics"), count, all, |place| words::topic(slug(place)), Some(bank), drill)
}

pub fn levels(shelf: &Shelf, all: &[Mastery]) -> Tag {
    let name = |place: usize| Level::ALL.get(place).map_or("", |level| words::level_name(*level));
    let count = n("{} level", "{} levels", all.len());
    view(shelf, key("Levels"), count, all, |place| name(place).to_owned(), None, |_| None)
}

fn view(
    shelf: &Shelf,
    heading: &'static str,
    count: String,
    all: &[Mastery],
    name: impl Fn(usize) -> String,
    whose: Option<&Bank>,
    drill: impl Fn(usize) -> Option<Tag>,
) -> Tag {
    let (mut rows, mut lines) = (Vec::new(), Vec::new());
    for one in all {
        let Mastery { place, questions, met, well, .. } = *one;
        let name = name(place);
        if rows.len() < MOST {
            let told = t("{name}: {well} answered well, {others} otherwise, {new} never");
            let told = fill(told, &[&name, &well, &(met - well), &(questions - met)]);
            let size = fill(" · {}", &[&fill(t("{part} of {whole}"), &[&well, &questions])]);
            let shown = whose.map_or_else(|| tag("span"), |bank| tag("span").lang(bank)).text(name.clone());
            let share = words::percent((100 * well / questions.max(1)) as u64);
            let bar = bar(told, well, met - well, questions);
            rows.push(row(tag("span").child(shown).child(tag("span").class("soft").text(size)), bar, share).maybe(drill(place)));
        }
        let last = if met > 0 { percent(one.last) } else { "–".to_owned() };
        lines.push(vec![name, questions.to_string(), met.to_string(), well.to_string(), last, percent(one.recall)]);
    }
    let (well, questions) = all.iter().fold((0, 0), |(well, all), one| (well + one.well, all + one.questions));
    let told = fill(
        t(
            "{well} of {all} questions in {topics} were answered well the last time, with at least 80% (high part of a bar); low is what was \
           answered otherwise, and the thin line what was never answered.",
        ),
        &[&well, &questions, &count],
    );
    let head =
        [key("Name"), key("Questions"), key("Answered"), key("Answered well"), key("Last answers, mean"), key("Expected recall")];
    let list = tag("ul").children(rows);
    let table = Table::new(&head, lines);
    let table = if let Some(bank) = whose { table.of(bank) } else { table };
    section(shelf, heading, told, Some(tag("div").class("topics").child(list)), table)
}
