//! What becomes of the history when the author edits the bank: it stays, it is found again, or it waits; and the learner sees what has changed.

use super::rounds::{BEGIN, Widget, report, result};
use mock_interview::app::data::parked;
use mock_interview::app::drill::Drill;
use mock_interview::app::summary;
use mock_interview::app::{Msg, Start};
use mock_interview::bank::answers::Answers;
use mock_interview::bank::{Bank, Mode, QuestionId, markdown};
use mock_interview::progress::Report;
use mock_interview::progress::changed::{Change, mark};
use mock_interview::round::Input;
use mock_interview::round::clock::Millis;
use mock_interview::round::plan::{Item, Pace, Plan, Rules};
use std::rc::Rc;

const BANK: &str = include_str!("bank.md");

fn read(text: &str) -> (Bank, Answers) {
    let (mut bank, answers) = markdown::read("small", text).unwrap();
    (0..bank.questions().len()).for_each(|place| bank.show_program(place, &answers));
    (bank, answers)
}

fn edited(edits: &[(&str, &str)]) -> String {
    edits.iter().fold(BANK.to_owned(), |text, (old, new)| {
        assert!(text.contains(old), "{old}");
        text.replace(old, new)
    })
}

/// The `n`-th round: these questions of such a bank, answered fully.
fn played(n: u64, text: &str, questions: &[&str]) -> Report {
    let (bank, answers) = read(text);
    let mut report = report(n, "a", questions.iter().map(|question| result(question, Some(1000))).collect());
    mark(&bank, &answers, &mut report);
    assert!(report.results.iter().all(|result| result.content.is_some()));
    report
}

/// What has changed in such a bank for who has answered these.
fn changed(text: &str, reports: &[Report]) -> Vec<(String, Change)> {
    let widget = Widget::of(read(text), reports);
    let name = |place: usize| widget.model.bank.questions()[place].id.0.to_string();
    widget.model.today.as_ref().unwrap().changed.iter().map(|(place, change)| (name(*place), *change)).collect()
}

fn answers(widget: &Widget, question: &str) -> u32 {
    let place = widget.model.bank.place(&QuestionId::new(question)).expect("it is in the bank");
    widget.model.today.as_ref().unwrap().schedule.memories[place].map_or(0, |memory| memory.answers)
}

#[test]
fn what_is_to_be_known_has_changed() {
    let all = [played(1, BANK, &["task", "names", "prints", "lock", "stream"])];
    assert_eq!(changed(BANK, &all), []);
    for (edit, question) in [
        (("A coroutine that the loop runs by itself.", "A coroutine in the hands of the loop."), "task"),
        (("It can be cancelled", "It can be cancelled once"), "task"),
        (("- [ ] A thread", "- [ ] A process"), "task"),
        (("- [ ] Never", "- [x] Never"), "lock"),
        (("```output\na\n", "```output\nA\n"), "prints"),
    ] {
        // The other choice is no longer the right one.
        let other = if question == "lock" { ("- [x] Between", "- [ ] Between") } else { ("# Small", "# Small") };
        assert_eq!(changed(&edited(&[edit, other]), &all), [(question.to_owned(), Change::Known)], "{edit:?}");
    }
    let words = edited(&[("When is a lock needed?", "When does one need a lock?")]);
    assert_eq!(changed(&words, &all), [("lock".to_owned(), Change::Words)]);
}

#[test]
fn what_makes_no_difference() {
    let all = [played(1, BANK, &["task", "names", "prints", "lock", "stream"])];
    let edits = [
        ("It runs in the thread of the loop.", "It runs in the loop's thread."),
        ("- It is scheduled (×2)\n- It can be cancelled", "- It can be cancelled (×2)\n- It is scheduled"),
        ("> 1. One reads.", "> 1. One of them reads."),
        ("topic=streams", "topic=locks"),
        ("[Streams](https", "[Streams in Python](https"),
        ("A coroutine that the loop runs by itself.", "A *coroutine* that the\nloop runs by itself."),
        ("# Small * bank", "# A larger bank"),
    ];
    assert_eq!(changed(&edited(&edits), &all), []);
    // Of what was kept by an older version, or never answered, nothing is said.
    let old = [report(1, "a", vec![result("task", Some(1000)), result("lock", None)])];
    assert_eq!(changed(&edited(&[("It can be cancelled", "It can be stopped")]), &old), []);
}

