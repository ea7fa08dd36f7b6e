//! The debrief: the result in a sentence, what to work on next, where the time went, how each topic and level fared, and every
//! question with its model answer.

mod chart;
mod next;
mod sure;
mod tallies;

use super::lobby::{self, header};
use super::tag::{Tag, button, p, tag};
use super::{drills, result, words};
use crate::app::drill::Drill;
use crate::app::extra::Task;
use crate::app::preset;
use crate::app::{Model, Msg, summary};
use crate::bank::answers::Answers;
use crate::language::{fill, t};
use crate::progress::Report;
use crate::progress::earlier::Earlier;
use crate::progress::pacing::Pacing;
use crate::round::plan::Plan;
use crate::round::{Finish, Sitting, Slot};
use yew::Callback;

#[inline(never)]
pub fn view(model: &Model, answers: &Answers, sitting: &Sitting, finish: Finish, emit: &Callback<Msg>) -> Vec<Tag> {
    let (bank, report) = (&model.bank, Report::new(sitting, finish));
    let pacing = Pacing::of(&report);
    let heading = tag("h2")
        .focus("debrief")
        .attr("part", "title")
        .child(tag("b").class("score").text(summary::percent(report.score)))
        .text(format!(" {}", summary::result(&report)));
    let earlier = Earlier::of(&model.history, &report, summary::is_kind(&model.bank, &report));
    let results = sitting.items().map(|(item, slot)| tag("li").child(result::view(model, answers, item, slot, emit)));
    vec![
        header(p("eyebrow", fill(t("{} · debrief"), &[&t(&sitting.plan.preset)])), heading, summary::time(sitting, finish)),
        tag("div").maybe(earlier.map(|earlier| p("earlier soft", summary::earlier(&earlier, report.score)))),
        tag("div").maybe(next::view(bank, &model.history, &report, emit)),
        actions(model, sitting, &report, emit),
        tag("div").maybe(model.link.as_deref().map(lobby::link)),
        tag("ul").class("facts").children(facts(sitting, &pacing)),
        chart::view(&report, &pacing),
        section("topics", t("By topic"), "ul", tallies::topics(bank, &report, emit)),
        section("topics", t("By level"), "ul", tallies::levels(bank, &report)),
        tag("div").maybe(sure::view(bank, sitting)),
        section("results", t("Question by question"), "ol", results.collect()),
    ]
}

fn section(class: &'static str, title: &'static str, list: &'static str, items: Vec<Tag>) -> Tag {
    tag("section").class(class).child(tag("h3").text(title)).child(tag(list).children(items))
}

/// Other rounds to go on with, and ways to keep this one.
fn actions(model: &Model, sitting: &Sitting, report: &Report, emit: &Callback<Msg>) -> Tag {
    let count = |drill: Drill| report.results.iter().filter(|result| drill.takes(result)).count();
    let (missed, flagged) = (count(Drill::Missed), count(Drill::Flagged));
    let again =
        (missed > 0).then(|| button("main", emit, Msg::StartMissed, fill(t("Again, only what I missed ({})"), &[&missed])));
    tag("div")
        .class("actions")
        .maybe(again)
        .child(button(if missed > 0 { "" } else { "main" }, emit, Msg::ToLobby, t("New round")))
        .child(button("", emit, Msg::StartSame, t("Same round again")))
        .maybe(drills::of_last(flagged, Drill::Flagged, t("What I flagged"), emit))
        .maybe(drills::weakest(model.glance().is_weak, emit))
        .maybe(drills::due(model, "", emit))
        .child(
            tag("div")
                .class("keep")
                .child(button("plain", emit, Msg::Extra(Task::SaveReport), t("Save as Markdown")))
                .child(button("plain", emit, Msg::Print, t("Print")))
                .maybe(share(model, sitting, emit)),
        )
}

/// Only a round that its preset and its seed draw again can travel in a link.
fn share(model: &Model, sitting: &Sitting, emit: &Callback<Msg>) -> Option<Tag> {
    let plan = &sitting.drawn;
    let preset = preset::offered(&model.bank).into_iter().find(|preset| preset.name == plan.preset)?;
    let again = Plan::new(&model.bank, &preset::terms(&preset, &model.bank, plan.seed.clone(), plan.pace))?;
    let copy = Msg::CopyLink(format!("{}.{}", preset.id, plan.seed));
    (again.items == plan.items).then(|| button("plain", emit, copy, t("Copy a link to this round")))
}

fn facts(sitting: &Sitting, pacing: &Pacing) -> Vec<Tag> {
    let count = |holds: fn(&Slot) -> bool| sitting.slots.iter().filter(|slot| holds(slot)).count().to_string();
    let planned = match pacing.planned {
        Some(planned) => fill(t("a question, of {} planned"), &[&words::clock(planned)]),
        None => t("a question").to_owned(),
    };
    let facts = [
        (fill(t("{part} of {whole}"), &[&sitting.answered(), &sitting.slots.len()]), t("answered").to_owned()),
        (count(|slot| slot.skipped), t("skipped").to_owned()),
        (count(|slot| slot.flagged), t("flagged").to_owned()),
        (words::clock(pacing.over), t("overtime").to_owned()),
        (words::clock(pacing.used), planned),
    ];
    facts.into_iter().map(|(value, label)| tag("li").child(tag("b").text(value)).child(tag("span").text(label))).collect()
}
