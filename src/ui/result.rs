//! One question in the debrief: what was given, beside what was wanted.

use super::answer::Shows;
use super::question::judge;
use super::tag::{Tag, p, tag, unseen};
use super::{answer, judged, rich, voice, words};
use crate::app::{Model, Msg, grading, summary};
use crate::bank::answers::Answers;
use crate::bank::program::Program;
use crate::bank::{Bank, ChoiceKey, Question, Text};
use crate::language::{fill, t};
use crate::round::Slot;
use crate::round::event::{Given, Score};
use crate::round::plan::Item;
use crate::round::written::compare;
use yew::Callback;

pub fn view(model: &Model, answers: &Answers, item: &Item, slot: &Slot, emit: &Callback<Msg>) -> Tag {
    let bank = &model.bank;
    let question = bank.question(&item.question);
    let given = slot.closed.as_ref().map_or(&Given::Nothing, |closed| &closed.given);
    let verdict = verdict(given, slot);
    let prompt = tag("span").class("prompt");
    let prompt = match question {
        Some(question) if question.text == Text::Here => rich::inlines(prompt.lang(bank), &question.prompt),
        _ => prompt.text(item.question.0.clone()),
    };
    let said = matches!(given, Given::Spoken(_)).then_some((slot, emit));
    let own = match given {
        Given::Spoken(grade) => vec![
            p("said", fill(t("Said aloud: {}"), &[&summary::verdict(slot)])),
            judge(&item.question, *grade, t("Judge it again if you like"), emit),
        ],
        _ => self::given(model, answers, item, slot, emit),
    };
    let voice = tag("div").class("voice").children(voice::own(model, &item.question, emit));
    let own = tag("section").child(tag("h4").text(t("Your answer"))).children(own).child(voice);
    let right = question.and_then(|question| question.choices.iter().find(|choice| choice.right));
    tag("details")
        .class("result")
        .attr("data-judged", item.question.0.clone())
        .child(
            tag("summary")
                .child(tag("span").class(verdict.class).attr("aria-hidden", "true").text(verdict.sign))
                .child(tag("span").class("what").child(prompt).child(tag("span").class("soft").text(format!(
                    "{}{}{}",
                    summary::verdict(slot),
                    summary::marks(slot),
                    summary::changed(model, bank.place(&item.question)),
                ))))
                .child(tag("span").class("time").child(time(item, slot))),
        )
        .child(
            tag("div").class("pair").child(own).child(
                tag("section")
                    .class("model")
                    .attr("part", "answer")
                    .child(tag("h4").text(t("Model answer")))
                    .maybe(right.map(|choice| rich::inlines(tag("p").class("chosen right").lang(bank), &choice.text)))
                    .children(answer::view(&item.question, bank, answers, shows(model, item, slot), said)),
            ),
        )
}

/// The answer that counts, with what is to be said of it.
pub fn given(model: &Model, answers: &Answers, item: &Item, slot: &Slot, emit: &Callback<Msg>) -> Vec<Tag> {
    let bank = &model.bank;
    let question = bank.question(&item.question);
    match slot.closed.as_ref().map(|closed| &closed.given) {
        Some(Given::Choice(key)) => chosen(answers, question, bank, *key),
        Some(Given::Written(text)) => written(text, question.map(|question| &question.program)),
        Some(Given::Typed(_)) => judged::place(model, answers, &item.question, slot, emit),
        Some(Given::Spoken(_) | Given::Folded) => Vec::new(),
        Some(Given::Nothing) | None => vec![p("soft", t("You gave none."))],
    }
}

/// Of a typed answer that is judged, the points stand beside it.
pub fn shows(model: &Model, item: &Item, slot: &Slot) -> Shows {
    let judged = model.linked().filter(|_| slot.typed().is_some());
    let is_beside = judged.is_some_and(|linked| grading::seen(linked, model, &item.question, slot).is_some());
    if is_beside { Shows::WithoutPoints } else { Shows::Whole }
}

/// What became of the answer, in a line.
pub fn verdict_line(slot: &Slot) -> Tag {
    let verdict = verdict(slot.closed.as_ref().map_or(&Given::Nothing, |closed| &closed.given), slot);
    let sign = tag("span").class(verdict.class).attr("aria-hidden", "true").text(verdict.sign);
    tag("span").class("verdict").child(sign).text(format!("{}{}", summary::verdict(slot), summary::marks(slot)))
}

struct Verdict {
    class: &'static str,
    sign: &'static str,
}

fn verdict(given: &Given, slot: &Slot) -> Verdict {
    let (class, sign) = match (given, slot.score()) {
        (Given::Nothing, _) => ("sign open", "–"),
        _ if !slot.is_judged() => ("sign open", "?"),
        (_, Score::FULL) => ("sign right", "✓"),
        (_, Score::NONE) => ("sign wrong", "✗"),
        (Given::Typed(_), _) if slot.misses_all() => ("sign wrong", "✗"),
        _ => ("sign partly", "◐"),
    };
    Verdict { class, sign }
}

fn time(item: &Item, slot: &Slot) -> Tag {
    let used = words::clock(slot.used);
    let Some(budget) = item.budget else { return tag("span").text(used) };
    let over = slot.used > budget;
    let planned = words::clock(budget);
    let line = if over {
        fill(t("{used} of {planned}, {time} over"), &[&used, &planned, &words::clock(slot.used.minus(budget))])
    } else {
        fill(t("{used} of {planned}"), &[&used, &planned])
    };
    let bar = tag("progress")
        .attr("max", budget.0.to_string())
        .attr("value", slot.used.0.min(budget.0).to_string())
        .attr("aria-hidden", "true");
    tag("span").class(if over { "over" } else { "" }).child(bar).text(line)
}

/// Line by line beside what the program prints, where that is known.
fn written(text: &str, program: Option<&Program>) -> Vec<Tag> {
    let Some(Program::Here { output, .. }) = program else { return vec![rich::listing(t("What you wrote"), text)] };
    let cell = |line: Option<&str>| match line {
        Some(line) => tag("td").child(tag("code").text(line.to_owned())),
        None => tag("td").class("soft").text(t("no line")),
    };
    let rows = compare(text, output).into_iter().map(|(own, wanted)| {
        let (class, sign, name) =
            if own == wanted { ("sign right", "✓", t("right")) } else { ("sign wrong", "✗", t("wrong")) };
        let sign = tag("span").attr("aria-hidden", "true").text(sign);
        tag("tr").child(tag("td").class(class).child(sign).child(unseen(name))).child(cell(own)).child(cell(wanted))
    });
    let head = [tag("td"), tag("th").text(t("You wrote")), tag("th").text(t("It prints"))];
    let head = tag("thead").child(tag("tr").children(head.into()));
    vec![tag("table").class("lines").child(head).child(tag("tbody").children(rows.collect()))]
}

fn chosen(answers: &Answers, question: Option<&Question>, bank: &Bank, key: ChoiceKey) -> Vec<Tag> {
    let Some((question, choice)) = question.and_then(|question| Some((question, question.choice(key)?))) else {
        return vec![p("soft", t("You chose something that has since been changed in the bank."))];
    };
    let why = answers.get(&question.id).and_then(|answer| answer.why(key));
    vec![
        rich::inlines(tag("p").class(if choice.right { "chosen right" } else { "chosen wrong" }).lang(bank), &choice.text),
        tag("div").class("why").lang(bank).children(why.map(rich::blocks).unwrap_or_default()),
    ]
}
