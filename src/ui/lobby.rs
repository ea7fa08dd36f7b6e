//! The lobby: what this is, and four ways to begin.

use super::tag::{Does, Tag, bare_button, button, p, tag, unseen};
use super::{answer, custom, voice, words};
use crate::app::lobby::Edit;
use crate::app::preset::{PRESETS, Preset};
use crate::app::{Dialog, Load, Model, Msg, Start};
use crate::bank::Bank;
use crate::progress::History;
use crate::round::clock::Span;
use crate::round::plan::{Pace, Plan};
use yew::Callback;

pub fn view(model: &Model, emit: &Callback<Msg>) -> Vec<Tag> {
    let Model { bank, history, lobby, options, .. } = model;
    let title = options.heading.clone().unwrap_or_else(|| bank.title().to_owned());
    let presets = PRESETS.iter().enumerate().map(|(n, preset)| self::preset(bank, n, preset, lobby.pace, emit));
    vec![
        header("Mock interview".to_owned(), tag("h2").focus("lobby").attr("part", "title").text(title), size(bank, history)),
        tag("div").maybe(own(model, emit)),
        tag("ul").class("presets").children(presets.collect()),
        tag("p")
            .class("field inline")
            .child(tag("label").attr("for", "pace").text("Time"))
            .child(pace(lobby.pace, emit))
            .child(tag("span").class("soft").text("for every round you start here")),
        voice::place(model, emit),
        tag("details").class("custom").child(tag("summary").text("Custom round")).child(match &model.answers {
            Load::Ready(_) => custom::view(bank, lobby, emit),
            missing => answer::not_here(missing, "The form", emit),
        }),
        tag("div").maybe((!model.problems.is_empty()).then(|| problems(&model.problems))),
        tag("div").class("foot").child(button("plain", emit, Msg::OpenDialog(Dialog::Help), "How it works")),
    ]
}

/// The head of a screen: a word on what it is, its heading, and a line under it.
pub fn header(eyebrow: String, heading: Tag, below: String) -> Tag {
    tag("header").class("title").child(p("eyebrow", eyebrow)).child(heading).child(p("soft", below))
}

fn size(bank: &Bank, history: &History) -> String {
    let questions = words::count(bank.questions().len(), "question");
    let topics = words::count(bank.topics().len(), "topic");
    let Some(latest) = history.latest() else { return format!("{questions} on {topics}") };
    let met = history.met(bank);
    let rounds = words::count(history.rounds(), "round");
    format!("{questions} on {topics} · {rounds} played, {met} met · last result {} %", latest.score.percent())
}

fn preset(bank: &Bank, n: usize, preset: &Preset, pace: Pace, emit: &Callback<Msg>) -> Tag {
    let possible = Plan::new(bank, &preset.terms(bank, String::new(), pace)).is_some();
    let minutes = match pace.stretch(Span::minutes(preset.minutes)) {
        Some(span) => p("minutes", "").child(tag("b").text(words::minutes(span))).text(" min"),
        None => p("minutes", "").child(tag("b").text("Untimed")),
    };
    tag("li").class("preset").child(tag("h3").text(preset.name)).child(minutes).child(p("soft", preset.expect)).child(
        bare_button("main", emit, Msg::Start(Start::Preset(n)))
            .when(!possible, "disabled")
            .text("Start")
            .child(unseen(format!(" {}", preset.name))),
    )
}

/// For the author of the bank, who tries it here first.
fn problems(problems: &[String]) -> Tag {
    let lines = problems.iter().map(|problem| tag("li").text(problem.clone())).collect();
    tag("details")
        .class("problems soft")
        .child(tag("summary").text(format!("{} in this bank, for its author", words::count(problems.len(), "problem"))))
        .child(tag("ul").children(lines))
}

/// The round that the page describes.
fn own(model: &Model, emit: &Callback<Msg>) -> Option<Tag> {
    let plan = model.options.is_own().then(|| model.plan(Start::Page))??;
    let asked = words::count(plan.items.len(), "question");
    let expect = match plan.limit {
        Some(limit) => format!("{asked} in {}.", words::duration(limit)),
        None => format!("{asked}, untimed."),
    };
    let start = button("main", emit, Msg::Start(Start::Page), "Start this page’s round");
    Some(tag("div").class("own").child(p("soft", expect)).child(start))
}

fn pace(chosen: Pace, emit: &Callback<Msg>) -> Tag {
    let options = Pace::ALL.into_iter().map(|pace| tag("option").when(pace == chosen, "selected").text(words::pace(pace)));
    tag("select")
        .attr("id", "pace")
        .on(emit, Does::Pick(|place| Pace::ALL.get(place).copied().map(Edit::Pace)))
        .children(options.collect())
}
