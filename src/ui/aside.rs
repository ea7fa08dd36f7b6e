//! The cards that stand in for a round: it runs in another tab, or the candidate was away.

use super::{on, words};
use crate::app::Msg;
use crate::round::clock::Millis;
use crate::round::{Input, Sitting};
use yew::{Callback, Html, html};

pub fn elsewhere(emit: &Callback<Msg>) -> Html {
    html! {
        <div class="card">
            <h2 tabindex="-1" data-focus="elsewhere">{ "This interview is open in another tab" }</h2>
            <p>{ "A round can only be played in one place at a time. Close the other tab and it goes on here by itself, or bring it here now: nothing is lost." }</p>
            <div class="actions">
                <button type="button" class="main" onclick={on(emit, Msg::TakeOver)}>{ "Use it here" }</button>
            </div>
        </div>
    }
}

pub fn away(sitting: &Sitting, since: Millis, now: Millis, emit: &Callback<Msg>) -> Html {
    let left = sitting.left(now).map_or_else(String::new, |left| format!(" You have {} left.", words::duration(left)));
    html! {
        <div class="card">
            <h2 tabindex="-1" data-focus="away">{ "Welcome back" }</h2>
            <p>{ format!("You were away for {}. The clock stopped when you left, so none of it was charged.{left} The debrief will say that the round was interrupted.", words::duration(now.since(since))) }</p>
            <div class="actions">
                <button type="button" class="main" onclick={on(emit, Msg::Round(Input::Return))}>{ "Go on where I was" }</button>
                <button type="button" onclick={on(emit, Msg::Round(Input::HandIn))}>{ "End the round" }</button>
            </div>
        </div>
    }
}
