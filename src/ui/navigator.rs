//! The row of numbers: what is answered, open, skipped or flagged, and the way back to what is open.

use super::on;
use crate::app::Msg;
use crate::round::{Input, Round, Slot};
use std::rc::Rc;
use yew::{Callback, Html, Properties, component, html};

#[derive(PartialEq, Properties)]
pub struct Props {
    pub round: Rc<Round>,
    pub emit: Callback<Msg>,
}

#[component]
pub fn Navigator(props: &Props) -> Html {
    let Some(sitting) = props.round.sitting() else { return Html::default() };
    let current = sitting.current();
    let judging = current.is_some_and(|(_, _, slot)| slot.revealed && slot.is_open());
    html! {
        <nav aria-label="Questions">
            <ol class="navigator">{ sitting.items().enumerate().map(|(n, (item, slot))| {
                let here = current.is_some_and(|(slot, ..)| slot == n);
                let (state, sign) = state(slot);
                let flag = if slot.flagged { ", flagged" } else { "" };
                html! {
                    <li key={n}>
                        <button type="button" class={state} data-flagged={slot.flagged.to_string()}
                            aria-current={here.then_some("step")}
                            aria-label={format!("Question {}: {state}{flag}", n + 1)}
                            disabled={!slot.is_open() || here || judging}
                            onclick={on(&props.emit, Msg::Round(Input::Open { question: item.question.clone() }))}>
                            { n + 1 }<span class="sign" aria-hidden="true">{ sign }</span>
                        </button>
                    </li>
                }
            }).collect::<Html>() }</ol>
        </nav>
    }
}

fn state(slot: &Slot) -> (&'static str, &'static str) {
    if !slot.is_open() {
        ("answered", "✓")
    } else if slot.skipped {
        ("skipped", "–")
    } else if slot.draft.is_some() {
        ("chosen", "·")
    } else {
        ("open", "")
    }
}
