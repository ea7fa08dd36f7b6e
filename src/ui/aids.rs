//! What helps with an open question: hints, and saying how sure one is.

use super::rich;
use super::tag::{Tag, bare_button, button, p, tag};
use crate::app::Msg;
use crate::app::summary::percent;
use crate::app::words::confidence_name;
use crate::bank::Bank;
use crate::bank::answers::Answers;
use crate::language::{fill, t};
use crate::round::event::Confidence;
use crate::round::plan::Item;
use crate::round::{HINT_COST, Input, Slot};
use yew::Callback;

#[inline(never)]
pub fn view(bank: &Bank, answers: &Answers, has_hints: bool, item: &Item, slot: &Slot, emit: &Callback<Msg>) -> Tag {
    let hints = answers.get(&item.question).map(|answer| answer.hints.as_slice()).filter(|_| has_hints).unwrap_or_default();
    let taken = hints.iter().take(slot.hints.into());
    let more = (hints.len() > slot.hints.into()).then(|| {
        let ask = Msg::Round(Input::Hint { question: item.question.clone() });
        let name = if slot.hints == 0 { t("A hint") } else { t("Another hint") };
        button("plain", emit, ask, name)
            .child(tag("span").class("soft").text(fill(" ({})", &[&fill(t("costs {}"), &[&percent(HINT_COST)])])))
    });
    tag("div")
        .class("aids")
        .child(confidence(item, slot, emit))
        .child(tag("ol").class("hints").lang(bank).children(taken.map(|hint| rich::inlines(tag("li"), hint)).collect()))
        .maybe(more.map(|more| p("", "").child(more)))
}

fn confidence(item: &Item, slot: &Slot, emit: &Callback<Msg>) -> Tag {
    let buttons = Confidence::ALL.into_iter().map(|confidence| {
        bare_button("small", emit, Msg::Round(Input::Rate { question: item.question.clone(), confidence }))
            .attr("aria-pressed", if slot.confidence == Some(confidence) { "true" } else { "false" })
            .text(confidence_name(confidence))
    });
    tag("div")
        .class("confidence")
        .attr("role", "group")
        .attr("aria-label", t("How sure are you?"))
        .child(tag("span").class("soft").text(t("How sure?")))
        .children(buttons.collect())
}
