//! What the reader sees. One view a file: data and a callback in, elements out; nothing here touches the browser.
//! Start at [`view`]; [`tag`] is how elements are made. What nobody sees who is here for the first time and presses “Start” is in the
//! second part of the WebAssembly: `script/split.mjs` names those views, and they may be called only when it is here
//! ([`Part::Here`](crate::app::Part); the answers are never here without it).

mod aids;
mod aim;
mod answer;
mod aside;
mod clock;
mod custom;
mod data;
mod debrief;
mod dialogs;
mod drills;
mod extra;
mod judged;
mod lobby;
mod navigator;
mod notices;
mod printed;
mod progress;
mod question;
mod result;
mod review;
mod rich;
mod round;
mod tag;
mod voice;
mod words;

use crate::app::{Load, Model, Msg, Part, Tab};
use crate::language::t;
use crate::round::clock::Millis;
use crate::round::{Place, Round};
use tag::{Tag, p, tag};
use yew::{Callback, Html};

/// The whole widget.
pub fn view(model: &Model, now: Millis, emit: &Callback<Msg>) -> Html {
    let (name, screen) = screen(model, now, emit);
    let is_here = model.part == Part::Here;
    let open = model.round.sitting().map_or(0, |sitting| sitting.slots.len() - sitting.answered());
    let notices = match &*model.round {
        _ if is_here => notices::view(model, emit),
        // The screen says it.
        Round::Lobby => Vec::new(),
        _ => notices::missing(model, emit).into_iter().collect(),
    };
    let (said, words) = &model.said;
    // Another key for every message: the same words twice are told twice.
    let live = |role: &'static str, speaks: bool| {
        let words = tag("span").key(*said).text(if speaks { words.clone() } else { String::new() });
        tag("div").class("unseen").attr("role", role).child(words)
    };
    tag("div")
        .class("paper")
        .child(live("status", !model.alert))
        .child(live("alert", model.alert))
        .child(tag("div").class("notices").children(notices))
        .child(tag("div").key(name).class("screen").attr("data-screen", name).children(screen))
        .maybe((model.printing && name == "lobby").then(|| printed::view(model)))
        .children(if is_here { dialogs::view(open, emit) } else { Vec::new() })
        .html()
}

fn screen(model: &Model, now: Millis, emit: &Callback<Msg>) -> (&'static str, Vec<Tag>) {
    match (&model.tab, &*model.round) {
        _ if model.opening && model.part == Part::Failed => ("opening", vec![aside::not_loaded(emit)]),
        _ if model.opening => ("opening", vec![p("soft", t("Opening…"))]),
        (Tab::Elsewhere, _) => ("elsewhere", vec![aside::elsewhere(emit)]),
        (_, Round::Lobby) => match model.part {
            Part::Here => match model.linked().zip(model.figures.as_ref()) {
                Some((linked, figures)) => ("progress", progress::view(linked, model, figures, emit)),
                None => ("lobby", lobby::view(model, emit)),
            },
            Part::Coming => ("opening", vec![p("soft", t("Opening…"))]),
            Part::Failed => ("opening", vec![aside::not_loaded(emit)]),
        },
        (_, Round::Running(sitting)) => match sitting.place {
            Place::Away { since, .. } => ("away", vec![aside::away(sitting, since, now, emit)]),
            _ => ("round", round::view(model, sitting, now, emit)),
        },
        (_, Round::Finished(sitting, finish)) => match &model.answers {
            Load::Ready(answers) => ("debrief", debrief::view(model, answers, sitting, *finish, emit)),
            missing => ("debrief", aside::over(missing, emit)),
        },
    }
}
