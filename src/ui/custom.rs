//! The form of a custom round.

use super::words;
use crate::app::Msg;
use crate::app::lobby::{Edit, Lobby, Outcome};
use crate::bank::{Bank, Level, Mode, topic_name};
use std::rc::Rc;
use web_sys::HtmlInputElement;
use yew::{Callback, Event, Html, InputEvent, Properties, SubmitEvent, TargetCast, component, html};

#[derive(PartialEq, Properties)]
pub struct Props {
    pub bank: Rc<Bank>,
    pub lobby: Lobby,
    pub emit: Callback<Msg>,
}

#[component]
pub fn Custom(props: &Props) -> Html {
    let Props { bank, lobby, emit } = props;
    let outcome = lobby.outcome(bank);
    let wrong = match &outcome {
        Outcome::Wrong(field, what) => Some((*field, what.clone())),
        Outcome::Ready(..) => None,
    };
    let onsubmit = {
        let emit = emit.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            emit.emit(Msg::StartCustom);
        })
    };
    let number = |name: &'static str, label: &'static str, hint: &'static str, value: &str, edit: fn(String) -> Edit| {
        let invalid = wrong.as_ref().is_some_and(|(field, _)| *field == name);
        text(emit, name, label, hint, value, "numeric", invalid, edit)
    };
    let seed_invalid = wrong.as_ref().is_some_and(|(field, _)| *field == "seed");
    html! {
        <details class="custom">
            <summary>{ "Custom round" }</summary>
            <form {onsubmit} novalidate=true>
                <div class="fields">
                    { number("count", "Questions", "how many", &lobby.count, Edit::Count) }
                    { number("minutes", "Minutes", "for the round; empty: what the questions need", &lobby.minutes, Edit::Minutes) }
                    { number("seconds", "Seconds a question", "empty: the usual time for its kind", &lobby.seconds, Edit::Seconds) }
                    { text(emit, "seed", "Seed", "the same word draws the same round", &lobby.seed, "text", seed_invalid, Edit::Seed) }
                </div>
                { checks(emit, "Ask me to", Mode::ALL.into_iter().map(|mode| (mode_name(mode).to_owned(), lobby.modes.contains(&mode), Edit::Mode(mode, true), Edit::Mode(mode, false)))) }
                { checks(emit, "Levels", Level::ALL.into_iter().map(|level| (level.name().to_owned(), lobby.levels.contains(&level), Edit::Level(level, true), Edit::Level(level, false)))) }
                <div data-focus="topics" tabindex="-1">
                    { checks(emit, "Topics", bank.topics().into_iter().map(|topic| (topic_name(topic), lobby.topics.iter().any(|chosen| chosen == topic), Edit::Topic(topic.to_owned(), true), Edit::Topic(topic.to_owned(), false)))) }
                </div>
                { checks(emit, "Strictness", [("Move on by itself when a question’s time is up".to_owned(), lobby.strict, Edit::Strict(true), Edit::Strict(false))].into_iter()) }
                <p key="outcome" class={if wrong.is_some() { "outcome wrong" } else { "outcome soft" }} id="outcome">{ summary(&outcome) }</p>
                <div class="actions"><button class="main">{ "Start custom round" }</button></div>
            </form>
        </details>
    }
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
    }
}

#[expect(clippy::too_many_arguments, reason = "one call a field, read as a table")]
fn text(
    emit: &Callback<Msg>,
    name: &'static str,
    label: &'static str,
    hint: &'static str,
    value: &str,
    inputmode: &'static str,
    invalid: bool,
    edit: fn(String) -> Edit,
) -> Html {
    let emit = emit.clone();
    let oninput = Callback::from(move |event: InputEvent| {
        if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
            emit.emit(Msg::Edit(edit(input.value())));
        }
    });
    let hint_id = format!("{name}-hint");
    html! {
        <p class="field">
            <label for={name}>{ label }</label>
            <input id={name} data-focus={name} type="text" {inputmode} autocomplete="off" value={value.to_owned()} {oninput}
                aria-invalid={invalid.to_string()} aria-describedby={if invalid { format!("{hint_id} outcome") } else { hint_id.clone() }} />
            <span id={hint_id} class="soft">{ hint }</span>
        </p>
    }
}

fn checks(emit: &Callback<Msg>, legend: &'static str, boxes: impl Iterator<Item = (String, bool, Edit, Edit)>) -> Html {
    html! {
        <fieldset>
            <legend>{ legend }</legend>
            <div class="checks">{ boxes.enumerate().map(|(n, (label, checked, tick, untick))| {
                let emit = emit.clone();
                let onchange = Callback::from(move |event: Event| {
                    let on = event.target_dyn_into::<HtmlInputElement>().is_some_and(|input| input.checked());
                    emit.emit(Msg::Edit(if on { tick.clone() } else { untick.clone() }));
                });
                html! { <label key={n} class="check"><input type="checkbox" {checked} {onchange} /><span>{ label }</span></label> }
            }).collect::<Html>() }</div>
        </fieldset>
    }
}
