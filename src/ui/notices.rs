//! What the reader should know about what is kept, in plain words.

use super::tag::{Tag, button, tag};
use crate::app::data::Wish;
use crate::app::extra::{Extra, Task};
use crate::app::keep::Trouble;
use crate::app::play::landmark;
use crate::app::{Load, Model, Msg};
use crate::language::t;
use crate::round::Round;
use yew::Callback;

/// Of what can be said by the first part alone: that the second did not come, where nothing else says it.
pub fn missing(model: &Model, emit: &Callback<Msg>) -> Option<Tag> {
    let words = t("A part of the widget did not load: the model answers, questions that come later, and the debrief.");
    (model.answers == Load::Failed).then(|| notice("answers", words, Some(button("plain", emit, Msg::Retry, t("Try again")))))
}

fn notice(name: &'static str, words: &'static str, action: Option<Tag>) -> Tag {
    tag("div").key(name).class("notice").attr("role", "note").attr("data-notice", name).child(tag("p").text(words)).maybe(action)
}

/// All of them. Only when the second part is here.
#[inline(never)]
pub fn view(model: &Model, emit: &Callback<Msg>) -> Vec<Tag> {
    let keep = &model.keep;
    let under_way = !matches!(*model.round, Round::Lobby);
    let mut notices = Vec::new();
    let mut tell = |name: &'static str, words: &'static str, action: Option<(&'static str, Msg)>| {
        notices.push(notice(name, words, action.map(|(name, msg)| button("plain", emit, msg, name))));
    };
    let copy = under_way.then_some((t("Save a copy"), Msg::SaveCopy));
    match keep.trouble {
        Some(Trouble::Blocked) if keep.has_copy => {
            tell("copy", t("This browser blocks the page’s usual storage. Your progress is kept in its database instead."), copy)
        }
        Some(Trouble::Blocked) => tell(
            "blocked",
            t(
                "This browser does not let the page store anything. You can play; your answers are kept until you close or reload the page.",
            ),
            copy,
        ),
        Some(Trouble::Full) => tell(
            "full",
            t(
                "The browser’s storage for this site is full. What was saved before is safe; answers from now on are kept until you close or reload the page. Saving is tried again with every answer.",
            ),
            copy,
        ),
        None => {}
    }
    if keep.put_aside {
        tell(
            "aside",
            t("A part of what was stored could not be read. It was put aside, nothing was deleted, and everything else is here."),
            Some((t("Save it"), Msg::Extra(Task::Data(Wish::SaveAside)))),
        );
    }
    if keep.newer {
        tell(
            "newer",
            t(
                "A newer version of this widget has stored something that this one cannot read. It is left as it is; reload the page to get the newer version.",
            ),
            None,
        );
    }
    if model.extra == Extra::Failed && !model.tasks.is_empty() {
        tell(
            "extra",
            t("A part of the widget did not load, so this has to wait."),
            Some((t("Try again"), Msg::Extra(Task::Show(landmark(&model.round))))),
        );
    }
    notices.extend(missing(model, emit));
    notices
}