#[test]
fn it_is_said_until_it_is_answered_again() {
    let text = edited(&[("It can be cancelled", "It can be stopped"), ("When is a lock needed?", "A lock: when?")]);
    let mut widget = Widget::of(read(&text), &[played(1, BANK, &["task", "lock", "stream"])]);
    let said = |widget: &Widget, name: &str| summary::changed(&widget.model, widget.model.bank.place(&QuestionId::new(name)));
    assert_eq!(said(&widget, "task"), " · changed since you learned it");
    assert_eq!(said(&widget, "lock"), " · reworded since you learned it");
    widget.now = Millis(BEGIN.0 + 1000);
    assert!(widget.start(Start::Drill(Drill::Changed)));
    assert_eq!(widget.asked(), [("task", Mode::Spoken)], "there is nothing new to know of the other");
    let question = QuestionId::new("task");
    widget.input(1, Input::Reveal { question: question.clone() });
    widget.input(1, Input::Judge { question, grade: mock_interview::round::event::Grade::Fully });
    widget.input(1, Input::HandIn);
    assert_eq!(said(&widget, "task"), " · changed since you learned it", "the debrief says it once more");
    let content = widget.model.history.latest().unwrap().results[0].content;
    assert!(content.is_some() && content != played(1, BANK, &["task"]).results[0].content, "what it is now is stored");
    widget.send(Msg::ToLobby);
    assert_eq!(said(&widget, "task"), "");
    assert!(!widget.start(Start::Drill(Drill::Changed)));
}

/// A heading without an id of its own, under another name; what was answered counts as before.
#[test]
fn a_renamed_heading_is_known_by_its_answer() {
    let old = edited(&[("{#stream .core", "{.core"), ("{#task .basic", "{.basic")]);
    let history = [played(1, &old, &["what-is-a-stream", "lock"]), played(2, &old, &["what-is-a-stream"])];
    let renamed = old.replace("What is a stream?", "Streams: what are they?");
    let mut widget = Widget::of(read(&renamed), &history);
    assert_eq!(answers(&widget, "streams-what-are-they"), 2);
    assert_eq!(parked(&widget.model.bank, &widget.model.history), 0);
    assert_eq!(summary::changed(&widget.model, Some(4)), " · reworded since you learned it");
    let reports: Vec<Report> = widget.model.history.reports().to_vec();
    assert!(reports[0].results[0].question.0.as_ref() == "what-is-a-stream", "what is stored stays as it is");

    // It goes on under the new name, also when its answer changes after that, or it is renamed once more.
    let again: Vec<Report> = reports.into_iter().chain([played(3, &renamed, &["streams-what-are-they"])]).collect();
    widget = Widget::of(read(&renamed.replace("A reader and a writer.", "A writer and its reader, side by side.")), &again);
    assert_eq!(answers(&widget, "streams-what-are-they"), 3);
    widget = Widget::of(read(&renamed.replace("Streams: what are they?", "Say what streams are")), &again);
    assert_eq!(answers(&widget, "say-what-streams-are"), 3);
    // And back.
    widget = Widget::of(read(&old), &again);
    assert_eq!(answers(&widget, "what-is-a-stream"), 3);
}

