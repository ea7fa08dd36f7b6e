//! The running round: where we are, the clock, and the question or the overview.

use super::clock::Clock;
use super::navigator::Navigator;
use super::question::Question;
use super::{on, words};
use crate::app::{Dialog, Model, Msg};
use crate::round::clock::Millis;
use crate::round::{Input, Sitting};
use yew::{Callback, Html, html};

pub fn view(model: &Model, sitting: &Sitting, now: Millis, emit: &Callback<Msg>) -> Html {
    let count = sitting.slots.len();
    let current = sitting.current();
    let place = match current {
        Some((slot, ..)) => format!("Question {} of {count}", slot + 1),
        None => "Every question seen".to_owned(),
    };
    let (used, budget) = match current {
        Some((slot, item, _)) => (Some(sitting.used(slot, now)), item.budget),
        None => (None, None),
    };
    html! {
        <>
            <div key="bar" class="bar">
                <p class="place">{ place }</p>
                <Clock left={sitting.left(now)} charged={sitting.charged(now)} {used} {budget} hidden={model.clock_hidden} emit={emit.clone()} />
            </div>
            <progress key="progress" class="track" max={count.to_string()} value={sitting.answered().to_string()} aria-label="Questions answered">
                { format!("{} of {count}", sitting.answered()) }
            </progress>
            <div key={current.map_or("overview".to_owned(), |(slot, ..)| format!("q{slot}"))} class="stage">{ match current {
                Some(_) => html! { <Question bank={model.bank.clone()} answers={model.answers.clone()} round={model.round.clone()} emit={emit.clone()} /> },
                None => overview(sitting, emit),
            } }</div>
            <Navigator key="navigator" round={model.round.clone()} emit={emit.clone()} />
            <div key="foot" class="foot">
                <button type="button" class="plain" onclick={on(emit, Msg::OpenDialog(Dialog::Help))}>{ "Keys and help" }</button>
                <button type="button" class="plain" onclick={on(emit, Msg::OpenDialog(Dialog::HandIn))}>{ "End round" }</button>
            </div>
        </>
    }
}

fn overview(sitting: &Sitting, emit: &Callback<Msg>) -> Html {
    let open: Vec<usize> = (0..sitting.slots.len()).filter(|slot| sitting.slots[*slot].is_open()).collect();
    html! {
        <div class="card">
            <h2 tabindex="-1" data-focus="overview">{ format!("{} still open", words::count(open.len(), "question")) }</h2>
            <p>{ "Go back to them while there is time, or hand in as it is." }</p>
            <div class="actions">
                { open.first().and_then(|slot| sitting.plan.items.get(*slot)).map(|item| html! {
                    <button key="back" type="button" class="main" onclick={on(emit, Msg::Round(Input::Open { question: item.question.clone() }))}>
                        { "Go to the first open question" }
                    </button>
                }) }
                <button key="hand-in" type="button" onclick={on(emit, Msg::Round(Input::HandIn))}>{ "Hand in" }</button>
            </div>
        </div>
    }
}
