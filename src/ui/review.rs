//! Practice: what became of the answer just given, beside the model answer.

use super::tag::{Tag, button, tag};
use super::{answer, result};
use crate::app::{Model, Msg};
use crate::bank::answers::Answers;
use crate::language::t;
use crate::round::plan::Item;
use crate::round::{Input, Slot};
use yew::Callback;

#[inline(never)]
pub fn view(model: &Model, answers: &Answers, item: &Item, slot: &Slot, emit: &Callback<Msg>) -> Vec<Tag> {
    let question = item.question.clone();
    vec![
        tag("section")
            .key("review")
            .class("review")
            .child(tag("h3").focus("review").child(result::verdict_line(slot)))
            .children(result::given(model, answers, item, slot, emit)),
        tag("section")
            .key("model")
            .class("model")
            .attr("part", "answer")
            .child(tag("h3").text(t("Model answer")))
            .children(answer::view(&item.question, &model.bank, answers, result::shows(model, item, slot), None)),
        tag("div")
            .class("actions")
            .child(button("main", emit, Msg::Round(Input::Continue { question: question.clone() }), t("Go on")))
            .child(button("", emit, Msg::Round(Input::TakeBack { question }), t("Take it back"))),
    ]
}
