//! The stored form of entries and reports: flat records, `{"at":1763800000000,"is":"skipped","question":"gather"}`.
//!
//! Their names are a file format: `tests/journals/` keeps every form ever written. A field that is missing where it
//! is needed makes the line unreadable; one that is not known is passed over.

mod fields;

use crate::bank::content::Content;
use crate::bank::tree::Tree;
use crate::bank::{ChoiceKey, Mode, QuestionId};
use crate::grade::json;
use crate::progress::{QuestionResult, Report};
use crate::round::clock::{Millis, Span};
use crate::round::event::{Confidence, Ending, Entry, Event, Given, Grade, RoundId, Score};
use crate::round::plan::{Item, Pace, Plan, Rules};
use fields::{Record, judged, verdict};
use std::rc::Rc;

fn has(record: &Tree, mark: &str) -> bool {
    record.list_at("marks").contains(&Tree::from(mark))
}

fn named<T: Copy>(record: &Tree, field: &str, all: &[T], name: fn(T) -> &'static str) -> Option<T> {
    let text = record.text_at(field)?;
    all.iter().copied().find(|one| text == name(*one))
}

fn words(record: &Tree, field: &str) -> Option<String> {
    record.text_at(field).map(str::to_owned)
}

fn question(record: &Tree) -> Option<QuestionId> {
    id(record, "question")
}

fn id(record: &Tree, field: &str) -> Option<QuestionId> {
    record.text_at(field).map(QuestionId::new)
}

fn mode(record: &Tree) -> Option<Mode> {
    named(record, "mode", &Mode::ALL, Mode::name)
}

fn grade(record: &Tree) -> Option<Grade> {
    named(record, "grade", &Grade::ALL, Grade::name)
}

fn score(record: &Tree) -> Option<Score> {
    record.number_at("score").and_then(|score| u16::try_from(score).ok()).map(Score)
}

fn choice(record: &Tree) -> Option<ChoiceKey> {
    record.number_at("choice").and_then(|key| u32::try_from(key).ok()).map(ChoiceKey)
}

fn count(record: &Tree, field: &str) -> u8 {
    record.number_at(field).and_then(|count| u8::try_from(count).ok()).unwrap_or_default()
}

fn confidence(record: &Tree) -> Option<Confidence> {
    named(record, "confidence", &Confidence::ALL, Confidence::name)
}

fn span(record: &Tree, field: &str) -> Option<Span> {
    record.number_at(field).map(Span)
}

pub fn from_entry(entry: &Entry) -> Tree {
    let is = |name: &str| Record::new().number("at", entry.at.0).text("is", name);
    let about = |name: &str, question: &QuestionId| is(name).text("question", &question.0);
    let record = match &entry.event {
        Event::Started { round, plan } => is("started")
            .text("round", &round.0)
            .text("preset", &plan.preset)
            .text("seed", &plan.seed)
            .text("pace", plan.pace.name())
            .span("limit", plan.limit)
            .marks(&[
                (plan.rules.strict, "strict"),
                (plan.rules.practice, "practice"),
                (plan.rules.exam, "exam"),
                (plan.rules.hints, "hints"),
                (plan.rules.aloud, "aloud"),
            ])
            .count("follow-ups", plan.rules.follow_ups)
            .items(plan.items.iter().map(from_item).collect()),
        Event::Opened { question } => about("opened", question),
        Event::Chosen { question, choice, score } => {
            about("chosen", question).number("choice", choice.0.into()).number("score", score.0.into())
        }
        Event::Written { question, text, score } => about("written", question).text("text", text).number("score", score.0.into()),
        Event::Submitted { question } => about("submitted", question),
        Event::Revealed { question } => about("revealed", question),
        Event::Judged { question, grade } => about("judged", question).text("grade", grade.name()),
        event @ (Event::Graded { .. } | Event::Overruled { .. }) => {
            fields::judgement(Record::new().number("at", entry.at.0), event)
        }
        Event::TimedOut { question } => about("timed-out", question),
        Event::Skipped { question } => about("skipped", question),
        Event::Flagged { question, flagged: true } => about("flagged", question),
        Event::Flagged { question, flagged: false } => about("unflagged", question),
        Event::Began { question } => about("began", question),
        Event::Hinted { question } => about("hinted", question),
        Event::Rated { question, confidence } => about("rated", question).text("confidence", confidence.name()),
        Event::Followed { after, item } => about("followed", after).field("item", from_item(item)),
        Event::Continued { question } => about("continued", question),
        Event::TakenBack { question, follow_up } => {
            about("taken-back", question).text_or_nothing("follow-up", follow_up.as_ref().map(|next| &*next.0))
        }
        Event::Paused => is("paused"),
        Event::Extended { more } => match more {
            Some(more) => is("extended").number("more", *more),
            None => is("extended"),
        },
        Event::Left => is("left"),
        Event::Returned => is("returned"),
        Event::Finished { ending } => is("finished").text("ending", ending.name()),
    };
    record.end()
}

