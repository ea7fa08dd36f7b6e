//! What stands where the third part is needed, as long as it is not here.

use super::tag::{Tag, button, p, tag};
use crate::app::extra::{Extra, Linked, Task};
use crate::app::{Model, Msg};
use yew::Callback;

/// Whatever opens the place also asks for that part ([`Task::Show`], with the same name).
pub fn place(model: &Model, name: &'static str, emit: &Callback<Msg>, view: impl FnOnce(Linked) -> Tag) -> Tag {
    let shown = match (model.linked(), model.extra) {
        (Some(linked), _) => view(linked).key("here"),
        (None, Extra::Failed) => {
            p("soft", "This did not load. ").child(button("plain", emit, Msg::Extra(Task::Show(name)), "Try again"))
        }
        (None, _) => p("soft", "Loading…"),
    };
    tag("div").focus(name).child(shown)
}
