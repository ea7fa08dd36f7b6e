//! The day of the interview, what the plan for it comes to, and the way to the page of progress.

use super::drills;
use super::tag::{Does, Tag, bare_button, p, tag};
use crate::app::extra::Task;
use crate::app::lobby::Edit;
use crate::app::{Model, Msg, aim};
use crate::language::t;
use crate::progress::date::Date;
use yew::Callback;

pub fn view(model: &Model, is_first: bool, emit: &Callback<Msg>) -> Tag {
    let day = model.aim.interview.map_or_else(String::new, |day| Date::of(day).write());
    let field = tag("input")
        .attr("id", "interview")
        .attr("type", "date")
        // A year has no more than four digits.
        .attr("max", "9999-12-31")
        .attr("aria-describedby", "plan")
        .value(&day)
        .on(emit, Does::Type(Edit::Interview));
    // With a plan there is something to do before the first round.
    let due = (model.aim.interview.is_some() && is_first).then(|| drills::due(model, "", emit)).flatten();
    tag("section")
        .class("plan")
        .child(
            tag("p")
                .class("field inline")
                .child(tag("label").attr("for", "interview").text(t("My interview is on")))
                .child(field)
                .child(
                    bare_button("", emit, Msg::Extra(Task::OpenProgress))
                        .attr("data-focus", "open-progress")
                        .text(t("Your progress")),
                ),
        )
        .child(p("soft", aim::told(model).unwrap_or_default()).attr("id", "plan").attr("aria-live", "polite"))
        .maybe(due)
}
