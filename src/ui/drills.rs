//! Drills: what to practise, going by the rounds so far. The debrief offers some of them, the lobby all.

use super::tag::{Does, Tag, bare_button, button, tag, topic, unseen};
use crate::app::drill::{Drill, changed as changed_places};
use crate::app::lobby::Edit;
use crate::app::{Model, Msg, Start};
use crate::language::{fill, t};
use crate::progress::glance::Glance;
use yew::Callback;

/// The lobby's. What is due today is a button of that class.
pub fn view(model: &Model, glance: Glance, class: &'static str, emit: &Callback<Msg>) -> Tag {
    let topics = model.bank.topics();
    let options = topics
        .iter()
        .enumerate()
        .map(|(place, name)| topic(tag("option").when(place == model.lobby.drill, "selected"), name, &model.bank));
    let select =
        tag("select").attr("id", "drill").on(emit, Does::Pick(|place| Some(Edit::Drill(place)))).children(options.collect());
    let of_rounds = tag("div")
        .class("actions")
        .maybe(due(model, class, emit))
        .maybe(changed(model, emit))
        .maybe(weakest(glance.is_weak, emit))
        .maybe(of_last(glance.missed, Drill::Missed, t("What I missed last time"), emit))
        .maybe(of_last(glance.flagged, Drill::Flagged, t("What I flagged last time"), emit));
    let of_topic =
        tag("p").class("field inline").child(tag("label").attr("for", "drill").text(t("One topic"))).child(select).child(
            bare_button("", emit, start(Drill::Topic(model.lobby.drill)))
                .text(t("Drill"))
                .child(unseen(" ").text(t("this topic"))),
        );
    tag("section").class("drills").child(tag("h3").text(t("Drills"))).child(of_rounds).child(of_topic)
}

fn start(drill: Drill) -> Msg {
    Msg::Start(Start::Drill(drill))
}

/// Nothing where today has nothing more.
pub fn due(model: &Model, class: &'static str, emit: &Callback<Msg>) -> Option<Tag> {
    let agenda = &model.today.as_ref()?.agenda;
    let name = match (agenda.due.len(), agenda.new.len()) {
        (0, 0) => return None,
        (0, new) => fill(t("New for today ({})"), &[&new]),
        (due, 0) => fill(t("Due today ({})"), &[&due]),
        (due, new) => fill(t("Due today ({due}, and {new} new)"), &[&due, &new]),
    };
    Some(button(class, emit, start(Drill::Due), name))
}

/// Nothing where the author has changed nothing.
fn changed(model: &Model, emit: &Callback<Msg>) -> Option<Tag> {
    let count = changed_places(model).len();
    (count > 0).then(|| button("", emit, start(Drill::Changed), fill(t("Changed since I learned it ({})"), &[&count])))
}

/// Nothing where there is nothing weak.
pub fn weakest(is_weak: bool, emit: &Callback<Msg>) -> Option<Tag> {
    is_weak.then(|| button("", emit, start(Drill::Weakest), t("My weakest topics")))
}

/// Nothing where the last round has no such question.
pub fn of_last(count: usize, drill: Drill, name: &str, emit: &Callback<Msg>) -> Option<Tag> {
    (count > 0).then(|| button("", emit, start(drill), fill("{} ({})", &[&name, &count])))
}
