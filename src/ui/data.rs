//! What is stored of the reader, in plain sight: what, how much, where; and to take it along, bring it back, erase it.

use super::tag::{Tag, button, p, tag};
use crate::app::data::{Ask, Data, Safety, Wish, folded, summary};
use crate::app::extra::{Linked, Task};
use crate::app::{Model, Msg};
use crate::language::{fill, key, n, t};
use crate::progress::History;
use yew::Callback;

/// Closed, until somebody asks.
pub fn view(model: &Model, emit: &Callback<Msg>) -> Tag {
    let (open, wish) = if model.data.is_some() { ("true", Wish::Hide) } else { ("false", Wish::Show) };
    let opener = button("plain", emit, Msg::Extra(Task::Data(wish)), t("Your data"))
        .attr("aria-expanded", open)
        .attr("data-focus", "data");
    tag("section")
        .class("data")
        .child(opener)
        .maybe(model.linked().zip(model.data.as_ref()).map(|(linked, data)| panel(linked, model, data, emit)))
}

#[inline(never)]
fn panel(_: Linked, model: &Model, data: &Data, emit: &Callback<Msg>) -> Tag {
    let history = &*model.history;
    let act = |wish, words: &'static str| button("", emit, Msg::Extra(Task::Data(wish)), words);
    let has_some = history.rounds() > 0;
    tag("div")
        .class("panel")
        .child(p("", stored(history, data)))
        .child(p(
            "soft",
            t("It stays in this browser, on this device, and belongs to this site. Nothing is sent anywhere, and nobody counts."),
        ))
        .maybe(short(history))
        .maybe(data.safety.map(|safety| kept(safety, emit)))
        .maybe((!data.told.is_empty()).then(|| p("told", data.told.clone())))
        .maybe(data.ask.as_ref().map(|ask| question(ask, history, data, emit)))
        .child(
            tag("div")
                .class("actions")
                .maybe(has_some.then(|| act(Wish::Save, t("Save as a file"))))
                .child(act(Wish::Choose, t("Add a saved file")))
                .maybe(has_some.then(|| act(Wish::SaveTable, t("Save answers as a table"))))
                .maybe(has_some.then(|| act(Wish::AskErase, t("Erase…"))))
                .maybe(data.erased.then(|| act(Wish::Undo, t("Undo erasing")))),
        )
        .maybe(data.erased.then(|| p("soft", t("Undo works until you close or reload this page."))))
}

fn stored(history: &History, data: &Data) -> String {
    let what = summary(history).unwrap_or_else(|| t("Nothing yet").to_owned());
    match data.held {
        // A unit is two bytes.
        Some(held) if held.units > 0 => {
            fill(t("Stored of this bank: {what}. It takes {number} KB."), &[&what, &(held.units * 2).div_ceil(1000)])
        }
        _ => fill(t("Stored of this bank: {}."), &[&what]),
    }
}

fn short(history: &History) -> Option<Tag> {
    let folded = folded(history);
    let words = n(
        "To save room, {} round of long ago is kept in short: every score and time, but not what you wrote or chose.",
        "To save room, {} rounds of long ago are kept in short: every score and time, but not what you wrote or chose.",
        folded,
    );
    (folded > 0).then(|| p("soft", words))
}

fn kept(safety: Safety, emit: &Callback<Msg>) -> Tag {
    let words = t(match safety {
        Safety::Lasting => key("The browser keeps it until you delete it."),
        Safety::Open => key("When the device runs out of room, the browser may delete it."),
        Safety::Week => key(
            "This browser deletes what a page has stored when you have not come back for seven days of using it, unless the page is on your home screen. Save a file now and then.",
        ),
        Safety::Unknown => key("This browser does not say how long it keeps it. Save a file now and then."),
    });
    let ask = button("plain", emit, Msg::Extra(Task::Data(Wish::Last)), t("Ask the browser to keep it"));
    tag("div").class("soft").child(p("", words)).maybe(matches!(safety, Safety::Open | Safety::Week).then_some(ask))
}

fn question(ask: &Ask, history: &History, data: &Data, emit: &Callback<Msg>) -> Tag {
    let act = |class, wish, words: &'static str| button(class, emit, Msg::Extra(Task::Data(wish)), words);
    let (words, actions) = match ask {
        Ask::Add { words, .. } => (words.clone(), vec![act("main", Wish::Add, t("Add them"))]),
        Ask::Erase => {
            let what = summary(history).unwrap_or_default();
            let others = data.held.map_or(0, |held| held.others);
            let all = (others > 0).then(|| act("", Wish::Erase(true), t("Erase other banks of this site too")));
            let words = fill(t("This erases {}, in every open tab, with a round that is running there."), &[&what]);
            (words, std::iter::once(act("main", Wish::Erase(false), t("Erase it"))).chain(all).collect())
        }
    };
    tag("div")
        .class("notice")
        .attr("role", "group")
        .child(tag("p").focus("ask").text(words))
        .child(tag("div").class("actions").children(actions).child(act("plain", Wish::Leave, t("Leave it as it is"))))
}
