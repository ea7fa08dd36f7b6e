//! How each topic and each level fared.

use crate::app::drill::Drill;
use crate::app::{Msg, Start, summary};
use crate::bank::{Bank, Level};
use crate::language::{fill, t};
use crate::progress::Report;
use crate::progress::tally::{Tally, by_level, by_topic};
use crate::ui::tag::{Tag, bare_button, tag, topic, unseen};
use crate::ui::words;
use yew::Callback;

pub fn topics(bank: &Bank, report: &Report, emit: &Callback<Msg>) -> Vec<Tag> {
    let names = bank.topics();
    let row = |tally: Tally| {
        let slug = names.get(tally.place).copied().unwrap_or_default();
        let drill = bare_button("plain", emit, Msg::Start(Start::Drill(Drill::Topic(tally.place)))).text(t("Drill"));
        let of = topic(tag("span"), slug, bank);
        self::row(topic(tag("span"), slug, bank), words::topic(slug), Some(bank), tally).child(drill.child(unseen(" ").child(of)))
    };
    by_topic(bank, report).into_iter().map(row).collect()
}

pub fn levels(bank: &Bank, report: &Report) -> Vec<Tag> {
    let name = |tally: &Tally| Level::ALL.get(tally.place).map_or("", |level| words::level_name(*level));
    by_level(bank, report)
        .into_iter()
        .map(|tally| row(tag("span").text(name(&tally)), name(&tally).to_owned(), None, tally))
        .collect()
}

fn row(shown: Tag, name: String, whose: Option<&Bank>, tally: Tally) -> Tag {
    let size = tag("span").class("soft").text(fill(" · {}", &[&words::questions(tally.asked)]));
    let bar = tag("progress").attr("max", "1000").attr("value", tally.score.0.to_string()).attr("aria-label", name);
    let bar = if let Some(bank) = whose { bar.lang(bank) } else { bar };
    tag("li").child(tag("span").child(shown).child(size)).child(bar).child(tag("b").text(summary::percent(tally.score)))
}
