//! The cards that stand in for a round: it runs in another tab, or the candidate was away.

use super::answer::What;
use super::tag::{Tag, button, p, tag};
use super::{answer, lobby, words};
use crate::app::{Load, Msg};
use crate::language::{fill, t};
use crate::round::clock::Millis;
use crate::round::{Input, Sitting};
use yew::Callback;

/// A heading that takes the focus, some words, and what can be done.
pub fn card(focus: &'static str, title: String, words: String, actions: Vec<Tag>) -> Tag {
    tag("div")
        .class("card")
        .child(tag("h2").focus(focus).text(title))
        .child(p("", words))
        .child(tag("div").class("actions").children(actions))
}

pub fn elsewhere(emit: &Callback<Msg>) -> Tag {
    card(
        "elsewhere",
        t("This interview is open somewhere else").to_owned(),
        t("A round can only be played in one place at a time: in one tab, and once on a page. End it there and it goes on here by itself, or bring it here now: nothing is lost.").to_owned(),
        vec![button("main", emit, Msg::TakeOver, t("Use it here"))],
    )
}

/// The second part did not come, and without it there is nothing to show.
pub fn not_loaded(emit: &Callback<Msg>) -> Tag {
    let again = button("main", emit, Msg::Retry, t("Try again"));
    card("lobby", t("A part of the interview did not load").to_owned(), t("Nothing is lost.").to_owned(), vec![again])
}

/// As long as the debrief cannot be shown.
pub fn over(missing: &Load, emit: &Callback<Msg>) -> Vec<Tag> {
    let heading = tag("h2").focus("debrief").text(t("The round is over"));
    vec![
        lobby::header(p("eyebrow", t("Debrief")), heading, t("Every answer is stored.").to_owned()),
        answer::not_here(missing, What::Debrief, emit),
    ]
}

pub fn away(sitting: &Sitting, since: Millis, now: Millis, emit: &Callback<Msg>) -> Tag {
    let left = sitting.left(now).map_or_else(String::new, |left| fill(t("You have {} left."), &[&words::duration(left)]) + " ");
    let away = words::duration(now.since(since));
    if sitting.plan.rules.practice {
        let words = t("The clock stands still. Go on whenever you like.").to_owned();
        let go_on = button("main", emit, Msg::Round(Input::Return), t("Go on"));
        return card("away", t("Paused").to_owned(), words, vec![go_on]);
    }
    card(
        "away",
        t("Welcome back").to_owned(),
        fill(
            t(
                "You were away for {time}. The clock stopped when you left, so none of it was charged. {left}The debrief will say that the round was interrupted.",
            ),
            &[&away, &left],
        ),
        vec![
            button("main", emit, Msg::Round(Input::Return), t("Go on where I was")),
            button("", emit, Msg::Round(Input::HandIn), t("End the round")),
        ],
    )
}
