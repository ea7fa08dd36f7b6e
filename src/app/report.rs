//! The debrief as a file that people read: Markdown.

mod markdown;

use super::words::{clock, grade_name};
use super::{Model, drill, summary};
use crate::bank::answers::{Answers, ModelAnswer};
use crate::bank::program::Program;
use crate::bank::text::Inline;
use crate::bank::{Bank, Level, Question, Text, topic_name};
use crate::progress::earlier::Earlier;
use crate::progress::next::next;
use crate::progress::pacing::Pacing;
use crate::progress::tally::{Tally, by_level, by_topic};
use crate::round::clock::Millis;
use crate::round::event::Given;
use crate::round::plan::Item;
use crate::round::{Finish, Sitting, Slot};
use markdown::{blocks, fenced, line, list, words};

/// A name for the file, and the report. It is called only when the model answers are here, since it comes with them.
#[inline(never)]
pub fn write(model: &Model, answers: &Answers, sitting: &Sitting, finish: Finish) -> Option<(String, String)> {
    let (bank, report) = (&model.bank, drill::last(model)?);
    let mut parts = vec![
        format!("# Mock interview: {}", words(bank.title())),
        format!("**{}** {}", summary::percent(report.score), summary::result(&report)),
        format!("{} · {} · {}", words(&report.preset), moment(report.started), summary::time(sitting, finish)),
    ];
    if let Some(earlier) = Earlier::of(&model.history, &report, summary::is_kind(&report)) {
        parts.push(summary::earlier(&earlier, report.score));
    }
    let advice = next(bank, &model.history, &report);
    if !advice.is_empty() {
        parts.push("## Work on next".to_owned());
        let lines = (1..).zip(advice).map(|(n, advice)| {
            let (name, why) = summary::advice(bank, advice);
            format!("{n}. {}: {why}", words(&name))
        });
        parts.push(lines.collect::<Vec<_>>().join("\n"));
    }
    parts.push("## Figures".to_owned());
    parts.push(summary::pacing(&Pacing::of(&report)));
    let topics = bank.topics();
    parts.push(table("Topic", by_topic(bank, &report), |place| topic_name(topics[place])));
    parts.push(table("Level", by_level(bank, &report), |place| Level::ALL[place].name().to_owned()));
    parts.push("## Question by question".to_owned());
    for (n, (item, slot)) in (1..).zip(sitting.items()) {
        question(bank, answers, n, item, slot, &mut parts);
    }
    let date = moment(report.started);
    let date = date.split(' ').next().unwrap_or_default();
    Some((format!("mock-interview-{}-{date}.md", bank.id()), parts.join("\n\n") + "\n"))
}

fn table(head: &str, tallies: Vec<Tally>, name: impl Fn(usize) -> String) -> String {
    let row = |tally: Tally| {
        let name = words(&name(tally.place)).replace('|', "\\|");
        format!("\n| {name} | {} | {} |", summary::percent(tally.score), tally.asked)
    };
    tallies.into_iter().map(row).fold(format!("| {head} | Score | Questions |\n| --- | ---: | ---: |"), |table, row| table + &row)
}

fn question(bank: &Bank, answers: &Answers, n: usize, item: &Item, slot: &Slot, parts: &mut Vec<String>) {
    let question = bank.question(&item.question).filter(|question| question.text == Text::Here);
    let prompt = question.map_or_else(|| words(&item.question.0), |question| line(&question.prompt));
    parts.push(format!("### {n}. {prompt}"));
    let mut facts = format!("{}{} · {}", summary::verdict(slot), summary::marks(slot), clock(slot.used));
    if let Some(budget) = item.budget {
        facts += &format!(" of {}", clock(budget));
    }
    if let Some(question) = question {
        facts += &format!(" · {}, {}", words(&topic_name(&question.topic)), question.level.name());
        parts.extend(blocks(&question.details));
    }
    parts.push(facts);
    let nothing = ModelAnswer::default();
    let answer = answers.get(&item.question).unwrap_or(&nothing);
    own(question, answer, slot, parts);
    model_answer(question, answer, parts);
}

fn own(question: Option<&Question>, answer: &ModelAnswer, slot: &Slot, parts: &mut Vec<String>) {
    let label = "**Your answer:**";
    match slot.closed.as_ref().map_or(&Given::Nothing, |closed| &closed.given) {
        Given::Nothing => parts.push(format!("{label} none")),
        Given::Spoken(None) => parts.push(format!("{label} said aloud, not judged")),
        Given::Spoken(Some(grade)) => parts.push(format!("{label} said aloud, judged “{}”", grade_name(*grade))),
        Given::Choice(key) => {
            let choice = question.and_then(|question| question.choice(*key));
            parts.push(format!(
                "{label} {}",
                choice.map_or("a choice that has left the bank".to_owned(), |choice| line(&choice.text))
            ));
            parts.extend(blocks(answer.why(*key).unwrap_or_default()));
        }
        Given::Written(text) => {
            parts.extend([label.to_owned(), fenced("", text)]);
            if let Some(Program::Here { output, .. }) = question.map(|question| &question.program) {
                parts.extend(["It prints:".to_owned(), fenced("", output)]);
            }
        }
    }
}

fn model_answer(question: Option<&Question>, answer: &ModelAnswer, parts: &mut Vec<String>) {
    let right = question.and_then(|question| question.choices.iter().find(|choice| choice.right));
    if let Some(right) = right {
        parts.push(format!("**Right:** {}", line(&right.text)));
    }
    if !answer.short.is_empty() {
        parts.push(format!("**Model answer:** {}", line(&answer.short)));
    }
    if !answer.key_points.is_empty() {
        parts.push("Key points:".to_owned());
        parts.push(list(answer.key_points.iter().map(|point| vec![line(&point.fact)])));
    }
    parts.extend(blocks(&answer.explanation));
    if !answer.misconceptions.is_empty() {
        parts.push("Often said, and not so:".to_owned());
        parts.push(list(answer.misconceptions.iter().map(|misconception| {
            let statement = line(&[Inline::Emphasis(misconception.statement.clone())]);
            std::iter::once(statement).chain(blocks(&misconception.correction)).collect()
        })));
    }
    if !answer.sources.is_empty() {
        let links = answer.sources.iter().map(|source| line(&[Inline::Link(source.address.clone(), source.title.clone())]));
        parts.push(format!("Read more: {}", links.collect::<Vec<_>>().join(", ")));
    }
}

/// `2026-01-06 14:05 UTC`, by the calendar that repeats every 400 years.
fn moment(at: Millis) -> String {
    let minutes = at.0 / 60_000;
    // Counted from a first of March, so that the leap day is the last of a year.
    let days = minutes / 1440 + 719_468;
    let (era, day) = (days / 146_097, days % 146_097);
    let year = (day - day / 1460 + day / 36_524 - day / 146_096) / 365;
    let day = day - (365 * year + year / 4 - year / 100);
    let month = (5 * day + 2) / 153;
    let day = day - (153 * month + 2) / 5 + 1;
    let (month, next) = if month < 10 { (month + 3, 0) } else { (month - 9, 1) };
    let year = era * 400 + year + next;
    format!("{year}-{month:02}-{day:02} {:02}:{:02} UTC", minutes / 60 % 24, minutes % 60)
}
