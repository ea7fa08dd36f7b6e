//! The debrief: the result in a sentence, where the time went, and every question with its model answer.

use super::result::Outcome;
use super::{on, words};
use crate::app::{Load, Msg};
use crate::bank::{Bank, topic_name};
use crate::round::clock::Span;
use crate::round::event::{Ending, Score};
use crate::round::{Finish, Round, Sitting};
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
pub fn Debrief(props: &Props) -> Html {
    let Round::Finished(sitting, finish) = &*props.round else { return Html::default() };
    let emit = &props.emit;
    let missed = sitting.slots.iter().filter(|slot| slot.score() < Score::FULL).count();
    html! {
        <>
            <header key="header" class="title">
                <p class="eyebrow">{ format!("{} · debrief", sitting.plan.preset) }</p>
                <h2 tabindex="-1" data-focus="debrief"><b class="score">{ format!("{} %", sitting.score().percent()) }</b>{ " " }{ sentence(sitting) }</h2>
                <p class="soft">{ time(sitting, *finish) }</p>
            </header>
            <div key="actions" class="actions">
                <div key="again">{ (missed > 0).then(|| html! {
                    <button key="missed" type="button" class="main" onclick={on(emit, Msg::StartMissed)}>
                        { format!("Again, only what I missed ({missed})") }
                    </button>
                }) }</div>
                <button key="new" type="button" class={if missed > 0 { "" } else { "main" }} onclick={on(emit, Msg::ToLobby)}>{ "New round" }</button>
            </div>
            <ul key="facts" class="facts">{ facts(sitting).into_iter().map(|(label, value)| html! {
                <li key={label}><b>{ value }</b><span>{ label }</span></li>
            }).collect::<Html>() }</ul>
            <section key="topics" class="topics">
                <h3>{ "By topic" }</h3>
                <ul>{ topics(&props.bank, sitting).into_iter().map(|(topic, score, count)| html! {
                    <li key={topic.clone()}>
                        <span>{ &topic }<span class="soft">{ format!(" · {}", words::count(count, "question")) }</span></span>
                        <progress max="1000" value={score.0.to_string()} aria-label={topic.clone()}>{ score.percent() }{ " %" }</progress>
                        <b>{ score.percent() }{ " %" }</b>
                    </li>
                }).collect::<Html>() }</ul>
            </section>
            <section key="questions" class="results">
                <h3>{ "Question by question" }</h3>
                <ol>{ (0..sitting.slots.len()).map(|slot| html! {
                    <li key={slot}>
                        <Outcome bank={props.bank.clone()} answers={props.answers.clone()} round={props.round.clone()} {slot} emit={emit.clone()} />
                    </li>
                }).collect::<Html>() }</ol>
            </section>
        </>
    }
}

fn sentence(sitting: &Sitting) -> String {
    let count = sitting.slots.len();
    let full = sitting.slots.iter().filter(|slot| slot.score() == Score::FULL).count();
    let partly = sitting.slots.iter().filter(|slot| slot.score() > Score::NONE && slot.score() < Score::FULL).count();
    let partly = if partly > 0 { format!(", {partly} in part") } else { String::new() };
    format!("You had {full} of {count} right{partly}.")
}

fn time(sitting: &Sitting, finish: Finish) -> String {
    let used = words::duration(sitting.charged(finish.at));
    let time = match sitting.plan.limit {
        Some(limit) => format!("{used} of {}", words::duration(limit)),
        None => format!("{used}, untimed"),
    };
    let ending = match finish.ending {
        Ending::Complete => "",
        Ending::HandedIn => " · handed in early",
        Ending::TimeUp => " · the time ran out",
    };
    let pace = match sitting.plan.pace {
        crate::round::plan::Pace::Usual | crate::round::plan::Pace::Untimed => String::new(),
        pace => format!(" · {}", words::pace(pace)),
    };
    let away = if sitting.away > Span::ZERO {
        format!(" · interrupted, {} away not counted", words::duration(sitting.away))
    } else {
        String::new()
    };
    format!("{time}{ending}{pace}{away}")
}

fn facts(sitting: &Sitting) -> Vec<(&'static str, String)> {
    let slots = &sitting.slots;
    let over =
        sitting.items().fold(Span::ZERO, |sum, (item, slot)| item.budget.map_or(sum, |budget| sum.plus(slot.used.minus(budget))));
    vec![
        ("answered", sitting.answered().to_string()),
        ("skipped", slots.iter().filter(|slot| slot.skipped).count().to_string()),
        ("flagged", slots.iter().filter(|slot| slot.flagged).count().to_string()),
        ("overtime", words::clock(over)),
    ]
}

/// Each topic of the round with its mean score and how many questions it had, weakest first.
fn topics(bank: &Bank, sitting: &Sitting) -> Vec<(String, Score, usize)> {
    let mut topics: Vec<(String, Score, usize)> = bank
        .topics()
        .into_iter()
        .filter_map(|topic| {
            let of_topic = |id| bank.question(id).is_some_and(|question| question.topic == topic);
            let scores: Vec<Score> =
                sitting.items().filter(|(item, _)| of_topic(&item.question)).map(|(_, slot)| slot.score()).collect();
            let count = scores.len();
            (count > 0).then(|| (topic_name(topic), Score::mean(scores.into_iter()), count))
        })
        .collect();
    topics.sort_by_key(|(_, score, _)| *score);
    topics
}