#[test]
fn who_might_be_another_is_none() {
    let history = [played(1, BANK, &["stream", "lock", "names"])];
    let without = |text: &str| edited(&[("What is a stream? {#stream", text)]);
    let taken = |text: &str, name: &str| answers(&Widget::of(read(text), &history), name);
    assert_eq!(taken(&without("Streams? {#streams"), "streams"), 1);
    // The answer has changed with the heading.
    assert_eq!(
        taken(&without("Streams? {#streams").replace("A reader and a writer.", "A reader and a writer of bytes."), "streams"),
        0
    );
    // Two that might be it.
    let twice = without("Streams? {#streams") + "\n### And pipes? {#pipes .core topic=streams}\n\nA reader and a writer.\n";
    assert_eq!(taken(&twice, "streams") + taken(&twice, "pipes"), 0);
    // One that was there beside it all the time.
    let beside = edited(&[]) + "\n### And pipes? {#pipes .core topic=streams}\n\nA reader and a writer.\n";
    let both = [played(1, &beside, &["stream", "pipes"]), played(2, &beside, &["stream"])];
    let left = beside.replace(
        "What is a stream? {#stream .core topic=streams}\n\nA reader and a writer.",
        "Other {#other}\n\nSomething else, at length.",
    );
    let widget = Widget::of(read(&left), &both);
    assert_eq!((answers(&widget, "pipes"), parked(&widget.model.bank, &widget.model.history)), (1, 2));
    // An answer that would do for many questions.
    assert_eq!(taken(&edited(&[("{#names", "{#nouns")]), "nouns"), 0);
}

#[test]
fn a_question_that_is_gone_keeps_its_history_for_when_it_comes_back() {
    let all =
        [played(1, BANK, &["task", "lock", "stream"]), report(2, "a", vec![result("lock", Some(0)), result("stream", None)])];
    let gone = edited(&[(
        "### When is a lock needed? {#lock .core topic=locks}\n\nWhere two tasks change the same thing over an await.",
        "### Something else? {#else}\n\nYes, of another kind.",
    )]);
    let widget = Widget::of(read(&gone), &all);
    assert_eq!(parked(&widget.model.bank, &widget.model.history), 2, "what was not answered is no answer");
    assert_eq!((answers(&widget, "else"), answers(&widget, "task")), (0, 1));
    let widget = Widget::of(read(BANK), widget.model.history.reports());
    assert_eq!((parked(&widget.model.bank, &widget.model.history), answers(&widget, "lock")), (0, 2));
}

/// As a reader has it who has only the first part of a bank, and then the rest.
#[test]
fn what_is_not_here_yet_is_not_compared() {
    let (bank, answers) = read(BANK);
    let (begun, rest) = mock_interview::bank::json::begin_with(&bank, answers);
    let all = [played(1, BANK, &["task", "names", "prints", "lock", "stream"])];
    let mut widget = Widget::of((begun, Answers::default()), &all);
    widget.send(Msg::AnswersCame(None));
    let changed = |widget: &Widget| widget.model.today.as_ref().unwrap().changed.len();
    assert_eq!(changed(&widget), 0);
    widget.send(Msg::AnswersCame(Some(rest.clone())));
    assert_eq!(changed(&widget), 0, "the same, in two parts");
    let mut other = rest;
    let (_, answer) = other.answers.iter_mut().find(|(id, _)| id.0.as_ref() == "lock").unwrap();
    answer.change(|answer| answer.short = vec![mock_interview::bank::text::Inline::Text("Never.".to_owned())]);
    widget.send(Msg::AnswersCame(Some(other)));
    widget.now = Millis(BEGIN.0 + 1000);
    let rules = Rules { practice: true, ..Rules::default() };
    let items = vec![Item::new(QuestionId::new("names"), Mode::Spoken, None)];
    widget.begin(Plan { preset: "Drill".into(), seed: "s".into(), rules, pace: Pace::Usual, limit: None, items });
    widget.input(1, Input::HandIn);
    assert_eq!(widget.model.today.as_ref().unwrap().changed, [(3, Change::Known)]);
    assert_eq!(Rc::strong_count(&widget.model.history), 1);
}
