//! The grader, a program beside this one, that `static/runtime.js` holds.

use super::Around;
use super::shell::{Shell, Signal};
use crate::app::Msg;
use crate::app::extra::Linked;
use crate::bank::QuestionId;
use crate::bank::tree::Tree;
use crate::grade::json;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};
use yew::html::Scope;

#[inline(never)]
pub fn load(around: &Around, link: &Scope<Shell>) {
    let around = around.clone();
    link.send_future(async move { Signal::Msg(Msg::GraderCame(around.grader().await.is_ok())) });
}

#[inline(never)]
pub fn grade(_: Linked, around: &Around, question: QuestionId, text: &str, submits: bool) -> Msg {
    let said = around.grade(&question.0, text);
    let grading = said.and_then(|json| json::read(&Tree::read(&json)?)).map(Rc::new);
    Msg::Graded { question, grading, submits }
}

/// What a key means in the debrief: a number turns the verdict on that point of the answer that has the focus.
#[inline(never)]
pub fn turn(_: Linked, event: &KeyboardEvent) -> Option<Msg> {
    let place = match event.key().as_bytes() {
        [digit @ b'1'..=b'9'] => usize::from(digit - b'1'),
        _ => return None,
    };
    let at = event.target()?.dyn_into::<Element>().ok()?.closest("[data-judged]").ok()??;
    Some(Msg::Turn { question: QuestionId::new(&at.get_attribute("data-judged")?), place })
}
