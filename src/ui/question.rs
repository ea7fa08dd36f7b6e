//! The question on screen, and the ways to answer it.

use super::answer::What;
use super::tag::{Does, Tag, bare_button, button, keycap, p, tag, topic};
use super::{aids, answer, clock, review, rich, voice, words};
use crate::app::words::grade_name;
use crate::app::{Load, Model, Msg};
use crate::bank::draw::shuffled;
use crate::bank::program::Program;
use crate::bank::{self, Bank, Mode, QuestionId, Text};
use crate::language::{fill, t};
use crate::round::clock::Millis;
use crate::round::event::{Given, Grade};
use crate::round::plan::Item;
use crate::round::written::LONGEST;
use crate::round::{Input, Sitting, Slot};
use yew::Callback;

pub fn view(model: &Model, sitting: &Sitting, now: Millis, emit: &Callback<Msg>) -> Vec<Tag> {
    let Some((place, item, slot)) = sitting.current() else { return Vec::new() };
    let prompt = tag("h2").class("prompt").attr("part", "question").focus("question").attr("aria-describedby", "moved");
    let question = model.bank.question(&item.question).filter(|question| question.can(item.mode));
    let Some(question) = question else {
        // The bank changed while the round was stored.
        return vec![
            prompt.text(t("This question is no longer in the bank")),
            p("", t("Its author has removed it since the round began. Skip it.")),
            actions(&item.question, None, slot, emit),
        ];
    };
    let bank = &model.bank;
    let thinking = sitting.thinking(place, now);
    // A strict round has moved on by itself. It is told with the heading, which has the focus.
    let moved =
        place.checked_sub(1).and_then(|before| sitting.slots.get(before)?.closed.as_ref()).filter(|closed| closed.time_up);
    let mut view = vec![
        tag("div")
            .attr("id", "moved")
            .maybe(moved.map(|_| p("over", fill(t("Time was up on question {}. What you had counts."), &[&place])))),
        tag("div")
            .class("about")
            .child(about(question, item, bank))
            .maybe((!model.clock_hidden && slot.is_open()).then(|| clock::question(sitting.used(place, now), item, thinking))),
        match item.mode {
            _ if question.text != Text::Here => prompt.text(t("The next question")),
            Mode::Output => {
                let context = rich::inlines(tag("span").class("context").lang(bank), &question.prompt);
                prompt.child(context).text(" ").text(t("What does this program print?"))
            }
            Mode::Choice | Mode::Spoken | Mode::Typed => rich::inlines(prompt.lang(bank), &question.prompt),
        },
        tag("div").class("details").lang(bank).children(match (item.mode, &question.program) {
            // A listing of the details may be another one.
            (Mode::Output, Program::Here { source, .. }) => vec![rich::listing(t("Program"), source)],
            (Mode::Output, _) => Vec::new(),
            _ => rich::blocks(&question.details),
        }),
    ];
    if !question.is_here(item.mode) {
        view.push(answer::not_here(&model.answers, What::Question, emit));
        view.push(actions(&item.question, None, slot, emit));
        return view;
    }
    if !slot.is_open() {
        view.extend(match &model.answers {
            Load::Ready(answers) => review::view(model, answers, item, slot, emit),
            missing => vec![answer::not_here(missing, What::Answer, emit)],
        });
        return view;
    }
    if thinking.is_some() {
        let begin = button("main", emit, Msg::Round(Input::Begin { question: question.id.clone() }), t("I am ready to answer"));
        view.push(voice::place(model, emit));
        view.push(p("hint", t("Think first. Say nothing yet; a moment of silence is fine in an interview, too.")));
        view.push(actions(&question.id, Some(begin), slot, emit));
        return view;
    }
    view.push(voice::place(model, emit));
    let (answering, main) = match item.mode {
        Mode::Choice => choices(question, slot, bank, &sitting.plan.seed, emit),
        Mode::Spoken => spoken(&item.question, slot, bank, &model.answers, emit),
        Mode::Output | Mode::Typed => {
            let typed = model.typed.as_ref().filter(|typed| typed.question == question.id);
            written(&question.id, item.mode, typed.map_or(slot.written(), |typed| &typed.text), emit)
        }
    };
    view.extend(answering);
    let Some(submit) = main else { return view };
    if let Load::Ready(answers) = &model.answers {
        view.push(aids::view(bank, answers, sitting.plan.rules.hints, item, slot, emit));
    }
    let main = if sitting.plan.rules.exam {
        button("main", emit, Msg::Round(Input::Continue { question: question.id.clone() }), t("Next question"))
    } else {
        submit
    };
    view.push(actions(&question.id, Some(main), slot, emit));
    view
}

fn about(question: &bank::Question, item: &Item, bank: &Bank) -> Tag {
    let follow_up = if item.follows > 0 { fill("{} · ", &[&t("Follow-up")]) } else { String::new() };
    p("eyebrow", follow_up).child(topic(tag("span"), &question.topic, bank)).text(fill(" · {}", &[&words::level(question.level)]))
}

