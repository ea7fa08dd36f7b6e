//! The debrief as a file that people read: Markdown.

mod markdown;

use super::words::{clock, grade_name};
use super::{Model, drill, summary};
use crate::bank::answers::Answers;
use crate::bank::program::Program;
use crate::bank::{Bank, Level, Question, Text, topic_name};
use crate::grade::Verdict;
use crate::progress::Report;
use crate::progress::earlier::Earlier;
use crate::progress::next::next;
use crate::progress::pacing::Pacing;
use crate::progress::tally::{Tally, by_level, by_topic};
use crate::round::clock::Millis;
use crate::round::event::Given;
use crate::round::judged::Aim;
use crate::round::plan::Item;
use crate::round::{Finish, Sitting, Slot};
use markdown::{blocks, fenced, line, words};

/// A name for the file, and the report.
pub fn write(model: &Model, answers: &Answers, sitting: &Sitting, finish: Finish) -> Option<(String, String)> {
    let (bank, report) = (&model.bank, drill::last(model)?);
    let date = moment(report.started);
    let mut page = Page(format!("# Mock interview: {}", words(bank.title())));
    page.add(&format!("**{}** {}", summary::percent(report.score), summary::result(&report)));
    page.add(&format!("{} · {date} · {}", words(&report.preset), summary::time(sitting, finish)));
    if let Some(earlier) = Earlier::of(&model.history, &report, summary::is_kind(&model.bank, &report)) {
        page.add(&summary::earlier(&earlier, report.score));
    }
    page.add("## Work on next");
    for (n, advice) in (1..).zip(next(bank, &model.history, &report)) {
        let (name, why) = summary::advice(bank, advice);
        page.labelled(&format!("{n}."), &format!("{}: {why}", words(&name)));
    }
    figures(bank, &report, &mut page);
    page.add("## Question by question");
    for (n, (item, slot)) in (1..).zip(sitting.items()) {
        question(bank, answers, n, item, slot, &mut page);
    }
    let day = date.split(' ').next().unwrap_or_default();
    Some((format!("mock-interview-{}-{day}.md", bank.id()), page.0 + "\n"))
}

/// Blocks, with a blank line between them.
struct Page(String);

impl Page {
    #[inline(never)]
    fn add(&mut self, text: &str) {
        if !text.is_empty() {
            self.0.push_str("\n\n");
            self.0.push_str(text);
        }
    }

    fn labelled(&mut self, label: &str, text: &str) {
        self.add(label);
        self.0.push(' ');
        self.0.push_str(text);
    }
}

fn figures(bank: &Bank, report: &Report, page: &mut Page) {
    page.add("## Figures");
    page.add(&summary::pacing(&Pacing::of(report)));
    let topics = bank.topics();
    page.add("By topic:");
    by_topic(bank, report).into_iter().for_each(|tally| row(topics[tally.place], tally, page));
    page.add("By level:");
    by_level(bank, report).into_iter().for_each(|tally| row(Level::ALL[tally.place].name(), tally, page));
}

#[inline(never)]
fn row(name: &str, tally: Tally, page: &mut Page) {
    page.add(&format!("- {}: {}", words(&topic_name(name)), summary::tally(tally)));
}

fn question(bank: &Bank, answers: &Answers, n: usize, item: &Item, slot: &Slot, page: &mut Page) {
    let question = bank.question(&item.question).filter(|question| question.text == Text::Here);
    let prompt = question.map_or_else(|| words(&item.question.0), |question| line(&question.prompt));
    page.labelled(&format!("### {n}."), &prompt);
    let mut facts = format!("{}{} · {}", summary::verdict(slot), summary::marks(slot), clock(slot.used));
    if let Some(budget) = item.budget {
        facts = facts + " of " + &clock(budget);
    }
    if let Some(question) = question {
        page.add(&blocks(&question.details));
        facts += &format!(" · {}, {}", words(&topic_name(&question.topic)), question.level.name());
    }
    page.add(&facts);
    own(question, answers, slot, page);
    let right = question.and_then(|question| question.choices.iter().find(|choice| choice.right));
    if let Some(right) = right {
        page.labelled("**Right:**", &line(&right.text));
    }
    let Some(answer) = answers.get(&item.question) else { return };
    page.labelled("**Model answer:**", &line(&answer.short));
    if !answer.key_points.is_empty() {
        page.add("Key points:");
    }
    for (place, point) in answer.key_points.iter().enumerate() {
        page.labelled("-", &(line(&point.fact) + &verdict(slot, Aim::Point(place))));
    }
    for (place, wrong) in answer.misconceptions.iter().enumerate() {
        let said = slot.judged.as_ref().and_then(|judged| judged.verdict(Aim::Misconception(place)));
        if said == Some(Verdict::Met) {
            page.labelled("**Said, and not so:**", &line(&wrong.statement));
        }
    }
    page.add(&blocks(&answer.explanation));
}

/// What counts of a point of a typed answer.
fn verdict(slot: &Slot, aim: Aim) -> String {
    let verdict = slot.judged.as_ref().filter(|_| slot.is_judged()).and_then(|judged| judged.verdict(aim));
    verdict.map_or_else(String::new, |verdict| format!(" **{}**", verdict.name()))
}

fn own(question: Option<&Question>, answers: &Answers, slot: &Slot, page: &mut Page) {
    let label = "**Your answer:**";
    match slot.closed.as_ref().map(|closed| &closed.given) {
        None | Some(Given::Nothing) => page.labelled(label, "none"),
        Some(Given::Spoken(grade)) => page.labelled(label, grade.map_or("said aloud, not judged", grade_name)),
        Some(Given::Choice(key)) => {
            let found = question.and_then(|question| Some((answers.get(&question.id), question.choice(*key)?)));
            let Some((answer, choice)) = found else { return page.labelled(label, "a choice that has left the bank") };
            page.labelled(label, &line(&choice.text));
            page.add(&blocks(answer.and_then(|answer| answer.why(*key)).unwrap_or_default()));
        }
        Some(Given::Typed(text)) => {
            page.add(label);
            page.add(&fenced("", text));
        }
        Some(Given::Written(text)) => {
            page.add(label);
            page.add(&fenced("", text));
            if let Some(Program::Here { output, .. }) = question.map(|question| &question.program) {
                page.add("It prints:");
                page.add(&fenced("", output));
            }
        }
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
