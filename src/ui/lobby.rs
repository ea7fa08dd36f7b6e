//! The lobby: what this is, and four ways to begin.

use super::tag::{Does, Tag, bare_button, button, p, tag, unseen};
use super::{aim, custom, data, drills, extra, voice, words};
use crate::app::extra::Task;
use crate::app::lobby::Edit;
use crate::app::preset::offered;
use crate::app::summary::percent;
use crate::app::{Dialog, Model, Msg, Start};
use crate::bank::Bank;
use crate::bank::preset::{Given, Preset};
use crate::language::{fill, n, t};
use crate::progress::glance::Glance;
use crate::round::clock::Span;
use crate::round::plan::Pace;
use yew::Callback;

#[inline(never)]
pub fn view(model: &Model, emit: &Callback<Msg>) -> Vec<Tag> {
    let Model { bank, lobby, options, .. } = model;
    let glance = model.glance();
    let heading = tag("h2").focus("lobby").attr("part", "title");
    let heading = match &options.heading {
        Some(title) => heading.text(title.clone()),
        None => heading.lang(bank).text(bank.title().to_owned()),
    };
    let offered = offered(bank);
    // Who comes for the first time is to have one thing to press: the page's round, or else the first.
    let own = own(model, emit);
    let is_first = glance.rounds == 0 && own.is_none();
    let first = |n| if n == 0 && is_first { "main" } else { "" };
    // Who has been here before has something to go on with.
    let drills = (glance.rounds > 0).then(|| drills::view(model, glance, if own.is_none() { "main" } else { "" }, emit));
    let presets = offered.iter().enumerate().map(|(n, preset)| self::preset(n, preset, first(n), model, emit));
    vec![
        header(p("eyebrow", t("Mock interview")), heading, size(bank, glance)),
        tag("div").maybe(own).maybe(drills),
        tag("ul").class("presets").children(presets.collect()),
        tag("p")
            .class("field inline")
            .child(tag("label").attr("for", "pace").text(t("Time")))
            .child(pace(lobby.pace, emit))
            .child(tag("span").class("soft").text(t("for every round you start here"))),
        voice::place(model, emit),
        aim::view(model, glance.rounds == 0, emit),
        tag("details")
            .class("custom")
            .on(emit, Does::Toggle(Msg::Extra(Task::Show("custom"))))
            .child(tag("summary").text(t("Custom round")))
            .child(extra::place(model, "custom", emit, |linked| custom::view(linked, bank, lobby, emit))),
        share(model, &offered, emit),
        tag("div").maybe((!model.problems.is_empty()).then(|| problems(&model.problems))),
        data::view(model, emit),
        // What the page around us says of itself.
        tag("slot").attr("name", "lobby"),
        tag("div").class("foot").child(button("plain", emit, Msg::OpenDialog(Dialog::Help), t("How it works"))),
    ]
}

/// The head of a screen: a word on what it is, its heading, and a line under it.
pub fn header(eyebrow: Tag, heading: Tag, below: String) -> Tag {
    tag("header").class("title").child(eyebrow).child(heading).child(p("soft", below))
}

fn size(bank: &Bank, glance: Glance) -> String {
    let questions = words::questions(bank.questions().len());
    let topics = n("{} topic", "{} topics", bank.topics().len());
    if glance.rounds == 0 {
        return fill(t("{questions} on {topics}"), &[&questions, &topics]);
    }
    let rounds = words::rounds(glance.rounds);
    fill(
        t("{questions} on {topics} · {rounds} played, {met} met · last result {percent}"),
        &[&questions, &topics, &rounds, &glance.met, &percent(glance.last)],
    )
}

/// Of a preset of the bank's own they are the bank's.
fn own_words(tag: Tag, preset: &Preset, bank: &Bank, words: &str) -> Tag {
    if matches!(preset.given, Given::Words(_)) { tag.lang(bank) } else { tag }.text(t(words).to_owned())
}

fn preset(n: usize, preset: &Preset, class: &'static str, model: &Model, emit: &Callback<Msg>) -> Tag {
    let (pace, bank) = (model.lobby.pace, &model.bank);
    let minutes = match preset.settings().minutes.and_then(|minutes| pace.stretch(Span::minutes(minutes.into()))) {
        Some(span) => p("minutes", "").child(tag("b").text(words::minutes(span))).text(fill(" {}", &[&t("min")])),
        None => p("minutes", "").child(tag("b").text(t("Untimed"))),
    };
    tag("li")
        .class("preset")
        .child(own_words(tag("h3"), preset, bank, preset.name))
        .child(minutes)
        .child(own_words(tag("p").class("soft"), preset, bank, preset.expect))
        .child(bare_button(class, emit, Msg::Start(Start::Preset(n))).text(t("Start")).child(unseen(" ").child(own_words(
            tag("span"),
            preset,
            bank,
            preset.name,
        ))))
}

/// Links to rounds: whoever opens one is asked the same questions in the same order.
fn share(model: &Model, presets: &[Preset], emit: &Callback<Msg>) -> Tag {
    let buttons = presets.iter().enumerate().map(|(n, preset)| {
        bare_button("small", emit, Msg::ShareRound(n))
            .child(unseen(fill("{} ", &[&t("Copy a link to the round:")])))
            .child(own_words(tag("span"), preset, &model.bank, preset.name))
    });
    tag("details")
        .class("custom")
        .child(tag("summary").text(t("Share a round")))
        .child(p("soft", t("Copies a link to a round. Whoever opens it gets the same questions in the same order, and so do you, if you start it now.")))
        .child(tag("div").class("actions").children(buttons.collect()))
        .maybe(model.link.as_deref().map(link))
}

/// A link that could not be copied.
pub fn link(link: &str) -> Tag {
    let field = tag("input").attr("type", "text").attr("readonly", "").attr("aria-label", t("Link to the round")).value(link);
    tag("p")
        .class("field")
        .child(tag("span").class("soft").text(t("This browser does not let the page copy. Here is the link:")))
        .child(field)
}

/// For the author of the bank, who tries it here first.
fn problems(problems: &[String]) -> Tag {
    let lines = problems.iter().map(|problem| tag("li").text(problem.clone())).collect();
    tag("details")
        .class("problems soft")
        .child(tag("summary").text(n(
            "{} problem in this bank, for its author",
            "{} problems in this bank, for its author",
            problems.len(),
        )))
        .child(tag("ul").attr("lang", "en").children(lines))
}

/// The round that the page describes.
fn own(model: &Model, emit: &Callback<Msg>) -> Option<Tag> {
    let plan = model.options.is_own().then(|| model.plan(Start::Page))??;
    let asked = words::questions(plan.items.len());
    let expect = match plan.limit {
        Some(limit) => fill(t("{questions} in {time}."), &[&asked, &words::duration(limit)]),
        None => fill(t("{}, untimed."), &[&asked]),
    };
    let start = button(
        "main",
        emit,
        Msg::Start(Start::Page),
        if model.options.shared { t("Start the shared round") } else { t("Start this page’s round") },
    );
    Some(tag("div").class("own").child(p("soft", expect)).child(start))
}

fn pace(chosen: Pace, emit: &Callback<Msg>) -> Tag {
    let options = Pace::ALL.into_iter().map(|pace| tag("option").when(pace == chosen, "selected").text(words::pace(pace)));
    tag("select")
        .attr("id", "pace")
        .on(emit, Does::Pick(|place| Pace::ALL.get(place).copied().map(Edit::Pace)))
        .children(options.collect())
}
