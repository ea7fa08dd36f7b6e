//! The help, and the question before a round is ended. The browser's own dialogs: Esc closes them and the focus
//! comes back by itself.

use super::{on, words};
use crate::app::shortcut::KEYS;
use crate::app::{Dialog, Msg};
use crate::round::Input;
use yew::{Callback, Html, Properties, component, html};

#[derive(PartialEq, Properties)]
pub struct Props {
    /// Questions still open.
    pub open: usize,
    pub emit: Callback<Msg>,
}

#[component]
pub fn Dialogs(props: &Props) -> Html {
    let open = match props.open {
        0 => "Every question is answered.".to_owned(),
        open => format!("{} still open; without an answer they count nothing.", words::count(open, "question")),
    };
    html! {
        <>
            <dialog key="help" data-dialog={Dialog::Help.name()} aria-labelledby="help-title">
                <h2 id="help-title">{ "How it works" }</h2>
                <ul>
                    <li>{ "The round’s clock is hard: at its end what you have chosen counts." }</li>
                    <li>{ "A question’s own time is soft: past it the clock goes on and the debrief shows the overtime. In a strict round the next question comes by itself." }</li>
                    <li>{ "Skipped questions stay open; the numbers below lead back to them." }</li>
                    <li>{ "There is no pause. If you close the page or the device sleeps for over two minutes, that time is not charged." }</li>
                    <li>{ "Every answer is stored on this device the moment you give it. Nothing is sent anywhere." }</li>
                </ul>
                <h3>{ "Keys, while the focus is in this widget" }</h3>
                <dl class="keys">{ KEYS.iter().map(|(key, what)| html! {
                    <div key={*key}><dt><kbd>{ key }</kbd></dt><dd>{ what }</dd></div>
                }).collect::<Html>() }</dl>
                <form method="dialog" class="actions"><button class="main">{ "Close" }</button></form>
            </dialog>
            <dialog key="hand-in" data-dialog={Dialog::HandIn.name()} aria-labelledby="hand-in-title">
                <h2 id="hand-in-title">{ "End the round now?" }</h2>
                <p>{ open }</p>
                <form method="dialog" class="actions">
                    <button class="main" onclick={on(&props.emit, Msg::Round(Input::HandIn))}>{ "End it and see the debrief" }</button>
                    <button>{ "Go on" }</button>
                </form>
            </dialog>
        </>
    }
}
