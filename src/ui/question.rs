//! The question on screen, and the ways to answer it.

use super::{on, rich};
use crate::app::{Load, Msg};
use crate::bank::draw::shuffled;
use crate::bank::{self, Bank, Mode, QuestionId, topic_name};
use crate::round::event::Grade;
use crate::round::{Input, Round, Slot};
use std::rc::Rc;
use yew::{Callback, Html, Properties, component, html};

#[derive(PartialEq, Properties)]
pub struct Props {
    pub bank: Rc<Bank>,
    pub answers: Load,
    pub round: Rc<Round>,
    pub emit: Callback<Msg>,
}

#[component]
pub fn Question(props: &Props) -> Html {
    let Props { bank, answers, round, emit } = props;
    let Some(sitting) = round.sitting() else { return Html::default() };
    let Some((_, item, slot)) = sitting.current() else { return Html::default() };
    let id = &item.question;
    let Some(question) = bank.question(id) else { return gone(id, emit) };
    html! {
        <>
            <p key="about" class="eyebrow">{ format!("{} · {}", topic_name(&question.topic), question.level.name()) }</p>
            <h2 key="prompt" class="prompt" tabindex="-1" data-focus="question">{ rich::inlines(&question.prompt) }</h2>
            <div key="details" class="details">{ rich::blocks(&question.details) }</div>
            <div key="answer">{ match item.mode {
                Mode::Choice => choices(question, slot, &sitting.plan.seed, emit),
                Mode::Spoken => spoken(id, slot, answers, emit),
            } }</div>
        </>
    }
}

/// The bank changed while the round was stored.
fn gone(id: &QuestionId, emit: &Callback<Msg>) -> Html {
    html! {
        <>
            <h2 key="prompt" class="prompt" tabindex="-1" data-focus="question">{ "This question is no longer in the bank" }</h2>
            <p key="why">{ "Its author has removed it since the round began. Skip it; it will not be held against you in your history." }</p>
            { actions(id, None, emit) }
        </>
    }
}

fn choices(question: &bank::Question, slot: &Slot, seed: &str, emit: &Callback<Msg>) -> Html {
    let id = &question.id;
    let drafted = slot.draft.map(|(key, _)| key);
    let submit = html! {
        <button key="submit" type="button" class="main" disabled={drafted.is_none()} onclick={on(emit, Msg::Round(Input::Submit { question: id.clone() }))}>
            { "Submit answer" }
        </button>
    };
    html! {
        <>
            <fieldset key="choices" class="choices">
                <legend class="unseen">{ "Choose one answer" }</legend>
                { shuffled(question, seed).into_iter().enumerate().map(|(n, choice)| html! {
                    <label key={choice.key.0} class="choice">
                        <input type="radio" name={format!("choice-{}", id.0)} checked={drafted == Some(choice.key)}
                            onchange={on(emit, Msg::Round(Input::Choose { question: id.clone(), choice: choice.key }))} />
                        <span class="words">{ rich::inlines(&choice.text) }</span>
                        <kbd aria-hidden="true">{ n + 1 }</kbd>
                    </label>
                }).collect::<Html>() }
            </fieldset>
            { actions(id, Some((submit, slot)), emit) }
        </>
    }
}

fn spoken(id: &QuestionId, slot: &Slot, answers: &Load, emit: &Callback<Msg>) -> Html {
    if !slot.revealed {
        let reveal = html! {
            <button key="reveal" type="button" class="main" onclick={on(emit, Msg::Round(Input::Reveal { question: id.clone() }))}>
                { "Reveal the model answer" }
            </button>
        };
        return html! {
            <div key="say">
                <p class="hint">{ "Say your answer aloud, or think it through. Then compare it with the model answer." }</p>
                { actions(id, Some((reveal, slot)), emit) }
            </div>
        };
    }
    html! {
        <div key="judge">
            <section class="model">
                <h3 tabindex="-1" data-focus="answer">{ "Model answer" }</h3>
                <div key="answer">{ model_answer(id, answers, emit) }</div>
            </section>
            { judge(id, None, "How much of it did you say?", emit) }
        </div>
    }
}

pub fn model_answer(id: &QuestionId, answers: &Load, emit: &Callback<Msg>) -> Html {
    match answers {
        Load::Ready(answers) => match answers.get(id) {
            Some(answer) => html! {
                <div key="ready">
                    <p class="short">{ rich::inlines(&answer.short) }</p>
                    { rich::blocks(&answer.explanation) }
                </div>
            },
            None => html! { <p key="none">{ "This question has left the bank, and its answer with it." }</p> },
        },
        Load::Loading => html! { <p key="loading">{ "The answer is on its way…" }</p> },
        Load::Failed => html! {
            <p key="failed">
                { "The model answers did not load. " }
                <button type="button" class="plain" onclick={on(emit, Msg::RetryAnswers)}>{ "Try again" }</button>
            </p>
        },
    }
}

/// The four-step scale; `chosen` is what was said before.
pub fn judge(id: &QuestionId, chosen: Option<Grade>, legend: &'static str, emit: &Callback<Msg>) -> Html {
    html! {
        <fieldset class="judge">
            <legend>{ legend }</legend>
            <div class="grades">{ Grade::ALL.into_iter().enumerate().map(|(n, grade)| html! {
                <button key={n} type="button" aria-pressed={(chosen == Some(grade)).to_string()}
                    onclick={on(emit, Msg::Round(Input::Judge { question: id.clone(), grade }))}>
                    { grade_name(grade) }<kbd aria-hidden="true">{ n + 1 }</kbd>
                </button>
            }).collect::<Html>() }</div>
        </fieldset>
    }
}

pub fn grade_name(grade: Grade) -> &'static str {
    match grade {
        Grade::Missed => "Missed it",
        Grade::Partly => "Partly",
        Grade::Mostly => "Mostly",
        Grade::Fully => "All of it",
    }
}

fn actions(id: &QuestionId, main: Option<(Html, &Slot)>, emit: &Callback<Msg>) -> Html {
    let (main, flagged) = main.map_or((Html::default(), false), |(main, slot)| (main, slot.flagged));
    html! {
        <div key="actions" class="actions">
            { main }
            <button key="skip" type="button" onclick={on(emit, Msg::Round(Input::Skip { question: id.clone() }))}>{ "Skip" }</button>
            <button key="flag" type="button" class="flag" aria-pressed={flagged.to_string()}
                onclick={on(emit, Msg::Round(Input::Flag { question: id.clone(), flagged: !flagged }))}>
                <span aria-hidden="true">{ "⚑ " }</span>{ "Flag" }
            </button>
        </div>
    }
}
