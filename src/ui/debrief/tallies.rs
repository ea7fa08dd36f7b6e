//! How each topic and each level fared.

use crate::app::drill::Drill;
use crate::app::{Msg, Start, summary};
use crate::bank::{Bank, Level, topic_name};
use crate::progress::Report;
use crate::progress::tally::{Tally, by_level, by_topic};
use crate::ui::tag::{Tag, bare_button, tag, unseen};
use crate::ui::words;
use yew::Callback;

pub fn topics(bank: &Bank, report: &Report, emit: &Callback<Msg>) -> Vec<Tag> {
    let names = bank.topics();
    let row = |tally: Tally| {
        let name = topic_name(names.get(tally.place).copied().unwrap_or_default());
        let drill = bare_button("plain", emit, Msg::Start(Start::Drill(Drill::Topic(tally.place)))).text("Drill");
        self::row(name.clone(), tally).child(drill.child(unseen(format!(" {name}"))))
    };
    by_topic(bank, report).into_iter().map(row).collect()
}

pub fn levels(bank: &Bank, report: &Report) -> Vec<Tag> {
    let name = |tally: &Tally| topic_name(Level::ALL.get(tally.place).map_or("", |level| level.name()));
    by_level(bank, report).into_iter().map(|tally| row(name(&tally), tally)).collect()
}

fn row(name: String, tally: Tally) -> Tag {
    let size = tag("span").class("soft").text(format!(" · {}", words::count(tally.asked, "question")));
    let bar = tag("progress").attr("max", "1000").attr("value", tally.score.0.to_string()).attr("aria-label", name.clone());
    tag("li").child(tag("span").text(name).child(size)).child(bar).child(tag("b").text(summary::percent(tally.score)))
}
