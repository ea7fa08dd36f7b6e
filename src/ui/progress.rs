//! The page of progress: where the learner stands, as pictures. Each says in a sentence what it shows, and has its numbers in a table.
//!
//! Figures come ready-made ([`crate::progress::figures`]); the pictures are our own few lines over them ([`picture`]).

mod calendar;
mod calibration;
mod course;
mod hardest;
mod mastery;
mod picture;
mod readiness;
mod rounds;

use super::lobby::header;
use super::tag::{Tag, button, p, tag};
use super::{drills, words};
use crate::app::extra::Linked;
use crate::app::{Model, Msg, Start, aim, preset};
use crate::bank::Bank;
use crate::language::{fill, t};
use crate::progress::figures::Figures;
use crate::progress::schedule::day::Day;
use picture::Shelf;
use yew::Callback;

#[inline(never)]
pub fn view(_: Linked, model: &Model, figures: &Figures, emit: &Callback<Msg>) -> Vec<Tag> {
    let heading = tag("h2").focus("progress").attr("part", "title").text(t("Your progress"));
    let plan = tag("div").maybe(aim::told(model).map(|told| p("", told)));
    let shelf = |place| Shelf { place, tables: model.tables, emit };
    let back = || button("", emit, Msg::CloseProgress, t("Back"));
    if figures.answers == 0 {
        return vec![header(of_bank(&model.bank), heading, t("Nothing answered yet").to_owned()), plan, empty(model, emit)];
    }
    let first = model.history.reports().first();
    let (answers, rounds) = (words::answers(figures.answers), words::rounds(figures.course.rounds));
    let below = match first.map(|first| words::date(Day::of(first.started, model.zone))) {
        Some(date) => fill(t("{answers} in {rounds} since {date}"), &[&answers, &rounds, &date]),
        None => fill(t("{answers} in {rounds}"), &[&answers, &rounds]),
    };
    vec![
        header(of_bank(&model.bank), heading, below),
        plan,
        tag("div").class("actions").child(back()).maybe(drills::due(model, "", emit)),
        readiness::view(&shelf(0), model, &figures.readiness),
        mastery::topics(&shelf(1), &model.bank, &figures.topics),
        mastery::levels(&shelf(2), &figures.levels),
        course::view(&shelf(3), &figures.course),
        calendar::view(&shelf(4), &figures.calendar),
        calibration::view(&shelf(5), &figures.calibration, figures.answers),
        hardest::view(&shelf(6), model, figures),
        rounds::view(model),
        tag("div").class("foot").child(button("plain", emit, Msg::CloseProgress, t("Back to the lobby"))),
    ]
}

fn of_bank(bank: &Bank) -> Tag {
    p("eyebrow", "").lang(bank).text(bank.title().to_owned())
}

/// Before the first answer.
fn empty(model: &Model, emit: &Callback<Msg>) -> Tag {
    let first = preset::offered(&model.bank).into_iter().next();
    let start = first.map(|first| button("main", emit, Msg::Start(Start::Preset(0)), fill(t("Start {}"), &[&t(first.name)])));
    tag("div")
        .class("card")
        .child(p(
            "",
            t("After your first answers this page shows how ready you are, how you stand with each topic and level, how scores and \
               pace go over time, when you practised, how well you know what you know, and which questions are hardest for you."),
        ))
        .child(p("soft", t("All of it is worked out in this browser, from what it keeps of your rounds.")))
        .child(tag("div").class("actions").maybe(start).child(button("", emit, Msg::CloseProgress, t("Back"))))
}
