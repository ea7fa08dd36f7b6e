//! The running round: where we are, the clock, and the question or the overview.

use super::tag::{Tag, button, p, tag};
use super::{aside, clock, navigator, question};
use crate::app::{Dialog, Model, Msg, Part};
use crate::language::{fill, n, t};
use crate::round::clock::Millis;
use crate::round::{Input, Sitting};
use yew::Callback;

pub fn view(model: &Model, sitting: &Sitting, now: Millis, emit: &Callback<Msg>) -> Vec<Tag> {
    let count = sitting.slots.len();
    let current = sitting.current();
    let place = match current {
        Some((slot, ..)) => fill(t("Question {number} of {count}"), &[&(slot + 1), &count]),
        None => t("Every question seen").to_owned(),
    };
    let clock = clock::view(sitting, now, model.clock_hidden, emit);
    let stage = tag("div").class("stage");
    vec![
        tag("div").class("bar").child(p("place", place)).child(clock),
        tag("progress")
            .class("track")
            .attr("max", count.to_string())
            .attr("value", sitting.answered().to_string())
            .attr("aria-label", t("Questions answered")),
        match current {
            // Another question is another element: nothing of the last one's state may stay in it.
            Some((slot, ..)) => stage.key(format!("question {slot}")).children(question::view(model, sitting, now, emit)),
            None if model.part == Part::Here => stage.key("overview").child(overview(sitting, emit)),
            None => stage.key("overview").child(aside::not_loaded(emit)),
        },
        navigator::view(sitting, emit),
        tag("div")
            .class("foot")
            .child(button("plain", emit, Msg::OpenDialog(Dialog::Help), t("Keys and help")))
            .child(button("plain", emit, Msg::OpenDialog(Dialog::HandIn), t("End round")))
            .maybe(sitting.plan.limit.map(|_| button("plain", emit, Msg::OpenDialog(Dialog::Time), t("More time"))))
            .maybe(sitting.plan.rules.practice.then(|| button("plain", emit, Msg::Round(Input::Pause), t("Pause")))),
    ]
}

/// When there is no question to go to. It is in the second part.
#[inline(never)]
fn overview(sitting: &Sitting, emit: &Callback<Msg>) -> Tag {
    let open: Vec<_> = sitting.items().filter(|(_, slot)| !sitting.is_answered(slot)).map(|(item, _)| item).collect();
    let hand_in = |class| button(class, emit, Msg::Round(Input::HandIn), t("Hand in"));
    let (title, words, actions) = match open.first() {
        None => (
            t("Every question is answered").to_owned(),
            t("Go back by the numbers and change what you like while there is time, or hand in."),
            vec![hand_in("main")],
        ),
        Some(item) => {
            let back = Msg::Round(Input::Open { question: item.question.clone() });
            (
                n("{} question still open", "{} questions still open", open.len()),
                t("Go back while there is time, or hand in as it is."),
                vec![button("main", emit, back, t("Go to the first open question")), hand_in("")],
            )
        }
    };
    aside::card("overview", title, words.to_owned(), actions)
}
