//! The calm clock: the round's time, and beside it the question's. It can be hidden, and is silent: what a screen
//! reader hears of the time is said elsewhere, rarely.

use super::tag::{Tag, bare_button, button, p, tag, unseen};
use super::words;
use crate::app::Msg;
use crate::round::clock::Span;
use yew::Callback;

pub struct Time {
    /// Of the round; none where it is untimed.
    pub left: Option<Span>,
    pub charged: Span,
    /// Of the question on screen.
    pub used: Option<Span>,
    pub budget: Option<Span>,
}

pub fn view(time: &Time, hidden: bool, emit: &Callback<Msg>) -> Tag {
    if hidden {
        return tag("div").key("hidden").class("clock").child(button("plain", emit, Msg::HideClock(false), "Show clock"));
    }
    let (digits, label) = match time.left {
        Some(left) => (words::clock(left), " left"),
        None => (words::clock(time.charged), " untimed"),
    };
    tag("div")
        .key("shown")
        .class("clock")
        .attr("role", "timer")
        .maybe(time.used.map(|used| question(used, time.budget)))
        .child(p("time", "").child(tag("b").text(digits)).child(tag("span").class("soft").text(label)))
        .child(bare_button("plain", emit, Msg::HideClock(true)).text("Hide").child(unseen(" clock")))
}

fn question(used: Span, budget: Option<Span>) -> Tag {
    match budget {
        None => p("soft", format!("{} on this question", words::clock(used))),
        Some(budget) if used > budget => p("over", format!("{} over on this question", words::clock(used.minus(budget)))),
        Some(budget) => p("soft", format!("{} of {} on this question", words::clock(used), words::clock(budget))),
    }
}
