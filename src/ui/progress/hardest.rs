//! The questions that went worst, each a click from being asked again.

use super::picture::{Shelf, Table, bar, percent, row, section};
use crate::app::drill::Drill;
use crate::app::summary::changed;
use crate::app::{Model, Msg, Start};
use crate::bank::text::plain;
use crate::bank::{Text, topic_name};
use crate::progress::figures::Figures;
use crate::round::event::Score;
use crate::ui::rich;
use crate::ui::tag::{Tag, bare_button, button, tag, unseen};
use crate::ui::words;

const HEADING: &str = "Hardest questions";

pub fn view(shelf: &Shelf, model: &Model, figures: &Figures) -> Tag {
    let (mut rows, mut lines) = (Vec::new(), Vec::new());
    for place in &figures.hardest {
        let (Some(question), Some(answered)) = (model.bank.questions().get(*place), figures.answered.get(*place)) else {
            continue;
        };
        // Its words may still be on their way.
        let is_here = question.text == Text::Here;
        let words = if is_here { plain(&question.prompt) } else { topic_name(&question.topic) };
        let name = tag("span").lang(&model.bank);
        let name = if is_here { rich::inlines(name, &question.prompt) } else { name.text(words.clone()) };
        let (mean, last) = (percent(answered.mean()), percent(Score(answered.last)));
        let times = words::count(answered.answers as usize, "answer");
        let bar = bar(format!("Mean of {times}: {mean}"), answered.mean().0.into(), 0, 1000);
        let drill = bare_button("plain", shelf.emit, Msg::Start(Start::Drill(Drill::Question(*place)))).text("Drill");
        rows.push(
            row(
                tag("span")
                    .child(name)
                    .child(tag("span").class("soft").text(format!(" · {times}{}", changed(model, Some(*place))))),
                bar,
                mean.clone(),
            )
            .child(drill.child(unseen(format!(": {words}")))),
        );
        lines.push(vec![words, answered.answers.to_string(), mean, last]);
    }
    let told = match rows.len() {
        0 => "Nothing has gone wrong so far: every answer had its full score.".to_owned(),
        count => format!(
            "{} with the lowest mean score over all answers to each; what was answered seldom counts less.",
            words::count(count, "question")
        ),
    };
    let all = (rows.len() > 1).then(|| button("", shelf.emit, Msg::Start(Start::Drill(Drill::Hardest)), "Drill all of these"));
    let list = (!rows.is_empty()).then(|| {
        tag("div")
            .child(tag("div").class("topics hardest").child(tag("ul").children(rows)))
            .child(tag("div").class("actions").maybe(all))
    });
    section(shelf, HEADING, told, list, Table { head: vec!["Question", "Answers", "Score, mean", "Last score"], rows: lines })
}