pub fn to_entry(record: &Tree) -> Option<Entry> {
    let question = || question(record);
    let event = match record.text_at("is")? {
        "started" => Event::Started {
            round: RoundId(words(record, "round")?),
            plan: Plan {
                preset: words(record, "preset")?,
                seed: words(record, "seed")?,
                rules: Rules {
                    strict: has(record, "strict"),
                    practice: has(record, "practice"),
                    exam: has(record, "exam"),
                    hints: has(record, "hints"),
                    aloud: has(record, "aloud"),
                    follow_ups: count(record, "follow-ups"),
                },
                pace: named(record, "pace", &Pace::ALL, Pace::name)?,
                limit: span(record, "limit"),
                items: record.list_at("items").iter().map(to_item).collect::<Option<_>>()?,
            },
        },
        "opened" => Event::Opened { question: question()? },
        "chosen" => Event::Chosen { question: question()?, choice: choice(record)?, score: score(record)? },
        "written" => Event::Written { question: question()?, text: words(record, "text")?, score: score(record)? },
        "submitted" => Event::Submitted { question: question()? },
        "revealed" => Event::Revealed { question: question()? },
        "judged" => Event::Judged { question: question()?, grade: grade(record)? },
        "graded" => Event::Graded { question: question()?, grading: Rc::new(json::read(record.at("grading")?)?) },
        "overruled" => {
            let (aim, verdict) = verdict(record)?;
            Event::Overruled { question: question()?, aim, verdict }
        }
        "timed-out" => Event::TimedOut { question: question()? },
        "skipped" => Event::Skipped { question: question()? },
        "flagged" => Event::Flagged { question: question()?, flagged: true },
        "unflagged" => Event::Flagged { question: question()?, flagged: false },
        "began" => Event::Began { question: question()? },
        "hinted" => Event::Hinted { question: question()? },
        "rated" => Event::Rated { question: question()?, confidence: confidence(record)? },
        "followed" => Event::Followed { after: question()?, item: to_item(record.at("item")?)? },
        "continued" => Event::Continued { question: question()? },
        "taken-back" => Event::TakenBack { question: question()?, follow_up: id(record, "follow-up") },
        "paused" => Event::Paused,
        "extended" => Event::Extended { more: record.number_at("more") },
        "left" => Event::Left,
        "returned" => Event::Returned,
        "finished" => Event::Finished { ending: named(record, "ending", &Ending::ALL, Ending::name)? },
        _ => return None,
    };
    Some(Entry { at: Millis(record.number_at("at")?), event })
}

fn from_item(item: &Item) -> Tree {
    Record::new()
        .text("question", &item.question.0)
        .text("mode", item.mode.name())
        .span("budget", item.budget)
        .span("think", item.think)
        .count("follows", item.follows)
        .end()
}

