//! What stands where the third part is needed, as long as it is not here.

use super::tag::{Tag, button, p, tag};
use crate::app::extra::{Extra, Linked, Task};
use crate::app::{Model, Msg};
use crate::language::t;
use yew::Callback;

/// Whatever opens the place also asks for that part ([`Task::Show`], with the same name).
pub fn place(model: &Model, name: &'static str, emit: &Callback<Msg>, view: impl FnOnce(Linked) -> Tag) -> Tag {
    let shown = match model.linked() {
        Some(linked) => view(linked).key("here"),
        None => missing(model, name, emit),
    };
    tag("div").focus(name).child(shown)
}

/// `name`: where the focus goes when it is tried again.
pub fn missing(model: &Model, name: &'static str, emit: &Callback<Msg>) -> Tag {
    match model.extra {
        Extra::Failed => p("soft", t("This did not load.")).text(" ").child(button(
            "plain",
            emit,
            Msg::Extra(Task::Show(name)),
            t("Try again"),
        )),
        _ => p("soft", t("Loading…")),
    }
}
