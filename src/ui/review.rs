//! Practice: what became of the answer just given, beside the model answer.

use super::tag::{Tag, button, tag};
use super::{answer, result};
use crate::app::Msg;
use crate::bank::Bank;
use crate::bank::answers::Answers;
use crate::round::plan::Item;
use crate::round::{Input, Slot};
use yew::Callback;

#[inline(never)]
pub fn view(bank: &Bank, answers: &Answers, item: &Item, slot: &Slot, emit: &Callback<Msg>) -> Vec<Tag> {
    let question = item.question.clone();
    vec![
        tag("section")
            .key("review")
            .class("review")
            .child(tag("h3").focus("review").child(result::verdict_line(slot)))
            .children(result::given(bank, answers, item, slot)),
        tag("section")
            .key("model")
            .class("model")
            .attr("part", "answer")
            .child(tag("h3").text("Model answer"))
            .children(answer::view(&item.question, bank, answers, true)),
        tag("div")
            .class("actions")
            .child(button("main", emit, Msg::Round(Input::Continue { question: question.clone() }), "Go on"))
            .child(button("", emit, Msg::Round(Input::TakeBack { question }), "Take it back")),
    ]
}
