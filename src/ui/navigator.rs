//! The row of numbers: what is answered, open, skipped or flagged, and the way back to what is open.

use super::tag::{Tag, bare_button, tag};
use crate::app::Msg;
use crate::round::{Input, Sitting, Slot};
use yew::Callback;

pub fn view(sitting: &Sitting, emit: &Callback<Msg>) -> Tag {
    let current = sitting.current();
    let judging = current.is_some_and(|(_, _, slot)| slot.revealed && slot.is_open());
    let numbers = sitting.items().enumerate().map(|(n, (item, slot))| {
        let here = current.is_some_and(|(slot, ..)| slot == n);
        let (state, sign) = state(slot);
        let flag = if slot.flagged { ", flagged" } else { "" };
        let button = bare_button(state, emit, Msg::Round(Input::Open { question: item.question.clone() }))
            .attr("aria-label", format!("Question {}: {state}{flag}", n + 1))
            .when(slot.flagged, "data-flagged")
            .when(!slot.is_open() || here || judging, "disabled")
            .text((n + 1).to_string())
            .child(tag("span").class("sign").attr("aria-hidden", "true").text(sign));
        tag("li").child(if here { button.attr("aria-current", "step") } else { button })
    });
    tag("nav").attr("aria-label", "Questions").child(tag("ol").class("navigator").children(numbers.collect()))
}

fn state(slot: &Slot) -> (&'static str, &'static str) {
    if !slot.is_open() {
        ("answered", "✓")
    } else if slot.skipped {
        ("skipped", "–")
    } else if slot.draft.is_some() {
        ("chosen", "·")
    } else {
        ("open", "")
    }
}
