//! The calm clock: the round's time, and under it the question's. It can be hidden, and is silent: what a screen
//! reader hears of the time is said elsewhere, rarely.

use super::{on, words};
use crate::app::Msg;
use crate::round::clock::Span;
use yew::{Callback, Html, Properties, component, html};

#[derive(PartialEq, Properties)]
pub struct Props {
    /// Of the round; none where it is untimed.
    pub left: Option<Span>,
    pub charged: Span,
    /// Of the question on screen.
    pub used: Option<Span>,
    pub budget: Option<Span>,
    pub hidden: bool,
    pub emit: Callback<Msg>,
}

#[component]
pub fn Clock(props: &Props) -> Html {
    let hide = on(&props.emit, Msg::HideClock(!props.hidden));
    if props.hidden {
        return html! {
            <div key="hidden" class="clock">
                <button type="button" class="plain" onclick={hide}>{ "Show clock" }</button>
            </div>
        };
    }
    let (time, label) = match props.left {
        Some(left) => (words::clock(left), "left"),
        None => (words::clock(props.charged), "untimed"),
    };
    html! {
        <div key="shown" class="clock" role="timer">
            <p class="time"><b>{ time }</b>{ " " }<span class="soft">{ label }</span></p>
            <div key="question" class="question-time">{ question(props) }</div>
            <button type="button" class="plain" onclick={hide}>{ "Hide" }<span class="unseen">{ " clock" }</span></button>
        </div>
    }
}

fn question(props: &Props) -> Html {
    let Some(used) = props.used else { return Html::default() };
    match props.budget {
        None => html! { <p key="free" class="soft">{ format!("{} on this question", words::clock(used)) }</p> },
        Some(budget) if used > budget => html! {
            <p key="over" class="over">{ format!("{} over on this question", words::clock(used.minus(budget))) }</p>
        },
        Some(budget) => {
            html! { <p key="within" class="soft">{ format!("{} of {} on this question", words::clock(used), words::clock(budget)) }</p> }
        }
    }
}
