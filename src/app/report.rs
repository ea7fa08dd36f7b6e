//! The debrief as a file that people read: Markdown.

mod markdown;

use super::words::{clock, grade_name, level, level_name, topic};
use super::{Model, drill, summary};
use crate::bank::answers::Answers;
use crate::bank::program::Program;
use crate::bank::{Bank, Level, Question, Text};
use crate::grade::Verdict;
use crate::journal::iso;
use crate::language::{fill, t};
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
    let mut page = Page(fill(t("# Mock interview: {}"), &[&words(bank.title())]));
    page.add(&format!("**{}** {}", summary::percent(report.score), summary::result(&report)));
    page.add(&format!("{} · {date} · {}", words(t(&report.preset)), summary::time(sitting, finish)));
    if let Some(earlier) = Earlier::of(&model.history, &report, summary::is_kind(&model.bank, &report)) {
        page.add(&summary::earlier(&earlier, report.score));
    }
    page.add(&heading("##", t("Work on next")));
    for (n, advice) in (1..).zip(next(bank, &model.history, &report)) {
        let (name, why) = summary::advice(bank, advice);
        page.labelled(&format!("{n}."), &format!("{}: {why}", words(&name)));
    }
    figures(bank, &report, &mut page);
    page.add(&heading("##", t("Question by question")));
    for (n, (item, slot)) in (1..).zip(sitting.items()) {
        question(bank, answers, n, item, slot, &mut page);
    }
    let day = date.split(' ').next().unwrap_or_default();
    Some((format!("mock-interview-{}-{day}.md", bank.id()), page.0 + "\n"))
}

fn heading(marks: &str, words: &str) -> String {
    [marks, " ", words].concat()
}

fn label(words: &str) -> String {
    ["**", words, "**"].concat()
}

fn verdict_name(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Met => t("met"),
        Verdict::Partly => t("partly"),
        Verdict::Missed => t("missed"),
    }
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
    page.add(&heading("##", t("Figures")));
    page.add(&summary::pacing(&Pacing::of(report)));
    let topics = bank.topics();
    page.add(t("By topic:"));
    by_topic(bank, report).into_iter().for_each(|tally| row(&topic(topics[tally.place]), tally, page));
    page.add(t("By level:"));
    by_level(bank, report).into_iter().for_each(|tally| row(level_name(Level::ALL[tally.place]), tally, page));
}

#[inline(never)]
fn row(name: &str, tally: Tally, page: &mut Page) {
    page.add(&format!("- {}: {}", words(name), summary::tally(tally)));
}

fn question(bank: &Bank, answers: &Answers, n: usize, item: &Item, slot: &Slot, page: &mut Page) {
    let question = bank.question(&item.question).filter(|question| question.text == Text::Here);
    let prompt = question.map_or_else(|| words(&item.question.0), |question| line(&question.prompt));
    page.labelled(&format!("### {n}."), &prompt);
    let time = match item.budget {
        Some(budget) => fill(t("{used} of {planned}"), &[&clock(slot.used), &clock(budget)]),
        None => clock(slot.used),
    };
    let mut facts = format!("{}{} · {time}", summary::verdict(slot), summary::marks(slot));
    if let Some(question) = question {
        page.add(&blocks(&question.details));
        facts += &format!(" · {}, {}", words(&topic(&question.topic)), level(question.level));
    }
    page.add(&facts);
    own(question, answers, slot, page);
    let right = question.and_then(|question| question.choices.iter().find(|choice| choice.right));
    if let Some(right) = right {
        page.labelled(&label(t("Right:")), &line(&right.text));
    }
    let Some(answer) = answers.get(&item.question) else { return };
    page.labelled(&label(t("Model answer:")), &line(&answer.short));
    if !answer.key_points.is_empty() {
        page.add(t("Key points:"));
    }
    for (place, point) in answer.key_points.iter().enumerate() {
        page.labelled("-", &(line(&point.fact) + &verdict(slot, Aim::Point(place))));
    }
    for (place, wrong) in answer.misconceptions.iter().enumerate() {
        let said = slot.judged.as_ref().and_then(|judged| judged.verdict(Aim::Misconception(place)));
        if said == Some(Verdict::Met) {
            page.labelled(&label(t("Said, and not so:")), &line(&wrong.statement));
        }
    }
    page.add(&blocks(&answer.explanation));
}

/// What counts of a point of a typed answer.
fn verdict(slot: &Slot, aim: Aim) -> String {
    let verdict = slot.judged.as_ref().filter(|_| slot.is_judged()).and_then(|judged| judged.verdict(aim));
    verdict.map_or_else(String::new, |verdict| format!(" **{}**", verdict_name(verdict)))
}

fn own(question: Option<&Question>, answers: &Answers, slot: &Slot, page: &mut Page) {
    let label = &label(t("Your answer:"));
    match slot.closed.as_ref().map(|closed| &closed.given) {
        None | Some(Given::Nothing) => page.labelled(label, t("none")),
        // Only of rounds long past, and this is about one that was just played.
        Some(Given::Folded) => {}
        Some(Given::Spoken(grade)) => page.labelled(label, grade.map_or(t("said aloud, not judged"), grade_name)),
        Some(Given::Choice(key)) => {
            let found = question.and_then(|question| Some((answers.get(&question.id), question.choice(*key)?)));
            let Some((answer, choice)) = found else { return page.labelled(label, t("a choice that has left the bank")) };
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
                page.add(t("It prints:"));
                page.add(&fenced("", output));
            }
        }
    }
}

/// `2026-01-06 14:05 UTC`
fn moment(at: Millis) -> String {
    iso::write(at).map_or_else(String::new, |iso| format!("{} {} UTC", &iso[..10], &iso[11..16]))
}
