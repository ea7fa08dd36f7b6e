//! The debrief: the result in a sentence, where the time went, and every question with its model answer.

use super::lobby::header;
use super::tag::{Tag, button, tag};
use super::{result, words};
use crate::app::{Model, Msg};
use crate::bank::answers::Answers;
use crate::bank::order::by_key;
use crate::bank::{Bank, topic_name};
use crate::round::clock::Span;
use crate::round::event::{Ending, Score};
use crate::round::plan::Pace;
use crate::round::{Finish, Sitting};
use yew::Callback;

#[inline(never)]
pub fn view(model: &Model, answers: &Answers, sitting: &Sitting, finish: Finish, emit: &Callback<Msg>) -> Vec<Tag> {
    let bank = &model.bank;
    let missed = sitting.slots.iter().filter(|slot| slot.score() < Score::FULL).count();
    let again = (missed > 0).then(|| button("main", emit, Msg::StartMissed, format!("Again, only what I missed ({missed})")));
    let heading = tag("h2")
        .focus("debrief")
        .attr("part", "title")
        .child(tag("b").class("score").text(percent(sitting.score())))
        .text(format!(" {}", sentence(sitting)));
    let facts =
        facts(sitting).into_iter().map(|(label, value)| tag("li").child(tag("b").text(value)).child(tag("span").text(label)));
    let results = sitting.items().map(|(item, slot)| tag("li").child(result::view(model, answers, item, slot, emit)));
    vec![
        header(format!("{} · debrief", sitting.plan.preset), heading, time(sitting, finish)),
        tag("div").class("actions").maybe(again).child(button(
            if missed > 0 { "" } else { "main" },
            emit,
            Msg::ToLobby,
            "New round",
        )),
        tag("ul").class("facts").children(facts.collect()),
        section("topics", "By topic", "ul", topics(bank, sitting)),
        section("results", "Question by question", "ol", results.collect()),
    ]
}

fn section(class: &'static str, title: &'static str, list: &'static str, items: Vec<Tag>) -> Tag {
    tag("section").class(class).child(tag("h3").text(title)).child(tag(list).children(items))
}

fn percent(score: Score) -> String {
    format!("{} %", score.percent())
}

fn sentence(sitting: &Sitting) -> String {
    let count = |holds: fn(Score) -> bool| sitting.slots.iter().filter(|slot| holds(slot.score())).count();
    let full = count(|score| score == Score::FULL);
    let partly = match count(|score| score > Score::NONE && score < Score::FULL) {
        0 => String::new(),
        partly => format!(", {partly} in part"),
    };
    format!("You had {full} of {} right{partly}.", sitting.slots.len())
}

fn time(sitting: &Sitting, finish: Finish) -> String {
    let mut line = words::duration(sitting.charged(finish.at));
    line += &match sitting.plan.limit {
        Some(limit) => format!(" of {}", words::duration(limit)),
        None => ", untimed".to_owned(),
    };
    line += match finish.ending {
        Ending::Complete => "",
        Ending::HandedIn => " · handed in early",
        Ending::TimeUp => " · the time ran out",
    };
    if let Pace::HalfMore | Pace::Double = sitting.plan.pace {
        line = line + " · " + words::pace(sitting.plan.pace);
    }
    if sitting.away > Span::ZERO {
        line += &format!(" · interrupted, {} away not counted", words::duration(sitting.away));
    }
    line
}

fn facts(sitting: &Sitting) -> [(&'static str, String); 4] {
    let skipped = sitting.slots.iter().filter(|slot| slot.skipped).count();
    let flagged = sitting.slots.iter().filter(|slot| slot.flagged).count();
    let over =
        sitting.items().fold(Span::ZERO, |sum, (item, slot)| item.budget.map_or(sum, |budget| sum.plus(slot.used.minus(budget))));
    [
        ("answered", format!("{} of {}", sitting.answered(), sitting.slots.len())),
        ("skipped", skipped.to_string()),
        ("flagged", flagged.to_string()),
        ("overtime", words::clock(over)),
    ]
}

/// Each topic of the round with its mean score and how many questions it had, weakest first.
fn topics(bank: &Bank, sitting: &Sitting) -> Vec<Tag> {
    let topics = bank.topics().into_iter().filter_map(|topic| {
        let of_topic = |id| bank.question(id).is_some_and(|question| question.topic == topic);
        let scores: Vec<Score> =
            sitting.items().filter(|(item, _)| of_topic(&item.question)).map(|(_, slot)| slot.score()).collect();
        let count = scores.len();
        (count > 0).then(|| (topic_name(topic), Score::mean(scores.into_iter()), count))
    });
    let topics = by_key(topics.collect(), |(_, score, _)| (score.0.into(), 0));
    topics
        .into_iter()
        .map(|(topic, score, count)| {
            let size = tag("span").class("soft").text(format!(" · {}", words::count(count, "question")));
            let bar = tag("progress").attr("max", "1000").attr("value", score.0.to_string()).attr("aria-label", topic.clone());
            tag("li").child(tag("span").text(topic).child(size)).child(bar).child(tag("b").text(percent(score)))
        })
        .collect()
}
