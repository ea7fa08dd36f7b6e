//! The row of numbers: what is answered, open, skipped or flagged, and the way back to what is open.

use super::tag::{Tag, bare_button, tag};
use crate::app::Msg;
use crate::language::{fill, key, t};
use crate::round::{Input, Sitting, Slot};
use yew::Callback;

pub fn view(sitting: &Sitting, emit: &Callback<Msg>) -> Tag {
    let current = sitting.current();
    let judging = current.is_some_and(|(_, _, slot)| slot.revealed && slot.is_open());
    let numbers = sitting.items().enumerate().map(|(n, (item, slot))| {
        let here = current.is_some_and(|(slot, ..)| slot == n);
        let (state, sign) = state(slot);
        let words = if slot.flagged { t("Question {number}: {state}, flagged") } else { t("Question {number}: {state}") };
        let button = bare_button(state, emit, Msg::Round(Input::Open { question: item.question.clone() }))
            .attr("aria-label", fill(words, &[&(n + 1), &t(state)]))
            .when(slot.flagged, "data-flagged")
            .when(!slot.is_open() || here || judging, "disabled")
            .text((n + 1).to_string())
            .child(tag("span").class("sign").attr("aria-hidden", "true").text(sign));
        tag("li").child(if here { button.attr("aria-current", "step") } else { button })
    });
    tag("nav").attr("aria-label", t("Questions")).child(tag("ol").class("navigator").children(numbers.collect()))
}

/// A class, and a word.
fn state(slot: &Slot) -> (&'static str, &'static str) {
    if !slot.is_open() {
        (key("answered"), "✓")
    } else if slot.skipped {
        (key("skipped"), "–")
    } else if slot.draft.is_some() {
        (key("chosen"), "·")
    } else {
        (key("open"), "")
    }
}
