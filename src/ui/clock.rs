//! The calm clock: the round's time, and with the question the question's. It can be hidden, and is silent: what a
//! screen reader hears of the time is said elsewhere, rarely.

use super::tag::{Tag, bare_button, button, keycap, tag, unseen};
use super::words;
use crate::app::Msg;
use crate::language::{fill, t};
use crate::round::Sitting;
use crate::round::clock::{Millis, Span};
use crate::round::plan::Item;
use yew::Callback;

/// The round's: what is left, or where it has no limit what was used; and before something ends by itself the way to more.
pub fn view(sitting: &Sitting, now: Millis, hidden: bool, emit: &Callback<Msg>) -> Tag {
    let (digits, label) = match sitting.left(now) {
        Some(left) => (words::clock(left), t("left")),
        None => (words::clock(sitting.charged(now)), t("untimed")),
    };
    let more = sitting
        .is_running_out(now)
        .then(|| button("small more", emit, Msg::MoreTime, t("More time")).text(" ").child(keycap("M")));
    let time = tag("p").class("time").attr("role", "timer").child(tag("b").text(digits));
    let time = time.text(" ").child(tag("span").class("soft").text(label));
    // One and the same button, so that it keeps the focus.
    let button = bare_button("plain", emit, Msg::HideClock(!hidden));
    let button = if hidden { button.text(t("Show clock")) } else { button.attr("aria-label", t("Hide clock")).text(t("Hide")) };
    tag("div").class("clock").attr("part", "clock").maybe((!hidden).then_some(time)).child(button).maybe(more)
}

/// The question's: the phase, its time, and a bar that grows. Only the last tenth and what comes after look different.
pub fn question(used: Span, item: &Item, thinking: Option<Span>) -> Tag {
    let time = match (item.budget, thinking) {
        (_, Some(left)) => fill(t("Think · {} left"), &[&words::clock(left)]),
        (None, None) => words::clock(used),
        (Some(budget), None) if used > budget => fill(t("{} over"), &[&words::clock(used.minus(budget))]),
        (Some(budget), None) => {
            let words = if item.think.is_some() { t("Answer · {used} of {planned}") } else { t("{used} of {planned}") };
            fill(words, &[&words::clock(used), &words::clock(budget)])
        }
    };
    let late = item.budget.is_some_and(|budget| used > budget.scaled(90));
    let over = item.budget.is_some_and(|budget| used > budget);
    let bar = item.budget.map(|budget| {
        let (value, most) = (used.0.min(budget.0).to_string(), budget.0.to_string());
        tag("progress").attr("max", most).attr("value", value).attr("aria-hidden", "true")
    });
    let label = unseen(t("Time on this question:"));
    tag("div")
        .class(if over {
            "question-time over late"
        } else if late {
            "question-time late"
        } else {
            "question-time"
        })
        .child(tag("p").child(label).text(" ").text(time))
        .maybe(bar)
}
