//! The three things to work on next, each with a drill.

use crate::app::drill::Drill;
use crate::app::{Msg, Start, summary};
use crate::bank::Bank;
use crate::language::t;
use crate::progress::next::next;
use crate::progress::{History, Report};
use crate::ui::tag::{Tag, bare_button, tag, topic, unseen};
use yew::Callback;

pub fn view(bank: &Bank, history: &History, report: &Report, emit: &Callback<Msg>) -> Option<Tag> {
    let things = next(bank, history, report).into_iter().map(|advice| {
        let (name, why) = summary::advice(bank, advice);
        let slug = advice.topic().and_then(|place| bank.topics().get(place).copied());
        let of = |tag: Tag| match slug {
            Some(slug) => topic(tag, slug, bank),
            None => tag.text(name.clone()),
        };
        let drill = bare_button("", emit, Msg::Start(Start::Drill(Drill::of(advice)))).text(t("Drill"));
        tag("li")
            .child(tag("span").child(of(tag("b"))).child(tag("span").class("soft").text(why)))
            .child(drill.child(unseen(": ").child(of(tag("span")))))
    });
    let things: Vec<Tag> = things.collect();
    (!things.is_empty()).then(|| super::section("next", t("Work on next"), "ol", things))
}
