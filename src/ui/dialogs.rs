//! The help, and the question before a round is ended. The browser's own dialogs: Esc closes them and the focus
//! comes back by itself.

use super::tag::{Tag, bare_button, p, tag};
use crate::app::shortcut::{KEYS, QUARTER};
use crate::app::{Dialog, Msg};
use crate::language::{key, n, t};
use crate::round::Input;
use yew::Callback;

const RULES: [&str; 5] = [
    key("The round’s clock is hard: at its end what you have chosen or written counts."),
    key(
        "A question’s own time is soft: past it the clock goes on and the debrief shows the overtime. In a strict round the next question comes by itself.",
    ),
    key("Skipped questions stay open; the numbers below lead back to them."),
    key(
        "There is no pause but in Practice, and more time whenever you need it: M gives a quarter more. If you close the page or the device sleeps for over two minutes, that time is not charged.",
    ),
    key("Every answer is stored on this device the moment you give it. Nothing is sent anywhere."),
];

/// `open`: how many questions are. Only when the second part is here: until then what opens one waits.
#[inline(never)]
pub fn view(open: usize, emit: &Callback<Msg>) -> Vec<Tag> {
    let open = match open {
        0 => t("Every question is answered.").to_owned(),
        open => n(
            "{} question still open; without an answer they count nothing.",
            "{} questions still open; without an answer they count nothing.",
            open,
        ),
    };
    let keys =
        KEYS.iter().map(|(key, what)| tag("div").child(tag("dt").child(tag("kbd").text(*key))).child(tag("dd").text(t(what))));
    let more = [
        (t("A quarter more"), Some(QUARTER)),
        (t("Twice as much"), Some(100)),
        (t("Ten times as much"), Some(900)),
        (t("No limit"), None),
    ];
    let more =
        more.map(|(words, more)| bare_button("", emit, Msg::Round(Input::Extend { more })).attr("type", "submit").text(words));
    let close = |class, words: &'static str| tag("button").class(class).text(words);
    vec![
        dialog(Dialog::Help, t("How it works"))
            .child(tag("ul").children(RULES.iter().map(|rule| tag("li").text(t(rule))).collect()))
            .child(tag("h3").text(t("Keys, while the focus is in this widget")))
            .child(tag("dl").class("keys").children(keys.collect()))
            .child(closing(vec![close("main", t("Close"))])),
        dialog(Dialog::HandIn, t("End the round now?")).child(p("", open)).child(closing(vec![
            bare_button("main", emit, Msg::Round(Input::HandIn)).attr("type", "submit").text(t("End it and see the debrief")),
            close("", t("Go on")),
        ])),
        dialog(Dialog::Time, t("More time"))
            .child(p("", t("From now on, for this round and every open question. The debrief will say so.")))
            .child(closing(more.into_iter().chain([close("", t("Leave it as it is"))]).collect())),
    ]
}

fn dialog(dialog: Dialog, title: &'static str) -> Tag {
    let name = dialog.name();
    tag("dialog")
        .attr("data-dialog", name)
        .attr("aria-labelledby", format!("{name}-title"))
        .child(tag("h2").attr("id", format!("{name}-title")).text(title))
}

/// Any button in such a form closes its dialog.
fn closing(buttons: Vec<Tag>) -> Tag {
    tag("form").attr("method", "dialog").class("actions").children(buttons)
}
