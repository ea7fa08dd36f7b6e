//! The running round: where we are, the clock, and the question or the overview.

use super::aside::card;
use super::tag::{Tag, button, p, tag};
use super::{clock, navigator, question, words};
use crate::app::{Dialog, Model, Msg};
use crate::round::clock::Millis;
use crate::round::{Input, Sitting};
use yew::Callback;

pub fn view(model: &Model, sitting: &Sitting, now: Millis, emit: &Callback<Msg>) -> Vec<Tag> {
    let count = sitting.slots.len();
    let current = sitting.current();
    let place = match current {
        Some((slot, ..)) => format!("Question {} of {count}", slot + 1),
        None => "Every question seen".to_owned(),
    };
    let clock = clock::view(sitting.left(now), sitting.charged(now), model.clock_hidden, emit);
    let stage = tag("div").class("stage");
    vec![
        tag("div").class("bar").child(p("place", place)).child(clock),
        tag("progress")
            .class("track")
            .attr("max", count.to_string())
            .attr("value", sitting.answered().to_string())
            .attr("aria-label", "Questions answered"),
        match current {
            // Another question is another element: nothing of the last one's state may stay in it.
            Some((slot, ..)) => stage.key(format!("question {slot}")).children(question::view(model, sitting, now, emit)),
            None => stage.key("overview").child(overview(sitting, emit)),
        },
        navigator::view(sitting, emit),
        tag("div")
            .class("foot")
            .child(button("plain", emit, Msg::OpenDialog(Dialog::Help), "Keys and help"))
            .child(button("plain", emit, Msg::OpenDialog(Dialog::HandIn), "End round"))
            .maybe(sitting.plan.rules.practice.then(|| button("plain", emit, Msg::Round(Input::Pause), "Pause"))),
    ]
}

fn overview(sitting: &Sitting, emit: &Callback<Msg>) -> Tag {
    let open: Vec<_> = sitting.items().filter(|(_, slot)| slot.is_open()).map(|(item, _)| item).collect();
    let back = open.first().map(|item| {
        let msg = Msg::Round(Input::Open { question: item.question.clone() });
        button("main", emit, msg, "Go to the first open question")
    });
    let hand_in = button("", emit, Msg::Round(Input::HandIn), "Hand in");
    card(
        "overview",
        format!("{} still open", words::count(open.len(), "question")),
        "Go back while there is time, or hand in as it is.".to_owned(),
        back.into_iter().chain([hand_in]).collect(),
    )
}