/// Here and below: the way to answer, and the button that gives the answer.
fn choices(question: &bank::Question, slot: &Slot, bank: &Bank, seed: &str, emit: &Callback<Msg>) -> (Vec<Tag>, Option<Tag>) {
    let id = &question.id;
    let drafted = match &slot.draft {
        Some((Given::Choice(key), _)) => Some(*key),
        _ => None,
    };
    let submit = button("main", emit, Msg::Round(Input::Submit { question: id.clone() }), t("Submit answer"));
    let choices = shuffled(question, seed).into_iter().enumerate().map(|(n, choice)| {
        let choose = Msg::Round(Input::Choose { question: id.clone(), choice: choice.key });
        let input = tag("input")
            .attr("type", "radio")
            .attr("name", format!("choice-{}", id.0))
            .checked(drafted == Some(choice.key))
            .on(emit, Does::Choose(choose));
        let key = keycap((n + 1).to_string());
        tag("label")
            .class("choice")
            .attr("part", "choice")
            .child(input)
            .child(rich::inlines(tag("span").class("words").lang(bank), &choice.text))
            .child(key)
    });
    let legend = tag("legend").class("unseen").text(t("Choose one answer"));
    let choices = tag("fieldset").class("choices").child(legend).children(choices.collect());
    (vec![choices], Some(submit.when(drafted.is_none(), "disabled")))
}

#[inline(never)]
fn written(id: &QuestionId, mode: Mode, text: &str, emit: &Callback<Msg>) -> (Vec<Tag>, Option<Tag>) {
    let submit = button("main", emit, Msg::Round(Input::Submit { question: id.clone() }), t("Submit answer"));
    let is_prose = mode == Mode::Typed;
    let field = tag("textarea")
        .attr("id", "written")
        .attr("data-focus", "written")
        .attr("aria-describedby", "written-hint")
        .attr("maxlength", LONGEST.to_string())
        .attr("autocomplete", "off")
        .attr("autocapitalize", if is_prose { "sentences" } else { "off" })
        .attr("spellcheck", if is_prose { "true" } else { "false" })
        .value(text)
        .on(emit, Does::Write(id.clone()));
    let (class, label, hint) = if is_prose {
        let hint = fill(
            t("{}. A few sentences are enough. Ctrl+Enter (⌘+Enter) submits."),
            &[&words::words(text.split_whitespace().count())],
        );
        ("field written prose", t("Your answer"), hint)
    } else {
        let hint = t("Line by line, as it appears. Space at the end of a line makes no difference. Ctrl+Enter submits.");
        ("field written", t("It prints"), hint.to_owned())
    };
    let field = tag("div")
        .class(class)
        .child(tag("label").attr("for", "written").text(label))
        .child(field)
        .child(p("soft", hint).attr("id", "written-hint"));
    (vec![field], Some(submit.when(text.trim().is_empty(), "disabled")))
}

fn spoken(id: &QuestionId, slot: &Slot, bank: &Bank, answers: &Load, emit: &Callback<Msg>) -> (Vec<Tag>, Option<Tag>) {
    if !slot.revealed {
        let reveal = Msg::Round(Input::Reveal { question: id.clone() });
        let hint = p("hint", t("Say your answer aloud, or think it through. Then compare it with the model answer."));
        return (vec![hint], Some(button("main", emit, reveal, t("Reveal the model answer"))));
    }
    let model_answer = match answers {
        Load::Ready(answers) => answer::view(id, bank, answers, answer::Shows::Short, Some((slot, emit))),
        missing => vec![answer::not_here(missing, What::ModelAnswer, emit)],
    };
    let shown = vec![
        tag("section")
            .key("model")
            .class("model")
            .attr("part", "answer")
            .child(tag("h3").focus("answer").text(t("Model answer")))
            .children(model_answer),
        judge(id, None, t("How much of it did you say?"), emit),
    ];
    (shown, None)
}

/// The four-step scale; `chosen` is what was said before.
pub fn judge(id: &QuestionId, chosen: Option<Grade>, legend: &'static str, emit: &Callback<Msg>) -> Tag {
    let grades = Grade::ALL.into_iter().enumerate().map(|(n, grade)| {
        let key = keycap((n + 1).to_string());
        button("", emit, Msg::Round(Input::Judge { question: id.clone(), grade }), grade_name(grade))
            .attr("aria-pressed", if chosen == Some(grade) { "true" } else { "false" })
            .child(key)
    });
    tag("fieldset").class("judge").child(tag("legend").text(legend)).child(tag("div").class("grades").children(grades.collect()))
}

fn actions(id: &QuestionId, main: Option<Tag>, slot: &Slot, emit: &Callback<Msg>) -> Tag {
    let flag = Msg::Round(Input::Flag { question: id.clone(), flagged: !slot.flagged });
    tag("div")
        .class("actions")
        .maybe(main)
        .child(button("", emit, Msg::Round(Input::Skip { question: id.clone() }), t("Skip")))
        .child(
            bare_button("flag", emit, flag)
                .attr("aria-pressed", if slot.flagged { "true" } else { "false" })
                .child(tag("span").attr("aria-hidden", "true").text("⚑"))
                .text(" ")
                .text(t("Flag")),
        )
}
