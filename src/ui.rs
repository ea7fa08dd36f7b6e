//! What the reader sees. One component a file: data and a callback in, Html out; nothing here touches the browser.
//!
//! Every conditional piece sits in an element with a key, and every list is keyed: Yew 0.23.0 resets inputs or
//! panics otherwise (yewstack/yew#4092, #3262).

mod aside;
mod clock;
mod custom;
mod debrief;
mod dialogs;
mod lobby;
mod navigator;
mod notices;
mod question;
mod result;
mod rich;
mod round;
mod words;

use crate::app::{Intent, Model, Msg, Tab};
use crate::round::clock::Millis;
use crate::round::{Place, Round};
use yew::{Callback, Html, html};

/// The whole widget.
pub fn view(model: &Model, now: Millis, emit: &Callback<Msg>) -> Html {
    let (name, screen) = screen(model, now, emit);
    let (said, words) = &model.said;
    html! {
        <>
            <div key="said" class="unseen" role="status"><span key={*said}>{ words }</span></div>
            <div key="notices" class="notices">{ notices::view(model, emit) }</div>
            <div key={name} class="screen" data-screen={name}>{ screen }</div>
            <dialogs::Dialogs key="dialogs" open={model.round.sitting().map_or(0, |sitting| sitting.slots.len() - sitting.answered())} emit={emit.clone()} />
        </>
    }
}

fn screen(model: &Model, now: Millis, emit: &Callback<Msg>) -> (&'static str, Html) {
    match (&model.tab, &*model.round) {
        (Tab::Elsewhere(_), _) => ("elsewhere", aside::elsewhere(emit)),
        (Tab::Asking(Intent::Resume), Round::Lobby) => ("opening", html! { <p>{ "Opening…" }</p> }),
        (_, Round::Lobby) => (
            "lobby",
            html! {
                <lobby::LobbyScreen
                    bank={model.bank.clone()}
                    history={model.history.clone()}
                    lobby={model.lobby.clone()}
                    emit={emit.clone()}
                />
            },
        ),
        (_, Round::Running(sitting)) => match sitting.place {
            Place::Away { since, .. } => ("away", aside::away(sitting, since, now, emit)),
            _ => ("round", round::view(model, sitting, now, emit)),
        },
        (_, Round::Finished(..)) => (
            "debrief",
            html! {
                <debrief::Debrief
                    bank={model.bank.clone()}
                    answers={model.answers.clone()}
                    round={model.round.clone()}
                    emit={emit.clone()}
                />
            },
        ),
    }
}

/// A callback that sends this message, whatever the event.
fn on<E>(emit: &Callback<Msg>, msg: Msg) -> Callback<E> {
    let emit = emit.clone();
    Callback::from(move |_: E| emit.emit(msg.clone()))
}
