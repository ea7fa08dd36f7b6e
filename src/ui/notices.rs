//! What the reader should know about what is kept, in plain words.

use super::tag::{Tag, button, tag};
use crate::app::data::Wish;
use crate::app::extra::{Extra, Task};
use crate::app::keep::Trouble;
use crate::app::play::landmark;
use crate::app::{Load, Model, Msg, Part};
use crate::language::t;
use crate::round::Round;
use yew::Callback;

pub fn view(model: &Model, emit: &Callback<Msg>) -> Vec<Tag> {
    let keep = &model.keep;
    let under_way = !matches!(*model.round, Round::Lobby);
    let mut notices = Vec::new();
    let mut notice = |name: &'static str, words: &'static str, action: Option<(&'static str, Msg)>| {
        let action = action.map(|(name, msg)| button("plain", emit, msg, name));
        notices.push(
            tag("div")
                .key(name)
                .class("notice")
                .attr("role", "note")
                .attr("data-notice", name)
                .child(tag("p").text(words))
                .maybe(action),
        );
    };
    let copy = under_way.then_some((t("Save a copy"), Msg::SaveCopy));
    match keep.trouble {
        Some(Trouble::Blocked) if keep.has_copy => notice(
            "copy",
            t("This browser blocks the page’s usual storage. Your progress is kept in its database instead."),
            copy,
        ),
        Some(Trouble::Blocked) => notice(
            "blocked",
            t(
                "This browser does not let the page store anything. You can play; your answers are kept until you close or reload the page.",
            ),
            copy,
        ),
        Some(Trouble::Full) => notice(
            "full",
            t(
                "The browser’s storage for this site is full. What was saved before is safe; answers from now on are kept until you close or reload the page. Saving is tried again with every answer.",
            ),
            copy,
        ),
        None => {}
    }
    if keep.put_aside {
        notice(
            "aside",
            t("A part of what was stored could not be read. It was put aside, nothing was deleted, and everything else is here."),
            Some((t("Save it"), Msg::Extra(Task::Data(Wish::SaveAside)))),
        );
    }
    if keep.newer {
        notice(
            "newer",
            t(
                "A newer version of this widget has stored something that this one cannot read. It is left as it is; reload the page to get the newer version.",
            ),
            None,
        );
    }
    // Where nothing else can be shown, that says it.
    if model.answers == Load::Failed && (model.part == Part::Here || under_way) {
        notice(
            "answers",
            t("A part of the widget did not load: the model answers, questions that come later, and the debrief."),
            Some((t("Try again"), Msg::Retry)),
        );
    }
    if model.extra == Extra::Failed && !model.tasks.is_empty() {
        notice(
            "extra",
            t("A part of the widget did not load, so this has to wait."),
            Some((t("Try again"), Msg::Extra(Task::Show(landmark(&model.round))))),
        );
    }
    notices
}
