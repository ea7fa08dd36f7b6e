//! One question in the debrief: what was given, beside what was wanted.

use super::question::{grade_name, judge, model_answer};
use super::{rich, words};
use crate::app::{Load, Msg};
use crate::bank::{Bank, ChoiceKey, Question, QuestionId};
use crate::round::event::{Given, Score};
use crate::round::plan::Item;
use crate::round::{Round, Slot};
use std::rc::Rc;
use yew::{Callback, Html, Properties, component, html};

#[derive(PartialEq, Properties)]
pub struct Props {
    pub bank: Rc<Bank>,
    pub answers: Load,
    pub round: Rc<Round>,
    pub slot: usize,
    pub emit: Callback<Msg>,
}

#[component]
pub fn Outcome(props: &Props) -> Html {
    let Some((item, slot)) = props.round.sitting().and_then(|sitting| sitting.items().nth(props.slot)) else {
        return Html::default();
    };
    let question = props.bank.question(&item.question);
    let (verdict, sign) = verdict(slot);
    let prompt = question.map_or_else(|| html! { { &item.question.0 } }, |question| rich::inlines(&question.prompt));
    html! {
        <details class="result">
            <summary>
                <span class={format!("sign {verdict}")} aria-hidden="true">{ sign }</span>
                <span class="what">
                    <span class="prompt">{ prompt }</span>
                    <span class="soft">
                        <span class="verdict">{ verdict_name(verdict, slot) }</span>
                        { marks(slot) }
                    </span>
                </span>
                <span class="time">{ time(item, slot) }</span>
            </summary>
            <div class="pair">
                <section key="own">
                    <h4>{ "Your answer" }</h4>
                    { own(props, question, slot, &item.question) }
                </section>
                <section key="model" class="model">
                    <h4>{ "Model answer" }</h4>
                    <div key="right">{ right_choice(question) }</div>
                    <div key="answer">{ model_answer(&item.question, &props.answers, &props.emit) }</div>
                </section>
            </div>
        </details>
    }
}

fn verdict(slot: &Slot) -> (&'static str, &'static str) {
    match (slot.closed.map(|closed| closed.given), slot.score()) {
        (None | Some(Given::Nothing), _) => ("open", "–"),
        (_, Score::FULL) => ("right", "✓"),
        (_, Score::NONE) => ("wrong", "✗"),
        _ => ("partly", "◐"),
    }
}

fn verdict_name(verdict: &str, slot: &Slot) -> &'static str {
    match (verdict, slot.closed.map(|closed| closed.given)) {
        (_, Some(Given::Spoken(Some(grade)))) => grade_name(grade),
        (_, Some(Given::Spoken(None))) => "Not judged yet",
        ("right", _) => "Right",
        ("wrong", _) => "Wrong",
        _ if slot.skipped => "Skipped",
        _ if !slot.visited => "Not reached",
        _ => "No answer",
    }
}

fn marks(slot: &Slot) -> String {
    let marks = [
        (slot.closed.is_some_and(|closed| closed.time_up), "time ran out"),
        (slot.flagged, "⚑ flagged"),
        (slot.interrupted, "interrupted"),
    ];
    marks.into_iter().filter(|(holds, _)| *holds).map(|(_, name)| format!(" · {name}")).collect()
}

fn time(item: &Item, slot: &Slot) -> Html {
    let used = words::clock(slot.used);
    match item.budget {
        None => html! { <span key="free">{ used }</span> },
        Some(budget) => {
            let over = slot.used > budget;
            let over_by = if over { format!(", {} over", words::clock(slot.used.minus(budget))) } else { String::new() };
            html! {
                <span key="budget" class={if over { "over" } else { "" }}>
                    <progress max={budget.0.to_string()} value={slot.used.0.min(budget.0).to_string()} aria-hidden="true" />
                    { format!("{used} of {}{over_by}", words::clock(budget)) }
                </span>
            }
        }
    }
}

fn own(props: &Props, question: Option<&Question>, slot: &Slot, id: &QuestionId) -> Html {
    match slot.closed.map_or(Given::Nothing, |closed| closed.given) {
        Given::Nothing => html! { <p key="nothing" class="soft">{ "You gave none." }</p> },
        Given::Choice(key) => html! { <div key="choice">{ chosen(props, question, key) }</div> },
        Given::Spoken(grade) => judge(id, grade, "Judge it again if you like", &props.emit),
    }
}

fn chosen(props: &Props, question: Option<&Question>, key: ChoiceKey) -> Html {
    let Some((question, choice)) = question.and_then(|question| Some((question, question.choice(key)?))) else {
        return html! { <p key="gone" class="soft">{ "You chose something that has since been changed in the bank." }</p> };
    };
    let why = match &props.answers {
        Load::Ready(answers) => answers.get(&question.id).and_then(|answer| answer.why(key)),
        Load::Loading | Load::Failed => None,
    };
    html! {
        <>
            <p key="text" class={if choice.right { "chosen right" } else { "chosen wrong" }}>{ rich::inlines(&choice.text) }</p>
            <div key="why">{ why.map(rich::blocks) }</div>
        </>
    }
}

fn right_choice(question: Option<&Question>) -> Html {
    let right = question.and_then(|question| question.choices.iter().find(|choice| choice.right));
    right.map_or_else(Html::default, |choice| html! { <p key="right" class="chosen right">{ rich::inlines(&choice.text) }</p> })
}
