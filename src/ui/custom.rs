//! The form of a custom round.

use super::tag::{Does, Tag, p, tag, topic};
use super::words;
use crate::app::Msg;
use crate::app::extra::{Linked, Task};
use crate::app::lobby::{Edit, Lobby, Outcome};
use crate::bank::{Bank, Level, Mode};
use crate::language::{fill, key, t};
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
        .map(|mode| check(tag("span").text(mode_name(mode)), lobby.modes.contains(&mode), |on| Edit::Mode(mode, on), emit));
    let levels = Level::ALL.into_iter().map(|level| {
        check(tag("span").text(words::level(level)), lobby.levels.contains(&level), |on| Edit::Level(level, on), emit)
    });
    let topics = bank.topics().into_iter().map(|name| {
        let ticked = lobby.topics.iter().any(|chosen| chosen == name);
        check(topic(tag("span"), name, bank), ticked, |on| Edit::Topic(name.to_owned(), on), emit)
    });
    let strict = check(tag("span").text(t("Move on by itself when a question’s time is up")), lobby.strict, Edit::Strict, emit);
    tag("form")
        .when(true, "novalidate")
        .on(emit, Does::Submit(Msg::Extra(Task::StartCustom)))
        .child(tag("div").class("fields").children(vec![
            field(Field { name: "count", label: t("Questions"), hint: t("how many"), value: &lobby.count, edit: Edit::Count }),
            field(Field {
                name: "minutes",
                label: t("Minutes"),
                hint: t("for the round; empty: what the questions need"),
                value: &lobby.minutes,
                edit: Edit::Minutes,
            }),
            field(Field {
                name: "seconds",
                label: t("Seconds a question"),
                hint: t("empty: the usual time for its kind"),
                value: &lobby.seconds,
                edit: Edit::Seconds,
            }),
            field(Field {
                name: "seed",
                label: t("Seed"),
                hint: t("the same word draws the same round"),
                value: &lobby.seed,
                edit: Edit::Seed,
            }),
        ]))
        .child(checks(t("Ask me to"), modes.collect()))
        .child(checks(t("Levels"), levels.collect()))
        .child(checks(t("Topics"), topics.collect()).focus("topics"))
        .child(checks(t("Strictness"), vec![strict]))
        .child(p(if wrong.is_empty() { "outcome soft" } else { "outcome wrong" }, summary(&outcome)).attr("id", "outcome"))
        .child(
            tag("div").class("actions").child(tag("button").class("main").attr("part", "button").text(t("Start custom round"))),
        )
}

fn summary(outcome: &Outcome) -> String {
    match outcome {
        Outcome::Wrong(_, what) => what.clone(),
        Outcome::Ready(terms, plan) => {
            let asked = words::questions(plan.items.len());
            let fewer = plan.items.len() < terms.wish.count;
            match plan.limit {
                Some(limit) if fewer => fill(t("{questions} (no more fit) in {time}."), &[&asked, &words::duration(limit)]),
                Some(limit) => fill(t("{questions} in {time}."), &[&asked, &words::duration(limit)]),
                None if fewer => fill(t("{} (no more fit), untimed."), &[&asked]),
                None => fill(t("{}, untimed."), &[&asked]),
            }
        }
    }
}

fn mode_name(mode: Mode) -> &'static str {
    t(match mode {
        Mode::Choice => key("choose an answer"),
        Mode::Spoken => key("say it, then judge myself"),
        Mode::Output => key("predict what a program prints"),
        Mode::Typed => key("type it, and see it judged"),
    })
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

fn check(label: Tag, checked: bool, edit: impl Fn(bool) -> Edit, emit: &Callback<Msg>) -> Tag {
    let input = tag("input").attr("type", "checkbox").checked(checked).on(emit, Does::Tick(edit(true), edit(false)));
    tag("label").class("check").child(input).child(label)
}
