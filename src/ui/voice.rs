//! The controls of the voice: in the lobby, under a question, and beside the answer in the debrief.

use super::tag::{Does, Tag, bare_button, button, p, tag};
use super::{extra, words};
use crate::app::extra::{Extra, Linked};
use crate::app::voice::{Take, Voice, Wish, why};
use crate::app::{Load, Model, Msg};
use crate::bank::{Mode, QuestionId};
use crate::language::{fill, t};
use crate::round::clock::Span;
use yew::Callback;

/// Their place. It is there before they are, so that nothing moves when they come.
pub fn place(model: &Model, emit: &Callback<Msg>) -> Tag {
    tag("div").class("voice").children(match model.answers {
        Load::Ready(_) => view(model, emit),
        Load::Loading | Load::Failed => Vec::new(),
    })
}

#[inline(never)]
fn view(model: &Model, emit: &Callback<Msg>) -> Vec<Tag> {
    let Some(voice) = model.voice.as_deref() else { return Vec::new() };
    let mut view = match model.round.sitting().and_then(|sitting| sitting.current()) {
        None => lobby(voice, emit),
        Some((_, item, slot)) if slot.revealed => own(model, &item.question, emit),
        Some((place, item, _)) => {
            let thinks = model.round.sitting().is_some_and(|sitting| sitting.thinking(place, model.seen).is_some());
            question(model, voice, &item.question, item.mode == Mode::Spoken && !thinks, emit)
        }
    };
    if !matches!(voice.trouble.as_str(), "" | "play") {
        view.push(p("soft", why(&voice.trouble)).key("trouble"));
    }
    view
}

fn lobby(voice: &Voice, emit: &Callback<Msg>) -> Vec<Tag> {
    let always = tag("input").attr("type", "checkbox").checked(voice.always).on(emit, Does::Choose(wish(Wish::Always, "")));
    let label = tag("label").class("check").child(always).child(tag("span").text(t("Read questions aloud")));
    voice.can_read.then_some(label).into_iter().collect()
}

/// `says`: whether the answer is to be said aloud now.
fn question(model: &Model, voice: &Voice, id: &QuestionId, says: bool, emit: &Callback<Msg>) -> Vec<Tag> {
    let now = model.seen;
    let listens = voice.does("record") || voice.does("dictate");
    let switch = |name: &'static str, sign, asks, words: &'static str| {
        toggle(voice.does(name), sign, wish(asks, &id.0), words, emit).attr("data-focus", name)
    };
    // A recording of the reader is not to be one of the browser's voice.
    let read = switch("read", "▶", Wish::Read, t("Read aloud")).when(listens, "disabled");
    let reads = voice.reads(model);
    let always = toggle(reads, "", wish(Wish::Always, ""), t("Always"), emit);
    let since = voice.does("record").then(|| tag("span").class("soft").text(words::clock(now.since(voice.since))));
    let dictate = switch("dictate", "●", Wish::Dictate, t("Dictate"));
    let row = tag("div")
        .class("actions")
        .maybe(voice.can_read.then_some(read))
        .maybe((reads || voice.can_read && (voice.hushed || voice.does("read"))).then_some(always))
        .maybe((says && voice.can_record).then(|| switch("record", "●", Wish::Record, t("Record"))))
        .maybe(since)
        .maybe((says && voice.can_dictate).then_some(dictate));
    let mut view = vec![row];
    match model.linked().filter(|_| says) {
        Some(linked) => view.extend(said(linked, voice, id, emit)),
        None if says && model.extra == Extra::Failed => view.push(extra::missing(model, "question", emit)),
        None => {}
    }
    view
}

#[inline(never)]
fn said(_: Linked, voice: &Voice, id: &QuestionId, emit: &Callback<Msg>) -> Vec<Tag> {
    let mut view = Vec::new();
    if voice.asks {
        view.push(notice(id, emit));
    }
    let take = voice.take(id);
    if let Some(take) = take.filter(|take| take.length > Span::ZERO && !voice.does("record")) {
        view.push(recording(voice, take, id, emit));
    }
    if let Some(take) = take.filter(|take| voice.does("dictate") || !take.text.is_empty()) {
        view.push(written(voice, take, id, emit));
    }
    view
}

fn toggle(pressed: bool, sign: &'static str, msg: Msg, words: &'static str, emit: &Callback<Msg>) -> Tag {
    let sign = if pressed && !sign.is_empty() { "■" } else { sign };
    bare_button("small", emit, msg)
        .attr("aria-pressed", if pressed { "true" } else { "false" })
        .child(tag("span").attr("aria-hidden", "true").text(sign))
        .text(words)
}

fn wish(wish: Wish, about: &str) -> Msg {
    Msg::Voice(wish, about.to_owned())
}

fn notice(id: &QuestionId, emit: &Callback<Msg>) -> Tag {
    let words = t(
        "Dictation is your browser’s own: some browsers send what they hear to their maker. The words stay in this page, and count for nothing.",
    );
    tag("div").key("notice").class("notice").attr("role", "note").child(p("", words)).child(
        tag("div").class("actions").child(button("small", emit, wish(Wish::Agree, &id.0), t("Dictate here"))).child(button(
            "small",
            emit,
            wish(Wish::Dictate, ""),
            t("No, thanks"),
        )),
    )
}

/// What was understood, to be put right.
fn written(voice: &Voice, take: &Take, id: &QuestionId, emit: &Callback<Msg>) -> Tag {
    let field = tag("textarea").attr("id", "said").attr("rows", "3").value(&take.text).on(emit, Does::Write(id.clone()));
    tag("div")
        .key("said")
        .class("field")
        .child(tag("label").attr("for", "said").text(t("What you said")))
        .child(field)
        .maybe((!voice.interim.is_empty()).then(|| p("soft", format!("… {}", voice.interim))))
}

fn recording(voice: &Voice, take: &Take, id: &QuestionId, emit: &Callback<Msg>) -> Tag {
    let play = toggle(voice.is_for("play", id), "▶", wish(Wish::Play, &id.0), t("Play"), emit);
    tag("div")
        .key("recording")
        .class("actions")
        .child(play)
        .child(button("small", emit, wish(Wish::Save, &id.0), t("Save")))
        .child(p("soft", fill(t("{} long; 0:30 to 1:00 is usual"), &[&words::clock(take.length)])))
        .maybe((voice.trouble == "play").then(|| p("soft", why("play"))))
}

/// What was said to a question that is over.
pub fn own(model: &Model, id: &QuestionId, emit: &Callback<Msg>) -> Vec<Tag> {
    model.linked().map_or_else(Vec::new, |linked| takes(linked, model, id, emit))
}

#[inline(never)]
fn takes(_: Linked, model: &Model, id: &QuestionId, emit: &Callback<Msg>) -> Vec<Tag> {
    let mut view = Vec::new();
    let Some((voice, take)) = model.voice.as_deref().and_then(|voice| Some((voice, voice.take(id)?))) else { return view };
    if take.length > Span::ZERO {
        view.push(recording(voice, take, id, emit));
        view.push(p("soft", t("Kept in the memory of this page alone.")));
    }
    if !take.text.is_empty() {
        let words = words::words(take.words());
        let words = match take.pace() {
            Some(pace) => fill(t("{words}, {pace} a minute; 120 to 160 is usual"), &[&words, &pace]),
            None => words,
        };
        view.push(tag("blockquote").class("chosen").text(take.text.clone()));
        view.push(p("soft", words));
    }
    view
}
