//! The lobby: what this is, and four ways to begin.

use super::custom::Custom;
use super::{on, words};
use crate::app::Msg;
use crate::app::lobby::{Edit, Lobby};
use crate::app::preset::PRESETS;
use crate::bank::Bank;
use crate::progress::History;
use crate::round::plan::{Pace, Plan};
use std::rc::Rc;
use web_sys::HtmlSelectElement;
use yew::{Callback, Event, Html, Properties, TargetCast, component, html};

#[derive(PartialEq, Properties)]
pub struct Props {
    pub bank: Rc<Bank>,
    pub history: Rc<History>,
    pub lobby: Lobby,
    pub emit: Callback<Msg>,
}

#[component]
pub fn LobbyScreen(props: &Props) -> Html {
    let Props { bank, history, lobby, emit } = props;
    let size = format!("{} on {}", words::count(bank.questions().len(), "question"), words::count(bank.topics().len(), "topic"));
    html! {
        <>
            <header key="header" class="title">
                <p class="eyebrow">{ "Mock interview" }</p>
                <h2 tabindex="-1" data-focus="lobby">{ bank.title() }</h2>
                <p class="soft">{ size }{ past(bank, history) }</p>
            </header>
            <ul key="presets" class="presets">{ PRESETS.iter().enumerate().map(|(n, preset)| {
                let possible = Plan::new(bank, &preset.terms(bank, String::new(), lobby.pace)).is_some();
                html! {
                    <li key={preset.name} class="preset">
                        <h3>{ preset.name }</h3>
                        <p class="minutes">{ minutes(preset.minutes, lobby.pace) }</p>
                        <p class="soft">{ preset.expect }</p>
                        <button type="button" class="main" disabled={!possible} onclick={on(emit, Msg::StartPreset(n))}>
                            { "Start" }<span class="unseen">{ format!(" {}", preset.name) }</span>
                        </button>
                    </li>
                }
            }).collect::<Html>() }</ul>
            <p key="pace" class="field inline">
                <label for="pace">{ "Time" }</label>
                { pace(lobby.pace, emit) }
                <span class="soft">{ "for every round you start here" }</span>
            </p>
            <Custom key="custom" bank={bank.clone()} lobby={lobby.clone()} emit={emit.clone()} />
        </>
    }
}

fn minutes(minutes: u64, pace: Pace) -> Html {
    let span = crate::round::clock::Span::minutes(minutes);
    match pace.stretch(span) {
        Some(span) => html! { <><b>{ format!("{}", span.0 as f64 / 60_000.0) }</b>{ " min" }</> },
        None => html! { <b>{ "Untimed" }</b> },
    }
}

fn past(bank: &Bank, history: &History) -> String {
    let Some(latest) = history.latest() else { return String::new() };
    let met = bank.questions().iter().filter(|question| history.attempts(&question.id).next().is_some()).count();
    format!(
        " · {} played, {met} questions met, last result {} %",
        words::count(history.rounds(), "round"),
        latest.score.percent()
    )
}

fn pace(chosen: Pace, emit: &Callback<Msg>) -> Html {
    let emit = emit.clone();
    let onchange = Callback::from(move |event: Event| {
        let index = event.target_dyn_into::<HtmlSelectElement>().map(|select| select.selected_index());
        let pace = index.and_then(|index| Pace::ALL.get(usize::try_from(index).ok()?).copied());
        if let Some(pace) = pace {
            emit.emit(Msg::Edit(Edit::Pace(pace)));
        }
    });
    html! {
        <select id="pace" {onchange}>{ Pace::ALL.into_iter().enumerate().map(|(n, pace)| html! {
            <option key={n} selected={pace == chosen}>{ words::pace(pace) }</option>
        }).collect::<Html>() }</select>
    }
}
