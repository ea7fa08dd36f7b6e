//! The form of a custom round.

use super::tag::{Does, Tag, p, tag};
use super::words;
use crate::app::Msg;
use crate::app::extra::{Linked, Task};
use crate::app::lobby::{Edit, Lobby, Outcome};
use crate::bank::{Bank, Level, Mode, topic_name};
use yew::Callback;

#[inline(never)]
pub fn view(_: Linked, bank: &Bank, lobby: &Lobby, emit: &Callback<Msg>) -> Tag {
    let outcome = lobby.outcome(bank);
    let wrong = match &outcome {
        Outcome::Wrong(field, _) => *field,
        Outcome::Ready(..) => "",
    };
    let field = |field: Field| field.view(wrong, emit);
    let modes = Mode::ALL
        .into_iter()
        .map(|mode| check(mode_name(mode).to_owned(), lobby.modes.contains(&mode), |on| Edit::Mode(mode, on), emit));
    let levels = Level::ALL
        .into_iter()
        .map(|level| check(level.name().to_owned(), lobby.levels.contains(&level), |on| Edit::Level(level, on), emit));
    let topics = bank.topics().into_iter().map(|topic| {
        let ticked = lobby.topics.iter().any(|chosen| chosen == topic);
        check(topic_name(topic), ticked, |on| Edit::Topic(topic.to_owned(), on), emit)
    });
    let strict = check("Move on by itself when a question’s time is up".to_owned(), lobby.strict, Edit::Strict, emit);
    tag("form")
        .when(true, "novalidate")
        .on(emit, Does::Submit(Msg::Extra(Task::StartCustom)))
        .child(tag("div").class("fields").children(vec![
            field(Field { name: "count", label: "Questions", hint: "how many", value: &lobby.count, edit: Edit::Count }),
            field(Field {
                name: "minutes",
                label: "Minutes",
                hint: "for the round; empty: what the questions need",
                value: &lobby.minutes,
                edit: Edit::Minutes,
            }),
            field(Field {
                name: "seconds",
                label: "Seconds a question",
                hint: "empty: the usual time for its kind",
                value: &lobby.seconds,
                edit: Edit::Seconds,
            }),
            field(Field {
                name: "seed",
                label: "Seed",
                hint: "the same word draws the same round",
                value: &lobby.seed,
                edit: Edit::Seed,
            }),
        ]))
        .child(checks("Ask me to", modes.collect()))
        .child(checks("Levels", levels.collect()))
        .child(checks("Topics", topics.collect()).focus("topics"))
        .child(checks("Strictness", vec![strict]))
        .child(p(if wrong.is_empty() { "outcome soft" } else { "outcome wrong" }, summary(&outcome)).attr("id", "outcome"))
        .child(tag("div").class("actions").child(tag("button").class("main").attr("part", "button").text("Start custom round")))
}

fn summary(outcome: &Outcome) -> String {
    match outcome {
        Outcome::Wrong(_, what) => what.clone(),
        Outcome::Ready(terms, plan) => {
            let asked = words::count(plan.items.len(), "question");
            let fewer = if plan.items.len() < terms.wish.count { " (no more fit)" } else { "" };
            match plan.limit {
                Some(limit) => format!("{asked}{fewer} in {}.", words::duration(limit)),
                None => format!("{asked}{fewer}, untimed."),
            }
        }
    }
}

fn mode_name(mode: Mode) -> &'static str {
    match mode {
        Mode::Choice => "choose an answer",
        Mode::Spoken => "say it, then judge myself",
        Mode::Output => "predict what a program prints",
        Mode::Typed => "type it, and see it judged",
    }
}

struct Field<'value> {
    name: &'static str,
    label: &'static str,
    hint: &'static str,
    value: &'value str,
    edit: fn(String) -> Edit,
}

impl Field<'_> {
    /// `wrong` names the field that is.
    fn view(self, wrong: &str, emit: &Callback<Msg>) -> Tag {
        let hint = format!("{}-hint", self.name);
        let invalid = wrong == self.name;
        let described = if invalid { format!("{hint} outcome") } else { hint.clone() };
        tag("p")
            .class("field")
            .child(tag("label").attr("for", self.name).text(self.label))
            .child(
                tag("input")
                    .attr("id", self.name)
                    .attr("data-focus", self.name)
                    .attr("type", "text")
                    .attr("inputmode", if self.name == "seed" { "text" } else { "numeric" })
                    .attr("autocomplete", "off")
                    .attr("aria-invalid", if invalid { "true" } else { "false" })
                    .attr("aria-describedby", described)
                    .value(self.value)
                    .on(emit, Does::Type(self.edit)),
            )
            .child(tag("span").class("soft").attr("id", hint).text(self.hint))
    }
}

fn checks(legend: &'static str, boxes: Vec<Tag>) -> Tag {
    tag("fieldset").child(tag("legend").text(legend)).child(tag("div").class("checks").children(boxes))
}

fn check(label: String, checked: bool, edit: impl Fn(bool) -> Edit, emit: &Callback<Msg>) -> Tag {
    let input = tag("input").attr("type", "checkbox").checked(checked).on(emit, Does::Tick(edit(true), edit(false)));
    tag("label").class("check").child(input).child(tag("span").text(label))
}
