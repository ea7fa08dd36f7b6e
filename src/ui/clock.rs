//! The calm clock: the round's time, and with the question the question's. It can be hidden, and is silent: what a
//! screen reader hears of the time is said elsewhere, rarely.

use super::tag::{Tag, bare_button, tag, unseen};
use super::words;
use crate::app::Msg;
use crate::round::clock::Span;
use yew::Callback;

/// The round's: what is left, or where it has no limit what was used.
pub fn view(left: Option<Span>, charged: Span, hidden: bool, emit: &Callback<Msg>) -> Tag {
    let (digits, label) = match left {
        Some(left) => (words::clock(left), " left"),
        None => (words::clock(charged), " untimed"),
    };
    let time = tag("p").class("time").attr("role", "timer").child(tag("b").text(digits));
    let time = time.child(tag("span").class("soft").text(label));
    // One and the same button, so that it keeps the focus.
    let button = bare_button("plain", emit, Msg::HideClock(!hidden)).text(if hidden { "Show" } else { "Hide" });
    tag("div").class("clock").attr("part", "clock").maybe((!hidden).then_some(time)).child(if hidden {
        button.text(" clock")
    } else {
        button.child(unseen(" clock"))
    })
}

/// The question's.
pub fn question(used: Span, budget: Option<Span>) -> Tag {
    let label = unseen("Time on this question: ");
    let time = match budget {
        None => words::clock(used),
        Some(budget) if used > budget => format!("{} over", words::clock(used.minus(budget))),
        Some(budget) => format!("{} of {}", words::clock(used), words::clock(budget)),
    };
    let over = budget.is_some_and(|budget| used > budget);
    tag("p").class(if over { "question-time over" } else { "question-time" }).child(label).text(time)
}
