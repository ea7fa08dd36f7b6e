//! The questions that went worst, each a click from being asked again.

use super::picture::{Shelf, Table, bar, percent, row, section};
use crate::app::drill::Drill;
use crate::app::summary::changed;
use crate::app::{Model, Msg, Start};
use crate::bank::Text;
use crate::bank::text::plain;
use crate::language::{fill, key, n, t};
use crate::progress::figures::Figures;
use crate::round::event::Score;
use crate::ui::rich;
use crate::ui::tag::{Tag, bare_button, button, tag, unseen};
use crate::ui::words;

const HEADING: &str = key("Hardest questions");

pub fn view(shelf: &Shelf, model: &Model, figures: &Figures) -> Tag {
    let (mut rows, mut lines) = (Vec::new(), Vec::new());
    for place in &figures.hardest {
        let (Some(question), Some(answered)) = (model.bank.questions().get(*place), figures.answered.get(*place)) else {
            continue;
        };
        // Its words may still be on their way.
        let is_here = question.text == Text::Here;
        let told = if is_here { plain(&question.prompt) } else { words::topic(&question.topic) };
        let name = tag("span").lang(&model.bank);
        let name = if is_here { rich::inlines(name, &question.prompt) } else { name.text(told.clone()) };
        let (mean, last) = (percent(answered.mean()), percent(Score(answered.last)));
        let times = words::answers(answered.answers as usize);
        let bar = bar(fill(t("Mean of {answers}: {percent}"), &[&times, &mean]), answered.mean().0.into(), 0, 1000);
        let drill = bare_button("plain", shelf.emit, Msg::Start(Start::Drill(Drill::Question(*place)))).text(t("Drill"));
        rows.push(
            row(
                tag("span")
                    .child(name)
                    .child(tag("span").class("soft").text(fill(" · {}{}", &[&times, &changed(model, Some(*place))]))),
                bar,
                mean.clone(),
            )
            .child(drill.child(unseen(": ").child(tag("span").lang(&model.bank).text(told.clone())))),
        );
        lines.push(vec![told, answered.answers.to_string(), mean, last]);
    }
    let told = match rows.len() {
        0 => t("Nothing has gone wrong so far: every answer had its full score.").to_owned(),
        count => n(
            "{} question with the lowest mean score over all answers to each; what was answered seldom counts less.",
            "{} questions with the lowest mean score over all answers to each; what was answered seldom counts less.",
            count,
        ),
    };
    let all = (rows.len() > 1).then(|| button("", shelf.emit, Msg::Start(Start::Drill(Drill::Hardest)), t("Drill all of these")));
    let list = (!rows.is_empty()).then(|| {
        tag("div")
            .child(tag("div").class("topics hardest").child(tag("ul").children(rows)))
            .child(tag("div").class("actions").maybe(all))
    });
    section(
        shelf,
        HEADING,
        told,
        list,
        Table::new(&[key("Question"), key("Answers"), key("Score, mean"), key("Last score")], lines).of(&model.bank),
    )
}
