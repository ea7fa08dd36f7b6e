//! What the reader should know about what is kept, in plain words.

use super::on;
use crate::app::keep::Trouble;
use crate::app::{Load, Model, Msg};
use crate::round::Round;
use yew::{Callback, Html, html};

pub fn view(model: &Model, emit: &Callback<Msg>) -> Html {
    let keep = &model.keep;
    let under_way = !matches!(*model.round, Round::Lobby);
    let mut notices: Vec<(&str, &str, Option<(&str, Msg)>)> = Vec::new();
    let copy = under_way.then_some(("Save a copy", Msg::SaveCopy));
    match keep.trouble {
        Some(Trouble::Blocked) => notices.push((
            "blocked",
            "This browser does not let the page store anything. You can play; your answers are kept until you close or reload the page.",
            copy,
        )),
        Some(Trouble::Full) => notices.push((
            "full",
            "The browser’s storage for this site is full. What was saved before is safe; answers from now on are kept until you close or reload the page. Saving is tried again with every answer.",
            copy,
        )),
        None => {}
    }
    if keep.put_aside {
        notices.push((
            "aside",
            "A part of what was stored could not be read. It was put aside, nothing was deleted, and everything else is here.",
            None,
        ));
    }
    if keep.newer {
        notices.push((
            "newer",
            "A newer version of this widget has stored something that this one cannot read. It is left as it is; reload the page to get the newer version.",
            None,
        ));
    }
    if model.answers == Load::Failed {
        notices.push((
            "answers",
            "The model answers did not load. You can play on; the result is not affected.",
            Some(("Try again", Msg::RetryAnswers)),
        ));
    }
    notices
        .into_iter()
        .map(|(key, words, action)| {
            html! {
                <div {key} class="notice" role="note" data-notice={key}>
                    <p>{ words }</p>
                    <div key="action">{ action.map(|(name, msg)| html! {
                        <button key="button" type="button" class="plain" onclick={on(emit, msg)}>{ name }</button>
                    }) }</div>
                </div>
            }
        })
        .collect()
}
