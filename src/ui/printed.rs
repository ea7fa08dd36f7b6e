//! On paper: every question of the bank with its answer.

use super::rich;
use super::tag::{Tag, p, tag};
use crate::app::{Load, Model};

pub fn view(model: &Model) -> Tag {
    let questions = model.bank.questions().iter().map(|question| {
        let item = tag("li").child(rich::inlines(tag("h3"), &question.prompt)).children(rich::blocks(&question.details));
        let answer = match &model.answers {
            Load::Ready(answers) => answers.get(&question.id),
            Load::Loading | Load::Failed => None,
        };
        match answer {
            Some(answer) => item.child(rich::inlines(p("short", ""), &answer.short)).children(rich::blocks(&answer.explanation)),
            None => item,
        }
    });
    tag("ol").class("printed").lang(&model.bank).children(questions.collect())
}
