//! What is stored of the reader, in plain sight: what, how much, where; and to take it along, bring it back, erase it.

use super::tag::{Tag, button, p, tag};
use crate::app::data::{self, Ask, Data, Safety, Wish, folded, summary};
use crate::app::extra::{Linked, Task};
use crate::app::{Model, Msg};
use crate::bank::Bank;
use crate::language::{fill, key, n, t};
use crate::progress::History;
use yew::Callback;

/// Closed, until somebody asks.
pub fn view(model: &Model, emit: &Callback<Msg>) -> Tag {
    let (open, wish) = if model.data.is_some() { ("true", Wish::Hide) } else { ("false", Wish::Show) };
    let opener = button("plain", emit, Msg::Extra(Task::Data(wish)), t("Your data"))
        .attr("aria-expanded", open)
        .attr("data-focus", "data");
    let alone = !model.keep.has_copy || model.data.as_ref().is_some_and(|data| data.alone);
    tag("section")
        .class("data")
        .maybe(model.keep.offers.then(|| offer(emit)))
        .child(opener)
        // Where there is no store either, a notice says so.
        .maybe((alone && model.keep.trouble.is_none()).then(|| p("soft", t(ALONE))))
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
        .maybe(parked(&model.bank, history))
        .maybe(data.safety.map(|safety| kept(safety, emit)))
        .maybe((!data.told.is_empty()).then(|| p("told", data.told.clone())))
        .maybe(data.ask.as_ref().map(|ask| question(ask, history, data, emit)))
        .child(
            tag("div")
                .class("actions")
                .maybe(has_some.then(|| act(Wish::Save, t("Save as a file"))))
                .child(act(Wish::Choose, t("Add a saved file")))
                .maybe(has_some.then(|| act(Wish::SaveTable, t("Save answers as a table"))))
                .child(act(Wish::AskOneFile, t("Save for offline")))
                .maybe(has_some.then(|| act(Wish::AskErase, t("Erase…"))))
                .maybe(data.erased.then(|| act(Wish::Undo, t("Undo erasing")))),
        )
        .maybe(data.erased.then(|| p("soft", t("Undo works until you close or reload this page."))))
}

const ALONE: &str =
    key("This browser keeps no second copy (IndexedDB): should it crash, answers of the last minute may be lost.");

/// On a browser that deletes what nobody comes back to.
fn offer(emit: &Callback<Msg>) -> Tag {
    let act = |wish, words: &'static str| button("plain", emit, Msg::Extra(Task::Data(wish)), words);
    let words = t("This browser may delete all of it when you stay away for a week. Save a file?");
    let actions = tag("div").class("actions").child(act(Wish::Save, t("Save as a file"))).child(act(Wish::NotNow, t("Not now")));
    tag("div").class("notice").attr("role", "note").attr("data-notice", "offer").child(p("", words)).child(actions)
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

fn parked(bank: &Bank, history: &History) -> Option<Tag> {
    let parked = data::parked(bank, history);
    let words = n(
        "{} answer to a question that is no longer in the bank is kept, and comes back with the question.",
        "{} answers to questions that are no longer in the bank are kept, and come back with the questions.",
        parked,
    );
    (parked > 0).then(|| p("soft", words))
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
        Ask::OneFile => {
            let words = t(
                "One file with the program and the questions, to open without network. It can hold your progress as well: then who has the file has that too.",
            );
            (
                words.to_owned(),
                vec![act("main", Wish::OneFile(true), t("With my progress")), act("", Wish::OneFile(false), t("Without it"))],
            )
        }
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