fn to_item(record: &Tree) -> Option<Item> {
    Some(Item {
        question: question(record)?,
        mode: mode(record)?,
        budget: span(record, "budget"),
        think: span(record, "think"),
        follows: count(record, "follows"),
    })
}

pub fn from_report(report: &Report) -> Tree {
    Record::new()
        .text("round", &report.round.0)
        .text("preset", &report.preset)
        .text("seed", &report.seed)
        .text("pace", report.pace.name())
        .number("started", report.started.0)
        .number("ended", report.ended.0)
        .text("ending", report.ending.name())
        .number("used", report.used.0)
        .number("score", report.score.0.into())
        .count("extended", report.extended)
        .items(report.results.iter().map(from_result).collect())
        .end()
}

pub fn to_report(record: &Tree) -> Option<Report> {
    Some(Report {
        round: RoundId(words(record, "round")?),
        preset: words(record, "preset")?,
        seed: words(record, "seed")?,
        pace: named(record, "pace", &Pace::ALL, Pace::name)?,
        started: Millis(record.number_at("started")?),
        ended: Millis(record.number_at("ended")?),
        ending: named(record, "ending", &Ending::ALL, Ending::name)?,
        used: span(record, "used")?,
        score: score(record)?,
        extended: count(record, "extended"),
        results: record.list_at("items").iter().map(to_result).collect::<Option<_>>()?,
    })
}

fn from_result(result: &QuestionResult) -> Tree {
    let record = Record::new().text("question", &result.question.0).text("mode", result.mode.name());
    let record = match &result.given {
        Given::Nothing | Given::Folded => record,
        Given::Choice(key) => record.number("choice", key.0.into()),
        Given::Written(text) | Given::Typed(text) => record.text("text", text),
        Given::Spoken(None) => record.text("grade", UNJUDGED),
        Given::Spoken(Some(grade)) => record.text("grade", grade.name()),
    };
    let record = match &result.judged {
        Some(judged) => fields::add_judged(record, judged),
        None => record,
    };
    record
        .number("score", result.score.0.into())
        .number("used", result.used.0)
        .span("budget", result.budget)
        .marks(&[
            (result.time_up, "time-up"),
            (result.flagged, "flagged"),
            (result.interrupted, "interrupted"),
            (result.given == Given::Folded, FOLDED),
        ])
        .count("hints", result.hints)
        .count("follows", result.follows)
        .text_or_nothing("confidence", result.confidence.map(Confidence::name))
        .number_or_nothing("content", result.content.map(|content| content.0))
        .end()
}

/// In place of the grade, where the model answer was shown but nothing was said of one's own.
const UNJUDGED: &str = "unjudged";
/// A mark: there was an answer, and its words are no longer kept.
const FOLDED: &str = "folded";

fn to_result(record: &Tree) -> Option<QuestionResult> {
    let given = match (choice(record), record.text_at("grade")) {
        (None, None) if has(record, FOLDED) => Given::Folded,
        (Some(key), _) => Given::Choice(key),
        (None, None) => {
            let written = if mode(record) == Some(Mode::Typed) { Given::Typed } else { Given::Written };
            words(record, "text").map_or(Given::Nothing, written)
        }
        (None, Some(UNJUDGED)) => Given::Spoken(None),
        (None, Some(_)) => Given::Spoken(Some(grade(record)?)),
    };
    Some(QuestionResult {
        question: question(record)?,
        mode: mode(record)?,
        given,
        judged: judged(record).map(Rc::new),
        score: score(record)?,
        used: span(record, "used")?,
        budget: span(record, "budget"),
        time_up: has(record, "time-up"),
        flagged: has(record, "flagged"),
        interrupted: has(record, "interrupted"),
        hints: count(record, "hints"),
        follows: count(record, "follows"),
        confidence: confidence(record),
        content: record.number_at("content").map(Content),
    })
}
